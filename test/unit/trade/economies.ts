import {random} from "../../../src/numeric/random.ts";
import type {Economy} from "../../../src/trade/economy.ts";

/** An economy of which only the figures matter. */
export const economyOf = (
  countries: readonly string[],
  sectors: readonly string[],
  figures: Pick<Economy, "flow" | "tariff" | "valueAdded" | "intermediate" | "tradeElasticity">
): Economy => ({
  ...figures,
  name: "test",
  year: 2000,
  countries,
  sectors,
  finalDemand: new Float64Array(countries.length * sectors.length),
  provenance: {source: "made for a test", licence: "none needed", how: "by a formula"}
});

/** One sector, no inputs, no tariffs; value added is output. `flow` [N × N] at o · N + d. */
export function oneSector(countries: readonly string[], flow: Float64Array, theta: number): Economy {
  const N = countries.length;
  return economyOf(countries, ["goods"], {
    flow,
    tariff: new Float64Array(N * N),
    valueAdded: new Float64Array(N).fill(1),
    intermediate: new Float64Array(N),
    tradeElasticity: Float64Array.of(theta)
  });
}

export type Recipe = {
  readonly N: number;
  readonly J: number;
  readonly seed: number;
  readonly inputs: boolean;
  readonly tariffs: boolean;
};

/**
 * A seeded economy of N ≥ 3 with home bias; a fifth of its foreign flows are 0, and where J > 1 country 0 makes nothing of the
 * last sector.
 */
export function randomEconomy({N, J, seed, inputs, tariffs}: Recipe): Economy {
  const draw = random(seed);
  const size = Array.from({length: N}, () => Math.exp(2 * draw()));
  const flow = new Float64Array(N * N * J);
  const tariff = new Float64Array(N * N * J);
  for (let o = 0; o < N; o++)
    for (let d = 0; d < N; d++)
      for (let s = 0; s < J; s++) {
        const at = (o * N + d) * J + s;
        // keeps every country reachable, and country 0 supplied with what it does not make
        const isKept = (d === (o + 1) % N && s === 0) || (o === 1 && d === 0);
        const isZero = (o !== d && !isKept && draw() < 0.2) || (o === 0 && J > 1 && s === J - 1);
        flow[at] = isZero ? 0 : size[o]! * size[d]! * Math.exp(draw()) * (o === d ? 4 * N : 1);
        tariff[at] = tariffs && o !== d ? 0.3 * draw() : 0;
      }
  const intermediate = Float64Array.from({length: N * J * J}, () => (inputs ? (1.2 * draw()) / J : 0));
  return economyOf(
    size.map((_, c) => `C${c}`),
    Array.from({length: J}, (_, s) => `S${s}`),
    {
      flow,
      tariff,
      valueAdded: Float64Array.from({length: N * J}, () => 1 + draw()),
      intermediate,
      tradeElasticity: Float64Array.from({length: J}, () => 2 + 6 * draw())
    }
  );
}

/** An array like `Economy.flow` of a value by origin, destination and sector. */
export function byFlow(
  {countries, sectors}: Pick<Economy, "countries" | "sectors">,
  value: (o: number, d: number, s: number) => number
): Float64Array {
  const [N, J] = [countries.length, sectors.length];
  return Float64Array.from({length: N * N * J}, (_, at) =>
    value(Math.floor(at / (N * J)), Math.floor(at / J) % N, at % J)
  );
}

/** Prohibitions by origin, destination and sector; sales at home are never among them. */
export const prohibit = (
  economy: Pick<Economy, "countries" | "sectors">,
  isForbidden: (o: number, d: number, s: number) => boolean
): Uint8Array => Uint8Array.from(byFlow(economy, (o, d, s) => (o !== d && isForbidden(o, d, s) ? 1 : 0)));
