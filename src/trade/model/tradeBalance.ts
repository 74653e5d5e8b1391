/**
 * What trade leaves unbalanced, equation (14) of Caliendo & Parro (2015): 0 in equilibrium.
 *
 *   Σₛₒ M′[s,o,c] − Σₛ_d M′[s,c,d] − D′[c]
 *
 * @param flow M′ [J × N × N] at (s · N + o) · N + d
 * @param deficit D′ [N]
 * @returns [N]
 */
export function tradeImbalance(flow: Float64Array, deficit: Float64Array): Float64Array {
  const N = deficit.length;
  const imbalance = deficit.map((value) => -value);
  for (let row = 0; row * N < flow.length; row++)
    for (let d = 0; d < N; d++) {
      imbalance[d]! += flow[row * N + d]!;
      imbalance[row % N]! -= flow[row * N + d]!;
    }
  return imbalance;
}
