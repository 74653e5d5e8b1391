import type {Day} from "../time/day.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";
import {compareIds} from "./compareIds.ts";
import {type Life, type Step, verbOf} from "./life.ts";
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
    .flatMap(placed)
    .sort((a, b) => a.day - b.day || a.rank - b.rank || compareIds(a.entry.life.measure, b.entry.life.measure))
    .map(({entry}) => entry);
}

/** The steps of a life with the day and rank that list them: the nominal day inside the narrowed bounds, never falling. */
function placed(life: Life): {readonly entry: TimelineEntry; readonly day: number; readonly rank: number}[] {
  let [day, rank] = [-Infinity, 0];
  return life.steps.map((step) => {
    const {earliest, latest, nominal} = step.when;
    const verb = verbOf(step.cause);
    const own = Math.min(Math.max(nominal, earliest), latest);
    rank = own > day ? verbRank[verb] : Math.max(rank, verbRank[verb]);
    day = Math.max(day, own);
    return {entry: {life, step, verb, when: step.when}, day, rank};
  });
}

/**
 * Does the record leave open whether a day comes before, in or after the window from `first` to `last`, both included?
 * A step on such a day would be in every list of a short window; who lists one counts it and leaves it out.
 */
export const outspans = ({earliest, latest}: ImpreciseDay, first: Day, last: Day): boolean =>
  earliest < first && latest > last;
