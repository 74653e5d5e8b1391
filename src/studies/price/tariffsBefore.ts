import {closingItems} from "../../trade/baselineClosing.ts";
import {type Economy, flowAt} from "../../trade/economy.ts";
import {central, type Line, sizeOf} from "./line.ts";

/**
 * A baseline that has no tariffs, with those of measures that held in its own year at their central rates: its flows are
 * net of tariff, so only what buyers pay and what the treasury gets changes. Without them, lifting such a measure would
 * be a subsidy. A baseline with tariffs has these already and is returned as it is.
 */
export function withTariffsBefore(economy: Economy, before: readonly Line[]): Economy {
  const {countries, sectors} = economy;
  if (economy.tariff.some((rate) => rate !== 0)) return economy;
  const tariff = economy.tariff.slice();
  for (const {kind, origin, destination, sector, size} of before.flatMap(({wedges}) => wedges)) {
    const [o, d, s] = [countries.indexOf(origin), countries.indexOf(destination), sectors.indexOf(sector)];
    if (kind === "tariff" && o !== d && Math.min(o, d, s) >= 0)
      tariff[flowAt(economy, o, d, s)]! += sizeOf(size, central);
  }
  const tables = {...economy, tariff};
  return {...tables, ...closingItems(tables)};
}
