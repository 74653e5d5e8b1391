import {quantile} from "../../numeric/quantile.ts";

/** Share of the draws between the limits of a band. */
export const LEVEL = 0.95;

/** Middle and limits of a figure over the draws; NaN without any. */
export type Band = {readonly low: number; readonly median: number; readonly high: number; readonly draws: number};

/** Countries whose figures are told as one. */
export type Group = {readonly id: string; readonly title: string; readonly members: readonly number[]};

/** Real consumption of a group, change ÷ before: its members' changes weighted by their spending [N]. */
export function groupChange(hat: Float64Array, spending: Float64Array, {members}: Group): number {
  let [lost, all] = [0, 0];
  for (const c of members) {
    lost += spending[c]! * (hat[c]! - 1);
    all += spending[c]!;
  }
  return lost / all;
}

/**
 * The band of values that the draws gave, the quantiles (1 − level)⁄2 and (1 + level)⁄2; draws that failed are NaN and
 * left out, `draws` is how many count.
 *
 * @param values [draws] in any order; not modified
 */
export function band(values: Float64Array, level = LEVEL): Band {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (p: number) => quantile(sorted, p);
  return {low: at((1 - level) / 2), median: at(0.5), high: at((1 + level) / 2), draws: sorted.length};
}

/**
 * Bands of every step and group.
 *
 * @param welfareHat [draws] arrays [steps × N] as `Pricer.draw` returns them
 * @returns [steps][groups], of changes as `groupChange` gives them
 */
export function bandsOf(
  welfareHat: readonly Float64Array[],
  steps: number,
  spending: Float64Array,
  groups: readonly Group[]
): Band[][] {
  const N = spending.length;
  return Array.from({length: steps}, (_, step) =>
    groups.map((group) =>
      band(
        Float64Array.from(welfareHat, (hats) => groupChange(hats.subarray(step * N, (step + 1) * N), spending, group))
      )
    )
  );
}
