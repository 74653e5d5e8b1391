import {incorrect} from "../../errors.ts";
import type {SurvivalCurve} from "./survivalCurve.ts";

export type RestrictedMean = {
  readonly mean: number;
  readonly se: number;
  /** The time that the mean is restricted to. */
  readonly until: number;
};

/**
 * Mean time to an event, restricted to a horizon: the area under S from the origin to τ.
 *
 *   μ(τ) = ∫₀^τ S(t) dt,   var = Σ_{tᵢ ≤ τ} (∫_{tᵢ}^τ S(t) dt)² dᵢ / (nᵢ (nᵢ − dᵢ))
 *
 * A curve that ends above 0 before τ is carried on flat, so a mean beyond the last time rests on nothing observed; curves
 * that are compared need one τ, such as the least of their last times. A step at which all at risk end adds no variance.
 * The variance is Greenwood's also for a curve with jackknife errors, as in R.
 *
 * @param until τ, after the origin; the last time of the curve when left out
 * @param origin the time from which the area counts
 * @throws incorrect `survival/horizon-not-after-origin`
 * @see R's `print(survfit, rmean = τ)`; Miller (1981), Survival Analysis, p. 195. Checked against it
 *   (test/reference/survival/survivalCurves) and by hand (test/byhand/kaplanMeier)
 */
export function restrictedMean(
  {time, survival, atRisk, events}: SurvivalCurve,
  until: number = time.at(-1)!,
  origin = 0
): RestrictedMean {
  if (!(until > origin && until < Infinity)) {
    throw incorrect(
      "survival/horizon-not-after-origin",
      `horizon not after the origin: ${until}; give a finite time after ${origin}`
    );
  }
  let rows = 0;
  while (rows < time.length && time[rows]! <= until) rows++;
  let area = 0;
  let variance = 0;
  let right = until;
  for (let row = rows - 1; row >= 0; row--) {
    const left = Math.max(time[row]!, origin);
    area += (right - left) * survival[row]!;
    right = left;
    const n = atRisk[row]!;
    const d = events[row]!;
    if (d < n) variance += (area * area * d) / (n * (n - d));
  }
  return {mean: area + (right - origin), se: Math.sqrt(variance), until};
}
