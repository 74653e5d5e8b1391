import {expect, test} from "vitest";
import {closingItems, closingReport} from "../../../src/trade/baselineClosing.ts";
import type {Economy} from "../../../src/trade/economy.ts";

/** Two countries that trade one good; AAA uses 30 of it as inputs. */
function economy(change: Partial<Economy> = {}): Economy {
  const tables = {
    countries: ["AAA", "BBB"],
    sectors: ["goods"],
    flow: Float64Array.of(1000, 200, 300, 4000),
    tariff: Float64Array.of(0, 0.1, 0, 0),
    intermediate: Float64Array.of(30, 0)
  };
  return {
    name: "two",
    year: 2020,
    ...tables,
    ...closingItems(tables),
    tradeElasticity: Float64Array.of(4),
    provenance: {source: "", licence: "", how: ""},
    ...change
  };
}

test("an economy of closing items closes, row by row and column by column", () => {
  const report = closingReport(economy());
  expect(report.faults).toEqual([]);
  expect(report.notes).toEqual([]);
  expect(report.largestGap).toEqual({sales: 0, spending: 0});
  expect(report.rows).toEqual([
    {country: "AAA", sector: "goods", sales: 1200, costs: 1200, spending: 1300, use: 1300},
    {country: "BBB", sector: "goods", sales: 4300, costs: 4300, spending: 4220, use: 4220}
  ]);
});

test.each([
  [
    "a negative flow",
    {flow: Float64Array.of(1000, -5, 300, 4000)},
    "flow",
    1,
    "negative flow of AAA to BBB, goods: -5;"
  ],
  [
    "a flow that is no number",
    {flow: Float64Array.of(1000, Number.NaN, 300, 4000)},
    "flow",
    1,
    "no number as flow of AAA"
  ],
  [
    "an infinite tariff",
    {tariff: Float64Array.of(0, 0, Infinity, 0)},
    "tariff",
    2,
    "no number as tariff on BBB to AAA"
  ],
  [
    "a tariff of −100 %",
    {tariff: Float64Array.of(0, -1, 0, 0)},
    "tariff",
    1,
    "negative tariff on AAA to BBB, goods: -1;"
  ],
  [
    "a negative input",
    {intermediate: Float64Array.of(30, -2)},
    "intermediate",
    1,
    "negative spending of BBB, goods, as an"
  ],
  [
    "negative value added",
    {valueAdded: Float64Array.of(1170, -1)},
    "valueAdded",
    1,
    "negative value added of BBB, goods: -1;"
  ]
] as const)("%s is a fault at its place", (_, change, table, index, message) => {
  const {faults} = closingReport(economy(change));
  expect(faults).toContainEqual(
    expect.objectContaining({table, index, message: expect.stringMatching(new RegExp(`^${message}`))})
  );
});

test("a balance may miss by the tolerance and a million, and no further", () => {
  const at = (valueAdded: number) =>
    closingReport(economy({valueAdded: Float64Array.of(valueAdded, 4300)}), 0.01).faults;
  expect(at(1170 - 12.9)).toEqual([]); // 1 % of 1200 and 1
  expect(at(1170 - 13.1)).toEqual([
    {
      kind: "unbalanced",
      table: "valueAdded",
      index: 0,
      message:
        "unbalanced sales of AAA, goods: 1200 sold, 1186.9 of inputs and value added; make them equal, to 1 % and 1 million USD"
    }
  ]);
});

test("spending has to equal what is used, tariffs included", () => {
  const {faults, largestGap} = closingReport(economy({finalDemand: Float64Array.of(1270, 4200)}), 0.001);
  expect(largestGap.spending).toBeCloseTo(20, 9);
  expect(faults.map(({message}) => message)).toEqual([
    "unbalanced spending of BBB, goods: 4220 bought with tariffs, 4200 of inputs and final demand; make them equal, to 0.1 % and 1 million USD"
  ]);
});

test("no domestic sales and a fall in stocks are told and no faults", () => {
  const tables = {...economy(), flow: Float64Array.of(0, 200, 10, 4000)};
  const {faults, notes} = closingReport({...tables, ...closingItems(tables)});
  expect(faults).toEqual([]);
  expect(notes.map(({kind, index}) => [kind, index])).toEqual([
    ["negative-final-demand", 0],
    ["no-own-trade", 0]
  ]);
});
