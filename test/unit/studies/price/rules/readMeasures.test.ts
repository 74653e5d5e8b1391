import {expect, test} from "vitest";
import {isLive} from "../../../../../src/sanctions/standing.ts";
import {central, drawn, sizeOf} from "../../../../../src/studies/price/line.ts";
import {fullStrength, type MeasureReading} from "../../../../../src/studies/price/rules/readMeasures.ts";
import {placeShares} from "../../../../../src/studies/price/rules/sectors.ts";
import {shockOf} from "../../../../../src/studies/price/shockOf.ts";
import {parseDay} from "../../../../../src/time/day.ts";
import {goods2023, lineOf, linesOn, lives, readOn, usChina, wiod} from "./world.ts";

/** Central size of the wedge of a reading on one sector of trade from China to the United States, or back. */
function sizeIn(
  reading: MeasureReading | undefined,
  sector: string,
  [origin, destination]: readonly [string, string] = ["CHN", "USA"]
): number {
  const wedges = lineOf(reading).wedges.filter(
    (one) => one.sector === sector && one.origin === origin && one.destination === destination
  );
  expect(wedges).toHaveLength(1);
  return sizeOf(wedges[0]!.size, central);
}

const EXPORTS = ["USA", "CHN"] as const;

test("every live measure is read by one rule, on days of every kind, and ends in one of four ways", () => {
  for (const day of [
    "1951-06-01",
    "1965-01-01",
    "1990-01-01",
    "2014-12-31",
    "2018-12-31",
    "2025-04-10",
    "2025-12-31"
  ]) {
    const readings = readOn(day);
    const live = lives.filter(({measure}) => readings.has(measure.id));
    expect(live.length).toBe(readings.size);
    for (const {rule, standing, outcome, measure} of readings.values()) {
      expect(rule, measure.id).not.toBeNull();
      expect(standing.standings.some(isLive)).toBe(true);
      if (outcome.kind === "priced") expect(outcome.line).toMatchObject({of: measure.id, rule: rule!.id});
      else expect(outcome.reason, measure.id).not.toBe("");
    }
  }
});

test("the reach of every measure on file changes a flow of some baseline, at the latest in full", () => {
  for (const {measure, flow} of usChina.reaches) {
    if (flow === "unknown") continue;
    const life = lives.find((one) => one.measure.id === measure)!;
    const lastLevel = usChina.reaches.flatMap((one) =>
      one.measure === measure && "levels" in one ? one.levels.map(({from}) => from) : []
    );
    const day = lastLevel.at(-1) ?? parseDay("1979-01-01");
    const {outcome} = fullStrength(usChina, life, day, wiod);
    expect(["priced", measure === "xj-wro" ? "idle" : "priced"], measure).toContain(outcome.kind);
  }
});

test("a tariff is its rate times the share it covers, and changes with its dated rates", () => {
  expect(sizeIn(readOn("2018-10-01").get("s301-list3"), "other_mfg")).toBeCloseTo(0.1 * 0.48, 12);
  expect(sizeIn(readOn("2018-12-31").get("s301-list3"), "other_mfg")).toBeCloseTo(0.1 * 0.48, 12);
  expect(sizeIn(readOn("2019-05-10").get("s301-list3"), "other_mfg")).toBeCloseTo(0.25 * 0.48, 12);
  expect(sizeIn(readOn("2019-09-01").get("s301-list4a"), "textiles")).toBeCloseTo(0.15 * 0.63, 12);
  expect(sizeIn(readOn("2020-02-14").get("s301-list4a"), "textiles")).toBeCloseTo(0.075 * 0.63, 12);
  expect(sizeIn(readOn("2025-04-10").get("ieepa-reciprocal-tariff"), "textiles")).toBeCloseTo(1.25 * 0.96, 12);
  expect(sizeIn(readOn("2025-12-31").get("ieepa-fentanyl-tariff"), "agri")).toBeCloseTo(0.1 * 0.97, 12);
});

test("in full strength a tariff is without its relief", () => {
  const full = (id: string) =>
    fullStrength(usChina, lives.find(({measure}) => measure.id === id)!, parseDay("2025-12-31"), wiod);
  expect(sizeIn(full("ieepa-reciprocal-tariff"), "textiles")).toBeCloseTo(0.34 * 0.96, 12);
  expect(sizeIn(full("s301-list4a"), "textiles")).toBeCloseTo(0.15 * 0.63, 12);
  expect(sizeIn(full("s301-list4b"), "machinery_elec")).toBeCloseTo(0.15 * 0.37, 12);
});

test("a fee on ships is a cost of trading by a rule of its own, not a tariff", () => {
  const fees = lives.find(({measure}) => measure.id === "s301-maritime-fees")!;
  const {wedges, rule} = lineOf(fullStrength(usChina, fees, parseDay("2025-12-31"), wiod));
  expect(rule).toBe("port-fees");
  expect(wedges.every(({kind}) => kind === "cost")).toBe(true);
});

test("parcels pay the duties that are counted on all goods, so the end of their exemption adds none", () => {
  expect(readOn("2025-12-31").get("de-minimis-prc")!.outcome.kind).toBe("unknown");
});

test("a baseline of goods takes the amount over the trade of its year", () => {
  const list1 = sizeIn(readOn("2018-07-06", goods2023).get("s301-list1"), "goods");
  expect(list1).toBeCloseTo((0.25 * 34000) / 505165.2, 9);
});

test("an embargo closes every good exactly, by its own figures or by its rule", () => {
  const own = sizeIn(readOn("1955-01-01").get("total-export-embargo-1950"), "mining", EXPORTS);
  const rule = readOn("1955-01-01", wiod, {...usChina, reaches: []});
  expect(own).toBe(1);
  // An embargo that was eased, and of which no figure says how far, is eased by a drawn share.
  expect(sizeIn(rule.get("total-export-embargo-1950"), "mining", EXPORTS)).toBeCloseTo(0.7, 12);
  expect(lineOf(rule.get("total-export-embargo-1950")).wedges[0]!.size).toEqual([
    {key: "rule:embargo:eased", value: {kind: "triangular", low: 0.3, likely: 0.7, high: 1}}
  ]);
});

test("a control whose size nobody states is sized by its rule, and unknown where nobody states its reach", () => {
  const without = readOn("2025-12-31", wiod, {...usChina, reaches: []});
  expect(without.get("chips-oct2022")!.outcome).toMatchObject({kind: "unknown"});
  const [reach] = usChina.reaches.filter(({measure}) => measure === "chips-oct2022");
  if (reach === undefined || !("levels" in reach)) throw new Error("no reach");
  const levels = reach.levels.map((level) => ({...level, size: null}));
  const sized = readOn("2025-12-31", wiod, {...usChina, reaches: [{...reach, levels}]});
  expect(sizeIn(sized.get("chips-oct2022"), "machinery_elec", EXPORTS)).toBeCloseTo(0.6 * 0.38, 12);
});

test("what is suspended, threatened or overtaken is idle, and what has no trade flow is outside", () => {
  const readings = readOn("2025-12-31");
  const kinds = (id: string) => readings.get(id)!.outcome.kind;
  expect(kinds("s301-maritime-fees")).toBe("idle");
  expect(kinds("hkaa-ffi")).toBe("idle");
  expect(kinds("xj-wro")).toBe("idle");
  expect(kinds("student-visas-pp10043")).toBe("outside");
  expect(kinds("outbound-eo14105")).toBe("unknown");
});

test("a measure that is only possibly in force is drawn between nothing and all", () => {
  const day = "2016-01-01"; // five persons, barred for at least a year from 1997; the end is not known
  const reach = {
    measure: "cbw-1997",
    flow: "imports",
    covers: {shares: {metals: {kind: "exact", value: 0.1}}, amount: null},
    levels: [{from: parseDay("1997-05-21"), size: null, full: null, part: null}],
    basis: "for this test",
    sources: [],
    verification: "recalled"
  } as const;
  const line = lineOf(readOn(day, wiod, {...usChina, reaches: [reach]}).get("cbw-1997"));
  expect(line.wedges.map(({size}) => sizeOf(size, central))).toEqual([0.05]);
  const sizes = Array.from({length: 200}, (_, k) => sizeOf(line.wedges[0]!.size, drawn(1, k)));
  expect(Math.min(...sizes)).toBeLessThan(0.02);
  expect(Math.max(...sizes)).toBeGreaterThan(0.08);
});

test("frozen assets move what they yield from the owner to the holder", () => {
  const {transfers, wedges} = lineOf(readOn("1960-01-01").get("facr-asset-freeze-1950"));
  expect(wedges).toEqual([]);
  expect(transfers).toHaveLength(1);
  expect(transfers![0]).toMatchObject({from: "CHN", to: "USA"});
  expect(sizeOf(transfers![0]!.size, central)).toBeCloseTo(78.5 * 0.03, 12);
});

test("parties without a country, and sectors that the baseline lacks, are named and not priced", () => {
  expect(readOn("1955-01-01").get("transport-order-t2-1950")!.left).toEqual([
    "PRK does not stand on its own in wiod2014-44x14"
  ]);
  const {outcome} = readOn("1955-01-01", goods2023).get("transport-order-t2-1950")!;
  expect(outcome).toMatchObject({kind: "unknown", reason: expect.stringContaining("has no trade_transport")});
});

test.each([
  ["wiod2014-44x14", wiod],
  ["world2023-goods", goods2023]
])("a measure unchanged since the year of %s cancels exactly, in every draw", (_, economy) => {
  const before = linesOn(`${economy.year}-12-31`, economy);
  const after = linesOn("2025-12-31", economy);
  const asText = new Set(after.map((line) => JSON.stringify(line)));
  const kept = before.filter((line) => asText.has(JSON.stringify(line)));
  expect(kept.map(({of}) => of)).toEqual(
    expect.arrayContaining(["exim-marxist-leninist-1986", "prc-dual-use-country-group"])
  );
  const theta = new Float64Array(economy.sectors.length).fill(4);
  for (const sample of [central, drawn(7, 0), drawn(7, 1)]) {
    const same = after.filter(({of}) => kept.some((line) => line.of === of));
    const {icebergCost, tariff} = shockOf(economy, theta, kept, same, sample);
    expect(icebergCost!.every((cost) => cost === 1)).toBe(true);
    expect(tariff).toEqual(economy.tariff);
  }
});

test("figures of one sector never cover more than all of it by the lists of section 301", () => {
  const lists = ["s301-list1", "s301-list2", "s301-list3", "s301-list4a", "s301-list4b"];
  const sums = new Map<string, number>();
  for (const reach of usChina.reaches) {
    if (!("levels" in reach) || !lists.includes(reach.measure)) continue;
    for (const [sector, figure] of Object.entries(reach.covers.shares))
      sums.set(sector, (sums.get(sector) ?? 0) + (figure.kind === "exact" ? figure.value : figure.likely));
  }
  expect([...sums].filter(([, sum]) => sum > 1)).toEqual([]);
});

test("shares by sector and the amount of a list of section 301 tell of the same trade, to a fifth", () => {
  for (const reach of usChina.reaches) {
    if (!("levels" in reach) || !reach.measure.startsWith("s301-list")) continue;
    const {million} = reach.covers.amount!;
    const shares = placeShares(reach.covers.shares, goods2023, ["CHN", "USA"]).on[0]!.figure;
    const bySector = shares.kind === "exact" ? shares.value : shares.likely;
    const byAmount = (million.kind === "exact" ? million.value : million.likely) / 505165.2;
    expect(Math.abs(bySector / byAmount - 1), reach.measure).toBeLessThan(0.2);
  }
});
