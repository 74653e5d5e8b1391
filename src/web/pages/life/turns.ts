import type {Life} from "../../../sanctions/life.ts";
import {type TimelineEntry, timeline} from "../../../sanctions/timeline.ts";
import type {Day} from "../../../time/day.ts";
import {isExact} from "../../../time/impreciseDay.ts";

/** A day on which the record has steps, and those steps. */
export type Turn = {readonly day: Day; readonly entries: readonly TimelineEntry[]};

/** The days within [first, last] on which a measure certainly took a step, in order. */
export function turnsOf(lives: readonly Life[], first: Day, last: Day): Turn[] {
  const dated = timeline(lives).filter(({when}) => isExact(when) && when.earliest >= first && when.earliest <= last);
  return [...Map.groupBy(dated, ({when}) => when.earliest)]
    .map(([day, entries]) => ({day, entries}))
    .sort((a, b) => a.day - b.day);
}

/** The last turn up to a day, and the first after it. */
export function turnsAround(turns: readonly Turn[], day: Day): {readonly latest?: Turn; readonly next?: Turn} {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]!.day <= day) low = middle + 1;
    else high = middle;
  }
  const [latest, next] = [turns[low - 1], turns[low]];
  return {...(latest && {latest}), ...(next && {next})};
}
