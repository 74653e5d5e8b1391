import {type CoxColumns, coxColumns} from "./coxColumns.ts";
import type {CoxFit, CoxInput} from "./coxModel.ts";
import {type CoxSweep, newSweep, sweepLikelihood} from "./coxSweep.ts";

export type Coefficients = Pick<CoxFit, "coefficients" | "ties">;

/** The sums over risk sets at the estimate. Exact ties have none of their own; Breslow's are used, as in R. */
export function fittedSweep(
  input: CoxInput,
  {coefficients, ties}: Coefficients
): {readonly columns: CoxColumns; readonly sweep: CoxSweep} {
  const columns = coxColumns(input);
  const sweep = newSweep(columns);
  const beta = coefficients.map((b, a) => b * columns.scale[a]!);
  sweepLikelihood(columns, beta, ties === "exact" ? "breslow" : ties, sweep);
  return {columns, sweep};
}
