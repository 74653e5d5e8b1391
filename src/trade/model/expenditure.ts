import type {Model} from "../calibrate.ts";

/**
 * Total spending on goods of a sector, equation (13) of Caliendo & Parro (2015).
 *
 *   X′[s,c] = Σᵤ γ[s,u,c] Y′[u,c] + α[s,c] I′[c]
 *
 * @param output Y′ [J × N] at u · N + c
 * @param income I′ [N]
 * @returns X′ [J × N] at s · N + c
 */
export function expenditure(model: Model, output: Float64Array, income: Float64Array): Float64Array {
  const {inputShare, finalShare, labourIncome, tradeElasticity} = model;
  const [N, J] = [labourIncome.length, tradeElasticity.length];
  const spent = finalShare.map((share, at) => share * income[at % N]!);
  if (model.hasInputs)
    for (let s = 0; s < J; s++)
      for (let u = 0; u < J; u++)
        for (let c = 0; c < N; c++) spent[s * N + c]! += inputShare[(s * J + u) * N + c]! * output[u * N + c]!;
  return spent;
}
