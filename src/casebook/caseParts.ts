import type {z} from "zod";
import type {Measure} from "../sanctions/measure.ts";
import type {Case, Finding, Party, Source, Wording} from "./case.ts";
import type {caseSchema, tradeSchema} from "./caseSchema.ts";
import type {MeasureFile} from "./measureSchema.ts";
import type {ReachFile} from "./reachSchema.ts";
import {suggest} from "./suggest.ts";
import type {YamlFile} from "./yamlFile.ts";

/** A measure that could be read, perhaps without some of its events, and its file. */
export type MeasurePart = {readonly yaml: YamlFile<MeasureFile>; readonly measure: Measure};

/** What could be read of a case, each file with where its values stand; null where a file is missing or does not read. */
export type CaseParts = {
  readonly head: YamlFile<z.infer<typeof caseSchema>> | null;
  /** The days of `head`. */
  readonly frame: Pick<Case, "coverage" | "eras"> | null;
  readonly parties: YamlFile<readonly Party[]> | null;
  readonly sources: YamlFile<readonly Source[]> | null;
  readonly claims: YamlFile<Case["claims"]> | null;
  readonly findings: YamlFile<readonly Finding[]> | null;
  readonly reaches: YamlFile<ReachFile> | null;
  readonly trade: YamlFile<z.infer<typeof tradeSchema>> | null;
  readonly measures: readonly MeasurePart[];
  readonly wordings: ReadonlyMap<string, YamlFile<Wording>>;
  /** Files that are there and of which something could not be read. */
  readonly broken: ReadonlySet<string>;
};

const places = {
  party: "parties.yaml",
  source: "sources.yaml",
  coder: "case.yaml",
  era: "case.yaml",
  measure: "measures/",
  event: "the life of a measure",
  claim: "claims.yaml",
  column: "trade.yaml",
  package: "a measure",
  subtype: "a measure",
  tag: "an event"
} as const;

export type NameKind = keyof typeof places;

/** Every name that a file of the case may refer to, by kind; null where the file that says so cannot be read. */
export type Names = Readonly<Record<NameKind, ReadonlySet<string> | null>>;

export function namesOf(parts: CaseParts): Names {
  const ids = (file: string, list: readonly {readonly id: string}[] | undefined) =>
    parts.broken.has(file) || list === undefined ? null : new Set(list.map(({id}) => id));
  const optional = (file: string, list: readonly {readonly id: string}[] | undefined) => ids(file, list ?? []);
  const measures = parts.measures.map(({measure}) => measure);
  const lost = [...parts.broken].flatMap((file) => /^measures\/(.+)\.ya?ml$/.exec(file)?.[1] ?? []);
  const whole = lost.length === 0;
  const inMeasures = (list: readonly (string | null)[]) => (whole ? new Set(list.filter((one) => one !== null)) : null);
  return {
    party: ids("parties.yaml", parts.parties?.value),
    source: ids("sources.yaml", parts.sources?.value),
    coder: ids("case.yaml", parts.head?.value.coders),
    era: ids("case.yaml", parts.head?.value.eras),
    measure: new Set([...measures.map(({id}) => id), ...lost]),
    event: inMeasures(measures.flatMap(({life}) => life.map(({id}) => id))),
    claim: optional("claims.yaml", parts.claims?.value),
    column: optional("trade.yaml", parts.trade?.value.columns),
    package: inMeasures(measures.map((measure) => measure.package)),
    subtype: inMeasures(measures.map(({subtype}) => subtype)),
    tag: inMeasures(measures.flatMap(({life}) => life.flatMap(({tags}) => tags)))
  };
}

/** `unknown party XX; did you mean …?`, or undefined when the name leads somewhere or nobody can say. */
export function unknownName(kind: NameKind, name: string, names: Names): string | undefined {
  const known = names[kind];
  if (known === null || known.has(name)) return undefined;
  const like = suggest(name, [...known]);
  const advice = like === undefined ? `add it to ${places[kind]}` : `did you mean ${like}?`;
  return `unknown ${kind} ${name}; ${advice}`;
}
