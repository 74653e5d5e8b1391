import {incorrect} from "../errors.ts";
import {type Day, formatDay} from "./day.ts";

/** Half-open [from, to): the day `to` is outside. An open end is null, never today. */
export type Period = {readonly from: Day; readonly to: Day | null};

/** @throws incorrect `time/empty-period` when `to` is not after `from` */
export function period(from: Day, to: Day | null): Period {
  if (to !== null && to <= from) {
    throw incorrect(
      "time/empty-period",
      `empty period: [${formatDay(from)}, ${formatDay(to)}); the end must be after the start`
    );
  }
  return {from, to};
}

export const contains = ({from, to}: Period, day: Day): boolean => from <= day && (to === null || day < to);

/** Days from `from` to `to`; undefined while the end is open. */
export const lengthInDays = ({from, to}: Period): number | undefined => (to === null ? undefined : to - from);
