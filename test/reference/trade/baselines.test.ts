import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {openBaseline} from "../../../src/casebook/baselines.ts";
import {packageRoot} from "../../../src/casebook/node.ts";
import {readBaseline} from "../../../src/casebook/readBaseline.ts";
import {regions} from "../../../tools/baselineAreas.ts";
import {
  goodsBaseline,
  goodsFiles,
  layoutText,
  readGoods,
  readWiod,
  spendingRatio,
  wiodBaseline
} from "../../../tools/baselines.ts";
import {hasShared} from "./shared.ts";

const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const source = join(shared, "data", "trade");
const shipped = (name: string) => readFileSync(join(packageRoot, "cases", "baseline", `${name}.json`), "utf8");

/** The rounding of the inputs of `wiod2014-44x14`: half of a hundred thousand USD, in million. */
const HALF_AN_INPUT = 0.05 * (1 + 1e-6);

/** The rounding of the flows of `world2023-goods`: half of a thousand USD, in million. */
const HALF_A_THOUSAND = 0.5e-3 * (1 + 1e-6);

describe.skipIf(!hasShared)("against the sources of the baselines", () => {
  test("what ships is what the tool makes of the sources, byte for byte", () => {
    const [wiod, goods] = [readWiod(source), readGoods(source)];
    expect(shipped("wiod2014-44x14") === layoutText(wiodBaseline(wiod))).toBe(true);
    expect(shipped("world2023-goods") === layoutText(goodsBaseline(goods, wiod))).toBe(true);
  });

  test("wiod2014-44x14 has every flow of its source, each tariff in the other direction, and inputs at its prices", () => {
    const wiod = readWiod(source);
    const {economy} = openBaseline("wiod2014-44x14", ".");
    const [n, j] = [wiod.countries.length, wiod.sectors.length];
    expect(economy.countries).toEqual(wiod.countries);
    expect(economy.sectors).toEqual(wiod.sectors);
    const byPair = (value: (o: number, d: number, s: number) => number) =>
      Float64Array.from({length: n * n * j}, (_, i) => value(Math.floor(i / (n * j)), Math.floor(i / j) % n, i % j));
    expect(economy.flow).toEqual(byPair((o, d, s) => wiod.trade[d]![o]![s]!));
    expect(economy.tariff).toEqual(byPair((o, d, s) => wiod.tariff[o]![d]![s]!));
    const ratio = spendingRatio(wiod).flat();
    expect([Math.min(...ratio), Math.max(...ratio)].map((value) => value.toFixed(3))).toEqual(["0.967", "1.142"]);
    const largest = (a: Float64Array, b: readonly number[]) =>
      Math.max(...b.map((value, i) => Math.abs(a[i]! - value)));
    const inputs = wiod.intermediate.flat(2).map((value, i) => value * ratio[Math.floor(i / j)]!);
    expect(largest(economy.intermediate, inputs)).toBeLessThanOrEqual(HALF_AN_INPUT);
    const demand = wiod.finalDemand.flat();
    expect(largest(economy.valueAdded, wiod.valueAdded.flat())).toBeCloseTo(7234.59, 2);
    expect(largest(economy.finalDemand, demand)).toBeCloseTo(11420.24, 2);
    expect(
      largest(
        economy.finalDemand,
        demand.map((value, i) => value * ratio[i]!)
      )
    ).toBeCloseTo(7.5, 2);
  });

  test("the source itself closes with the tariffs as it labels them, so its authors had them so", () => {
    const wiod = readWiod(source);
    const {countries, trade, tariff, intermediate, finalDemand} = wiod;
    const worst = (rate: (o: number, d: number, s: number) => number) =>
      Math.max(
        ...countries.flatMap((_, d) =>
          finalDemand[d]!.map((demand, s) => {
            const spending = countries.reduce((sum, _, o) => sum + trade[d]![o]![s]! * (1 + rate(o, d, s)), 0);
            return Math.abs(spending - intermediate[d]![s]!.reduce((sum, value) => sum + value, 0) - demand);
          })
        )
      );
    expect(worst((o, d, s) => tariff[d]![o]![s]!)).toBeCloseTo(7.39, 2);
    expect(worst((o, d, s) => tariff[o]![d]![s]!)).toBeCloseTo(21536.04, 2);
  });

  test("world2023-goods adds up the source: each pair of countries on their own, and the whole", () => {
    const {countries, trade} = readGoods(source);
    const {economy} = openBaseline("world2023-goods", ".");
    const n = economy.countries.length;
    const abroad = (o: string, d: string) =>
      economy.flow[economy.countries.indexOf(o) * n + economy.countries.indexOf(d)]!;
    const alone = countries.filter((code) => economy.countries.includes(code));
    for (const o of alone) {
      for (const d of alone) {
        if (o === d) continue;
        const value = trade[countries.indexOf(o)]![countries.indexOf(d)]!;
        expect(Math.abs(abroad(o, d) - value), `${o} to ${d}`).toBeLessThan(HALF_A_THOUSAND);
      }
    }
    const members = (area: string) => regions[area] ?? [area];
    const [o, d] = ["rest-of-americas", "rest-of-asia"] as const;
    const added = members(o).flatMap((a) => members(d).map((b) => trade[countries.indexOf(a)]![countries.indexOf(b)]!));
    expect(Math.abs(abroad(o, d) - added.reduce((a, b) => a + b, 0))).toBeLessThan(HALF_A_THOUSAND);
    expect(economy.countries.flatMap(members).sort()).toEqual([...countries].sort());
  });

  test("the largest 40 by trade and every sender and target of the casebook stand on their own", () => {
    const {countries, trade} = readGoods(source);
    const {economy} = openBaseline("world2023-goods", ".");
    const size = (c: number) =>
      trade.reduce((sum, row, o) => sum + row[c]! + (o === c ? row.reduce((a, b) => a + b) : 0), 0);
    const largest = countries.map((code, c) => ({code, size: size(c)})).sort((a, b) => b.size - a.size);
    expect(largest.slice(0, 40).filter(({code}) => !economy.countries.includes(code))).toEqual([]);
    const folder = join(shared, "facts", "casebook");
    const parties = readdirSync(folder, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .flatMap(({name}) => JSON.parse(readFileSync(join(folder, name, "measures.json"), "utf8")).measures)
      .flatMap(({senders, targets}: {senders: string[]; targets: string[]}) => [...senders, ...targets]);
    const missing = [...new Set(parties)].filter(
      (code) => !(areasOf[code] ?? [code]).every((area) => economy.countries.includes(area))
    );
    expect(missing.sort()).toEqual([...ABSENT].sort());
  });

  test("the whole 194 × 194 reads as an own baseline", () => {
    const [wiod, goods] = [readWiod(source), readGoods(source)];
    const result = readBaseline(goodsFiles(goods, wiod));
    if ("problems" in result) throw new Error(result.problems[0]!.message);
    const {countries, flow} = result.economy;
    expect(countries).toHaveLength(194);
    const at = (o: string, d: string) => flow[countries.indexOf(o) * 194 + countries.indexOf(d)];
    expect(at("CHN", "USA")).toBe(440_477.6806574217); // trade_cepii.csv, row 34, column 185, thousand USD
    expect(at("USA", "CHN")).toBe(145_334.4249207259);
  });
});

/** Cuba and North Korea are not in the source and Liechtenstein is within Switzerland; the last two are no areas. */
const ABSENT = ["CU", "KP", "LI", "UN", "all other destinations"];

/** Codes of the casebook as areas of the baseline; a historic state as its successor or successors. */
const areasOf: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `AE ARE,AU AUS,BA BIH,BH BHR,BY BLR,CA CAN,CN CHN,EG EGY,ER ERI,ET ETH,GB GBR,GE GEO,HT HTI,IL ISR,IN IND,IQ IRQ,IR IRN
   IS ISL,JP JPN,KR KOR,LY LBY,ME MNE,MM MMR,MO MAC,NI NIC,NO NOR,NZ NZL,PK PAK,PL POL,QA QAT,RH ZWE,RU RUS,SA SAU,SD SDN
   SU RUS,SY SYR,TR TUR,UA UKR,US USA,UZ UZB,VD VNM,VE VEN,VN VNM,YU BIH HRV MKD MNE SRB SVN,ZA ZAF,ZW ZWE
   EU rest-of-eu`
    .split(/[,\n]/)
    .map((entry) => entry.trim().split(" "))
    .map(([code, ...areas]) => [code!, areas])
);
