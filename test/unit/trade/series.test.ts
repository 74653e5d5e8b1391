import {expect, test} from "vitest";
import {mirrorGap, type TradeColumn, type TradeSeries, valueIn} from "../../../src/trade/series.ts";

const column = (id: string, reporter: string, values: (number | null)[], flow = ["US", "CN"]): TradeColumn => ({
  id,
  title: id,
  reporter,
  origin: flow[0]!,
  destination: flow[1]!,
  valuation: "fob",
  source: "S",
  verification: "recalled",
  provenance: "by hand",
  values
});

const series: TradeSeries = {
  years: [1972, 1973, 1974, 1975],
  columns: [
    column("us-exports", "US", [null, 100, 0, 300]),
    column("cn-imports", "CN", [60, 125, 10, null]),
    column("cn-imports-other", "CN", [61, 999, 999, 330]),
    column("cn-exports", "CN", [30, 60, 110, 150], ["CN", "US"])
  ]
};

test("a value is found by column and year, and is null where there is none", () => {
  expect(valueIn(series, "us-exports", 1973)).toBe(100);
  expect(valueIn(series, "us-exports", 1972)).toBeNull();
  expect(valueIn(series, "us-exports", 1971)).toBeNull();
  expect(valueIn(series, "nobody", 1973)).toBeNull();
});

test("the mirror gap is importer minus exporter in years that both report, by the first column that has a figure", () => {
  expect(
    mirrorGap(series, "US", "CN").map(({year, exporter, importer, gap, share}) => [
      year,
      exporter,
      importer,
      gap,
      share
    ])
  ).toEqual([
    [1973, 100, 125, 25, 0.25],
    [1974, 0, 10, 10, Number.NaN],
    [1975, 300, 330, 30, 0.1]
  ]);
});

test("a flow that one side alone reports has no mirror", () => {
  expect(mirrorGap(series, "CN", "US")).toEqual([]);
  expect(mirrorGap(series, "US", "JP")).toEqual([]);
});
