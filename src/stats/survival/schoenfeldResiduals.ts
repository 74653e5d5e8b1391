import type {CoxFit, CoxInput} from "./coxModel.ts";
import {timesSquare} from "./coxResiduals.ts";
import {type Coefficients, fittedSweep} from "./fittedSweep.ts";

/** One row for each of the d events, by stratum, then time, then input row. */
export type SchoenfeldResiduals = {
  /** [d] the input row of each event */
  readonly row: Uint32Array;
  /** [d] */
  readonly time: Float64Array;
  /** [d × p] by rows: the covariates of the one that ends less their mean over the risk set */
  readonly residuals: Float64Array;
};

/**
 * Schoenfeld residuals, xᵢ − x̄(tᵢ) at each event; under Efron's rule x̄ is the mean of the d means of a tied time.
 *
 * @param input what the fit was made from; not modified
 * @param weighted multiply each row by the weight of the spell that ends
 * @see Schoenfeld (1982), Biometrika 69:239–241
 */
export function schoenfeldResiduals(
  input: CoxInput,
  fit: Coefficients,
  {weighted = false}: {readonly weighted?: boolean} = {}
): SchoenfeldResiduals {
  const {columns, sweep} = fittedSweep(input, fit);
  const {x, scale, rows, time: times, binStart, eventEnd, eventWeight} = columns;
  const {hazard, tiedHazard, rest1, tied1} = sweep;
  const p = x.length;
  const events = eventEnd.reduce((sum, end, k) => sum + end - binStart[k]!, 0);
  const row = new Uint32Array(events);
  const time = new Float64Array(events);
  const residuals = new Float64Array(events * p);
  for (let k = 0, at = 0; k < times.length; k++) {
    for (let i = binStart[k]!; i < eventEnd[k]!; i++, at++) {
      row[at] = rows[i]!;
      time[at] = times[k]!;
    }
  }
  x.forEach((column, j) => {
    for (let k = 0, at = j; k < times.length; k++) {
      const mean = (hazard[k]! * rest1[j]![k]! + tiedHazard[k]! * tied1[j]![k]!) / eventWeight[k]!;
      for (let i = binStart[k]!; i < eventEnd[k]!; i++, at += p) residuals[at] = (column[i]! - mean) * scale[j]!;
    }
  });
  if (weighted && input.weight !== undefined) {
    for (let at = 0; at < residuals.length; at++) residuals[at]! *= input.weight[row[Math.floor(at / p)]!]!;
  }
  return {row, time, residuals};
}

/**
 * Scaled Schoenfeld residuals: β + d V r with V the inverse information; smoothed over time they follow β(t).
 *
 * @see Grambsch & Therneau (1994), Biometrika 81:515–526
 */
export function scaledSchoenfeldResiduals(
  input: CoxInput,
  fit: Coefficients & Pick<CoxFit, "naiveVcov">,
  options: {readonly weighted?: boolean} = {}
): SchoenfeldResiduals {
  const {row, time, residuals} = schoenfeldResiduals(input, fit, options);
  const p = input.covariates.length;
  const scaled = timesSquare(residuals, fit.naiveVcov, p);
  for (let at = 0; at < scaled.length; at++) scaled[at] = fit.coefficients[at % p]! + row.length * scaled[at]!;
  return {row, time, residuals: scaled};
}
