import {incorrect} from "../../errors.ts";
import type {Covariate} from "../survival/coxModel.ts";
import {requireLength} from "../survival/spells.ts";
import type {FineGrayFit} from "./fineGrayModel.ts";

/** One predicted row in one stratum; `row` counts from 0. */
export type PredictedSubincidence = {
  readonly row: number;
  readonly stratum: number;
  /** [K] event times of the cause, increasing */
  readonly time: Float64Array;
  /** [K] 1 − exp(−Λ(t) exp(xβ + offset)) */
  readonly incidence: Float64Array;
};

/**
 * Cumulative incidence of the cause of a Fine–Gray fit for given covariates, in each stratum.
 *
 * @param covariates columns [m], found by name
 * @throws incorrect `survival/no-covariate`, `survival/columns-differ`
 */
export function predictFineGray(
  {names, coefficients, baseline}: FineGrayFit,
  {covariates, offset}: {readonly covariates: readonly Covariate[]; readonly offset?: Float64Array}
): PredictedSubincidence[] {
  const m = covariates[0]?.values.length ?? offset?.length ?? 1;
  const eta = offset === undefined ? new Float64Array(m) : Float64Array.from(offset);
  names.forEach((name, a) => {
    const values = covariates.find((covariate) => covariate.name === name)?.values;
    if (values === undefined) {
      throw incorrect("survival/no-covariate", `no covariate ${name}; give it a value for each row to predict for`);
    }
    requireLength(name, values, m);
    for (let i = 0; i < m; i++) eta[i]! += coefficients[a]! * values[i]!;
  });
  return Array.from(eta, (predictor, row) =>
    baseline.map(({stratum, time, cumulativeHazard}) => ({
      row,
      stratum,
      time,
      incidence: cumulativeHazard.map((hazard) => -Math.expm1(-hazard * Math.exp(predictor)))
    }))
  ).flat();
}
