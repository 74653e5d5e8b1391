import {csvParse} from "d3-dsv";
import {describe, expect, test} from "vitest";
import {logRank} from "../../../src/stats/survival/logRank.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {hasShared, readFixture, readShared} from "./rFixture.ts";

const SAME_ARITHMETIC = 1e-12;
const SOLVED = 1e-10; // a test statistic goes through a linear system

type Expected = {
  readonly statistic: number;
  readonly df: number;
  readonly observed?: readonly number[];
  readonly expected?: readonly number[];
  readonly variance?: readonly number[];
};
type Case = {
  readonly entry: readonly number[] | null;
  readonly exit: readonly number[];
  readonly event: readonly number[];
  readonly group: readonly number[];
  readonly stratum: readonly number[] | null;
  readonly rho: number;
  readonly expected: Expected;
};

const {software, cases} = readFixture<Case>("logRank.json");

test.each(cases.map((c, k) => [k + 1, c] as const))("survdiff and coxph, case %i", (k, c) => {
  const fit = logRank(
    {
      exit: Float64Array.from(c.exit),
      event: Uint8Array.from(c.event),
      ...(c.entry && {entry: Float64Array.from(c.entry)})
    },
    Int32Array.from(c.group),
    {rho: c.rho, ...(c.stratum && {stratum: Int32Array.from(c.stratum)})}
  );
  const {expected} = c;
  expect(fit.df).toBe(expected.df);
  for (const column of ["observed", "expected", "variance"] as const) {
    if (expected[column] === undefined) continue;
    expect(largestDifference(fit[column], expected[column], 1)).toBeLessThan(SAME_ARITHMETIC);
  }
  const largest = largestDifference([fit.statistic], [expected.statistic]);
  recordParity({topic: "log-rank", case: `random ${k}`, software, largest, tolerance: SOLVED});
});

describe.runIf(hasShared)("survdiff 3.8.6 on published data", () => {
  const answers = hasShared ? JSON.parse(readShared("expected.json")).logrank : {};
  const published = {
    lung_sex: {file: "real_lung.csv", by: "sex", within: null, rho: 0},
    lung_sex_peto: {file: "real_lung.csv", by: "sex", within: null, rho: 1},
    lung_ph_strata: {file: "real_lung.csv", by: "ph.ecog", within: "sex", rho: 0},
    aml: {file: "real_aml.csv", by: "x", within: null, rho: 0}
  } as const;
  test.each(Object.entries(published))("%s", (name, {file, by, within, rho}) => {
    const rows = csvParse(readShared(file)).filter((row) => row[by] !== "" && row[by] !== "NA");
    const levels = [...new Set(rows.map((row) => row[by]!))].sort();
    const spells = {
      exit: Float64Array.from(rows, (row) => Number(row["time"])),
      event: Uint8Array.from(rows, (row) => Number(row["status"]) - (file === "real_lung.csv" ? 1 : 0))
    };
    const group = Int32Array.from(rows, (row) => levels.indexOf(row[by]!));
    const stratum = within === null ? null : Int32Array.from(rows, (row) => Number(row[within]));
    const fit = logRank(spells, group, {rho, ...(stratum && {stratum})});
    const {obs, exp, var: variance, chisq, df, p} = answers[name];
    const sums = (values: readonly (number | number[])[]) => values.map((v) => [v].flat().reduce((a, b) => a + b, 0));
    expect(fit.df).toBe(df);
    const largest = Math.max(
      largestDifference(fit.observed, sums(obs)),
      largestDifference(fit.expected, sums(exp)),
      largestDifference(fit.variance, variance.flat()),
      largestDifference([fit.statistic, fit.p], [chisq, p])
    );
    recordParity({
      topic: "log-rank",
      case: name,
      software: "R 4.2.2 survival 3.8.6",
      largest,
      tolerance: SAME_ARITHMETIC
    });
  });
});
