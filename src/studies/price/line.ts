import {keyedUniform} from "../../numeric/keyedUniform.ts";
import {centre, quantileOf, type Uncertain} from "../../numeric/uncertain.ts";

/**
 * One factor of a size. In a draw, factors with one key have one value wherever they stand: what is uncertain about a
 * rule is uncertain in the same way for every measure that it reads.
 */
export type Factor = {readonly key: string; readonly value: Uncertain};

/**
 * What happens to trade from `origin` to `destination` in `sector`, by the names of the baseline. The size is the product
 * of the factors:
 *
 * - `closed`: the share of what is traded that may not be traded any more, in [0, 1]; at 1 the flow is 0. In the model of
 *   Eaton & Kortum a share φ of goods, taken evenly, that can no longer be bought abroad is a trade cost of
 *   (1 − φ)^(−1⁄θ): the flow at unchanged costs falls by just φ. Two closures of one flow leave (1 − φ₁)(1 − φ₂).
 * - `cost`: real cost of trading, ad valorem: 0.1 is 10 %. Costs multiply.
 * - `tariff`: points added to the tariff: 0.25 is 25 points. Tariffs add up; the destination has the revenue.
 * - `exportTax`: likewise on the price at the factory gate, the origin has the revenue.
 */
export type Wedge = {
  readonly kind: "closed" | "cost" | "tariff" | "exportTax";
  readonly origin: string;
  readonly destination: string;
  readonly sector: string;
  readonly size: readonly Factor[];
};

/** Million USD of the baseline's year a year that one country can no longer spend and another can: a frozen asset. */
export type Transfer = {readonly from: string; readonly to: string; readonly size: readonly Factor[]};

/** What one measure, or one entry of a scenario, does to trade, and the rule that says so. */
export type Line = {
  /** Id of the measure, or the name of the entry. */
  readonly of: string;
  readonly title: string;
  /** Id of the rule; `scenario` where the scenario itself says the wedges. */
  readonly rule: string;
  readonly wedges: readonly Wedge[];
  readonly transfers?: readonly Transfer[];
};

/** The value of a factor: its centre, or that of a draw. */
export type Sampler = (factor: Factor) => number;

export const central: Sampler = ({value}) => centre(value);

/** @param draw from 0 */
export function drawn(seed: number, draw: number): Sampler {
  const known = new Map<string, number>();
  return ({key, value}) => {
    if (value.kind === "exact") return value.value;
    let uniform = known.get(key);
    if (uniform === undefined) {
      uniform = keyedUniform(seed, draw, key);
      known.set(key, uniform);
    }
    return quantileOf(value, uniform);
  };
}

export const sizeOf = (factors: readonly Factor[], sample: Sampler): number =>
  factors.reduce((product, factor) => product * sample(factor), 1);

/** A factor that is known exactly. */
export const times = (value: number): Factor => ({key: "", value: {kind: "exact", value}});
