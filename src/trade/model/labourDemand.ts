import type {Model} from "../calibrate.ts";

/**
 * What producers pay for labour, Σᵤ β[u,c] Y′[u,c]; it equals ŵ w L in equilibrium, which with the budgets is the same
 * condition as equation (14) of Caliendo & Parro (2015).
 *
 * @param output Y′ [J × N] at u · N + c
 * @returns [N]
 */
export function labourDemand({valueAddedShare, labourIncome}: Model, output: Float64Array): Float64Array {
  const N = labourIncome.length;
  const demand = new Float64Array(N);
  for (let at = 0; at < output.length; at++) demand[at % N]! += valueAddedShare[at]! * output[at]!;
  return demand;
}
