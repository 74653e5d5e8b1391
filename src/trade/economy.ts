/**
 * A baseline economy: N countries, J sectors, one year, values in million USD. Flows are net of tariff; `o` is the origin
 * of goods, `d` their destination, `s` the sector that makes them, `u` the sector that uses them.
 */
export type Economy = {
  readonly name: string;
  readonly year: number;
  /** [N] codes, ISO 3166-1 alpha-3 for states, and names of regions. */
  readonly countries: readonly string[];
  /** [J] */
  readonly sectors: readonly string[];
  /** [N × N × J] at (o · N + d) · J + s, ≥ 0: sales of o to d, domestic sales where o = d. */
  readonly flow: Float64Array;
  /** [N × N × J] ad valorem rates like `flow`: 0.25 is 25 %. */
  readonly tariff: Float64Array;
  /** [N × J] at c · J + s */
  readonly valueAdded: Float64Array;
  /** [N × J × J] at (c · J + s) · J + u: what users u of country c spend on inputs s, tariffs included. */
  readonly intermediate: Float64Array;
  /** [N × J] at c · J + s: final spending of country c on goods of s, tariffs included. */
  readonly finalDemand: Float64Array;
  /** [J] elasticity θ > 0 of trade flows with respect to trade costs, as the baseline's authors give it; NaN where they do not. */
  readonly tradeElasticity: Float64Array;
  /** Where the figures are from, under which licence, and how they were aggregated. */
  readonly provenance: {readonly source: string; readonly licence: string; readonly how: string};
};

/** Place of a flow in `flow` and `tariff`. */
export const flowAt = ({countries, sectors}: Economy, o: number, d: number, s: number): number =>
  (o * countries.length + d) * sectors.length + s;
