import {cholesky, choleskyInverse, logDeterminant} from "../../numeric/cholesky.ts";
import type {Evaluation, Objective} from "../../numeric/newton.ts";
import {addCrossProducts, addRow, type Design, linearPredictor} from "../inference/design.ts";
import type {ErrorDistribution} from "./errorDistribution.ts";

/** What the likelihood of person-periods is made of. */
export type HazardModel = {
  readonly design: Design;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly offset?: Float64Array;
  readonly distribution: ErrorDistribution;
};

/** [rows] derivatives in η of each row's log-likelihood. */
type HazardRows = {readonly value: number; readonly score: Float64Array; readonly observed: Float64Array};

function hazardRows({design, atRisk, events, distribution}: HazardModel, eta: Float64Array): HazardRows {
  const n = design.rows;
  const score = new Float64Array(n);
  const observed = new Float64Array(n);
  const jet = new Float64Array(3);
  let value = 0;
  for (let i = 0; i < n; i++) {
    const ended = events[i]!;
    const passed = atRisk[i]! - ended;
    if (ended > 0) {
      distribution.logDistribution(eta[i]!, jet);
      value += ended * jet[0]!;
      score[i] = ended * jet[1]!;
      observed[i] = -ended * jet[2]!;
    }
    if (passed > 0) {
      distribution.logSurvival(eta[i]!, jet);
      value += passed * jet[0]!;
      score[i]! += passed * jet[1]!;
      observed[i]! -= passed * jet[2]!;
    }
  }
  return {value, score, observed};
}

/** [rows] the expected information of each row, and half the derivative of its log. */
function expectedRows({design, atRisk, distribution}: HazardModel, eta: Float64Array) {
  const expected = new Float64Array(design.rows);
  const halfSlope = new Float64Array(design.rows);
  const hit = new Float64Array(3);
  const miss = new Float64Array(3);
  for (let i = 0; i < design.rows; i++) {
    distribution.logDistribution(eta[i]!, hit);
    distribution.logSurvival(eta[i]!, miss);
    expected[i] = -atRisk[i]! * hit[1]! * miss[1]!;
    halfSlope[i] = (hit[2]! / hit[1]! + miss[2]! / miss[1]!) / 2;
  }
  return {expected, halfSlope};
}

const etaOf = ({design, offset}: HazardModel, at: Float64Array) => linearPredictor(design, at, offset);

function products(design: Design, weight: Float64Array): Float64Array {
  const k = design.names.length;
  const matrix = new Float64Array(k * k);
  addCrossProducts(design, weight, matrix, k);
  return matrix;
}

function evaluation(design: Design, value: number, score: Float64Array, information: Float64Array): Evaluation {
  const gradient = new Float64Array(design.names.length);
  for (let i = 0; i < design.rows; i++) addRow(design, i, score[i]!, gradient, 0);
  return {value, gradient, information};
}

/** Σ events · log h(η) + (atRisk − events) · log(1 − h(η)), with the observed information. */
export function hazardLikelihood(model: HazardModel): Objective {
  return (at) => {
    const {value, score, observed} = hazardRows(model, etaOf(model, at));
    return evaluation(model.design, value, score, products(model.design, observed));
  };
}

/**
 * The likelihood plus ½ log det I(β), with the expected information I as the curvature. Its score is
 * Σ (uᵢ + ½ hᵢ (log wᵢ)′) xᵢ, with wᵢ the expected information of a row and hᵢ = wᵢ xᵢᵀ I⁻¹ xᵢ (Heinze & Schemper 2002
 * for logit, where (log w)′ = 1 − 2p).
 */
export function penalisedLikelihood(model: HazardModel): Objective {
  return (at) => {
    const {value, score, information} = penalised(model, at);
    return evaluation(model.design, value, score, information);
  };
}

function penalised(model: HazardModel, at: Float64Array) {
  const {design} = model;
  const k = design.names.length;
  const eta = etaOf(model, at);
  const {value, score} = hazardRows(model, eta);
  const {expected, halfSlope} = expectedRows(model, eta);
  const information = products(design, expected);
  const root = cholesky(information, k, 0);
  if ("dependent" in root) return {value: Number.NEGATIVE_INFINITY, score, information};
  const inverse = choleskyInverse(root.factor, k);
  for (let i = 0; i < design.rows; i++) {
    if (expected[i]! > 0) score[i]! += expected[i]! * quadratic(design, i, inverse) * halfSlope[i]!;
  }
  return {value: value + logDeterminant(root.factor, k) / 2, score, information};
}

/** xᵢᵀ M xᵢ */
function quadratic({intercepts, level, covariates: p, data}: Design, i: number, matrix: Float64Array): number {
  const k = intercepts + p;
  const l = level?.[i] ?? 0;
  let sum = intercepts > 0 ? matrix[l * k + l]! : 0;
  for (let a = 0; a < p; a++) {
    const row = (intercepts + a) * k;
    let inner = intercepts > 0 ? 2 * matrix[row + l]! : 0;
    for (let b = 0; b < p; b++) inner += matrix[row + intercepts + b]! * data[i * p + b]!;
    sum += inner * data[i * p + a]!;
  }
  return sum;
}

/** The log-likelihood without penalty, the expected information and [rows] the scores in η (with it under a penalty). */
export function hazardSummary(model: HazardModel, at: Float64Array, firth: boolean) {
  const eta = etaOf(model, at);
  const {value, score} = hazardRows(model, eta);
  const information = products(model.design, expectedRows(model, eta).expected);
  return {value, score: firth ? penalised(model, at).score : score, information};
}
