import {incorrect} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import type {TestStatistic} from "../survival/coxModel.ts";
import {causeRows, type GroupedSpells, tieFactor} from "./causeCounts.ts";

export type GrayTest = TestStatistic & {
  readonly cause: number;
  /** [groups − 1] weighted observed less expected events, and its variance by rows; the last group is left out */
  readonly score: Float64Array;
  readonly variance: Float64Array;
};

/**
 * Gray's test of equal cumulative incidence of a cause in K groups, for each cause.
 *
 * A group's risk set at t is n(t) (1 − F(t−)) / S(t−), which counts those who had another cause before; events have weight
 * (1 − F(t−))^ρ, F the incidence of all groups together. Strata add scores and variances. The variance is Gray's (1988,
 * section 3) with hypergeometric increments at ties, as in R's cmprsk::cuminc.
 *
 * @param spells n ≥ 1 spells without entry and weights in two groups or more; not modified
 * @param rho 0 when left out
 * @returns by cause; `statistic` and `p` are NaN where the variance has no inverse
 * @throws what `causeRows` throws; incorrect `survival/one-group`
 * @see Gray (1988), Ann. Stat. 16:1141–1154. Checked against cmprsk 2.2 (test/reference/survival/fineGray.test.ts).
 */
export function grayTest(spells: GroupedSpells, {rho = 0}: {readonly rho?: number} = {}): GrayTest[] {
  const {groups, ofStratum, code, causes} = causeRows(spells);
  const K = groups.length;
  if (K < 2) {
    throw incorrect("survival/one-group", `one group: every spell is in group ${groups[0]}; a test needs two or more`);
  }
  return causes.map((cause) => {
    const score = new Float64Array(K - 1);
    const variance = new Float64Array((K - 1) ** 2);
    for (const rows of ofStratum) addStratum(spells, rows, code, K, cause, rho, score, variance);
    const root = cholesky(variance, K - 1);
    if ("dependent" in root) return {cause, score, variance, statistic: Number.NaN, df: K - 1, p: Number.NaN};
    const solved = choleskySolve(root.factor, K - 1, score);
    const statistic = score.reduce((sum, value, k) => sum + value * solved[k]!, 0);
    return {cause, score, variance, statistic, df: K - 1, p: chiSquareUpper(statistic, K - 1)};
  });
}

/**
 * The score of group g is Σ_k ∫ (a_gk − h_k c_gk) dM_k − what c has yet to gain, for increments M_k of each group's own
 * causes; with c known only at the end, its products with h_k are summed apart: Σ v (a − h c + h C)(…)ᵀ for the last C.
 */
function addStratum(
  {exit, event}: GroupedSpells,
  rows: Uint32Array,
  code: Uint32Array,
  K: number,
  cause: number,
  rho: number,
  score: Float64Array,
  variance: Float64Array
): void {
  const J = K - 1;
  const atRisk = new Float64Array(K);
  for (const row of rows) atRisk[code[row]!]!++;
  const survival = new Float64Array(K).fill(1); // before the time
  const after = new Float64Array(K).fill(1);
  const incidence = new Float64Array(K); // of each group, before the time
  const a = new Float64Array(K * K);
  const c = new Float64Array(K * K);
  const plain = new Float64Array(K); // Σ h² v
  const cross = new Float64Array(J * K); // Σ h b v, b = a − h c
  const own = new Float64Array(K);
  const other = new Float64Array(K);
  const left = new Float64Array(K);
  const b = new Float64Array(J);
  let pooled = 0;

  const add = (k: number, h: number, v: number, moves: boolean): void => {
    for (let i = 0; i < J; i++) b[i] = (moves ? a[i * K + k]! : 0) - h * c[i * K + k]!;
    plain[k]! += h * h * v;
    for (let i = 0; i < J; i++) {
      cross[i * K + k]! += b[i]! * h * v;
      for (let j = 0; j < J; j++) variance[i * J + j]! += b[i]! * b[j]! * v;
    }
  };

  for (let i = 0; i < rows.length; ) {
    const now = exit[rows[i]!]!;
    own.fill(0);
    other.fill(0);
    left.fill(0);
    for (; i < rows.length && exit[rows[i]!] === now; i++) {
      const row = rows[i]!;
      const k = code[row]!;
      left[k]!++;
      if (event[row] === cause) own[k]!++;
      else if (event[row] !== 0) other[k]!++;
    }
    const events = own.reduce((sum, d) => sum + d, 0);
    const others = other.reduce((sum, d) => sum + d, 0);
    if (events + others > 0) step(events, others);
    for (let k = 0; k < K; k++) atRisk[k]! -= left[k]!;
  }

  for (let k = 0; k < K; k++) {
    for (let i = 0; i < J; i++) {
      for (let j = 0; j < J; j++) {
        const [ci, cj] = [c[i * K + k]!, c[j * K + k]!];
        variance[i * J + j]! += ci * cj * plain[k]! + ci * cross[j * K + k]! + cj * cross[i * K + k]!;
      }
    }
  }

  function step(events: number, others: number): void {
    let hazardRisk = 0; // Σ n / S
    let setSize = 0; // Σ n (1 − F) / S
    for (let k = 0; k < K; k++) {
      if (atRisk[k] === 0) continue;
      after[k] = (survival[k]! * (atRisk[k]! - own[k]! - other[k]!)) / atRisk[k]!;
      hazardRisk += atRisk[k]! / survival[k]!;
      setSize += (atRisk[k]! * (1 - incidence[k]!)) / survival[k]!;
    }
    const weight = (1 - pooled) ** rho;
    const next = pooled + events / hazardRisk;
    const rise = events / (hazardRisk * (1 - pooled));
    a.fill(0);
    for (let i = 0; i < K; i++) {
      if (atRisk[i] === 0) continue;
      const share = atRisk[i]! / survival[i]!;
      for (let k = 0; k < K; k++) {
        if (atRisk[k] === 0) continue;
        const part = weight * share * ((i === k ? 1 : 0) - atRisk[k]! / survival[k]! / hazardRisk);
        a[i * K + k] = part;
        c[i * K + k]! += part * rise;
      }
      if (i < J) {
        const expected = (events * atRisk[i]! * (1 - incidence[i]!)) / (survival[i]! * setSize);
        score[i]! += weight * (own[i]! - expected);
      }
    }
    for (let k = 0; k < K && events > 0; k++) {
      if (atRisk[k] === 0) continue;
      const h = after[k]! > 0 ? 1 - (1 - next) / after[k]! : 1;
      const v = (tieFactor(events, hazardRisk * survival[k]!) * survival[k]! * events) / (hazardRisk * atRisk[k]!);
      add(k, h, v, true);
    }
    for (let k = 0; k < K && others > 0; k++) {
      if (!(after[k]! > 0) || other[k] === 0) continue;
      const v = (tieFactor(other[k]!, atRisk[k]!) * survival[k]! ** 2 * other[k]!) / atRisk[k]! ** 2;
      add(k, -(1 - next) / after[k]!, v, false);
    }
    for (let k = 0; k < K; k++) {
      if (atRisk[k]! > 0) incidence[k]! += (survival[k]! * own[k]!) / atRisk[k]!;
      survival[k] = after[k]!;
    }
    pooled = next;
  }
}
