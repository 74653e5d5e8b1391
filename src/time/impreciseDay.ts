import {type Day, formatDay} from "./day.ts";

/**
 * A day known only within bounds: the day lies in [earliest, latest], both included.
 * FIRST_DAY and LAST_DAY (years 1 and 9999) stand for a bound that nobody knows. `text` is the EDTF as written.
 *
 * `nominal` is the first day of what is written, before a qualifier widens it: it orders a list, and nothing else.
 */
export type ImpreciseDay = {
  readonly text: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly nominal: Day;
};

/** The three answers of a comparison with a day that is not known exactly. */
export type Answer = "certainly" | "possibly" | "no";

export const exactly = (day: Day): ImpreciseDay => ({
  text: formatDay(day),
  earliest: day,
  latest: day,
  nominal: day
});

export const isExact = ({earliest, latest}: ImpreciseDay): boolean => earliest === latest;

/** Is `when` on or before `day`? A day is on or before itself. */
export function onOrBefore(when: ImpreciseDay, day: Day): Answer {
  if (when.latest <= day) return "certainly";
  return when.earliest <= day ? "possibly" : "no";
}

/** Is `when` strictly before `other`? */
export function before(when: ImpreciseDay, other: ImpreciseDay): Answer {
  if (when.latest < other.earliest) return "certainly";
  return when.earliest < other.latest ? "possibly" : "no";
}

/** Do the two fall on the same day? Certain only when both are exact. */
export function sameDay(when: ImpreciseDay, other: ImpreciseDay): Answer {
  if (isExact(when) && isExact(other)) return when.earliest === other.earliest ? "certainly" : "no";
  return when.earliest <= other.latest && other.earliest <= when.latest ? "possibly" : "no";
}
