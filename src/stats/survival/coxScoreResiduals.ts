import {ThawError} from "../../errors.ts";
import {type CoxColumns, coxColumns} from "./coxColumns.ts";
import type {CoxFit, CoxInput} from "./coxModel.ts";
import {accumulated, type CoxSweep, meanExposure, newSweep, sweepTo} from "./coxSweep.ts";

/**
 * The score residuals of a fit: what each row adds to the score.
 *
 *   Uᵢ = ∫ (xᵢ − x̄(t)) dMᵢ(t)
 *
 * Among d tied events Efron's approximation gives each the mean of the d values of x̄. Case weights are in x̄ and M, and
 * not in U: multiply by the weight for a row's part in the score, which sums to 0 at the estimate.
 *
 * @param input what the model was fitted to; not modified
 * @param fit of that input, by Efron or Breslow
 * @returns [n × p] by rows, in units of the covariates
 * @throws unsupported `survival/exact-residuals`
 * @see Therneau, Grambsch & Fleming (1990), Biometrika 77:147–160. Checked against R survival's residuals(type = "score").
 */
export function coxScoreResiduals(input: CoxInput, fit: Pick<CoxFit, "coefficients" | "ties">): Float64Array {
  const {coefficients, ties} = fit;
  if (ties === "exact") {
    throw new ThawError(
      "unsupported",
      "survival/exact-residuals",
      "not offered: score residuals with exact ties; fit with efron or breslow"
    );
  }
  const p = coefficients.length;
  const columns = coxColumns(input);
  const sweep = newSweep(columns);
  sweepTo(
    columns,
    coefficients.map((b, a) => b * columns.scale[a]!),
    ties,
    sweep
  );
  const residuals = new Float64Array(input.exit.length * p);
  weightedScoreResiduals(columns, sweep).forEach((column, a) => {
    const scale = columns.scale[a]!;
    columns.rows.forEach((row, i) => {
      residuals[row * p + a] = (column[i]! * scale) / (columns.weight?.[i] ?? 1);
    });
  });
  return residuals;
}

/** Score residuals times weight as p columns [m], in scaled units and sorted order. */
export function weightedScoreResiduals(columns: CoxColumns, sweep: CoxSweep): Float64Array[] {
  const {x, binStart, eventEnd, eventWeight, weight} = columns;
  const {risk, rest1, tied1, hazard, tiedHazard} = sweep;
  const exposure = accumulated(columns, hazard, tiedHazard);
  return x.map((column, a) => {
    const rest = rest1[a]!;
    const tied = tied1[a]!;
    const residual = meanExposure(columns, sweep, a);
    for (let i = 0; i < residual.length; i++) residual[i] = risk[i]! * (residual[i]! - column[i]! * exposure[i]!);
    for (let k = 0; k < hazard.length; k++) {
      const mean = (hazard[k]! * rest[k]! + tiedHazard[k]! * tied[k]!) / eventWeight[k]!;
      for (let i = binStart[k]!; i < eventEnd[k]!; i++) residual[i]! += (weight?.[i] ?? 1) * (column[i]! - mean);
    }
    return residual;
  });
}
