import type {CoxInput} from "./coxModel.ts";

/** xᵢ'β + offsetᵢ [n], not centred. */
export function linearPredictor({exit, covariates, offset}: CoxInput, coefficients: Float64Array): Float64Array {
  const eta = offset === undefined ? new Float64Array(exit.length) : Float64Array.from(offset);
  covariates.forEach(({values}, j) => {
    const beta = coefficients[j]!;
    for (let i = 0; i < eta.length; i++) eta[i]! += beta * values[i]!;
  });
  return eta;
}
