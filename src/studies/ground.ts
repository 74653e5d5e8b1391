import type {Case, Source} from "../casebook/case.ts";
import {incorrect, type ThawError} from "../errors.ts";
import type {Life} from "../sanctions/life.ts";

type Thing = "measure" | "package" | "subtype" | "party" | "tag" | "coder" | "source" | "column";

/** What a query runs over: a case, the lives of its measures, and the names that may stand in a query. */
export type Ground = {
  readonly one: Case;
  readonly lives: readonly Life[];
  readonly names: Readonly<Record<Thing, ReadonlySet<string>>>;
  /** Which claim and test asks, for messages. */
  readonly at: string;
};

export function groundOf(one: Case, lives: readonly Life[]): Ground {
  const measures = lives.map(({measure}) => measure);
  const names = {
    measure: new Set(measures.map(({id}) => id)),
    package: new Set(measures.flatMap((m) => m.package ?? [])),
    subtype: new Set(measures.map(({subtype}) => subtype)),
    party: new Set(one.parties.map(({id}) => id)),
    tag: new Set(measures.flatMap(({life}) => life.flatMap(({tags}) => tags))),
    coder: new Set(one.coders.map(({id}) => id)),
    source: new Set(one.sources.map(({id}) => id)),
    column: new Set(one.trade?.columns.map(({id}) => id))
  };
  return {one, lives, names, at: "a query"};
}

/** A misspelt name must not read as a count of 0. @throws incorrect `studies/unknown-name` */
export function requireKnown({names, at}: Ground, thing: Thing, list: readonly string[] = []): void {
  for (const name of list) {
    if (names[thing].has(name)) continue;
    throw incorrect("studies/unknown-name", `unknown ${thing} in ${at}: ${name}; name one that the case has`, {
      thing,
      name
    });
  }
}

/** @throws incorrect `studies/unknown-name` */
export function sourceOf(ground: Ground, id: string): Source {
  requireKnown(ground, "source", [id]);
  return ground.one.sources.find((source) => source.id === id)!;
}

/** The case lacks what a query asks for. */
export const lacking = ({at}: Ground, what: string, remedy: string): ThawError =>
  incorrect("studies/missing-data", `missing data in ${at}: ${what}; ${remedy}`);
