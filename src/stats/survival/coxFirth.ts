import {cholesky, choleskyInverse, logDeterminant} from "../../numeric/cholesky.ts";
import type {CoxColumns} from "./coxColumns.ts";
import {dot} from "./coxProducts.ts";
import {type CoxLikelihood, type CoxSweep, exposures, meanExposure, sumByBin, sweepLikelihood} from "./coxSweep.ts";

const STEP = 1e-4; // scaled units: central differences of the score, relative error near 1e-8

/**
 * Firth's penalty added to a partial likelihood (Heinze & Schemper 2001, Biometrics 57:114–119):
 *
 *   l*(β) = l(β) + ½ log det I(β),   U*ₐ = Uₐ + ½ tr(I⁻¹ ∂I/∂βₐ)
 *
 * I is the information of the likelihood in hand, Efron's or Breslow's, so ties are treated alike in l and in the penalty.
 * It is the information returned; the curvature of l* comes from differences of U* and only speeds the search.
 *
 * @param beta [p] in scaled units; not modified
 * @param sweep overwritten
 */
export function firthLikelihood(
  columns: CoxColumns,
  beta: Float64Array,
  ties: "efron" | "breslow",
  sweep: CoxSweep
): CoxLikelihood {
  const p = beta.length;
  const at = (point: Float64Array) => penalised(columns, ties, sweep, sweepLikelihood(columns, point, ties, sweep));
  const curvature = () => {
    const matrix = new Float64Array(p * p);
    for (let a = 0; a < p; a++) {
      const above = at(beta.with(a, beta[a]! + STEP)).score;
      const below = at(beta.with(a, beta[a]! - STEP)).score;
      for (let b = 0; b < p; b++) {
        const slope = (below[b]! - above[b]!) / (4 * STEP);
        matrix[a * p + b]! += slope;
        matrix[b * p + a]! += slope;
      }
    }
    return matrix;
  };
  return {...at(beta), curvature};
}

/**
 * The penalised likelihood from the plain one. ∂I/∂β is a sum of third central moments over risk sets. With V = I⁻¹ and
 * h = xᵀVx its trace with V is
 *
 *   Σᵢ rᵢ xᵢ (hᵢ Λᵢ − 2 xᵢᵀ V Ξᵢ) − Σ_k Σ_j w̄ x̄ (h̄ − 2 x̄ᵀ V x̄),
 *
 * where Λ and Ξ are the integrals of the hazard and of x̄ times the hazard over a row's time at risk: again one pass over
 * rows and one over bins.
 */
function penalised(
  columns: CoxColumns,
  ties: "efron" | "breslow",
  sweep: CoxSweep,
  {logLikelihood, score, information}: CoxLikelihood
): CoxLikelihood {
  const p = score.length;
  if (p === 0) return {logLikelihood, score, information};
  const factored = cholesky(information, p);
  if ("dependent" in factored) return {logLikelihood: Number.NEGATIVE_INFINITY, score, information};
  const inverse = choleskyInverse(factored.factor, p);
  const logScale = columns.scale.reduce((sum, scale) => sum + Math.log(scale), 0);
  const trace = rowTrace(columns, sweep, inverse);
  const minus = binTrace(columns, ties, sweep, inverse);
  return {
    logLikelihood: logLikelihood + logDeterminant(factored.factor, p) / 2 + logScale,
    score: score.map((u, a) => u + (trace[a]! - minus[a]!) / 2),
    information
  };
}

/** [p] Σᵢ rᵢ xᵢ (hᵢ Λᵢ − 2 xᵢᵀ V Ξᵢ) */
function rowTrace(columns: CoxColumns, sweep: CoxSweep, inverse: Float64Array): Float64Array {
  const {x} = columns;
  const p = x.length;
  const factor = exposures(columns, sweep);
  const h = quadraticForms(x, inverse);
  for (let i = 0; i < factor.length; i++) factor[i]! *= h[i]!;
  for (let b = 0; b < p; b++) {
    const exposed = meanExposure(columns, sweep, b);
    for (let i = 0; i < factor.length; i++) {
      let product = 0;
      for (let a = 0; a < p; a++) product += inverse[a * p + b]! * x[a]![i]!;
      factor[i]! -= 2 * sweep.risk[i]! * product * exposed[i]!;
    }
  }
  return Float64Array.from(x, (column) => dot(column, factor));
}

/** [p] Σ_k Σ_j w̄ x̄ (h̄ − 2 x̄ᵀ V x̄) */
function binTrace(
  columns: CoxColumns,
  ties: "efron" | "breslow",
  sweep: CoxSweep,
  inverse: Float64Array
): Float64Array {
  const {binStart, eventEnd, eventWeight, x} = columns;
  const {risk, rest0, tied0, rest1, tied1} = sweep;
  const p = x.length;
  const K = eventEnd.length;
  const restH = new Float64Array(K);
  const tiedH = new Float64Array(K);
  sumByBin(columns, risk, quadraticForms(x, inverse), restH, tiedH);
  const trace = new Float64Array(p);
  const mean = new Float64Array(p);
  for (let k = 0; k < K; k++) {
    const d = ties === "efron" ? eventEnd[k]! - binStart[k]! : 1;
    const weight = eventWeight[k]! / d;
    for (let j = 0; j < d; j++) {
      const g = 1 - j / d;
      const total = rest0[k]! + g * tied0[k]!;
      for (let a = 0; a < p; a++) mean[a] = (rest1[a]![k]! + g * tied1[a]![k]!) / total;
      let factor = (restH[k]! + g * tiedH[k]!) / total;
      for (let a = 0; a < p; a++) {
        for (let b = 0; b < p; b++) factor -= 2 * inverse[a * p + b]! * mean[a]! * mean[b]!;
      }
      for (let a = 0; a < p; a++) trace[a]! += weight * mean[a]! * factor;
    }
  }
  return trace;
}

/** [n] xᵢᵀ V xᵢ of p columns [n] */
function quadraticForms(x: readonly Float64Array[], inverse: Float64Array): Float64Array {
  const p = x.length;
  const forms = new Float64Array(x[0]!.length);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      const v = inverse[a * p + b]!;
      const [xa, xb] = [x[a]!, x[b]!];
      for (let i = 0; i < forms.length; i++) forms[i]! += v * xa[i]! * xb[i]!;
    }
  }
  return forms;
}
