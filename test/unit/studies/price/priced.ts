import {cutOff} from "../../../../src/studies/price/adopted.ts";
import {type Factor, type Line, times} from "../../../../src/studies/price/line.ts";
import {type Pricer, type PriceTask, pricer, type Step} from "../../../../src/studies/price/pricer.ts";
import type {Economy} from "../../../../src/trade/economy.ts";
import {oneSector} from "../../trade/economies.ts";

/** A pricer of an economy without measures, at elasticities known exactly, and deficits at 0 unless said otherwise. */
export function pricerOf(
  economy: Economy,
  {
    theta = [...economy.tradeElasticity].map(times),
    closure = {kind: "balanced"},
    steps = []
  }: {theta?: readonly Factor[]; closure?: PriceTask["closure"]; steps?: readonly Step[]} = {}
): Pricer {
  const reference = {id: "reference", title: "as it is", lines: []};
  const baseline = {baseline: economy.name, checksum: ""};
  return pricer({...baseline, elasticities: theta, closure, seed: 7, before: [], reference, steps}, economy);
}

/** Equal countries that each buy 100 − (N − 1) · `abroad` at home and `abroad` from each other country; one sector, θ = 4. */
export const equals = (countries: readonly string[], abroad: number): Economy =>
  oneSector(
    countries,
    Float64Array.from({length: countries.length ** 2}, (_, at) =>
      at % (countries.length + 1) === 0 ? 100 - (countries.length - 1) * abroad : abroad
    ),
    4
  );

/** Nothing is traded between two countries. */
export const embargo = (economy: Economy, a: string, b: string): Line => cutOff(economy, a, b, times(1));
