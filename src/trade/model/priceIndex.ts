import type {Model} from "../calibrate.ts";

/**
 * Change of the price index of a sector at its destination, equation (11) of Caliendo & Parro (2015).
 *
 *   P̂[s,d] = (Σₒ π[s,o,d] (κ̂[s,o,d] ĉ[s,o])^(−θ[s]))^(−1⁄θ[s])
 *
 * @param cost ĉ [J × N] at s · N + o
 * @param priceWedge κ̂ [J × N × N] at (s · N + o) · N + d; Infinity where trade is forbidden
 * @returns P̂ [J × N] at s · N + d; 1 where d buys none of s
 */
export function priceIndexHat(model: Model, cost: Float64Array, priceWedge: Float64Array): Float64Array {
  const {tradeShare, tradeElasticity, labourIncome} = model;
  const [N, J] = [labourIncome.length, tradeElasticity.length];
  const power = new Float64Array(J * N);
  for (let s = 0; s < J; s++)
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) {
        const at = (s * N + o) * N + d;
        const share = tradeShare[at]!;
        if (share > 0) power[s * N + d]! += share * (priceWedge[at]! * cost[s * N + o]!) ** -tradeElasticity[s]!;
      }
  return power.map((sum, at) => (sum > 0 ? sum ** (-1 / tradeElasticity[Math.floor(at / N)]!) : 1));
}
