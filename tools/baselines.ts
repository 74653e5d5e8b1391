/**
 * Makes the bundled baselines of cases/baseline/ from the source files, which are not in the project:
 *
 *   node tools/baselines.ts ../shared/data/trade                 writes cases/baseline/*.json
 *   node tools/baselines.ts ../shared/data/trade --own <folder>  writes the whole 194 × 194 as an own baseline
 *
 * The same sources give the same bytes. docs/methods/baselines.md states the rules.
 */
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {BaselineLayout} from "../src/trade/baseline.ts";
import {goodsHow, goodsSource, regions, replacedGdp} from "./baselineAreas.ts";

/**
 * The multi-country input–output file, million USD: `trade` by importer, exporter and sector. `tariff` says the same of
 * itself and has the pair the other way round: tariff[a][b] is what b levies on goods from a.
 */
export type WiodFile = {
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  readonly trade: readonly (readonly (readonly number[])[])[];
  readonly tariff: readonly (readonly (readonly number[])[])[];
  readonly valueAdded: readonly (readonly number[])[];
  readonly intermediate: readonly (readonly (readonly number[])[])[];
  readonly finalDemand: readonly (readonly number[])[];
};

/** Goods trade of the world by country, million USD; `trade` is [origin][destination], 0 on the diagonal. */
export type GoodsFile = {
  readonly countries: readonly string[];
  readonly trade: readonly Float64Array[];
  /** Current prices, as the source has it, and with the figures of `replacedGdp`. */
  readonly gdp: readonly number[];
};

export const readWiod = (folder: string): WiodFile =>
  JSON.parse(readFileSync(join(folder, "wiod2014_44x14.json"), "utf8"));

export function readGoods(folder: string): GoodsFile {
  const rows = (file: string) =>
    readFileSync(join(folder, "world2023", file), "utf8")
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","));
  const countries = rows("country_labels.csv").map(([iso3]) => iso3!);
  const gdp = rows("gdp.csv").map(([usd], i) => replacedGdp[countries[i]!] ?? Number(usd) / 1e6);
  const trade = rows("trade_cepii.csv").map((row) => Float64Array.from(row, (thousand) => Number(thousand) / 1e3));
  return {countries, trade, gdp};
}

/** The baseline of 2014 with each tariff levied by the destination, and inputs at the prices that follow. */
export function wiodBaseline(wiod: WiodFile): BaselineLayout {
  const {countries, sectors, trade, tariff, intermediate} = wiod;
  const scale = {flow: 100, tariff: 100_000, intermediate: 10}; // the decimals that the source prints
  const ratio = spendingRatio(wiod);
  return {
    layout: "thaw-baseline/1",
    name: "wiod2014-44x14",
    year: 2014,
    source:
      "World Input–Output Database, release of November 2016 (Timmer, Dietzenbacher, Los, Stehrer and de Vries, 2015, " +
      "Review of International Economics 23: 575–605), with tariffs, as calibrated in Felbermayr, Gröschl and Heiland " +
      "(2022, Journal of International Economics), replication files at cd8075c",
    licence: "CC BY 4.0 (WIOD)",
    how:
      "50 sectors added up to 14, the last three of them services and construction; ROW is the rest of the world, and its flow to itself, with a " +
      "tariff, is trade among its members. Flows in ten thousand USD, inputs in hundred thousand, tariffs in 0.001 %. " +
      "The source has each tariff on the flow in the other direction; here the destination levies it. What a country spends " +
      "on inputs of a sector is scaled as its spending on that sector with tariffs is, by 0.967 to 1.142. Value added and " +
      "final demand close the tables: they differ from the source by up to 7235 and 11420 million USD.",
    countries,
    sectors,
    tradeElasticity: sectors.map(() => null),
    scale,
    flow: countries.map((_, o) =>
      countries.flatMap((_, d) => trade[d]![o]!.map((value) => Math.round(value * scale.flow)))
    ),
    tariff: tariff.map((levied) => levied.flat().map((rate) => Math.round(rate * scale.tariff))),
    intermediate: intermediate.map((inputs, c) =>
      inputs.flatMap((row, s) => row.map((value) => Math.round(value * ratio[c]![s]! * scale.intermediate)))
    )
  };
}

/**
 * [N][J] What a country spends on a sector with each tariff levied by the destination, over what it spends with the
 * tariffs as the source labels them. The source prices inputs by the latter, and in one proportion for all users.
 */
export const spendingRatio = ({countries, sectors, trade, tariff}: WiodFile): number[][] =>
  countries.map((_, c) =>
    sectors.map((_, s) => {
      const spent = (rate: (o: number) => number) =>
        countries.reduce((sum, _, o) => sum + trade[c]![o]![s]! * (1 + rate(o)), 0);
      const before = spent((o) => tariff[c]![o]![s]!);
      return before === 0 ? 1 : spent((o) => tariff[o]![c]![s]!) / before;
    })
  );

const GOODS = 11; // of the 14 sectors: agri to other_mfg, in front of utilities and services

/**
 * Domestic sales of goods by country, million USD: GDP of 2023 times the ratio that WIOD has for 2014. For a country
 * without one, the ratio of WIOD's rest of the world, less what its members trade among themselves in 2023.
 */
export function domesticSales({countries, trade, gdp}: GoodsFile, wiod: WiodFile): number[] {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const ratioOf = new Map(
    wiod.countries.map((code, c) => [code, sum(wiod.trade[c]![c]!.slice(0, GOODS)) / sum(wiod.valueAdded[c]!)])
  );
  const rest = [...countries.keys()].filter((c) => !ratioOf.has(countries[c]!));
  const among = sum(rest.map((o) => sum(rest.map((d) => trade[o]![d]!))));
  const restRatio = ratioOf.get("ROW")! - among / sum(rest.map((c) => gdp[c]!));
  return countries.map((code, c) => (ratioOf.get(code) ?? restRatio) * gdp[c]!);
}

export function goodsBaseline(goods: GoodsFile, wiod: WiodFile): BaselineLayout {
  const regionOf = new Map(Object.entries(regions).flatMap(([region, codes]) => codes.map((code) => [code, region])));
  const unknown = [...regionOf.keys()].filter((code) => !goods.countries.includes(code));
  if (unknown.length > 0) throw new Error(`codes of regions that the source lacks: ${unknown.join(", ")}`);
  const areas = [...goods.countries.filter((code) => !regionOf.has(code)), ...Object.keys(regions)];
  const areaOf = goods.countries.map((code) => areas.indexOf(regionOf.get(code) ?? code));
  const flow = areas.map(() => areas.map(() => 0));
  const own = domesticSales(goods, wiod);
  for (const [o, row] of goods.trade.entries()) {
    for (const [d, value] of row.entries()) flow[areaOf[o]!]![areaOf[d]!]! += o === d ? own[o]! : value;
  }
  return {
    layout: "thaw-baseline/1",
    name: "world2023-goods",
    year: 2023,
    ...goodsSource,
    how: `${goodsHow} The ${areas.length - Object.keys(regions).length} areas on their own are the largest 40 by trade and every sender and target of the casebook that the source has; the other ${regionOf.size} stand in ${Object.keys(regions).length} regions. Flows in thousand USD.`,
    countries: areas,
    sectors: ["goods"],
    tradeElasticity: [4],
    scale: {flow: 1000, tariff: 1, intermediate: 1},
    flow: flow.map((row) => row.map((value) => Math.round(value * 1000)))
  };
}

/** The text of a shipped baseline: a line for each row, so that a change shows as the rows that it touches. */
export function layoutText(layout: BaselineLayout): string {
  const isTable = (value: unknown) => Array.isArray(value) && Array.isArray(value[0]);
  const fields = Object.entries(layout).map(([name, value]) =>
    isTable(value)
      ? `  ${JSON.stringify(name)}: [\n${(value as unknown[]).map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]`
      : `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`
  );
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** The files of an own baseline with every country of the source. */
export function goodsFiles(goods: GoodsFile, wiod: WiodFile): ReadonlyMap<string, string> {
  const {countries, trade} = goods;
  const own = domesticSales(goods, wiod);
  const flow = (o: number, d: number) => (o === d ? own[o]! : trade[o]![d]!);
  const csv = (header: string, rows: readonly string[]) => `${[header, ...rows].join("\n")}\n`;
  const byCountry = (value: (c: number) => number) =>
    csv(
      "country,sector,value",
      countries.map((code, c) => `${code},goods,${value(c)}`)
    );
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const all = [...countries.keys()];
  const head = {
    name: "world2023-goods-194",
    year: 2023,
    ...goodsSource,
    how: `${goodsHow} Every country of the source on its own.`,
    countries,
    sectors: [{id: "goods", tradeElasticity: {value: 4, source: "Simonovska and Waugh (2014)"}}]
  };
  return new Map([
    ["baseline.yaml", `${JSON.stringify(head, null, 2)}\n`], // JSON is YAML
    [
      "flows.csv",
      csv(
        "origin,destination,sector,value,tariff",
        all.flatMap((o) => all.map((d) => `${countries[o]},${countries[d]},goods,${flow(o, d)},0`))
      )
    ],
    ["value-added.csv", byCountry((c) => total(all.map((d) => flow(c, d))))],
    ["final-demand.csv", byCountry((c) => total(all.map((o) => flow(o, c))))]
  ]);
}

if (import.meta.main) {
  const [source, option, target] = process.argv.slice(2);
  if (source === undefined || (option !== undefined && (option !== "--own" || target === undefined))) {
    throw new Error("give the folder of the sources, and --own <folder> for the 194 countries");
  }
  const [wiod, goods] = [readWiod(source), readGoods(source)];
  const folder = target ?? join(import.meta.dirname, "..", "cases", "baseline");
  const files =
    target === undefined
      ? [wiodBaseline(wiod), goodsBaseline(goods, wiod)].map((one) => [`${one.name}.json`, layoutText(one)] as const)
      : [...goodsFiles(goods, wiod)];
  mkdirSync(folder, {recursive: true});
  for (const [file, text] of files) writeFileSync(join(folder, file), text);
}
