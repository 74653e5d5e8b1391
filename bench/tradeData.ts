import {openBaseline} from "../src/casebook/baselines.ts";
import {random} from "../src/numeric/random.ts";
import type {Economy} from "../src/trade/economy.ts";
import type {Shock} from "../src/trade/shock.ts";
import {prohibit, randomEconomy} from "../test/unit/trade/economies.ts";

const SEED = 1;

/** Elasticities of the bundled baseline, which has none of its own: as the seeded economies have them. */
const THETA = {least: 2, range: 6};

/** Shocks of a size that sanctions have. `a` and `b` are the two largest countries. */
export const shocks = {
  /** No trade between a and b. */
  embargo: (economy, a, b) => ({
    prohibited: prohibit(economy, (o, d) => (o === a && d === b) || (o === b && d === a))
  }),
  /** 25 points on all that a buys abroad, and on what others buy of a. */
  tariffs: ({countries, sectors, tariff}, a) => ({
    tariff: tariff.map((rate, at) => {
      const [o, d] = [
        Math.floor(at / sectors.length / countries.length),
        Math.floor(at / sectors.length) % countries.length
      ];
      return (o === a) === (d === a) ? rate : rate + 0.25;
    })
  })
} as const satisfies Record<string, (economy: Economy, a: number, b: number) => Shock>;

export type ShockName = keyof typeof shocks;

/** Targets of the solver in milliseconds, one thread, residual 1e-10. */
export const worlds = {
  "30 × 20": {target: 30, make: () => seeded(30, 20)},
  "44 × 14": {target: 20, make: bundled},
  "100 × 1": {target: 5, make: () => seeded(100, 1)},
  "194 × 1": {target: 20, make: () => seeded(194, 1)},
  "80 × 40": {target: 2000, make: () => seeded(80, 40)}
} as const satisfies Record<string, {readonly target: number; readonly make: () => Economy}>;

export type WorldName = keyof typeof worlds;

/** Multi-sector worlds have inputs and tariffs; one-sector worlds are Armington's, without. */
const seeded = (N: number, J: number): Economy => randomEconomy({N, J, seed: SEED, inputs: J > 1, tariffs: J > 1});

/** The world input–output database of 2014, with seeded elasticities. */
function bundled(): Economy {
  const {economy} = openBaseline("wiod2014-44x14", import.meta.dirname);
  const draw = random(SEED);
  return {...economy, tradeElasticity: Float64Array.from(economy.sectors, () => THETA.least + THETA.range * draw())};
}

/** The two countries with the largest value added; a rest of the world is none. */
export function largestTwo({countries, sectors, valueAdded}: Economy): readonly [a: number, b: number] {
  const J = sectors.length;
  const size = countries.map((name, c) =>
    name === "ROW" ? 0 : valueAdded.subarray(c * J, (c + 1) * J).reduce((sum, value) => sum + value, 0)
  );
  const [a, b] = countries.map((_, c) => c).sort((x, y) => size[y]! - size[x]!);
  return [a!, b!];
}
