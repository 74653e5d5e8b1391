import {incorrect} from "../../../errors.ts";
import {exact, triangular, type Uncertain} from "../../../numeric/uncertain.ts";
import {type Economy, flowAt} from "../../../trade/economy.ts";
import {placeOf} from "../adopted.ts";
import {central, type Factor, type Line, sizeOf, times, type Wedge} from "../line.ts";
import {sizeFactors} from "./figures.ts";
import {packageRules} from "./packageRules.ts";
import type {RuleReach} from "./rule.ts";
import {isGood, isGoodsOnly, placeShares, type Shares} from "./sectors.ts";
import {tradeRules} from "./tradeRules.ts";

/** A size of a package: a number, or one with a band and the key of its draw. */
export type Size = number | Factor;

/** Every sector of the baseline, both ways. */
export function embargo(senders: readonly string[], targets: readonly string[], {sectors}: Economy): Line {
  const closed = (origin: string, destination: string) =>
    sectors.map((sector): Wedge => ({kind: "closed", origin, destination, sector, size: []}));
  const wedges = pairs(senders, targets).flatMap(([a, b]) => [...closed(a, b), ...closed(b, a)]);
  return {of: "embargo", title: `Embargo: ${names(senders, targets)}`, rule: "all-trade", wedges};
}

/** Services and finance closed, where the baseline has them, and goods at the share that depends on dollar finance. */
export function fullBlocking(senders: readonly string[], targets: readonly string[], economy: Economy): Line[] {
  const goods = byRule("full-blocking", "Full blocking, goods", "dollar-finance", senders, targets, economy);
  if (isGoodsOnly(economy)) return [goods];
  return [byRule("full-blocking", "Full blocking, services", "services-closed", senders, targets, economy), goods];
}

/** The tariff of 1930 instead of that of most favoured nations; the US schedule stands for that of any importer. */
export const columnTwo = (importers: readonly string[], exporters: readonly string[], economy: Economy): Line =>
  byRule("column-two", "Column 2 tariff", "column-two", importers, exporters, economy);

/**
 * An average ad valorem rate on goods, at the flows of the baseline, in place of all that is levied: in each draw the
 * average is the rate, whatever is drawn for the tariffs that hold. Where it is above what is levied at the central
 * values, every sector gets the same points more than these; where it is below, the same proportion of them.
 *
 * @param held lines whose tariffs are levied already, beside those of the baseline; the line takes them away
 */
export function tariffTo(
  rate: Size,
  importers: readonly string[],
  exporters: readonly string[],
  economy: Economy,
  held: readonly Line[] = []
): Line {
  const to = factorOf(rate);
  const wedges = pairs(importers, exporters).flatMap(([destination, origin]) => {
    const levied = tariffs(origin, destination, economy, held);
    const average = averageOf(levied);
    if (average === null) return [];
    const isRise = central(to) >= average;
    return levied.flatMap(({sector, own, baseline, tariff}): Wedge[] => {
      const on = {kind: "tariff", origin, destination, sector} as const;
      const points: Factor = {key: to.key, value: shifted(to.value, tariff - baseline - average)};
      const absolute = isRise ? [[points]] : [[times(tariff / average), to], [times(-baseline)]];
      return [
        ...absolute.map((size): Wedge => ({...on, size})),
        ...own.map((size) => ({...on, size: [...size, LESS]}))
      ];
    });
  });
  return {
    of: TARIFF_TO,
    title: `Tariff raised or cut to an average: ${names(importers, exporters)}`,
    rule: "tariff",
    wedges
  };
}

const LESS = times(-1);

/** Name of the lines that say all of a tariff. */
export const TARIFF_TO = "tariff-to";

/**
 * The average tariff on goods at the flows of the baseline and the central values.
 *
 * @param held as in `tariffTo`
 * @returns null where nothing is traded
 */
export const averageTariff = (
  importers: readonly string[],
  exporters: readonly string[],
  economy: Economy,
  held: readonly Line[]
): number | null =>
  averageOf(
    pairs(importers, exporters).flatMap(([destination, origin]) => tariffs(origin, destination, economy, held))
  );

/** Sectors of the baseline, or `goods` or `services` for all of them, of which a share may no longer be exported. */
export const exportControls = (
  exporters: readonly string[],
  importers: readonly string[],
  sectors: readonly string[],
  share: Size,
  economy: Economy
): Line => closing("export-control", "Export control", "exports", exporters, importers, sectors, share, economy);

/** Sectors of the baseline, or `goods` or `services` for all of them, of which a share may no longer be imported. */
export const importBan = (
  importers: readonly string[],
  exporters: readonly string[],
  sectors: readonly string[],
  share: Size,
  economy: Economy
): Line => closing("import-ban", "Import ban", "imports", importers, exporters, sectors, share, economy);

/** A line at a share of its size: 0.5 eases by half. */
export function scaleLine(line: Line, share: Size): Line {
  const by = factorOf(share);
  const scaled = <T extends {readonly size: readonly Factor[]}>(one: T): T => ({...one, size: [...one.size, by]});
  return {
    ...line,
    wedges: line.wedges.map(scaled),
    ...(line.transfers && {transfers: line.transfers.map(scaled)})
  };
}

/** A rule that says itself what it reaches. */
type RuleWithReach = Extract<
  (typeof packageRules | typeof tradeRules)[number],
  {readonly effect: {readonly reaches: object}}
>;

function byRule(
  of: string,
  title: string,
  id: RuleWithReach["id"],
  senders: readonly string[],
  targets: readonly string[],
  economy: Economy
): Line {
  const rule = [...packageRules, ...tradeRules].find((one): one is RuleWithReach => one.id === id)!;
  const {reaches, wedge, size} = rule.effect;
  const factors = sizeFactors([[`rule:${id}:size`, size]]);
  const wedges = pairs(senders, targets).flatMap((pair) =>
    wedgesBetween(pair, reaches, wedge, factors, (name) => `rule:${id}:${name}`, economy)
  );
  return {of, title: `${title}: ${names(senders, targets)}`, rule: id, wedges};
}

function closing(
  rule: "export-control" | "import-ban",
  title: string,
  flow: "exports" | "imports",
  senders: readonly string[],
  targets: readonly string[],
  sectors: readonly string[],
  share: Size,
  economy: Economy
): Line {
  const shares: Shares = Object.fromEntries(sectors.map((sector) => [sector, {kind: "exact", value: 1}]));
  const factors = [factorOf(share)];
  const wedges = pairs(senders, targets).flatMap((pair) =>
    wedgesBetween(pair, {flow, shares}, "closed", factors, (name) => `${rule}:${name}`, economy)
  );
  return {of: rule, title: `${title}: ${names(senders, targets)}`, rule, wedges};
}

/** @throws incorrect `studies/rule-sectors` where the baseline has none of the sectors */
function wedgesBetween(
  [sender, target]: readonly [string, string],
  {flow, shares}: {readonly flow: RuleReach["flow"]; readonly shares: Shares},
  kind: Wedge["kind"],
  size: readonly Factor[],
  keyOf: (name: string) => string,
  economy: Economy
): Wedge[] {
  const ways = [
    ...(flow === "imports" ? [] : [[sender, target] as const]),
    ...(flow === "exports" ? [] : [[target, sender] as const])
  ];
  return ways.flatMap(([origin, destination]) => {
    const {on, missing} = placeShares(shares, economy, [origin, destination]);
    if (on.length === 0)
      throw incorrect(
        "studies/rule-sectors",
        `no ${missing.join(", ")} in ${economy.name}; it has ${economy.sectors.join(", ")}`
      );
    return on.map(({sector, figure, name}): Wedge => {
      return {kind, origin, destination, sector, size: [...size, ...sizeFactors([[keyOf(name), figure]])]};
    });
  });
}

/** Tariff at the central values: that of the baseline with the sizes of lines. */
type Levied = {
  readonly sector: string;
  readonly flow: number;
  readonly baseline: number;
  readonly own: readonly (readonly Factor[])[];
  readonly tariff: number;
};

/** Goods of one flow with what is levied on them. */
function tariffs(origin: string, destination: string, economy: Economy, held: readonly Line[]): Levied[] {
  const {sectors, flow, tariff} = economy;
  const [o, d] = [placeOf(economy, origin), placeOf(economy, destination)];
  const wedges = held
    .flatMap((line) => line.wedges)
    .filter((one) => one.kind === "tariff" && one.origin === origin && one.destination === destination);
  return sectors.flatMap((sector, s) => {
    if (!isGood(sector)) return [];
    const own = wedges.filter((one) => one.sector === sector).map(({size}) => size);
    const at = flowAt(economy, o, d, s);
    const baseline = tariff[at]!;
    const added = own.reduce((sum, size) => sum + sizeOf(size, central), 0);
    return [{sector, flow: flow[at]!, baseline, own, tariff: baseline + added}];
  });
}

function averageOf(levied: readonly Levied[]): number | null {
  const traded = levied.reduce((sum, {flow}) => sum + flow, 0);
  return traded > 0 ? levied.reduce((sum, {flow, tariff}) => sum + flow * tariff, 0) / traded : null;
}

const pairs = (senders: readonly string[], targets: readonly string[]): (readonly [string, string])[] =>
  senders.flatMap((sender) => targets.filter((target) => target !== sender).map((target) => [sender, target] as const));

const names = (senders: readonly string[], targets: readonly string[]): string =>
  `${senders.join(", ")} on ${targets.join(", ")}`;

const factorOf = (size: Size): Factor => (typeof size === "number" ? times(size) : size);

function shifted(value: Uncertain, by: number): Uncertain {
  switch (value.kind) {
    case "exact":
      return exact(value.value + by);
    case "triangular":
      return triangular(value.low + by, value.likely + by, value.high + by);
    case "normal":
      return {...value, mean: value.mean + by, above: value.above + by};
  }
}
