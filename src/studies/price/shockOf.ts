import {incorrect} from "../../errors.ts";
import type {Economy} from "../../trade/economy.ts";
import type {Shock} from "../../trade/shock.ts";
import {type Line, type Sampler, sizeOf, type Wedge} from "./line.ts";

/**
 * The shock that takes the baseline's economy, in which the lines `before` hold, to one in which the lines `after` hold:
 * ratios of costs and of open shares, differences of tariffs. A line that stands in both changes nothing, also one that
 * closes a flow in full: what the baseline trades in spite of it goes on, unless another line closes it.
 *
 * @param tradeElasticity [J] θ; turns a closed share into a cost
 * @throws incorrect `studies/wedge-place`, `studies/closed-before`
 */
export function shockOf(
  economy: Economy,
  tradeElasticity: Float64Array,
  before: readonly Line[],
  after: readonly Line[],
  sample: Sampler
): Shock {
  const {countries, sectors, flow} = economy;
  const [N, J] = [countries.length, sectors.length];
  const was = levels(economy, before, sample);
  const is = levels(economy, after, sample);
  const icebergCost = new Float64Array(flow.length).fill(1);
  const tariff = economy.tariff.slice();
  const exportTax = new Float64Array(flow.length);
  const prohibited = new Uint8Array(flow.length);
  for (const at of new Set([...was.keys(), ...is.keys()])) {
    const [a, b] = [was.get(at) ?? UNTOUCHED, is.get(at) ?? UNTOUCHED];
    if (a.open === 0 && b.open > 0) {
      if (!(flow[at]! > 0)) continue;
      const place = `${sectors[at % J]} from ${countries[Math.floor(at / J / N)]} to ${countries[Math.floor(at / J) % N]}`;
      throw incorrect(
        "studies/closed-before",
        `${place} is closed in the baseline, by ${a.shutBy.join(", ")}, and yet flows there; a rule that closes all of it cannot be lifted`
      );
    }
    if (b.open === 0 && !(a.open === 0 && b.shutBy.every((line) => a.shutBy.includes(line)))) prohibited[at] = 1;
    else {
      const left = a.open === b.open ? 1 : b.open / a.open;
      icebergCost[at] = (b.cost / a.cost) * left ** (-1 / tradeElasticity[at % J]!);
    }
    tariff[at]! += b.tariff - a.tariff;
    exportTax[at] = b.exportTax - a.exportTax;
  }
  return {icebergCost, tariff, exportTax, prohibited, transfer: transfers(economy, before, after, sample)};
}

/** What lines add up to on one flow; `shutBy` names those that close it in full. */
type Level = {open: number; cost: number; tariff: number; exportTax: number; shutBy: readonly string[]};

const UNTOUCHED: Level = {open: 1, cost: 1, tariff: 0, exportTax: 0, shutBy: []};

function levels(economy: Economy, lines: readonly Line[], sample: Sampler): Map<number, Level> {
  const byFlow = new Map<number, Level>();
  const placeOf = placer(economy);
  for (const line of lines)
    for (const wedge of line.wedges) {
      const at = placeOf(wedge, line);
      if (at === null) continue;
      const level = byFlow.get(at) ?? {...UNTOUCHED};
      const size = sizeOf(wedge.size, sample);
      switch (wedge.kind) {
        case "closed":
          level.open *= 1 - Math.min(1, size);
          if (size >= 1) level.shutBy = [...level.shutBy, line.of];
          break;
        case "cost":
          level.cost *= 1 + size;
          break;
        default:
          level[wedge.kind] += size;
      }
      byFlow.set(at, level);
    }
  return byFlow;
}

/** The place of a wedge's flow; null for what a country sells to itself, which no measure between countries reaches. */
function placer({countries, sectors}: Economy): (wedge: Wedge, line: Line) => number | null {
  const country = new Map(countries.map((name, at) => [name, at]));
  const sector = new Map(sectors.map((name, at) => [name, at]));
  return ({origin, destination, sector: name}, {of}) => {
    const [o, d, s] = [country.get(origin), country.get(destination), sector.get(name)];
    if (o === undefined || d === undefined || s === undefined)
      throw incorrect(
        "studies/wedge-place",
        `no flow of ${name} from ${origin} to ${destination} in the baseline, named by ${of}; it has ${countries.length} countries and ${sectors.join(", ")}`
      );
    return o === d ? null : (o * countries.length + d) * sectors.length + s;
  };
}

function transfers(
  {countries}: Economy,
  before: readonly Line[],
  after: readonly Line[],
  sample: Sampler
): Float64Array {
  const received = new Float64Array(countries.length);
  const add = (lines: readonly Line[], sign: number) => {
    for (const {of, transfers: list = []} of lines)
      for (const {from, to, size} of list) {
        const [giver, taker] = [countries.indexOf(from), countries.indexOf(to)];
        if (giver < 0 || taker < 0)
          throw incorrect("studies/wedge-place", `no ${giver < 0 ? from : to} in the baseline, named by ${of}`);
        const amount = sign * sizeOf(size, sample);
        received[giver]! -= amount;
        received[taker]! += amount;
      }
  };
  add(after, 1);
  add(before, -1);
  return received;
}
