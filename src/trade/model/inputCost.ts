import type {Model} from "../calibrate.ts";

/**
 * Change of the cost of an input bundle, equation (10) of Caliendo & Parro (2015).
 *
 *   ĉ[u,c] = ŵ[c]^β[u,c] ∏ₛ P̂[s,c]^γ[s,u,c]
 *
 * @param wageHat ŵ [N]
 * @param priceHat P̂ [J × N] at s · N + c
 * @returns ĉ [J × N] at u · N + c
 */
export function inputCostHat(model: Model, wageHat: Float64Array, priceHat: Float64Array): Float64Array {
  const {valueAddedShare, inputShare, labourIncome, tradeElasticity} = model;
  const [N, J] = [labourIncome.length, tradeElasticity.length];
  const logCost = valueAddedShare.map((share, at) => share * Math.log(wageHat[at % N]!));
  if (model.hasInputs)
    for (let s = 0; s < J; s++) {
      const logPrice = priceHat.subarray(s * N, s * N + N).map(Math.log);
      for (let u = 0; u < J; u++)
        for (let c = 0; c < N; c++) logCost[u * N + c]! += inputShare[(s * J + u) * N + c]! * logPrice[c]!;
    }
  return logCost.map(Math.exp);
}
