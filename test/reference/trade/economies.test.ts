import {readFileSync} from "node:fs";
import {describe, test} from "vitest";
import type {Equilibrium} from "../../../src/trade/report.ts";
import type {Shock} from "../../../src/trade/shock.ts";
import {solve} from "../../../src/trade/solve.ts";
import {economyOf, oneSector} from "../../unit/trade/economies.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {hasShared, matrix, readShared, rowsOf} from "./shared.ts";

const SOLVED = 1e-9; // both sides iterate; ours stops at residuals of 1e-10
const topic = "trade-economies";
const software = "NumPy, fixed point to 2e-14";
const replicates = (name: string) =>
  ({
    source: `synthetic economy ${name}, solved by NumPy`,
    compared: "wages, prices of consumption and real consumption of every country",
    unit: {kind: "relative"},
    apart: []
  }) as const;

type Answers = Pick<Equilibrium, "wageHat" | "consumerPriceHat" | "realConsumptionHat">;

const difference = (found: Equilibrium, expected: {readonly [Key in keyof Answers]: ArrayLike<number>}): number =>
  Math.max(
    largestDifference(found.wageHat, expected.wageHat),
    largestDifference(found.consumerPriceHat, expected.consumerPriceHat),
    largestDifference(found.realConsumptionHat, expected.realConsumptionHat)
  );

const small = JSON.parse(readFileSync(new URL("tenByFive.json", import.meta.url), "utf8"));
const column = (values: readonly number[]) => Float64Array.from(values);

test.each<{name: string; shock: Record<string, number[]>; expected: Record<keyof Answers, number[]>}>(small.cases)(
  "10 countries × 5 sectors, $name",
  ({name, shock, expected}) => {
    const economy = economyOf(small.countries, small.sectors, {
      flow: column(small.flow),
      tariff: column(small.tariff),
      valueAdded: column(small.valueAdded),
      intermediate: column(small.intermediate),
      tradeElasticity: column(small.tradeElasticity)
    });
    const wedge: Shock = Object.fromEntries(Object.entries(shock).map(([key, values]) => [key, column(values)]));
    recordParity({
      topic,
      case: `10 × 5, ${name}`,
      software,
      largest: difference(solve(economy, wedge), expected),
      tolerance: SOLVED,
      replicates: replicates(`10 × 5, ${name}`)
    });
  }
);

describe.runIf(hasShared)("economies beside the checkout", () => {
  test("30 countries × 20 sectors, iceberg costs", () => {
    const read = (name: string) => rowsOf(`reference/trade/ge_ms_30x20_${name}.csv`);
    const elasticities = read("theta");
    const sectors = elasticities.map(([sector]) => sector!);
    const countries = [...new Set(read("va").map(([country]) => country!))];
    const [N, J] = [countries.length, sectors.length];
    const trade = new Map(read("trade").map((row) => [row.slice(0, 3).join(" "), row]));
    const byFlows = (at: number) =>
      Float64Array.from({length: N * N * J}, (_, i) => {
        const [o, d, s] = [Math.floor(i / (N * J)), Math.floor(i / J) % N, i % J];
        return Number(trade.get(`${sectors[s]} ${countries[o]} ${countries[d]}`)![at]);
      });
    const economy = economyOf(countries, sectors, {
      flow: byFlows(3),
      tariff: byFlows(4),
      valueAdded: Float64Array.from(read("va"), (row) => Number(row[2])),
      intermediate: Float64Array.from(read("io"), (row) => Number(row[3])),
      tradeElasticity: Float64Array.from(elasticities, (row) => Number(row[1]))
    });
    const answers = JSON.parse(readShared("reference/trade/ge_numpy_cp_30x20_d.json"));
    const expected = (key: string) => countries.map((country) => Number(answers[key][country]));
    const found = solve(economy, {icebergCost: byFlows(6)});
    const largest = difference(found, {
      wageHat: expected("wage_hat"),
      consumerPriceHat: expected("price_index_hat"),
      realConsumptionHat: expected("welfare_hat")
    });
    recordParity({
      topic,
      case: "30 × 20, iceberg costs",
      software,
      largest,
      tolerance: SOLVED,
      replicates: replicates("30 × 20, iceberg costs")
    });
  });

  test("30 countries × 1 sector, balanced", () => {
    const rows = rowsOf("reference/trade/ge_onesector_balanced_30.csv");
    const countries = [...new Set(rows.map(([country]) => country!))];
    const theta = 4;
    const icebergCost = matrix(countries, rows, 11).map((isHit) => (isHit === 1 ? Math.exp(1.5 / theta) : 1));
    const answers = JSON.parse(readShared("reference/trade/ge_exacthat_balanced_30.json"));
    const expected = (key: string) => countries.map((country) => Number(answers[key][country]));
    const largest = difference(solve(oneSector(countries, matrix(countries, rows, 3), theta), {icebergCost}), {
      wageHat: expected("price_hat"),
      consumerPriceHat: expected("price_index_hat"),
      realConsumptionHat: expected("welfare_hat")
    });
    recordParity({
      topic,
      case: "30 × 1, iceberg costs",
      software,
      largest,
      tolerance: SOLVED,
      replicates: replicates("30 × 1, iceberg costs")
    });
  });
});
