import type {OpenRecord} from "../answers/record.ts";
import type {OpenedBaseline} from "../casebook/baselines.ts";
import {livesOf} from "../casebook/livesOf.ts";
import {suggest} from "../casebook/suggest.ts";
import {ThawError} from "../errors.ts";
import type {Effects} from "./effects.ts";
import {type Lru, lru} from "./lru.ts";
import {shown} from "./parameters.ts";
import type {Answer} from "./route.ts";

/** Records and baselines, opened once, and the lists that were asked for last. */
export type Studio = {
  readonly effects: Effects;
  /** @throws notFound `api/no-case` */
  record(id: string): OpenRecord;
  /** @throws notFound `api/no-baseline` */
  baseline(name: string): OpenedBaseline;
  /** Lists before they are cut into pages. */
  readonly lists: Lru<Answer>;
};

const LISTS = 200; // lists kept; a list's rows share the record's texts

export function studio(effects: Effects): Studio {
  const records = new Map<string, OpenRecord>();
  const baselines = new Map<string, OpenedBaseline>();
  return {
    effects,
    lists: lru({entries: LISTS, weight: LISTS}),
    record: (id) => {
      requireKnown("case", id, effects.cases);
      return once(records, id, () => {
        const one = effects.openCase(id);
        return {one, lives: livesOf(one)};
      });
    },
    baseline: (name) => {
      requireKnown("baseline", name, effects.baselines);
      return once(baselines, name, () => effects.openBaseline(name));
    }
  };
}

function once<T>(held: Map<string, T>, key: string, make: () => T): T {
  const found = held.get(key);
  if (found !== undefined) return found;
  const made = make();
  held.set(key, made);
  return made;
}

/** @throws notFound `api/no-<kind>` with the near name, or all of them */
export function requireKnown(kind: string, id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  const like = suggest(shown(id), known);
  const list = known.length > FEW ? "its list has the ids" : `there are ${known.join(", ") || "none"}`;
  const advice = like === undefined ? list : `did you mean ${like}?`;
  throw new ThawError("notFound", `api/no-${kind}`, `no ${kind} ${shown(id)}; ${advice}`);
}

const FEW = 20;
