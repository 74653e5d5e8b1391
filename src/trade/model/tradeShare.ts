import type {Model} from "../calibrate.ts";

/**
 * Trade shares after the shock, equation (12) of Caliendo & Parro (2015).
 *
 *   π′[s,o,d] = π[s,o,d] (κ̂[s,o,d] ĉ[s,o] ⁄ P̂[s,d])^(−θ[s])
 *
 * @param cost ĉ [J × N] at s · N + o
 * @param priceHat P̂ [J × N] at s · N + d
 * @param priceWedge κ̂ [J × N × N] at (s · N + o) · N + d; Infinity where trade is forbidden, and the share 0
 * @returns π′ [J × N × N] like κ̂
 */
export function newTradeShare(
  {tradeShare, tradeElasticity, labourIncome}: Model,
  cost: Float64Array,
  priceHat: Float64Array,
  priceWedge: Float64Array
): Float64Array {
  const [N, J] = [labourIncome.length, tradeElasticity.length];
  const share = new Float64Array(tradeShare.length);
  for (let s = 0; s < J; s++)
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) {
        const at = (s * N + o) * N + d;
        if (!(tradeShare[at]! > 0)) continue;
        const relative = (priceWedge[at]! * cost[s * N + o]!) / priceHat[s * N + d]!;
        share[at] = tradeShare[at]! * relative ** -tradeElasticity[s]!;
      }
  return share;
}
