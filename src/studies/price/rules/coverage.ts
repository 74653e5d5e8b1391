import type {Case} from "../../../casebook/case.ts";
import type {TradeReach} from "../../../casebook/reach.ts";
import type {Economy} from "../../../trade/economy.ts";
import {shareOf} from "./figures.ts";
import {isGood, isGoodsOnly, type Placed, placeShares, type Shares} from "./sectors.ts";

/** Two parties of the case as the origin and the destination of goods, and the countries that stand for them. */
export type Flow = {readonly parties: readonly [string, string]; readonly countries: readonly [string, string]};

/**
 * Shares of the flows of a baseline that are covered. Sectors by the shares of the case; one sector of goods by the
 * amount, over what the case's trade series says of all goods in that year, where there is one. An amount without shares
 * is taken evenly from all goods.
 */
export function placeCoverage(
  {shares, amount}: TradeReach["covers"],
  one: Pick<Case, "trade">,
  economy: Economy,
  flow: Flow
): Placed {
  const hasShares = Object.keys(shares).length > 0;
  const isByAmount = amount !== null && (isGoodsOnly(economy) || !hasShares);
  if (!isByAmount) return placeShares(shares, economy, flow.countries);
  const whole = goodsTrade(one, flow.parties, amount.year);
  if (whole !== null)
    return placeShares({...servicesOf(shares), goods: shareOf(amount.million, whole)}, economy, flow.countries);
  if (hasShares) return placeShares(shares, economy, flow.countries);
  return {on: [], missing: [`goods, as the case has no trade of ${amount.year}`]};
}

const servicesOf = (shares: Shares): Shares =>
  Object.fromEntries(Object.entries(shares).filter(([sector]) => !isGood(sector)));

/** Million USD of goods by the first column of the series that has a figure: the columns stand in order of preference. */
function goodsTrade({trade}: Pick<Case, "trade">, [origin, destination]: readonly [string, string], year: number) {
  const at = trade?.years.indexOf(year) ?? -1;
  if (trade === null || at < 0) return null;
  const columns = trade.columns.filter((column) => column.origin === origin && column.destination === destination);
  return columns.map(({values}) => values[at] ?? null).find((value) => value !== null && value > 0) ?? null;
}
