import type {Life} from "../sanctions/life.ts";
import {BAND, type BandOptions, pendulum, pendulumBand} from "../sanctions/pendulum.ts";
import {addDays, type Day, firstOfYear} from "../time/day.ts";

/** One year: the severity rule's bounds, their midpoint as % of the highest midpoint, and the band, %. */
export type PendulumYear = {
  readonly year: number;
  readonly severityLow: number;
  readonly severityHigh: number;
  readonly share: number;
  readonly bandLow: number;
  readonly bandMid: number;
  readonly bandHigh: number;
};

/** The last day of every year. */
export const yearEnds = (from: number, to: number): Day[] =>
  Array.from({length: Math.max(0, to - from + 1)}, (_, i) => addDays(firstOfYear(from + i + 1), -1));

/** What the pendulum's chart draws, year by year: the heavy part of it, without Plot, so that a worker can make it. */
export function pendulumYears(
  {lives, from, to}: {readonly lives: readonly Life[]; readonly from: number; readonly to: number},
  band: BandOptions = BAND
): PendulumYear[] {
  const days = yearEnds(from, to);
  const severities = pendulum(lives, days, "severity");
  const shares = pendulumBand(lives, days, band);
  const top = Math.max(...severities.map(({low, high}) => (low + high) / 2));
  return severities.map(({low, high}, i) => ({
    year: from + i,
    severityLow: low,
    severityHigh: high,
    share: top === 0 ? 0 : (100 * ((low + high) / 2)) / top,
    bandLow: 100 * shares[i]!.low,
    bandMid: 100 * shares[i]!.mid,
    bandHigh: 100 * shares[i]!.high
  }));
}
