import {incorrect, ThawError} from "../../errors.ts";
import {requireLength} from "./spells.ts";
import {hazardsOf} from "./turnbullHazards.ts";
import {supportOf} from "./turnbullSupport.ts";

/** Ends known up to an interval: the spell ended in (left, right], at the time when left = right, or after left when right = ∞. */
export type CensoredEnds = {
  /** [n] −∞ when nothing is known of the start of the interval. */
  readonly left: Float64Array;
  /** [n] */
  readonly right: Float64Array;
  /** [n] The spell is seen only because it lasted longer than this; ≤ left, and < right. Left out, every spell is seen. */
  readonly entry?: Float64Array;
  /** [n] finite, > 0; 1 each when left out. */
  readonly weight?: Float64Array;
};

export type TurnbullOptions = {
  /** On the residual; 1e-10 when left out. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
};

export type TurnbullCurve = {
  /** [m] Innermost intervals (left, right], increasing, or points where both are equal; the last may end at ∞. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** [m] Probability of an end within each; they add up to 1. Where within, the data do not say. */
  readonly mass: Float64Array;
  /** [m] S at the right end of each interval. */
  readonly survival: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
  /** The largest violation of the conditions of the maximum, relative to the number at risk. */
  readonly residual: number;
};

/**
 * Turnbull's non-parametric maximum-likelihood estimate of survival from interval-censored ends.
 *
 *   maximise Σ wᵢ log P(leftᵢ < T ≤ rightᵢ | T > entryᵢ)
 *
 * over all distributions. The maximum puts mass on innermost intervals only. In their hazards hⱼ = −log(S_j / S_{j−1}) the
 * log likelihood is concave, also with delayed entry, and h ≥ 0 is the only constraint, so the maximum is known by
 *
 *   Dⱼ ≤ nⱼ for all j, with equality where hⱼ > 0,
 *
 * where nⱼ is the expected number at risk and Dⱼ the expected number of events over 1 − exp(−hⱼ). The residual is the
 * largest of Dⱼ/nⱼ − 1 and min(hⱼ, 1 − Dⱼ/nⱼ). Steps of self-consistency (the EM algorithm) alternate with convex-minorant
 * steps. Without intervals the estimate is Kaplan & Meier's.
 *
 * @param ends columns [n] of n ≥ 1 spells in any order; not modified
 * @returns intervals of no mass are kept. The mass of an interval need not be unique when ends overlap in few ways; its
 *   likelihood is. With delayed entry S stays at 0 once all at risk must have ended, as `kaplanMeier` has it.
 * @throws incorrect `survival/no-spells`, `survival/columns-differ`, `survival/not-a-number`, `survival/ends-crossed`,
 *   `survival/entry-after-left`, `survival/weight-not-positive`; noConvergence `survival/turnbull-no-convergence`
 * @see Turnbull (1976), JRSS B 38:290–295; Wellner & Zhan (1997), JASA 92:945–959. Checked by its conditions, against R's
 *   `survfit` of `Surv(type = "interval2")` (test/reference/survival/turnbull) and by hand (test/byhand/turnbull)
 */
export function turnbull(ends: CensoredEnds, options: TurnbullOptions = {}): TurnbullCurve {
  requireEnds(ends);
  const {tolerance = 1e-10, maxIterations = 10_000} = options;
  const support = supportOf(ends);
  const {cumulative, logLikelihood, iterations, residual} = hazardsOf(support, ends.weight, {tolerance, maxIterations});
  if (!(residual <= tolerance)) {
    throw new ThawError(
      "noConvergence",
      "survival/turnbull-no-convergence",
      `no convergence after ${iterations} iterations: residual ${residual.toExponential(2)}; below ${tolerance} is the maximum: give more iterations`,
      {details: {iterations, residual, tolerance}}
    );
  }
  const m = support.left.length;
  const survival = new Float64Array(m).map((_, j) => (j === m - 1 ? 0 : Math.exp(-cumulative[j]!)));
  const mass = survival.map((S, j) => (j === 0 ? 1 : survival[j - 1]!) - S);
  return {left: support.left, right: support.right, mass, survival, logLikelihood, iterations, residual};
}

/** The lowest and highest S(t) that the estimate allows: they differ only inside an innermost interval. */
export function turnbullBounds(
  {left, right, survival}: TurnbullCurve,
  t: number
): {readonly low: number; readonly high: number} {
  let high = 1;
  for (let j = 0; j < left.length; j++) {
    if (t < right[j]!) return {low: t > left[j]! ? survival[j]! : high, high};
    high = survival[j]!;
  }
  return {low: high, high};
}

function requireEnds({left, right, entry, weight}: CensoredEnds): void {
  const n = left.length;
  if (n === 0) throw incorrect("survival/no-spells", "no spells; an estimate needs at least one");
  requireLength("right", right, n);
  if (entry !== undefined) requireLength("entry", entry, n);
  if (weight !== undefined) requireLength("weight", weight, n);
  for (let i = 0; i < n; i++) {
    const [l, r, e, w] = [left[i]!, right[i]!, entry?.[i] ?? -Infinity, weight?.[i] ?? 1];
    for (const [name, value] of [
      ["left", l],
      ["right", r],
      ["entry", e]
    ] as const) {
      if (!Number.isNaN(value)) continue;
      throw incorrect(
        "survival/not-a-number",
        `${name} not a number: NaN in row ${i + 1}; right is Infinity for a spell that goes on`
      );
    }
    if (l > r || l === Infinity || r === -Infinity) {
      throw incorrect(
        "survival/ends-crossed",
        `left not before right: (${l}, ${r}] in row ${i + 1}; equal ends are a known time`
      );
    }
    if (e > l || e === r) {
      throw incorrect(
        "survival/entry-after-left",
        `entry after left: ${e} against (${l}, ${r}] in row ${i + 1}; nobody is seen before the entry`
      );
    }
    if (!(w > 0 && w < Infinity)) {
      throw incorrect(
        "survival/weight-not-positive",
        `weight not positive: ${w} in row ${i + 1}; leave the row out, or give it a weight above 0`
      );
    }
  }
}
