import {describe, expect, test} from "vitest";
import {multilateralResistance} from "../../../src/trade/multilateralResistance.ts";
import {solve} from "../../../src/trade/solve.ts";
import {oneSector} from "../../unit/trade/economies.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {hasShared, matrix, readShared, rowsOf} from "./shared.ts";

const SINGLE = 1e-6; // Stata stored single precision
const FIVE_DIGITS = 1e-5;
const PUBLISHED = 1e-8; // both sides iterate
const topic = "trade-gravity";
const relative = (source: string, compared: string, ...apart: string[]) =>
  ({source, compared, unit: {kind: "relative"}, apart}) as const;

const GUIDE = "An Advanced Guide to Trade Policy Analysis (2016), ch. 2, no borders";

describe.runIf(hasShared)("one-sector gravity against published answers", () => {
  const countriesOf = (rows: readonly string[][]) => [...new Set(rows.map(([origin]) => origin!))].sort();

  test("44 countries, the EU's enlargement: ge_gravity of Baier, Yotov & Zylkin (2019)", () => {
    const rows = rowsOf("trade/tc1_ge_gravity_stata_eu2000.csv");
    const countries = countriesOf(rows);
    const theta = 4;
    const economy = oneSector(countries, matrix(countries, rows, 2), theta);
    const icebergCost = matrix(countries, rows, 4).map((effect) => Math.exp(-effect / theta));
    const published = (at: number) => countries.map((name) => Number(rows.find(([origin]) => origin === name)![at]));
    const software = "ge_gravity (Stata)";
    const source = "Baier, Yotov & Zylkin (2019), ge_gravity, the EU's enlargement";

    const fixed = solve(economy, {icebergCost});
    const welfare = largestDifference(fixed.realConsumptionHat, published(5));
    recordParity({
      topic,
      case: "EU 2000, welfare",
      software,
      largest: welfare,
      tolerance: SINGLE,
      replicates: relative(source, "welfare of 44 countries")
    });
    const flows = largestDifference(fixed.flow, matrix(countries, rows, 6));
    recordParity({
      topic,
      case: "EU 2000, flows",
      software,
      largest: flows,
      tolerance: SINGLE,
      replicates: relative(source, "flows between 44 countries")
    });

    const ratio = solve(economy, {icebergCost}, {closure: {kind: "spendingRatio"}});
    const realWage = largestDifference(ratio.realWageHat, published(7));
    recordParity({
      topic,
      case: "EU 2000, deficits by ratio, welfare",
      software,
      largest: realWage,
      tolerance: SINGLE,
      replicates: relative(source, "multiplicative deficits: welfare of 44 countries")
    });
    const theirs = matrix(countries, rows, 8); // in a unit of money of their own
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const unit = sum(theirs) / sum(ratio.flow);
    expect(Math.abs(unit - 1)).toBeLessThan(1e-5);
    const scaled = largestDifference(
      ratio.flow.map((value) => value * unit),
      theirs
    );
    recordParity({
      topic,
      case: "EU 2000, deficits by ratio, flows",
      software,
      largest: scaled,
      tolerance: SINGLE,
      replicates: relative(
        source,
        "multiplicative deficits: flows between 44 countries",
        `its unit of money: ${(unit - 1).toExponential(1)} off ours`
      )
    });
  });

  test("30 countries of gegravity: flows of the baseline", () => {
    const rows = rowsOf("trade/tc6_gegravity_sample_data_set.csv");
    const countries = countriesOf(rows);
    const expected = JSON.parse(readShared("trade/tc6_expected.json"));
    const coefficient = (name: string): number => expected.ppml[name][0];
    const named = {pta: 6, contiguity: 7, common_language: 8, lndist: 9, international: 10};
    const columns = Object.entries(named).map(
      ([name, at]) => [coefficient(name), matrix(countries, rows, at)] as const
    );
    const openness = columns[0]![1].map((_, at) => Math.exp(columns.reduce((sum, [b, x]) => sum + b * x[at]!, 0)));
    const at = (column: number, place: number) =>
      Float64Array.from(countries, (name) => Number(rows.find((row) => row[place] === name)![column]));
    const [made, expenditure] = [at(4, 0), at(5, 1)];
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const output = made.map((value) => (value * sum(expenditure)) / sum(made)); // the sample's sums differ by 0.8 %
    const germany = countries.indexOf("DEU");
    const {flow, outwardPower} = multilateralResistance(openness, output, expenditure, germany);
    const australia = countries.indexOf("AUS") * countries.length;
    const pairs: readonly [name: string, baseline: number][] = expected.bilateral_AUS;
    const largest = largestDifference(
      pairs.map(([name]) => flow[australia + countries.indexOf(name)]!),
      pairs.map(([, baseline]) => baseline)
    );
    recordParity({
      topic,
      case: "gegravity sample, baseline flows of Australia",
      software: "gegravity",
      largest,
      tolerance: PUBLISHED,
      replicates: relative(
        "gegravity's sample data, Canada and Japan in one agreement",
        "baseline flows of Australia to five countries",
        "its counterfactual, in which incomes do not feed back, is not matched"
      )
    });
    // Its resistances have the regression's constant in them; 1 − σ is −4.
    const resistance = (outwardPower[germany]! * Math.exp(coefficient("constant"))) ** (-1 / 4);
    recordParity({
      topic,
      case: "gegravity sample, outward resistance of Germany",
      software: "gegravity",
      largest: largestDifference([resistance], [expected.baseline_omr_DEU]),
      tolerance: FIVE_DIGITS,
      replicates: relative(
        "gegravity's sample data",
        "outward resistance of Germany, to the five digits that it prints"
      )
    });
  });

  test("69 countries without borders: An Advanced Guide to Trade Policy Analysis, conditional and full", () => {
    const rows = rowsOf("trade/tc4_agtpa_2006_cross_section.csv");
    const countries = countriesOf(rows);
    const N = countries.length;
    const home = (at: number) => Math.floor(at / N) === at % N;
    const trade = matrix(countries, rows, 2);
    const regressors = [
      matrix(countries, rows, 3).map(Math.log),
      matrix(countries, rows, 4),
      trade.map((_, at) => (home(at) ? 0 : 1))
    ];
    const output = Float64Array.from(countries, (_, o) =>
      trade.reduce((sum, v, at) => (Math.floor(at / N) === o ? sum + v : sum), 0)
    );
    const spending = Float64Array.from(countries, (_, d) =>
      trade.reduce((sum, v, at) => (at % N === d ? sum + v : sum), 0)
    );
    const germany = countries.indexOf("DEU");
    const flowsAt = (b: readonly number[]) => {
      const openness = trade.map((_, at) => Math.exp(b.reduce((sum, v, k) => sum + v * regressors[k]![at]!, 0)));
      return multilateralResistance(openness, output, spending, germany).flow;
    };
    const coefficients = ppml(trade, regressors, flowsAt);
    const baseline = flowsAt(coefficients);
    const conditional = flowsAt([coefficients[0]!, coefficients[1]!, 0]);
    const exports = (flow: Float64Array, o: number) =>
      flow.reduce((sum, value, at) => (Math.floor(at / N) === o && !home(at) ? sum + value : sum), 0);
    const published = new Map(rowsOf("trade/tc4_expected_trade_without_border.csv").map((row) => [row[0]!, row]));
    const column = (at: number) => countries.map((name) => 1 + Number(published.get(name)![at]) / 100);
    const software = "Stata ppml, as published";
    const growth = countries.map((_, o) => exports(conditional, o) / exports(baseline, o));
    const conditionally = largestDifference(growth, column(1));
    recordParity({
      topic,
      case: "no borders, conditional exports",
      software,
      largest: conditionally,
      tolerance: PUBLISHED,
      replicates: relative(GUIDE, "conditional exports of 69 countries")
    });

    const theta = 6; // the guide's elasticity of substitution is 7
    const icebergCost = trade.map((_, at) => (home(at) ? 1 : Math.exp(coefficients[2]! / theta)));
    const {realWageHat} = solve(
      oneSector(countries, baseline, theta),
      {icebergCost},
      {closure: {kind: "spendingRatio"}}
    );
    // The guide stops once factory-gate prices move by less than 0.01 a round, so its full answer is good to about that.
    const full = largestDifference(realWageHat, column(5));
    recordParity({
      topic,
      case: "no borders, full real income",
      software,
      largest: full,
      tolerance: 0.01,
      replicates: relative(
        GUIDE,
        "full real income of 69 countries",
        "the guide stops when prices move by less than 0.01 a round"
      )
    });
  });
});

/** Poisson pseudo-maximum likelihood with both fixed effects inside `flowsAt`: Newton's method on the three slopes' score. */
function ppml(
  trade: Float64Array,
  regressors: readonly Float64Array[],
  flowsAt: (b: readonly number[]) => Float64Array
): readonly number[] {
  const STEP = 1e-5;
  const score = (b: readonly number[]) => {
    const fitted = flowsAt(b);
    return regressors.map((x) => x.reduce((sum, value, at) => sum + value * (trade[at]! - fitted[at]!), 0));
  };
  let b: readonly number[] = [-0.8, 0.6, -2.4];
  for (let round = 0; round < 20; round++) {
    const here = score(b);
    const slopes = b.map((_, k) =>
      score(b.map((v, j) => v + (j === k ? STEP : 0))).map((v, j) => (v - here[j]!) / STEP)
    );
    const det = (m: readonly (readonly number[])[]) =>
      m[0]![0]! * (m[1]![1]! * m[2]![2]! - m[1]![2]! * m[2]![1]!) -
      m[1]![0]! * (m[0]![1]! * m[2]![2]! - m[0]![2]! * m[2]![1]!) +
      m[2]![0]! * (m[0]![1]! * m[1]![2]! - m[0]![2]! * m[1]![1]!);
    const step = b.map((_, k) => -det(slopes.map((slope, j) => (j === k ? here : slope))) / det(slopes));
    b = b.map((v, k) => v + step[k]!);
    if (Math.max(...step.map(Math.abs)) < 1e-9) return b;
  }
  throw new Error("the slopes did not settle");
}
