import type {CoxColumns} from "./coxColumns.ts";
import {type CoxLikelihood, type CoxSweep, sweepLikelihood} from "./coxSweep.ts";

/**
 * The exact partial likelihood of Cox (1972) for discrete time: given that d of the n at risk have the event, the chance
 * that it is these d,
 *
 *   Π_T r / e_d(r),   e_d(r) = Σ over all sets S of d at risk of Π_S r.
 *
 * An event time without ties is Breslow's and left to the sweep. At the others e_d and the first two moments of Σ_S x come
 * from the recursion of Gail, Lubin & Rubinstein (1981), Biometrika 68:703–707, in O(n d p²). It runs on probabilities:
 * with q = λr / (1 + λr), e_d(r) = λ⁻ᵈ Π (1 + λr) · P(d successes in n independent trials with chances q), whatever λ is;
 * the λ that expects d successes keeps every number far from overflow and underflow.
 *
 * @param columns without weights
 * @param beta [p] in scaled units; not modified
 * @param sweep overwritten; the hazards of tied event times are 0
 */
export function exactLikelihood(columns: CoxColumns, beta: Float64Array, sweep: CoxSweep): CoxLikelihood {
  const p = beta.length;
  const {logLikelihood, score, information} = sweepLikelihood(columns, beta, "exact", sweep);
  const {binStart, eventEnd, stratumBin, restCount} = columns;
  let logs = 0;
  for (let s = 0; s + 1 < stratumBin.length; s++) {
    const end = binStart[stratumBin[s + 1]!]!;
    for (let k = stratumBin[s]!; k < stratumBin[s + 1]!; k++) {
      const d = eventEnd[k]! - binStart[k]!;
      if (d === 1) continue;
      const atRisk = new Uint32Array(d + restCount[k]!);
      for (let i = binStart[k]!, j = 0; i < end; i++) if ((columns.entryBin?.[i] ?? -1) < k) atRisk[j++] = i;
      const moments = setMoments(columns.x, sweep.risk, atRisk, d);
      logs += moments.logSum;
      for (let a = 0; a < p; a++) score[a]! -= moments.mean[a]!;
      for (let i = 0; i < p * p; i++) information[i]! += moments.variance[i]!;
    }
  }
  return {logLikelihood: logLikelihood - logs, score, information};
}

/** log e_d(r), and the mean [p] and variance [p × p] of Σ_S x when a set S of d rows is drawn with chance ∝ Π_S r. */
function setMoments(x: readonly Float64Array[], risk: Float64Array, rows: Uint32Array, d: number) {
  const p = x.length;
  const n = rows.length;
  const mean = new Float64Array(p);
  const variance = new Float64Array(p * p);
  if (n === d) {
    let logSum = 0;
    for (const i of rows) logSum += Math.log(risk[i]!);
    for (let a = 0; a < p; a++) for (const i of rows) mean[a]! += x[a]![i]!;
    return {logSum, mean, variance};
  }
  const lambda = scaleOfChances(risk, rows, d);
  let logSum = -d * Math.log(lambda);
  for (let a = 0; a < p; a++) {
    for (const i of rows) mean[a]! += (x[a]![i]! * chance(lambda * risk[i]!)) / d;
  }
  // state k: the chance of k successes so far, then the first and the second moments of Σ x times that chance
  const width = 1 + p + (p * (p + 1)) / 2;
  const state = new Float64Array((d + 1) * width);
  state[0] = 1;
  const row = new Float64Array(p);
  for (let j = 0; j < n; j++) {
    const i = rows[j]!;
    const q = chance(lambda * risk[i]!);
    logSum += Math.log1p(lambda * risk[i]!);
    for (let a = 0; a < p; a++) row[a] = x[a]![i]! - mean[a]!;
    const least = Math.max(0, d - (n - 1 - j));
    for (let k = Math.min(d, j + 1); k >= least; k--) addTrial(state, k, width, q, row);
  }
  const last = d * width;
  const total = state[last]!;
  for (let a = 0, at = last + 1 + p; a < p; a++) {
    for (let b = 0; b <= a; b++, at++) {
      const moment = state[at]! / total - (state[last + 1 + a]! / total) * (state[last + 1 + b]! / total);
      variance[a * p + b] = moment;
      variance[b * p + a] = moment;
    }
  }
  for (let a = 0; a < p; a++) mean[a] = mean[a]! * d + state[last + 1 + a]! / total;
  return {logSum: logSum + Math.log(total), mean, variance};
}

/** State k after one more trial, from states k and k − 1 before it. */
function addTrial(state: Float64Array, k: number, width: number, q: number, x: Float64Array): void {
  const p = x.length;
  const to = k * width;
  if (k === 0) {
    for (let c = 0; c < width; c++) state[c]! *= 1 - q;
    return;
  }
  const from = to - width;
  const zeroth = state[from]!;
  state[to] = (1 - q) * state[to]! + q * zeroth;
  for (let a = 0, at = 1 + p; a < p; a++) {
    const xa = x[a]!;
    const first = state[from + 1 + a]!;
    state[to + 1 + a] = (1 - q) * state[to + 1 + a]! + q * (first + xa * zeroth);
    for (let b = 0; b <= a; b++, at++) {
      const xb = x[b]!;
      const second = state[from + at]! + xb * first + xa * state[from + 1 + b]! + xa * xb * zeroth;
      state[to + at] = (1 - q) * state[to + at]! + q * second;
    }
  }
}

const chance = (odds: number) => odds / (1 + odds);

/** A λ > 0 for which about d of n trials with odds λr succeed. */
function scaleOfChances(risk: Float64Array, rows: Uint32Array, d: number): number {
  const n = rows.length;
  let lambda = 1;
  for (let tries = 0; tries < 100; tries++) {
    let expected = 0;
    for (const i of rows) expected += chance(lambda * risk[i]!);
    if (Math.abs(expected - d) < 0.25) return lambda;
    lambda *= (d / expected) * ((n - expected) / (n - d));
  }
  return lambda;
}
