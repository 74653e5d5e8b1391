import {incorrect} from "../../errors.ts";
import type {SurvivalCurve} from "./survivalCurve.ts";

/** Times by which a share of spells has ended, each with limits. */
export type SurvivalQuantiles = {
  /** [k] as asked for */
  readonly p: readonly number[];
  /** [k] NaN where the curve, or its limit, never falls to 1 − p. */
  readonly quantile: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/** Levels this near are one: half of an even number of spells may give a survival of 0.5 + 1e−16. */
const SAME_LEVEL = Math.sqrt(Number.EPSILON);

/**
 * Quantiles of the time to an event: the first time at which S(t) ≤ 1 − p. Where S is flat at 1 − p, the middle of the
 * flat; when the curve ends in that flat, the middle of it and the last time. Limits are the quantiles of the limits of
 * S, so they are inverted intervals for S, not intervals around the quantile (Brookmeyer & Crowley 1982). A limit that
 * rises again is read where it is nearest to 1 − p from below. These are the conventions of R's `quantile.survfit`.
 *
 * @param p each in [0, 1]; 0.5 is the median
 * @param origin the time at which S begins to be 1, the quantile at p = 0
 * @throws incorrect `survival/probability-outside`
 * @see checked against R survival (test/reference/survival/survivalCurves) and by hand (test/byhand/kaplanMeier)
 */
export function survivalQuantiles(
  {time, survival, lower, upper}: SurvivalCurve,
  p: readonly number[] = [0.25, 0.5, 0.75],
  origin = 0
): SurvivalQuantiles {
  for (const share of p) {
    if (!(share >= 0 && share <= 1)) {
      throw incorrect("survival/probability-outside", `probability outside [0, 1]: ${share}; 0.5 is the median`);
    }
  }
  const of = (curve: Float64Array) => Float64Array.from(p, (share) => quantileOf(time, curve, share, origin));
  return {p, quantile: of(survival), lower: of(lower), upper: of(upper)};
}

function quantileOf(time: Float64Array, curve: Float64Array, p: number, origin: number): number {
  if (p === 0) return origin;
  let first = {level: Infinity, at: Number.NaN}; // the least ended share ≥ p, a hair below counting as p
  let next = {level: Infinity, at: Number.NaN}; // and the least that is above p by more than a hair
  let last = {level: 0, at: origin};
  for (let row = -1; row < time.length; row++) {
    const level = row < 0 ? 0 : 1 - curve[row]!;
    if (level === last.level || (Number.isNaN(level) && Number.isNaN(last.level))) continue;
    last = {level, at: row < 0 ? origin : time[row]!};
    if (level + SAME_LEVEL >= p && level < first.level) first = last;
    if (level - SAME_LEVEL >= p && level < next.level) next = last;
  }
  if (Math.abs(p - last.level) < SAME_LEVEL) return (first.at + time.at(-1)!) / 2;
  return (first.at + next.at) / 2;
}
