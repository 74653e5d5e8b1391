import {ThawError} from "../errors.ts";
import {criticalValue, twoSided} from "../numeric/distributions.ts";
import {fitCox} from "../stats/survival/cox.ts";
import type {CoxFit, CoxInput} from "../stats/survival/coxModel.ts";

export type HazardRatio = {
  readonly name: string;
  readonly ratio: number;
  readonly interval: readonly [number, number];
  readonly p: number;
};

/**
 * A Cox regression as hazard ratios with 95 % intervals. Where one side of a covariate has no ending the plain estimate is
 * infinite; then Firth's penalty is used, with the errors of independent rows, and `penalised` says so.
 * @throws what `fitCox` throws, except `survival/separation`
 */
export function hazardRatios(input: CoxInput): {
  readonly ratios: readonly HazardRatio[];
  readonly penalised: boolean;
  readonly fit: CoxFit;
} {
  const {fit, penalised} = finite(input);
  const z = criticalValue(0.95);
  const ratios = fit.names.map((name, i) => {
    const [b, se] = [fit.coefficients[i]!, fit.se[i]!];
    return {
      name,
      ratio: Math.exp(b),
      interval: [Math.exp(b - z * se), Math.exp(b + z * se)] as const,
      p: twoSided(b / se)
    };
  });
  return {ratios, penalised, fit};
}

function finite({cluster, ...input}: CoxInput): {readonly fit: CoxFit; readonly penalised: boolean} {
  try {
    return {fit: fitCox(cluster === undefined ? input : {...input, cluster}), penalised: false};
  } catch (error) {
    if (!(error instanceof ThawError && error.code === "survival/separation")) throw error;
    return {fit: fitCox(input, {firth: true}), penalised: true};
  }
}
