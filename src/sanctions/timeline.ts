import type {ImpreciseDay} from "../time/impreciseDay.ts";
import type {Life, Step} from "./life.ts";
import {verbOf} from "./life.ts";
import {type Verb, verbRank} from "./verb.ts";

export type TimelineEntry = {
  readonly life: Life;
  readonly step: Step;
  readonly verb: Verb;
  readonly when: ImpreciseDay;
};

/** Every step of every life in one list: by nominal day, then the verb's place in a day, then measure id. */
export function timeline(lives: readonly Life[]): TimelineEntry[] {
  return lives
    .flatMap((life) => life.steps.map((step) => ({life, step, verb: verbOf(step.cause), when: step.when})))
    .sort(
      (a, b) =>
        a.when.nominal - b.when.nominal ||
        verbRank[a.verb] - verbRank[b.verb] ||
        (a.life.measure.id < b.life.measure.id ? -1 : a.life.measure.id > b.life.measure.id ? 1 : 0)
    );
}
