import type {BandPoint, PendulumPoint} from "../sanctions/pendulum.ts";
import {addDays, type Day, firstOfYear, formatDay, yearOf} from "../time/day.ts";
import type {OpenRecord} from "./record.ts";

/** 31 December of every year that the record touches. */
export function yearEnds({one}: Pick<OpenRecord, "one">): Day[] {
  const [first, last] = [yearOf(one.coverage.from), yearOf(one.coverage.to)];
  return Array.from({length: last - first + 1}, (_, i) => addDays(firstOfYear(first + i + 1), -1));
}

/** The pendulum day by day, with the band where there is one. */
export const pendulumAnswer = (points: readonly PendulumPoint[], band: readonly BandPoint[] | null) =>
  points.map(({day, low, high}, i) => ({
    day: formatDay(day),
    low,
    high,
    ...(band !== null && {band: {low: band[i]!.low, mid: band[i]!.mid, high: band[i]!.high}})
  }));
