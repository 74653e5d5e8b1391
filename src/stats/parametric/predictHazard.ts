import {incorrect} from "../../errors.ts";
import {deltaMethod} from "../inference/deltaMethod.ts";
import {waldInterval} from "../inference/waldInterval.ts";
import {type DiscreteFit, distributionOf} from "./discreteModel.ts";
import type {Predicted} from "./predictAccelerated.ts";

/** A period of a subject whose course is predicted. */
export type SubjectPeriod = {
  /** [p] in the order of the fit's covariates */
  readonly covariates: Float64Array;
  /** The value of `baseline`, where the fit has one. */
  readonly baseline?: number;
  /** 0 when left out. */
  readonly offset?: number;
};

/**
 * Survival to the end of each period in turn, S_k = ∏_{j ≤ k} (1 − h_j).
 *
 * @param periods [m] in their order, the first from the origin
 * @returns [m] `hazard` of the period, and survival with the error of S by the delta method; the interval is taken on
 *   log(−log S), so it stays in [0, 1]
 * @throws incorrect `survival/covariates-differ`, `survival/unknown-period`
 */
export function survivalOfPeriods(
  fit: DiscreteFit,
  periods: readonly SubjectPeriod[],
  level = 0.95
): (Predicted & {readonly hazard: number})[] {
  const {logSurvival} = distributionOf[fit.link];
  const jet = new Float64Array(3);
  const gradient = new Float64Array(fit.names.length);
  let logSurvived = 0;
  return periods.map((period) => {
    const columns = columnsOf(fit, period);
    const eta = columns.reduce((sum, x, j) => sum + x * fit.coefficients[j]!, period.offset ?? 0);
    logSurvival(eta, jet);
    logSurvived += jet[0]!;
    for (const [j, x] of columns.entries()) gradient[j]! += jet[1]! * x;
    const logSe = deltaMethod(gradient, fit.vcov);
    const estimate = Math.exp(logSurvived);
    const {lower, upper} = waldInterval(Math.log(-logSurvived), logSe / -logSurvived, level);
    return {
      hazard: -Math.expm1(jet[0]!),
      estimate,
      se: estimate * logSe,
      lower: Math.exp(-Math.exp(upper)),
      upper: Math.exp(-Math.exp(lower))
    };
  });
}

/** [k] the row of the design, intercepts first. */
function columnsOf(fit: DiscreteFit, {covariates, baseline}: SubjectPeriod): Float64Array {
  const intercepts = fit.baselines?.length ?? 1;
  const p = fit.names.length - intercepts;
  if (covariates.length !== p) {
    throw incorrect(
      "survival/covariates-differ",
      `wrong number of covariates: ${covariates.length}; the fit has ${p}: ${fit.names.slice(intercepts).join(", ")}`
    );
  }
  const place = fit.baselines === undefined ? 0 : baseline === undefined ? -1 : fit.baselines.indexOf(baseline);
  if (place < 0) {
    throw incorrect(
      "survival/unknown-period",
      `unknown baseline: ${baseline}; the fit has ${fit.baselines!.join(", ")}`
    );
  }
  const columns = new Float64Array(fit.names.length);
  columns[place] = 1;
  columns.set(covariates, intercepts);
  return columns;
}
