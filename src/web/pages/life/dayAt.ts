import {yearPoint} from "../../../charts/chart.ts";
import type {TimeFrame} from "../../../charts/eras.ts";
import {addDays, addMonths, addYears, type Day, firstOfYear} from "../../../time/day.ts";

/** The px of a day in a frame of years. */
export const xOfDay = ({from, to, left, right}: TimeFrame, day: Day): number =>
  left + ((yearPoint(day) - from) / (to - from)) * (right - left);

/** The day at a px: the inverse of `xOfDay`, to the nearest day. */
export function dayAt({from, to, left, right}: TimeFrame, x: number): Day {
  const point = from + ((x - left) / (right - left)) * (to - from);
  const year = Math.floor(point);
  const first = firstOfYear(year);
  return addDays(first, Math.round((point - year) * (firstOfYear(year + 1) - first)));
}

export const within = (day: Day, first: Day, last: Day): Day => Math.min(Math.max(day, first), last) as Day;

/**
 * The day that a key of a slider leads to: arrows a day, with Shift a month; Page keys a year, with Shift ten; Home and
 * End the ends of the record. Undefined for any other key.
 */
export function dayByKey(
  {key, shiftKey}: {readonly key: string; readonly shiftKey: boolean},
  day: Day,
  first: Day,
  last: Day
): Day | undefined {
  const sign = key === "ArrowLeft" || key === "ArrowDown" || key === "PageDown" ? -1 : 1;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
    case "ArrowUp":
    case "ArrowDown":
      return within(shiftKey ? addMonths(day, sign) : addDays(day, sign), first, last);
    case "PageUp":
    case "PageDown":
      return within(addYears(day, shiftKey ? 10 * sign : sign), first, last);
    case "Home":
      return first;
    case "End":
      return last;
    default:
      return undefined;
  }
}
