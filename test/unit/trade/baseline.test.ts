import {expect, test} from "vitest";
import {type BaselineLayout, baselineNote, decodeBaseline} from "../../../src/trade/baseline.ts";
import {flowAt} from "../../../src/trade/economy.ts";

/** Two countries, two sectors; no two figures alike, so that a swapped index shows. */
const layout: BaselineLayout = {
  layout: "thaw-baseline/1",
  name: "two",
  year: 2020,
  source: "made up",
  licence: "CC0",
  how: "by hand",
  countries: ["AAA", "BBB"],
  sectors: ["goods", "services"],
  tradeElasticity: [4, null],
  scale: {flow: 100, tariff: 1000, intermediate: 10},
  flow: [
    [10_000, 20_000, 1_500, 700],
    [2_500, 300, 40_000, 60_001]
  ],
  tariff: [
    [0, 0, 100, 0],
    [250, 0, 0, 0]
  ],
  intermediate: [
    [100, 200, 300, 400],
    [500, 600, 700, 800]
  ]
};

test("a shipped baseline decodes to the figures of its source, origin first, then destination, then sector", () => {
  const economy = decodeBaseline(layout);
  expect(economy.flow[flowAt(economy, 0, 1, 0)]).toBe(15);
  expect(economy.flow[flowAt(economy, 1, 0, 0)]).toBe(25);
  expect(economy.flow[flowAt(economy, 1, 1, 1)]).toBe(600.01);
  expect(economy.tariff[flowAt(economy, 1, 0, 0)]).toBe(0.25);
  expect([...economy.tradeElasticity]).toEqual([4, Number.NaN]);
});

test("value added is sales less inputs, final demand is spending with tariffs less the use as inputs", () => {
  const {valueAdded, finalDemand} = decodeBaseline(layout);
  // AAA sells 100 + 15 goods; its goods makers buy 10 goods and 30 services. It spends 100 + 1.25 · 25 on goods.
  expect(valueAdded[0]).toBeCloseTo(115 - 40, 12);
  expect(finalDemand[0]).toBeCloseTo(131.25 - (10 + 20), 12);
  // BBB sells 3 + 600.01 services; its service makers buy 60 goods and 80 services. It spends 7 + 600.01 on services.
  expect(valueAdded[3]).toBeCloseTo(603.01 - 140, 12);
  expect(finalDemand[3]).toBeCloseTo(607.01 - (70 + 80), 12);
});

test("tables that are absent are zero", () => {
  const {tariff: _tariff, intermediate: _intermediate, ...rest} = layout;
  const economy = decodeBaseline(rest);
  expect(economy.tariff).toEqual(new Float64Array(8));
  expect(economy.intermediate).toEqual(new Float64Array(8));
});

test.each([
  ["another layout", {layout: "thaw-baseline/2"}, "layout thaw-baseline/2; thaw-baseline/1 is read"],
  ["a row too few", {flow: [layout.flow[0]]}, "1 rows of flow; 2 countries need one each"],
  ["a cell too many", {tariff: [[0, 0, 0, 0, 0], []]}, "5 cells in row 1 of tariff; it has 4"],
  ["an elasticity too few", {tradeElasticity: [4]}, "1 elasticities; 2 sectors"]
])("a layout with %s is refused", (_, change, message) => {
  const wrong = {...layout, ...change} as BaselineLayout;
  expect(() => decodeBaseline(wrong)).toThrow(
    expect.objectContaining({code: "trade/baseline-layout", message: `invalid baseline two: ${message}`})
  );
});

test("the note on a baseline has source, year, licence, how it was made and the checksum", () => {
  expect(baselineNote({economy: decodeBaseline(layout), checksum: "abc"}).split("\n")).toEqual([
    "Baseline: two, 2020, 2 countries and areas, 2 sectors",
    "Source: made up",
    "Licence: CC0",
    "How: by hand",
    "SHA-256: abc"
  ]);
});
