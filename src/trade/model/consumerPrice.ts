import type {Model} from "../calibrate.ts";

/**
 * Change of the price of final consumption: the Cobb–Douglas index of equation (1) of Caliendo & Parro (2015) in changes.
 *
 *   P̂[c] = ∏ₛ P̂[s,c]^α[s,c]
 *
 * @param priceHat P̂ [J × N] at s · N + c
 * @returns [N]
 */
export function consumerPriceHat({finalShare, labourIncome}: Model, priceHat: Float64Array): Float64Array {
  const N = labourIncome.length;
  const logPrice = new Float64Array(N);
  for (let at = 0; at < priceHat.length; at++)
    if (finalShare[at]! > 0) logPrice[at % N]! += finalShare[at]! * Math.log(priceHat[at]!);
  return logPrice.map(Math.exp);
}
