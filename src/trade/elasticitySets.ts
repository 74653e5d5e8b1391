import {incorrect} from "../errors.ts";
import {exact, triangular, type Uncertain} from "../numeric/uncertain.ts";
import type {Economy} from "./economy.ts";
import {caliendoParro} from "./elasticity/caliendoParro.ts";
import {SHORT_RUN_FLOOR} from "./elasticity/floor.ts";
import {goodsSectors, serviceSectors} from "./sectors.ts";

/** Trade elasticities θ by sector, from one source or one convention. docs/methods/elasticities.md has them all. */
export type ElasticitySet = {
  readonly id: string;
  readonly title: string;
  readonly run: "short" | "long";
  readonly about: string;
  readonly sectors: Readonly<Record<string, SectorElasticity>>;
};

/** θ of one sector: the trade share falls by θ % where trade costs rise by 1 %. */
export type SectorElasticity = {
  readonly value: Uncertain;
  readonly source: string;
  /** What was made of the source's figures, and how wide the distribution is and why. */
  readonly how: string;
  /** `verified`: seen in the source or estimated again from its data; `recalled`: from memory. */
  readonly verification: "verified" | "partly" | "recalled";
  /** Sectors that name one draw share it: what is not known about them is one thing. */
  readonly draw?: string;
};

const SECTORS = [...goodsSectors, ...serviceSectors, "goods"];

const every = (sectors: readonly string[], elasticity: SectorElasticity): Readonly<Record<string, SectorElasticity>> =>
  Object.fromEntries(sectors.map((sector) => [sector, elasticity]));

const BOEHM = "Boehm, Levchenko and Pandalai-Nayar (2023), American Economic Review 113: 861–905";

export const elasticitySets: readonly ElasticitySet[] = [
  {
    id: "caliendo-parro-2015",
    title: "Long run by sector, Caliendo & Parro (2015)",
    run: "long",
    about:
      "Estimated sector by sector from tariffs of 1993 with standard errors; services have no tariffs, so theirs is a convention with a band of ours.",
    sectors: {
      ...caliendoParro,
      ...every(serviceSectors, {
        value: triangular(1, 5, 9),
        source: "Costinot and Rodríguez-Clare (2014), Handbook of International Economics 4: 197–261",
        how: "their convention for services, for which there are no estimates; 4 to either side is ours, one draw for all services",
        verification: "recalled",
        draw: "services"
      })
    }
  },
  {
    id: "simonovska-waugh-2014",
    title: "Long run, one for all sectors, Simonovska & Waugh (2014)",
    run: "long",
    about: "One elasticity for every sector, from differences in prices between countries, with the authors' range.",
    sectors: every(SECTORS, {
      value: triangular(2.79, 4, 4.46),
      source: "Simonovska and Waugh (2014), Journal of International Economics 92: 34–50",
      how: "roughly four, and the range of their estimates, 2.79 to 4.46; one draw for all sectors, services too",
      verification: "partly",
      draw: "all"
    })
  },
  {
    id: "boehm-2023-long",
    title: "Seven to ten years, one for all sectors, Boehm, Levchenko & Pandalai-Nayar (2023)",
    run: "long",
    about: "A quarter of the usual values, so losses are larger; from changes of most-favoured-nation tariffs.",
    sectors: every(SECTORS, {
      value: triangular(0.75, 1, 1.25),
      source: BOEHM,
      how: "flows before tariff fall by 1.75 to 2.25, about 2; in the model they fall by 1 + θ, so one is taken off; one draw for all sectors, services too",
      verification: "verified",
      draw: "all"
    })
  },
  {
    id: "boehm-2023-short",
    title: "One year, one for all sectors, Boehm, Levchenko & Pandalai-Nayar (2023)",
    run: "short",
    about:
      "What trade does within a year of a tariff, read as θ. The model has nothing smaller that makes sense, so the losses are at least these.",
    sectors: every(SECTORS, {
      value: {kind: "normal", mean: 0.76, sd: 0.11, above: SHORT_RUN_FLOOR},
      source: `${BOEHM}, Table 3`,
      how: `flows before tariff fall by 0.76 (0.11); one less, as in the long run, would be below 0 and no equilibrium, so 0.76 itself is taken; draws are cut off below ${SHORT_RUN_FLOOR}; one draw for all sectors, services too`,
      verification: "partly",
      draw: "all"
    })
  }
];

export const DEFAULT_ELASTICITIES = "caliendo-parro-2015";

/** The values that the baseline's authors give, known exactly; its sectors are the baseline's. */
const own: ElasticitySet = {
  id: "own",
  title: "The baseline's own",
  run: "long",
  about: "The values that the baseline's authors give, without a distribution.",
  sectors: {}
};

const known = (): string => [...elasticitySets.map(({id}) => id), own.id].join(", ");

/** @throws incorrect `trade/elasticity-set` */
export function elasticitySet(id: string): ElasticitySet {
  const set = [...elasticitySets, own].find((one) => one.id === id);
  if (set === undefined)
    throw incorrect("trade/elasticity-set", `unknown elasticity set: ${id}; the sets are ${known()}`, {id});
  return set;
}

/** θ of a sector of a baseline; equal keys are one draw. */
export type KeyedElasticity = {readonly key: string; readonly value: Uncertain};

/**
 * The set's θ for each sector of an economy.
 *
 * @returns [J]
 * @throws incorrect `trade/elasticity`: a sector that the set lacks
 */
export function elasticitiesFor(set: ElasticitySet, economy: Economy): readonly KeyedElasticity[] {
  return economy.sectors.map((sector, s) => {
    if (set.id === own.id) return {key: `elasticity:own:${sector}`, value: ownValue(economy, s)};
    const found = set.sectors[sector];
    if (found === undefined)
      throw incorrect(
        "trade/elasticity",
        `no elasticity for sector ${sector} in ${set.id}; it has ${Object.keys(set.sectors).join(", ")}`,
        {set: set.id, sector}
      );
    return {key: `elasticity:${set.id}:${found.draw ?? sector}`, value: found.value};
  });
}

function ownValue({name, sectors, tradeElasticity}: Economy, s: number): Uncertain {
  const theta = tradeElasticity[s]!;
  if (!isElasticity(theta))
    throw incorrect(
      "trade/elasticity",
      `no elasticity for sector ${sectors[s]} in ${name} itself; choose a set: ${elasticitySets.map(({id}) => id).join(", ")}`,
      {set: own.id, sector: sectors[s]}
    );
  return exact(theta);
}

const isElasticity = (theta: number): boolean => theta > 0 && theta < Infinity;
