import {type Figure, type ReachSector, reachSectors} from "../../../casebook/reach.ts";
import type {Economy} from "../../../trade/economy.ts";
import {goodsSectors, serviceSectors} from "../../../trade/sectors.ts";
import {mixture} from "./figures.ts";
import {goodsWeights} from "./goodsWeights.ts";

/** By `ReachSector`, or by a sector that an own baseline has beside those. */
export type Shares = Readonly<Partial<Record<ReachSector | (string & {}), Figure>>>;

/** Figures by sector of a baseline, with the name that makes their key, and sectors that the baseline lacks. */
export type Placed = {
  readonly on: readonly {readonly sector: string; readonly figure: Figure; readonly name: string}[];
  readonly missing: readonly string[];
};

/** Is it goods, by the name of a sector or of all goods? */
export const isGood = (sector: string): boolean => sector === "goods" || goodsSectors.some((one) => one === sector);

/** Does all goods trade of the baseline stand in one sector? */
export const isGoodsOnly = ({sectors}: Pick<Economy, "sectors">): boolean =>
  sectors.includes("goods") && !goodsSectors.some((sector) => sectors.includes(sector));

/**
 * Figures by sector put on the sectors of a baseline: as they stand where it has the sector; added up at the weights of
 * `goodsWeights` where it has goods only, a sector that is not named counting as 0.
 */
export function placeShares(
  shares: Shares,
  economy: Pick<Economy, "sectors">,
  flow: readonly [string, string]
): Placed {
  const others = Object.entries(shares).flatMap(([sector, figure]) =>
    figure === undefined || reachSectors.some((one) => one === sector) ? [] : [{sector, figure, name: sector}]
  );
  const goods = spread(shares, goodsSectors, "goods");
  const services = spread(shares, serviceSectors, "services");
  if (isGoodsOnly(economy)) {
    const weight = goodsWeights(...flow);
    const figure = mixture(goods.map(({sector, figure}) => ({weight: weight[sector] / total(weight), figure})));
    return {
      on: goods.length === 0 ? [] : [{sector: "goods", figure, name: "goods"}],
      missing: [...services, ...others].map(({sector}) => sector)
    };
  }
  const all = [...goods, ...services, ...others];
  return {
    on: all.filter(({sector}) => economy.sectors.includes(sector)),
    missing: all.filter(({sector}) => !economy.sectors.includes(sector)).map(({sector}) => sector)
  };
}

/** The printed weights sum to 1 but for rounding. */
const total = (weights: Readonly<Record<string, number>>): number =>
  Object.values(weights).reduce((sum, one) => sum + one, 0);

/** The figure of each sector of a group: its own, else that of the group, which then makes the key. */
function spread<S extends ReachSector>(shares: Shares, sectors: readonly S[], group: "goods" | "services") {
  return sectors.flatMap((sector) => {
    const name = shares[sector] === undefined ? group : sector;
    const figure = shares[name];
    return figure === undefined ? [] : [{sector, figure, name}];
  });
}
