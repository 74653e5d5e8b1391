import {incorrect} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import type {Covariate} from "../survival/coxModel.ts";
import {notFinite, requireLength} from "../survival/spells.ts";
import {congruent} from "./robustVariance.ts";

/**
 * The columns of a linear predictor: L intercepts, of which each row has one, and p covariates. With an intercept the
 * covariates are centred and divided by their standard deviation, so that a column such as a year costs no digits.
 */
export type Design = {
  readonly rows: number;
  readonly intercepts: number;
  /** [rows] which intercept; left out, the first. */
  readonly level?: Uint32Array;
  readonly covariates: number;
  /** [rows × covariates] by rows, standardised */
  readonly data: Float64Array;
  /** [covariates] */
  readonly centre: Float64Array;
  /** [covariates] */
  readonly spread: Float64Array;
  /** [intercepts + covariates] */
  readonly names: readonly string[];
};

/**
 * @param intercepts names of the intercepts, none to leave them out
 * @param level [rows] which intercept a row has
 * @throws incorrect `survival/columns-differ`, `survival/not-finite`, `survival/collinear` for a covariate that is constant
 */
export function designOf(
  rows: number,
  covariates: readonly Covariate[],
  intercepts: readonly string[],
  level?: Uint32Array
): Design {
  const p = covariates.length;
  const data = new Float64Array(rows * p);
  const centre = new Float64Array(p);
  const spread = new Float64Array(p);
  for (const [j, {name, values}] of covariates.entries()) {
    requireLength(name, values, rows);
    requireFinite(name, values);
    const mean = intercepts.length > 0 ? values.reduce((sum, value) => sum + value, 0) / rows : 0;
    let squares = 0;
    for (let i = 0; i < rows; i++) squares += (values[i]! - mean) ** 2;
    const deviation = Math.sqrt(squares / rows);
    if (!(deviation > 1e-14 * Math.abs(mean))) {
      throw incorrect(
        "survival/collinear",
        `covariate without variation: ${name} is ${values[0]} in every row; leave it out`,
        {name}
      );
    }
    centre[j] = mean;
    spread[j] = deviation;
    for (let i = 0; i < rows; i++) data[i * p + j] = (values[i]! - mean) / deviation;
  }
  return {
    rows,
    intercepts: intercepts.length,
    ...(level === undefined ? {} : {level}),
    covariates: p,
    data,
    centre,
    spread,
    names: [...intercepts, ...covariates.map(({name}) => name)]
  };
}

function requireFinite(name: string, values: Float64Array): void {
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) throw notFinite(name, values[row]!, row);
}

/** η [rows] = offset + intercept + covariates · coefficients, in standardised units; `coefficients` may be longer. */
export function linearPredictor(design: Design, coefficients: Float64Array, offset?: Float64Array): Float64Array {
  const {rows, intercepts, level, covariates: p, data} = design;
  const eta = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = offset?.[i] ?? 0;
    if (intercepts > 0) sum += coefficients[level?.[i] ?? 0]!;
    for (let j = 0; j < p; j++) sum += data[i * p + j]! * coefficients[intercepts + j]!;
    eta[i] = sum;
  }
  return eta;
}

/** Adds `factor` times the columns of a row to L + p numbers of `sums` from `from`. */
export function addRow(design: Design, row: number, factor: number, sums: Float64Array, from: number): void {
  const {intercepts, level, covariates: p, data} = design;
  if (intercepts > 0) sums[from + (level?.[row] ?? 0)]! += factor;
  for (let j = 0; j < p; j++) sums[from + intercepts + j]! += factor * data[row * p + j]!;
}

/** Adds Σ_i weight_i x_i x_iᵀ to the leading lower triangle of a k × k matrix. */
export function addCrossProducts(design: Design, weight: Float64Array, matrix: Float64Array, k: number): void {
  const {rows, intercepts, level, covariates: p, data} = design;
  for (let i = 0; i < rows; i++) {
    const w = weight[i]!;
    const l = level?.[i] ?? 0;
    const from = i * p;
    if (intercepts > 0) matrix[l * k + l]! += w;
    for (let a = 0; a < p; a++) {
      const scaled = w * data[from + a]!;
      const row = (intercepts + a) * k;
      if (intercepts > 0) matrix[row + l]! += scaled;
      for (let b = 0; b <= a; b++) matrix[row + intercepts + b]! += scaled * data[from + b]!;
    }
  }
}

/**
 * The Cholesky factor of the weighted cross-products.
 *
 * @throws incorrect `survival/collinear`, naming the covariate and those that it is a combination of
 */
export function requireIndependent(design: Design, weight: Float64Array): Float64Array {
  const k = design.names.length;
  const matrix = new Float64Array(k * k);
  addCrossProducts(design, weight, matrix, k);
  const root = cholesky(matrix, k);
  if ("factor" in root) return root.factor;
  const {dependent} = root;
  const before = new Float64Array(dependent * dependent);
  for (let i = 0; i < dependent; i++) {
    for (let j = 0; j <= i; j++) before[i * dependent + j] = matrix[i * k + j]!;
  }
  const leading = cholesky(before, dependent);
  const right = matrix.slice(dependent * k, dependent * k + dependent);
  const shares = "factor" in leading ? choleskySolve(leading.factor, dependent, right) : right;
  const others = design.names.slice(0, dependent).filter((_, j) => Math.abs(shares[j]!) > 1e-6);
  const name = design.names[dependent]!;
  throw incorrect(
    "survival/collinear",
    `collinear covariate: ${name} follows from ${others.join(", ") || "the others"}; leave one of them out`,
    {name, others}
  );
}

/** Coefficients of the columns as given, from those of the standardised columns; what follows L + p stays as it is. */
export function originalCoefficients({intercepts, covariates, centre, spread}: Design, at: Float64Array): Float64Array {
  const given = Float64Array.from(at);
  for (let j = 0; j < covariates; j++) {
    const slope = at[intercepts + j]! / spread[j]!;
    given[intercepts + j] = slope;
    for (let l = 0; l < intercepts; l++) given[l]! -= centre[j]! * slope;
  }
  return given;
}

/** The variance [k × k] of `originalCoefficients`, from that of the standardised ones. */
export function originalVariance(
  {intercepts, covariates, centre, spread}: Design,
  vcov: Float64Array,
  k: number
): Float64Array {
  const jacobian = new Float64Array(k * k);
  for (let j = 0; j < k; j++) jacobian[j * k + j] = 1;
  for (let j = 0; j < covariates; j++) {
    const column = intercepts + j;
    jacobian[column * k + column] = 1 / spread[j]!;
    for (let l = 0; l < intercepts; l++) jacobian[l * k + column] = -centre[j]! / spread[j]!;
  }
  return congruent(jacobian, vcov, k);
}
