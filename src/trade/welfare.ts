import type {Model} from "./calibrate.ts";

/** The published first-order measure, as a share of baseline final spending: 0.01 is 1 %. */
export type FirstOrderWelfare = {
  /** The unit in which ĉ is counted; the measure changes with it, real consumption does not. */
  readonly numeraire: "world value added";
  /** [N] */
  readonly total: Float64Array;
  readonly termsOfTrade: TradeEffect;
  readonly volumeOfTrade: TradeEffect;
};

/** One of its two parts, and how it comes about. */
export type TradeEffect = {
  /** [N] */
  readonly total: Float64Array;
  /** [N × N] at c · N + partner; sums to `total` over partners. */
  readonly byPartner: Float64Array;
  /** [N × J] at c · J + s; sums to `total` over sectors. */
  readonly bySector: Float64Array;
};

/**
 * Welfare as Caliendo & Parro (2015) publish it: the first-order effects of section 2.4 with arithmetic changes in place
 * of differentials.
 *
 *   terms of trade  Σₛᵢ (M[s,n,i] (ĉ[s,n] − 1) − M[s,i,n] (ĉ[s,i] − 1)) ⁄ I[n]
 *   volume          Σₛᵢ τ[s,i,n] M[s,i,n] (M′ ⁄ M − ĉ[s,i]) ⁄ I[n]
 *
 * It is exact for small changes only, and for larger ones it depends on the numeraire; `realConsumptionHat` is exact.
 *
 * @param cost ĉ [J × N] at s · N + o
 * @param flow M′ [J × N × N] at (s · N + o) · N + d
 */
export function firstOrderWelfare(model: Model, cost: Float64Array, flow: Float64Array): FirstOrderWelfare {
  const {tradeShare, tariff, expenditure, income, tradeElasticity} = model;
  const [N, J] = [income.length, tradeElasticity.length];
  const termsOfTrade = emptyEffect(N, J);
  const volumeOfTrade = emptyEffect(N, J);
  const add = (
    {total, byPartner, bySector}: TradeEffect,
    c: number,
    partner: number,
    s: number,
    value: number
  ): void => {
    const share = value / income[c]!;
    total[c]! += share;
    byPartner[c * N + partner]! += share;
    bySector[c * J + s]! += share;
  };
  for (let row = 0; row < cost.length; row++) {
    const [s, o] = [Math.floor(row / N), row % N];
    for (let d = 0; d < N; d++) {
      const at = row * N + d;
      if (d === o && tariff[at] === 0) continue;
      const before = (tradeShare[at]! * expenditure[s * N + d]!) / (1 + tariff[at]!);
      const gain = before * (cost[row]! - 1);
      add(termsOfTrade, o, d, s, gain);
      add(termsOfTrade, d, o, s, -gain);
      add(volumeOfTrade, d, o, s, tariff[at]! * (flow[at]! - before - gain));
    }
  }
  const total = termsOfTrade.total.map((value, c) => value + volumeOfTrade.total[c]!);
  return {numeraire: "world value added", total, termsOfTrade, volumeOfTrade};
}

const emptyEffect = (N: number, J: number): TradeEffect => ({
  total: new Float64Array(N),
  byPartner: new Float64Array(N * N),
  bySector: new Float64Array(N * J)
});
