import {addWeightedProducts} from "../survival/coxProducts.ts";
import type {CoxLikelihood} from "../survival/coxSweep.ts";
import {COMPETES, type FineGrayColumns, type FineGrayStratum, HAS_EVENT} from "./fineGrayColumns.ts";

/** The hazard that a sweep finds at the K event times of a stratum. Matrices by rows. */
export type FineGrayHazard = {
  /** [m] weight · exp(η − shift) */
  readonly risk: Float64Array;
  readonly shift: number;
  /** [K] the hazard dΛ, and what the events of the time are exposed to of it (Efron's share; Breslow: all) */
  readonly jump: Float64Array;
  readonly ownJump: Float64Array;
  /** [K × p] the same times the mean covariates */
  readonly mean: Float64Array;
  readonly ownMean: Float64Array;
  /** [K × p] the mean covariates that the score takes from an event */
  readonly center: Float64Array;
};

/**
 * The partial likelihood of the subdistribution hazard. At event time t the risk set is all rows with entry < t ≤ exit, and
 * the rows i with a competing event before t, which weigh G(t−)/G(Tᵢ−). Since
 *
 *   Σᵢ rᵢ G(t−)/G(Tᵢ−) = G(t−) Σᵢ rᵢ/G(Tᵢ−),
 *
 * the risk set is a running sum back in time and another forward; and the second moments of all risk sets together are
 * Σᵢ rᵢ xᵢ xᵢᵀ times what row i is exposed to. So an evaluation is O(n p²) with nothing expanded.
 *
 * @param beta [p] in scaled units
 * @param keep called with each stratum's hazard
 */
export function sweepFineGray(
  {strata}: FineGrayColumns,
  beta: Float64Array,
  ties: "efron" | "breslow",
  keep?: (stratum: FineGrayStratum, hazard: FineGrayHazard) => void
): CoxLikelihood {
  const p = beta.length;
  const score = new Float64Array(p);
  const information = new Float64Array(p * p);
  let logLikelihood = 0;
  for (const stratum of strata) {
    const {eta, shift, risk} = risksOf(stratum, beta);
    const {hazard, value} = hazardOf(stratum, risk, shift, ties, score, information, p);
    logLikelihood += value + eventTerms(stratum, eta, shift, score);
    addWeightedProducts(stratum.x, exposedRisk(stratum, hazard), information);
    keep?.(stratum, hazard);
  }
  return {logLikelihood, score, information};
}

function risksOf({offset, weight, x}: FineGrayStratum, beta: Float64Array) {
  const eta = Float64Array.from(offset);
  x.forEach((column, a) => {
    const b = beta[a]!;
    if (b !== 0) for (let i = 0; i < eta.length; i++) eta[i]! += b * column[i]!;
  });
  let shift = -Infinity;
  for (let i = 0; i < eta.length; i++) if (eta[i]! > shift) shift = eta[i]!;
  const risk = new Float64Array(eta.length);
  for (let i = 0; i < eta.length; i++) risk[i] = weight[i]! * Math.exp(eta[i]! - shift);
  return {eta, shift, risk};
}

/** Adds Σ w x of the events to the score. @returns Σ w (η − shift) */
function eventTerms({kind, weight, x}: FineGrayStratum, eta: Float64Array, shift: number, score: Float64Array): number {
  let value = 0;
  for (let i = 0; i < eta.length; i++) {
    if (kind[i] !== HAS_EVENT) continue;
    value += weight[i]! * (eta[i]! - shift);
    for (let a = 0; a < x.length; a++) score[a]! += weight[i]! * x[a]![i]!;
  }
  return value;
}

type RiskSets = {
  /** [K] sums over the whole risk set, and over the events of the time */
  readonly whole: Float64Array;
  readonly tied: Float64Array;
};

/** @param values [m] what is summed */
function overRiskSets(
  {kind, group, inverse, groups, time, observed, upTo, after}: FineGrayStratum,
  values: Float64Array
): RiskSets {
  const K = time.length;
  const G = groups.length;
  const whole = new Float64Array(K);
  const tied = new Float64Array(K);
  const competing = new Float64Array((K + 1) * G);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const to = upTo[i]!;
    if (to > 0) whole[to - 1]! += value;
    if (after !== undefined && after[i]! > 0) whole[after[i]! - 1]! -= value;
    if (kind[i] === HAS_EVENT) tied[to - 1]! += value;
    else if (kind[i] === COMPETES) competing[to * G + group[i]!]! += value * inverse[i]!;
  }
  for (let k = K - 2; k >= 0; k--) whole[k]! += whole[k + 1]!;
  for (let k = 0; k < K; k++) {
    for (let g = 0; g < G; g++) {
      const sum = competing[k * G + g]!;
      const weight = observed[k * G + g]!;
      if (weight > 0) whole[k]! += weight * sum;
      competing[(k + 1) * G + g]! += sum;
    }
  }
  return {whole, tied};
}

/** Takes the mean covariates from the score and their squares from the information. */
function hazardOf(
  stratum: FineGrayStratum,
  risk: Float64Array,
  shift: number,
  ties: "efron" | "breslow",
  score: Float64Array,
  information: Float64Array,
  p: number
): {readonly hazard: FineGrayHazard; readonly value: number} {
  const {time, x, deaths, deathWeight} = stratum;
  const K = time.length;
  const product = new Float64Array(risk.length);
  const {whole, tied} = overRiskSets(stratum, risk);
  const first = x.map((column) => {
    for (let i = 0; i < risk.length; i++) product[i] = risk[i]! * column[i]!;
    return overRiskSets(stratum, product);
  });
  const jump = new Float64Array(K);
  const ownJump = new Float64Array(K);
  const mean = new Float64Array(K * p);
  const ownMean = new Float64Array(K * p);
  const center = new Float64Array(K * p);
  const means = new Float64Array(p);
  let value = 0;
  for (let k = 0; k < K; k++) {
    const parts = ties === "efron" ? deaths[k]! : 1;
    const share = deathWeight[k]! / parts;
    for (let l = 0; l < parts; l++) {
      const gone = l / parts;
      const sum = whole[k]! - gone * tied[k]!;
      const part = share / sum;
      value -= share * Math.log(sum);
      jump[k]! += part;
      ownJump[k]! += (1 - gone) * part;
      for (let a = 0; a < p; a++) {
        const average = (first[a]!.whole[k]! - gone * first[a]!.tied[k]!) / sum;
        means[a] = average;
        score[a]! -= share * average;
        mean[k * p + a]! += part * average;
        ownMean[k * p + a]! += (1 - gone) * part * average;
        center[k * p + a]! += average / parts;
        for (let b = 0; b <= a; b++) information[a * p + b]! -= share * average * means[b]!;
      }
    }
  }
  return {hazard: {risk, shift, jump, ownJump, mean, ownMean, center}, value};
}

/** [m] risk times the hazard that each row is exposed to. */
function exposedRisk(
  {kind, group, groups, inverse, time, observed, upTo, after}: FineGrayStratum,
  {risk, jump, ownJump}: FineGrayHazard
): Float64Array {
  const K = time.length;
  const G = groups.length;
  const sum = new Float64Array(K + 1);
  const later = new Float64Array((K + 1) * G);
  for (let k = 0; k < K; k++) sum[k + 1] = sum[k]! + jump[k]!;
  for (let k = K - 1; k >= 0; k--) {
    for (let g = 0; g < G; g++) later[k * G + g] = later[(k + 1) * G + g]! + observed[k * G + g]! * jump[k]!;
  }
  const exposed = new Float64Array(risk.length);
  for (let i = 0; i < risk.length; i++) {
    const to = upTo[i]!;
    let hazard = sum[to]! - (after === undefined ? 0 : sum[after[i]!]!);
    if (kind[i] === HAS_EVENT) hazard += ownJump[to - 1]! - jump[to - 1]!;
    else if (kind[i] === COMPETES) hazard += inverse[i]! * later[to * G + group[i]!]!;
    exposed[i] = risk[i]! * hazard;
  }
  return exposed;
}
