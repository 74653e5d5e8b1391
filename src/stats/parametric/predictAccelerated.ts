import {incorrect} from "../../errors.ts";
import {deltaMethod} from "../inference/deltaMethod.ts";
import {waldInterval} from "../inference/waldInterval.ts";
import {type AcceleratedFit, errorOf} from "./acceleratedModel.ts";

/** Whom a prediction is for. */
export type Subject = {
  /** [p] in the order of the fit's covariates */
  readonly covariates: Float64Array;
  /** 0 when left out. */
  readonly offset?: number;
  /** Needed where the fit has strata. */
  readonly stratum?: number;
};

export type Predicted = {
  readonly estimate: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
};

/**
 * The time by which a share p of subjects like this have had their event: exp(xᵀβ + σ F⁻¹(p)).
 *
 * @param p in (0, 1); 0.5 for the median
 * @returns `se` is of the time, by the delta method (R's predict, type "quantile"); the interval is taken on log time
 * @throws incorrect `survival/covariates-differ`, `survival/unknown-stratum`, `survival/not-a-probability`
 */
export function timeQuantile(fit: AcceleratedFit, subject: Subject, p: number, level = 0.95): Predicted {
  if (!(p > 0 && p < 1))
    throw incorrect("survival/not-a-probability", `not a probability: ${p}; give one between 0 and 1`);
  const {eta, scale, place} = locationOf(fit, subject);
  const score = errorOf[fit.distribution].quantile(p);
  const gradient = gradientOf(fit, subject, 1, scale * score, place);
  const logSe = deltaMethod(gradient, fit.vcov);
  const logTime = eta + scale * score;
  const {lower, upper} = waldInterval(logTime, logSe, level);
  const estimate = Math.exp(logTime);
  return {estimate, se: estimate * logSe, lower: Math.exp(lower), upper: Math.exp(upper)};
}

/**
 * The share of subjects like this without the event by each time, S(t) = 1 − F((log t − xᵀβ)/σ).
 *
 * @param times [m] in the unit of the fit; at 0 or before it survival is 1 with no error
 * @returns [m] `se` is of S(t), by the delta method; the interval is taken on z = (log t − xᵀβ)/σ, so it stays in [0, 1]
 * @throws incorrect `survival/covariates-differ`, `survival/unknown-stratum`
 */
export function survivalAt(fit: AcceleratedFit, subject: Subject, times: Float64Array, level = 0.95): Predicted[] {
  const {eta, scale, place} = locationOf(fit, subject);
  const error = errorOf[fit.distribution];
  const jet = new Float64Array(3);
  const survival = (z: number) => {
    error.logSurvival(z, jet);
    return Math.exp(jet[0]!);
  };
  return Array.from(times, (time) => {
    if (time <= 0) return {estimate: 1, se: 0, lower: 1, upper: 1};
    const z = (Math.log(time) - eta) / scale;
    const zSe = deltaMethod(gradientOf(fit, subject, -1 / scale, -z, place), fit.vcov);
    error.logDensity(z, jet);
    const density = Math.exp(jet[0]!);
    const {lower, upper} = waldInterval(z, zSe, level);
    return {estimate: survival(z), se: density * zSe, lower: survival(upper), upper: survival(lower)};
  });
}

function locationOf(fit: AcceleratedFit, {covariates, offset = 0, stratum}: Subject) {
  const p = fit.coefficients.length - 1;
  if (covariates.length !== p) {
    throw incorrect(
      "survival/covariates-differ",
      `wrong number of covariates: ${covariates.length}; the fit has ${p}: ${fit.names.slice(1, p + 1).join(", ")}`
    );
  }
  const place = fit.strata === undefined ? 0 : stratum === undefined ? -1 : fit.strata.indexOf(stratum);
  if (place < 0) {
    throw incorrect("survival/unknown-stratum", `unknown stratum: ${stratum}; the fit has ${fit.strata!.join(", ")}`);
  }
  const eta = covariates.reduce((sum, x, j) => sum + x * fit.coefficients[j + 1]!, fit.coefficients[0]! + offset);
  return {eta, scale: fit.scale[place]!, place};
}

/** The gradient of a function of η and log σ in all parameters, from its derivatives in the two. */
function gradientOf(
  fit: AcceleratedFit,
  {covariates}: Subject,
  eta: number,
  logScale: number,
  place: number
): Float64Array {
  const gradient = new Float64Array(fit.names.length);
  gradient[0] = eta;
  for (let j = 0; j < covariates.length; j++) gradient[j + 1] = eta * covariates[j]!;
  if (!fit.isScaleKnown) gradient[covariates.length + 1 + place] = logScale;
  return gradient;
}
