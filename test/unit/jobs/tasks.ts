import type {Draws} from "../../../src/jobs/drawSet.ts";
import type {Factor, Wedge} from "../../../src/studies/price/line.ts";
import {type Draw, type PriceTask, pricer} from "../../../src/studies/price/pricer.ts";
import type {Economy} from "../../../src/trade/economy.ts";
import {randomEconomy} from "../trade/economies.ts";

/** Country 0 makes nothing of the last sector: a draw that closes all imports of it has no equilibrium. */
export const smallEconomy: Economy = randomEconomy({N: 4, J: 3, seed: 5, inputs: true, tariffs: true});

const spread = (key: string, low: number, likely: number, high: number): Factor => ({
  key,
  value: {kind: "triangular", low, likely, high}
});

/** Two steps; the second has no equilibrium in the draws that close more than all. */
export function someTask(economy: Economy, seed = 7): PriceTask {
  const {countries, sectors} = economy;
  const closed = (origin: string, destination: string, sector: string, share: Factor): Wedge => ({
    ...{kind: "closed", origin, destination, sector},
    size: [share]
  });
  const [first, second] = countries as [string, string];
  const some = sectors.map((sector) => closed(first, second, sector, spread("some", 0.2, 0.5, 0.8)));
  const most = countries.map((origin) => closed(origin, first, sectors.at(-1)!, spread("most", 0.4, 0.9, 1.3)));
  return {
    baseline: economy.name,
    checksum: "none",
    elasticities: sectors.map((sector, s) => {
      const theta = economy.tradeElasticity[s]! || 4;
      return spread(`theta/${sector}`, 0.6 * theta, theta, 1.4 * theta);
    }),
    closure: {kind: "worldShare"},
    seed,
    before: [],
    reference: {id: "open", title: "Open", lines: []},
    steps: [
      {id: "some", title: "Some closed", lines: [{of: "a", title: "a", rule: "scenario", wedges: some}]},
      {id: "most", title: "Most closed", lines: [{of: "b", title: "b", rule: "scenario", wedges: most}]}
    ]
  };
}

/** Draws as the pricer makes them, one after another. */
export function plainDraws(task: PriceTask, economy: Economy, numbers: readonly number[]): Draws {
  const {draw} = pricer(task, economy);
  return new Map<number, Draw>(numbers.map((number) => [number, draw(number)]));
}
