import type {Economy} from "../../../src/trade/economy.ts";
import {byFlow, economyOf} from "../../unit/trade/economies.ts";
import {readShared, rowsOf} from "./shared.ts";

const FOLDER = "trade/tc2_caliendo_parro_2015/";
const TRADED = 20; // of 40 sectors; the rest is sold at home
const THETA_AT_HOME = 8.22; // the authors' value for sectors without trade; it plays no part
const PARTNERS = ["Mexico", "Canada", "USA"];

export type Nafta = {
  readonly economy: Economy;
  /** The tariffs of 1993, with those between the partners as in 2005. */
  readonly tariff: Float64Array;
  /** The tariffs of 2005. */
  readonly world: Float64Array;
  /** The tariffs of 2005, with those between the partners as in 1993. */
  readonly worldWithout: Float64Array;
  /** Mexico, Canada, USA */
  readonly partners: readonly number[];
  /** The same economy without inputs: all costs are value added. */
  readonly noMaterials: Economy;
  /** The same with inputs of a sector's own goods only, at the share that they have among its inputs. */
  readonly noInputOutput: Economy;
};

/**
 * Caliendo & Parro's (2015) economy of 1993 from their replication files, in million USD, and tariffs. What a country makes
 * and does not export it sells at home.
 */
export function nafta(): Nafta {
  const table = (name: string) => rowsOf(`${FOLDER}${name}.txt`).map((row) => row.map(Number));
  const countries: string[] = JSON.parse(readShared("trade/tc3_cp_one_sector_31x2.json")).countries;
  const sectors = Array.from({length: 40}, (_, s) => `sector ${s + 1}`);
  const [N, J] = [countries.length, sectors.length];
  const partners = PARTNERS.map((name) => countries.indexOf(name));
  const [made, share, inputs, traded] = [table("GO"), table("B"), table("IO"), table("xbilat1993")];
  const [before, after] = [table("tariffs1993"), table("tariffs2005")];
  const shape = {countries, sectors};
  const abroad = byFlow(shape, (o, d, s) => (o === d || s >= TRADED ? 0 : traded[s * N + d]![o]! / 1e3));
  const exported = (o: number, s: number) => countries.reduce((sum, _, d) => sum + abroad[(o * N + d) * J + s]!, 0);
  const rate = (from: number[][], o: number, d: number, s: number) =>
    o === d || s >= TRADED ? 0 : from[s * N + d]![o]! / 100;
  const economy = economyOf(countries, sectors, {
    flow: byFlow(shape, (o, d, s) =>
      o === d ? Math.max(made[s]![o]! / 1e6 - exported(o, s), 0) : abroad[(o * N + d) * J + s]!
    ),
    tariff: byFlow(shape, (o, d, s) => rate(before, o, d, s)),
    valueAdded: Float64Array.from({length: N * J}, (_, at) => share[at % J]![Math.floor(at / J)]!),
    intermediate: Float64Array.from({length: N * J * J}, (_, at) => {
      const [c, s, u] = [Math.floor(at / (J * J)), Math.floor(at / J) % J, at % J];
      return inputs[c * J + s]![u]! * (1 - share[u]![c]!);
    }),
    tradeElasticity: Float64Array.from({length: J}, (_, s) => table("T")[s]?.[0] ?? THETA_AT_HOME)
  });
  const isFreed = (o: number, d: number) => partners.includes(o) && partners.includes(d);
  const own = (c: number, u: number) => inputs[c * J + u]![u]!;
  const perSector = (value: (c: number, u: number) => number) =>
    Float64Array.from({length: N * J}, (_, at) => value(Math.floor(at / J), at % J));
  const perInput = (value: (c: number, s: number, u: number) => number) =>
    Float64Array.from({length: N * J * J}, (_, at) => value(Math.floor(at / (J * J)), Math.floor(at / J) % J, at % J));
  return {
    economy,
    tariff: byFlow(shape, (o, d, s) => rate(isFreed(o, d) ? after : before, o, d, s)),
    world: byFlow(shape, (o, d, s) => rate(after, o, d, s)),
    worldWithout: byFlow(shape, (o, d, s) => rate(isFreed(o, d) ? before : after, o, d, s)),
    partners,
    noMaterials: {...economy, valueAdded: perSector(() => 1), intermediate: perInput(() => 0)},
    noInputOutput: {
      ...economy,
      valueAdded: perSector((c, u) => 1 - own(c, u)),
      intermediate: perInput((c, s, u) => (s === u ? own(c, u) : 0))
    }
  };
}
