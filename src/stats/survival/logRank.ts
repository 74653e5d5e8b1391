import {incorrect} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import {codesOf} from "../../numeric/codes.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import {logRankSums} from "./logRankSums.ts";
import {requireLength, requireSpells, type Spells} from "./spells.ts";

export type LogRankOptions = {
  /** Events count S(t−)^rho: 0, the log-rank test, when left out; 1 is Peto & Peto's version of the Gehan–Wilcoxon test. */
  readonly rho?: number;
  /** [n] any integers; groups are compared within strata only. One stratum when left out. */
  readonly stratum?: Int32Array;
};

export type LogRank = {
  readonly statistic: number;
  /** The rank of the variance: groups that can be compared, less one for each set of groups met only with each other. */
  readonly df: number;
  readonly p: number;
  readonly rho: number;
  /** [k] labels, increasing */
  readonly groups: Int32Array;
  /** [k] sum of weights */
  readonly n: Float64Array;
  /** [k] */
  readonly observed: Float64Array;
  /** [k] */
  readonly expected: Float64Array;
  /** [k × k] by rows, of observed − expected */
  readonly variance: Float64Array;
  /** Labels of groups that were never at risk at an event together with another group: the test says nothing of them. */
  readonly apart: readonly number[];
  readonly strata: {
    /** [s] labels, increasing */
    readonly labels: Int32Array;
    /** [s × k] by rows */
    readonly observed: Float64Array;
    /** [s × k] by rows */
    readonly expected: Float64Array;
  };
};

/**
 * The G-rho family of tests that groups have one hazard, stratified and with delayed entry.
 *
 *   U_g = Σ_t S(t−)^ρ (d_g(t) − d(t) n_g(t) / n(t))
 *   V_gh = Σ_t S(t−)^2ρ d (n − d) / (n − 1) · n_g/n (1{g = h} − n_h/n),   statistic Uᵀ V⁻ U ~ χ²(rank V)
 *
 * S(t−) is the Kaplan–Meier estimate of all groups of a stratum just before t; its sums go over the strata. Ties have the
 * variance of the hypergeometric distribution. Risk sets are those of `kaplanMeier`. Weights count copies, so they are
 * whole numbers.
 *
 * @param spells columns [n] of spells in any order, any cause an event; not modified
 * @param group [n] any integers, at least two different ones
 * @throws incorrect as `requireSpells`; `survival/one-group`, `survival/weight-not-whole`, `survival/no-events`,
 *   `survival/rho-negative`, `survival/nothing-to-compare` when no two groups were at risk together at an event
 * @see Harrington & Fleming (1982), Biometrika 69:553–566. Checked against R's `survdiff` without delayed entry and the
 *   score test of `coxph` with it (test/reference/survival/logRank), and by hand (test/byhand/logRank)
 */
export function logRank(spells: Spells, group: Int32Array, {rho = 0, stratum}: LogRankOptions = {}): LogRank {
  requireSpells(spells);
  const n = spells.exit.length;
  requireLength("group", group, n);
  if (stratum !== undefined) requireLength("stratum", stratum, n);
  if (!Number.isFinite(rho))
    throw incorrect("survival/rho-not-finite", `rho not finite: ${rho}; 0 is the log-rank test`);
  requireWhole(spells.weight);
  if (!spells.event.some((cause) => cause !== 0)) {
    throw incorrect("survival/no-events", `no events: all ${n} spells are censored; a test needs at least one event`);
  }
  const {codes, labels} = codesOf(group);
  const k = labels.length;
  if (k < 2) throw incorrect("survival/one-group", `one group: ${labels[0]}; a test compares at least two`);

  const {strata, observed, expected, variance, meets, size} = logRankSums(spells, {codes, k}, stratum, rho);
  const overStrata = (columns: Float64Array) =>
    new Float64Array(k).map((_, g) => columns.reduce((sum, value, at) => (at % k === g ? sum + value : sum), 0));
  const [allObserved, allExpected] = [overStrata(observed), overStrata(expected)];
  const difference = allObserved.map((value, g) => value - allExpected[g]!);
  const {statistic, df, apart} = quadraticForm(difference, variance, meets, size);
  if (df === 0) {
    throw incorrect(
      "survival/nothing-to-compare",
      `nothing to compare: groups ${labels.join(", ")}; at no event were two of them at risk with someone left over`
    );
  }
  return {
    statistic,
    df,
    p: chiSquareUpper(statistic, df),
    rho,
    groups: labels,
    n: size,
    observed: allObserved,
    expected: allExpected,
    variance,
    apart: apart.map((g) => labels[g]!),
    strata: {labels: strata, observed, expected}
  };
}

function requireWhole(weight: Float64Array | undefined): void {
  const row = weight?.findIndex((w) => w !== Math.floor(w)) ?? -1;
  if (row < 0) return;
  throw incorrect(
    "survival/weight-not-whole",
    `weight not whole: ${weight![row]} in row ${row + 1}; the test counts spells, for other weights use a Cox model with a robust score test`
  );
}

/**
 * Uᵀ V⁻ U. Within a set of groups that met, the rows of V sum to 0 and any one may be left out: the largest group is, which
 * keeps the others far from dependent. Across sets V is 0.
 */
function quadraticForm(
  U: Float64Array,
  V: Float64Array,
  sets: readonly number[],
  size: Float64Array
): {readonly statistic: number; readonly df: number; readonly apart: readonly number[]} {
  const k = U.length;
  const largest = new Map<number, number>();
  const members = new Map<number, number>();
  for (let g = 0; g < k; g++) {
    const set = sets[g]!;
    members.set(set, (members.get(set) ?? 0) + 1);
    const best = largest.get(set);
    if (best === undefined || size[g]! > size[best]!) largest.set(set, g);
  }
  const kept = Array.from({length: k}, (_, g) => g).filter((g) => largest.get(sets[g]!) !== g);
  const df = kept.length;
  const matrix = Float64Array.from({length: df * df}, (_, at) => V[kept[Math.floor(at / df)]! * k + kept[at % df]!]!);
  const vector = Float64Array.from(kept, (g) => U[g]!);
  const decomposition = cholesky(matrix, df, 0);
  if ("dependent" in decomposition) throw new RangeError("the variance of groups that met is positive definite");
  const solution = choleskySolve(decomposition.factor, df, vector);
  const statistic = vector.reduce((sum, value, at) => sum + value * solution[at]!, 0);
  return {statistic, df, apart: sets.flatMap((set, g) => (members.get(set) === 1 ? [g] : []))};
}
