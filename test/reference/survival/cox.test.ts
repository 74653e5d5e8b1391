import {csvParse} from "d3-dsv";
import {describe, expect, test} from "vitest";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import type {CoxInput, CoxOptions, Ties} from "../../../src/stats/survival/coxModel.ts";
import {coxScoreResiduals} from "../../../src/stats/survival/coxScoreResiduals.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {hasShared, readFixture, readShared} from "./rFixture.ts";

const OPTIMUM = 1e-8; // both sides iterate

type Columns = Record<"exit" | "event", readonly number[]> &
  Record<"entry" | "weight" | "stratum" | "offset" | "cluster" | "start", readonly number[] | null>;
type Case = Columns & {
  readonly ties: Ties;
  readonly robust: boolean;
  readonly covariates: readonly (readonly number[])[];
  readonly expected: {
    readonly coefficients: readonly number[];
    readonly vcov: readonly number[];
    readonly naiveVcov: readonly number[];
    readonly logLikelihood: readonly [number, number];
    readonly score: number;
    readonly wald: number;
    readonly robustScore: number | null;
    readonly scoreResiduals: readonly number[] | null;
  };
};

const {software, cases} = readFixture<Case>("cox.json");

/** Elements of a matrix differ by what is small against its largest one; a lone small element is rounding. */
const matrixDifference = (actual: Float64Array, expected: readonly number[]) =>
  largestDifference(actual, expected, 1e-3 * Math.max(...expected.map(Math.abs)));

test.each(cases.map((c, k) => [k + 1, c] as const))("coxph, case %i", (k, c) => {
  const {expected, ties} = c;
  const input: CoxInput = {
    exit: Float64Array.from(c.exit),
    event: Uint8Array.from(c.event),
    ...(c.entry && {entry: Float64Array.from(c.entry)}),
    ...(c.weight && {weight: Float64Array.from(c.weight)}),
    ...(c.stratum && {stratum: Int32Array.from(c.stratum)}),
    ...(c.offset && {offset: Float64Array.from(c.offset)}),
    ...(c.cluster && {cluster: Int32Array.from(c.cluster)}),
    covariates: c.covariates.map((values, a) => ({name: `x${a + 1}`, values: Float64Array.from(values)}))
  };
  const fit = fitCox(input, {ties, robust: c.robust, ...(c.start && {start: Float64Array.from(c.start)})});
  const {tests, logLikelihood} = fit;
  const differences = [
    matrixDifference(fit.coefficients, expected.coefficients),
    matrixDifference(fit.vcov, expected.vcov),
    matrixDifference(fit.naiveVcov, expected.naiveVcov),
    largestDifference([logLikelihood.null, logLikelihood.fitted], expected.logLikelihood),
    largestDifference(
      [tests.likelihoodRatio.statistic, tests.score.statistic, tests.wald.statistic],
      [2 * (expected.logLikelihood[1] - expected.logLikelihood[0]), expected.score, expected.wald],
      1e-3
    )
  ];
  if (expected.robustScore !== null) {
    differences.push(largestDifference([tests.robustScore!.statistic], [expected.robustScore]));
  }
  if (expected.scoreResiduals !== null) {
    differences.push(matrixDifference(coxScoreResiduals(input, fit), expected.scoreResiduals));
  }
  recordParity({topic: "cox", case: `random ${k}`, software, largest: Math.max(...differences), tolerance: OPTIMUM});
});

describe.runIf(hasShared)("coxph 3.8.6 on published data", () => {
  const answers = hasShared ? JSON.parse(readShared("expected.json")).cox : {};
  const complete = ["time", "status", "age", "sex", "ph.ecog", "wt.loss", "inst"];
  const lung = {file: "real_lung.csv", complete, entry: null, exit: "time", event: "status"};
  const four = ["age", "sex", "ph.ecog", "wt.loss"];
  const heart = {file: "real_heart.csv", complete: [], entry: "start", exit: "stop", event: "event"};
  const transplant = ["age", "year", "surgery", "transplant"];
  const bladder = {...heart, file: "real_bladder2.csv"};
  const published: Record<
    string,
    {data: typeof lung | typeof heart; x: string[]; within?: string; by?: string} & CoxOptions
  > = {
    lung_efron: {data: lung, x: four},
    lung_breslow: {data: lung, x: four, ties: "breslow"},
    lung_exact: {data: lung, x: ["age", "sex", "ph.ecog"], ties: "exact"},
    lung_cluster_inst: {data: lung, x: four, by: "inst"},
    lung_robust: {data: lung, x: four, robust: true},
    lung_strata_sex: {data: lung, x: ["age", "ph.ecog"], within: "sex"},
    lung_offset: {data: lung, x: ["age"]},
    heart_tv: {data: heart, x: transplant},
    heart_tv_cluster: {data: heart, x: transplant, by: "id"},
    bladder2_AG: {data: bladder, x: ["rx", "size", "number"], by: "id"}
  };
  test.each(Object.entries(published))("%s", (name, {data, x, within, by, ...options}) => {
    const rows = csvParse(readShared(data.file)).filter((row) =>
      data.complete.every((c) => row[c] !== "" && row[c] !== "NA")
    );
    const column = (key: string) => Float64Array.from(rows, (row) => Number(row[key]));
    const integers = (key: string) => Int32Array.from(rows, (row) => Number(row[key]));
    const fit = fitCox(
      {
        exit: column(data.exit),
        event: Uint8Array.from(rows, (row) => Number(row[data.event]) - (data === lung ? 1 : 0)),
        ...(data.entry !== null && {entry: column(data.entry)}),
        ...(within !== undefined && {stratum: integers(within)}),
        ...(by !== undefined && {cluster: integers(by)}),
        ...(name === "lung_offset" && {offset: column("sex").map((sex) => 0.3 * sex)}),
        covariates: x.map((key) => ({name: key, values: column(key)}))
      },
      options
    );
    const answer = answers[name];
    expect([fit.n, fit.events]).toEqual([answer.n, answer.nevent]);
    const {likelihoodRatio, score, robustScore} = fit.tests;
    const largest = Math.max(
      matrixDifference(fit.coefficients, Object.values<number>(answer.coef)),
      matrixDifference(fit.vcov, answer.var.flat()),
      largestDifference(fit.se, Object.values<number>(answer.se)),
      largestDifference([fit.logLikelihood.null, fit.logLikelihood.fitted], answer.loglik),
      largestDifference(
        [likelihoodRatio.statistic, likelihoodRatio.p, score.statistic, score.p],
        [answer.lr_test.test, answer.lr_test.pvalue, answer.score_test.test, answer.score_test.pvalue]
      ),
      robustScore ? largestDifference([robustScore.statistic], [answer.robust_score.test]) : 0
    );
    expect(fit.tests.wald.statistic).toBeCloseTo(answer.wald_test.test, 2); // printed with two decimals
    recordParity({topic: "cox", case: name, software: "R 4.2.2 survival 3.8.6", largest, tolerance: OPTIMUM});
  });
});
