import type {Wedges} from "../shock.ts";

/** Where spending goes: to the factory gate, and in taxes to both governments. */
export type Sales = {
  /** M′ [J × N × N] at (s · N + o) · N + d: flows net of tariffs, export taxes included. */
  readonly flow: Float64Array;
  /** Y′ [J × N] at s · N + o: receipts at the factory gate. */
  readonly output: Float64Array;
  /** [N] Tariffs that d levies. */
  readonly tariffRevenue: Float64Array;
  /** [N] Export taxes that o levies. */
  readonly exportTaxRevenue: Float64Array;
};

/**
 * Sales and revenue from shares and spending: M below equation (13) of Caliendo & Parro (2015), and its sums.
 *
 *   M′ = π′ X′ ⁄ (1 + τ′),   Y′[s,o] = Σ_d M′ ⁄ (1 + e′),   R′[d] = Σₛₒ τ′ M′,   export taxes [o] = Σₛ_d e′ M′ ⁄ (1 + e′)
 *
 * @param share π′ [J × N × N]
 * @param expenditure X′ [J × N] at s · N + d
 */
export function sales(share: Float64Array, expenditure: Float64Array, {tariff, exportTax, transfer}: Wedges): Sales {
  const N = transfer.length;
  const flow = new Float64Array(share.length);
  const output = new Float64Array(expenditure.length);
  const tariffRevenue = new Float64Array(N);
  const exportTaxRevenue = new Float64Array(N);
  for (let row = 0; row < output.length; row++) {
    const [s, o] = [Math.floor(row / N), row % N];
    for (let d = 0; d < N; d++) {
      const at = row * N + d;
      const value = (share[at]! * expenditure[s * N + d]!) / (1 + tariff[at]!);
      const atGate = value / (1 + exportTax[at]!);
      flow[at] = value;
      output[row]! += atGate;
      tariffRevenue[d]! += tariff[at]! * value;
      exportTaxRevenue[o]! += value - atGate;
    }
  }
  return {flow, output, tariffRevenue, exportTaxRevenue};
}
