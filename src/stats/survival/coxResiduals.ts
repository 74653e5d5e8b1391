import {codesOf} from "../../numeric/codes.ts";
import type {CoxFit, CoxInput} from "./coxModel.ts";
import {coxScoreResiduals} from "./coxScoreResiduals.ts";
import {exposures} from "./coxSweep.ts";
import {type Coefficients, fittedSweep} from "./fittedSweep.ts";

/** How rows of residuals are given. */
export type ResidualOptions = {
  /** Multiply each row by its weight. */
  readonly weighted?: boolean;
  /** [n] Sum the rows of each group, in increasing order of the groups. */
  readonly collapse?: Int32Array;
};

/**
 * Martingale residuals: events less the events that the fit expects.
 *
 *   Mᵢ = δᵢ − exp(ηᵢ) Λ(entryᵢ, exitᵢ]
 *
 * Under Efron's rule a spell that ends at a tied time meets, of the d parts of that time's hazard, the shares 1 − l/d.
 * Weighted, they sum to 0 in each stratum.
 *
 * @param input what the fit was made from; not modified
 * @returns [n], or one for each group of `collapse`
 * @see Therneau, Grambsch & Fleming (1990), Biometrika 77:147–160. Checked against R survival (test/reference/survival).
 */
export function martingaleResiduals(input: CoxInput, fit: Coefficients, options: ResidualOptions = {}): Float64Array {
  const residuals = expectedEvents(input, fit);
  for (let i = 0; i < residuals.length; i++) residuals[i] = input.event[i]! - residuals[i]!;
  return shaped(residuals, 1, input, options);
}

/**
 * Deviance residuals: sign(M) √(−2 (M + δ log((δ − M) / δ))), about symmetric around 0. The term in δ is 0 when δ is.
 *
 * M and δ are weighted or summed first. R leaves δ unweighted, and out of the denominator, which is the same for single
 * rows of weight 1.
 */
export function devianceResiduals(input: CoxInput, fit: Coefficients, options: ResidualOptions = {}): Float64Array {
  const martingale = martingaleResiduals(input, fit, options);
  const events = shaped(Float64Array.from(input.event), 1, input, options);
  return martingale.map((m, i) => {
    const d = events[i]!;
    return Math.sign(m) * Math.sqrt(Math.max(0, -2 * (m + (d === 0 ? 0 : d * Math.log1p(-m / d)))));
  });
}

/** exp(ηᵢ) Λ(entryᵢ, exitᵢ] [n]: the events that the fit expects in each spell, in sum those that happened. */
export function expectedEvents(input: CoxInput, fit: Coefficients): Float64Array {
  const {columns, sweep} = fittedSweep(input, fit);
  const weighted = exposures(columns, sweep);
  const expected = new Float64Array(input.exit.length);
  for (let i = 0; i < weighted.length; i++) {
    expected[columns.rows[i]!] = weighted[i]! / (columns.weight === undefined ? 1 : columns.weight[i]!);
  }
  return expected;
}

/** Score residuals ∫ (xᵢ − x̄(t)) dMᵢ(t) [n × p] by rows, or a row for each group of `collapse`. */
export const scoreResiduals = (input: CoxInput, fit: Coefficients, options: ResidualOptions = {}): Float64Array =>
  shaped(coxScoreResiduals(input, fit), input.covariates.length, input, options);

/**
 * About how far each row moves the coefficients: score residuals times the inverse information. Rows carry their weights
 * unless `weighted` is false.
 *
 * @param scaled divide each column by its standard error (dfbetas)
 * @returns [n × p] by rows, or a row for each group
 */
export function dfbeta(
  input: CoxInput,
  fit: Coefficients & Pick<CoxFit, "naiveVcov">,
  {weighted = true, collapse, scaled = false}: ResidualOptions & {readonly scaled?: boolean} = {}
): Float64Array {
  const p = input.covariates.length;
  const score = scoreResiduals(input, fit, {weighted, ...(collapse && {collapse})});
  const moves = timesSquare(score, fit.naiveVcov, p);
  if (scaled) {
    for (let at = 0; at < moves.length; at++) moves[at]! /= Math.sqrt(fit.naiveVcov[(at % p) * (p + 1)]!);
  }
  return moves;
}

/** rows [m × p] times a matrix [p × p] */
export function timesSquare(rows: Float64Array, matrix: Float64Array, p: number): Float64Array {
  const product = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += p) {
    for (let a = 0; a < p; a++) {
      const value = rows[at + a]!;
      for (let b = 0; b < p; b++) product[at + b]! += value * matrix[a * p + b]!;
    }
  }
  return product;
}

/** @param rows [n × p]; may be modified */
function shaped(
  rows: Float64Array,
  p: number,
  {weight}: CoxInput,
  {weighted = false, collapse}: ResidualOptions
): Float64Array {
  if (weighted && weight !== undefined)
    for (let at = 0; at < rows.length; at++) rows[at]! *= weight[Math.floor(at / p)]!;
  if (collapse === undefined) return rows;
  const {codes, labels} = codesOf(collapse);
  const sums = new Float64Array(labels.length * p);
  for (let at = 0; at < rows.length; at++) sums[codes[Math.floor(at / p)]! * p + (at % p)]! += rows[at]!;
  return sums;
}
