import {incorrect} from "../errors.ts";
import type {Model} from "./calibrate.ts";

/**
 * What changes, by flow [N × N × J] at (o · N + d) · J + s as in `Economy.flow`. Whatever is absent stays as it is.
 * A buyer pays d̂ (1 + exportTax) (1 + tariff) for what leaves the factory gate at 1; the tariff is levied on the price
 * with the export tax.
 */
export type Shock = {
  /** d̂ > 0: real trade cost, counterfactual ÷ baseline. */
  readonly icebergCost?: Float64Array;
  /** τ′ > −1: the new ad valorem rate. The destination has the revenue. */
  readonly tariff?: Float64Array;
  /** e′ > −1: ad valorem rate on the price at the factory gate; 0 in the baseline. The origin has the revenue. */
  readonly exportTax?: Float64Array;
  /** 1 where trade is forbidden: the flow is exactly 0, whatever else is said of it. */
  readonly prohibited?: Uint8Array;
  /** [N] million USD of the baseline (a constant share of world value added) that the country receives; sums to 0. */
  readonly transfer?: Float64Array;
};

/** A shock in the model's layout [J × N × N], sector first, with no gaps. */
export type Wedges = {
  /** κ̂ = d̂ (1 + e′) (1 + τ′) ⁄ (1 + τ), Infinity where trade is forbidden. */
  readonly priceWedge: Float64Array;
  readonly tariff: Float64Array;
  readonly exportTax: Float64Array;
  readonly hasExportTax: boolean;
  /** [N] */
  readonly transfer: Float64Array;
};

const BALANCED = 1e-9; // of the largest transfer; what the sum of transfers may be off 0

/**
 * @returns arrays of their own; the shock's are not modified
 * @throws incorrect `trade/shock-shape`, `trade/shock-value`, `trade/transfers`, `trade/no-supply`
 */
export function wedges(model: Model, shock: Shock): Wedges {
  const {countries, sectors} = model;
  const [N, J] = [countries.length, sectors.length];
  for (const [name, array] of Object.entries(shock)) checkLength(name, array, name === "transfer" ? N : N * N * J);
  const priceWedge = new Float64Array(J * N * N);
  const tariff = new Float64Array(J * N * N);
  const exportTax = new Float64Array(J * N * N);
  let hasExportTax = false;
  for (let s = 0; s < J; s++)
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) {
        const from = (o * N + d) * J + s;
        const at = (s * N + o) * N + d;
        const before = model.tariff[at]!;
        const cost = shock.icebergCost?.[from] ?? 1;
        const rate = shock.tariff?.[from] ?? before;
        const tax = shock.exportTax?.[from] ?? 0;
        if (!(cost > 0 && cost < Infinity && rate > -1 && rate < Infinity && tax > -1 && tax < Infinity))
          throw incorrect(
            "trade/shock-value",
            `invalid wedge from ${countries[o]} to ${countries[d]} in ${sectors[s]}: iceberg cost ${cost}, tariff ${rate}, export tax ${tax}; a positive cost and rates above -1 are needed`
          );
        tariff[at] = rate;
        exportTax[at] = tax;
        hasExportTax ||= tax !== 0;
        priceWedge[at] = shock.prohibited?.[from] ? Infinity : (cost * (1 + tax) * (1 + rate)) / (1 + before);
      }
  checkSupply(model, priceWedge);
  return {priceWedge, tariff, exportTax, hasExportTax, transfer: checkedTransfer(shock.transfer, N)};
}

function checkLength(name: string, {length}: ArrayLike<number>, wanted: number): void {
  if (length !== wanted)
    throw incorrect("trade/shock-shape", `wrong length of ${name}: ${length}; the economy needs ${wanted} numbers`);
}

function checkedTransfer(transfer: Float64Array | undefined, N: number): Float64Array {
  const checked = Float64Array.from({length: N}, (_, c) => transfer?.[c] ?? 0);
  const sum = checked.reduce((total, value) => total + value, 0);
  if (!(Math.abs(sum) <= BALANCED * checked.reduce((most, value) => Math.max(most, Math.abs(value)), 0)))
    throw incorrect("trade/transfers", `unbalanced transfers: they sum to ${sum}; what one receives another gives`);
  return checked;
}

/** A good that is bought and has no source left has no price, and the model no equilibrium. */
function checkSupply({countries, sectors, tradeShare, expenditure}: Model, priceWedge: Float64Array): void {
  const N = countries.length;
  const without: string[] = [];
  for (let s = 0; s < sectors.length; s++)
    for (let d = 0; d < N; d++) {
      let isSupplied = !(expenditure[s * N + d]! > 0);
      for (let o = 0; o < N && !isSupplied; o++) {
        const at = (s * N + o) * N + d;
        isSupplied = tradeShare[at]! > 0 && priceWedge[at]! < Infinity;
      }
      if (!isSupplied) without.push(`${sectors[s]} in ${countries[d]}`);
    }
  if (without.length > 0)
    throw incorrect(
      "trade/no-supply",
      `no source left for ${without[0]}${without.length > 1 ? ` and ${without.length - 1} more` : ""}: every flow is forbidden; leave one open`,
      {without}
    );
}
