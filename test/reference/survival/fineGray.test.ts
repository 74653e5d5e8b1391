import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {fitCauseSpecific, predictIncidence} from "../../../src/stats/competingRisks/causeSpecific.ts";
import {cumulativeIncidence} from "../../../src/stats/competingRisks/cumulativeIncidence.ts";
import {fitFineGray} from "../../../src/stats/competingRisks/fineGray.ts";
import type {FineGrayInput, FineGrayOptions} from "../../../src/stats/competingRisks/fineGrayModel.ts";
import {grayTest} from "../../../src/stats/competingRisks/grayTest.ts";
import {predictFineGray} from "../../../src/stats/competingRisks/predictFineGray.ts";
import {largestDifference, recordParity} from "../parity.ts";

const OPTIMUM = 1e-8; // both sides iterate
const SAME = 1e-12; // the same sums
const SCALE = 1e-4; // differences of smaller numbers are taken relative to this

type Answer = {
  readonly coefficients: number[];
  readonly vcov: number[];
  readonly loglik: number[];
  readonly predicted?: number[];
};
type Curve = {readonly time: number[]; readonly incidence: number[]; readonly variance: number[]};
const reference = JSON.parse(readFileSync(new URL("fineGray.json", import.meta.url), "utf8")) as {
  readonly software: {readonly survival: [string]; readonly cmprsk: [string]};
  readonly data: Readonly<Record<string, number[]>>;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly gray: {readonly plain: number[]; readonly strata: number[]};
  readonly incidence: Readonly<Record<string, Curve>>;
  readonly causeSpecific: {readonly coefficients: number[]; readonly time: number[]; readonly probability: number[]};
};
const survival = reference.software.survival[0];
const cmprsk = reference.software.cmprsk[0];
const numbers = (name: string) => Float64Array.from(reference.data[name]!);
const integers = (name: string) => Int32Array.from(reference.data[name]!);
const right: FineGrayInput = {
  exit: numbers("exit"),
  event: Uint8Array.from(reference.data["cause"]!),
  covariates: ["x1", "x2"].map((name) => ({name, values: numbers(name)}))
};
const late: FineGrayInput = {...right, entry: numbers("entry")};
const at = [
  {name: "x2", values: Float64Array.of(1)},
  {name: "x1", values: Float64Array.of(0.5)}
];
const [weight, stratum, cluster] = [numbers("weight"), integers("stratum"), integers("cluster")];

describe("fitFineGray matches R's finegray with coxph, and crr", () => {
  test.each<[string, FineGrayInput, FineGrayOptions]>([
    ["efron", right, {}],
    ["breslow", right, {ties: "breslow"}],
    ["clusters", {...right, cluster}, {}],
    ["pieces", right, {variance: "pieces"}],
    ["model", right, {variance: "model"}],
    ["weights", {...right, weight}, {}],
    ["strata", {...right, stratum}, {}],
    ["entry", late, {}],
    ["entryWeightsStrata", {...late, weight, stratum}, {}],
    ["crr", right, {convention: "crr"}],
    ["crrGroups", {...right, censoringGroup: stratum}, {convention: "crr"}]
  ])("%s", (name, input, options) => {
    const answer = reference.answers[name]!;
    const fit = fitFineGray(input, options);
    const differences = [
      largestDifference(fit.coefficients, answer.coefficients, SCALE),
      largestDifference(fit.vcov, answer.vcov, SCALE),
      largestDifference([fit.logLikelihood.null, fit.logLikelihood.fitted], answer.loglik)
    ];
    if (answer.predicted !== undefined) {
      const {incidence} = predictFineGray(fit, {covariates: at})[0]!;
      differences.push(largestDifference(incidence, answer.predicted, SCALE));
    }
    const software = name.startsWith("crr") ? cmprsk : survival;
    recordParity({topic: "fine-gray", case: name, software, largest: Math.max(...differences), tolerance: OPTIMUM});
  });

  test("with one censoring group the variances fineGray and crr are the same", () => {
    const crr = fitFineGray(right, {convention: "crr"});
    expect([...fitFineGray(right, {convention: "crr", variance: "fineGray"}).vcov]).toEqual([...crr.vcov]);
  });
});

describe("Gray's test and the cumulative incidence match cmprsk", () => {
  const grouped = {exit: right.exit, event: right.event, group: stratum};
  test.each([
    ["plain", grayTest(grouped)],
    ["strata", grayTest({...right, group: cluster.map((c) => c % 3), stratum}, {rho: 0.5})]
  ] as const)("Gray's test: %s", (name, tests) => {
    const ours = [...tests.map(({statistic}) => statistic), ...tests.map(({p}) => p)];
    const largest = largestDifference(ours, reference.gray[name]);
    recordParity({topic: "fine-gray", case: `gray ${name}`, software: cmprsk, largest, tolerance: SAME});
  });
  test("cumulative incidence with Aalen's variance", () => {
    const largest = Math.max(
      ...cumulativeIncidence(grouped).flatMap((curve) => {
        const answer = reference.incidence[`${curve.group} ${curve.cause}`]!;
        return (["time", "incidence", "variance"] as const).map((key) => largestDifference(curve[key], answer[key]));
      })
    );
    recordParity({topic: "fine-gray", case: "cuminc", software: cmprsk, largest, tolerance: SAME});
  });
});

test("cause-specific hazards and the incidence they predict match a multi-state coxph", () => {
  const {coefficients, time, probability} = reference.causeSpecific;
  const fitted = fitCauseSpecific(right, {ties: "breslow"});
  const predicted = predictIncidence(right, fitted, {covariates: at})[0]!;
  const largest = Math.max(
    largestDifference(
      fitted.fits.flatMap((fit) => [...fit.coefficients]),
      coefficients,
      SCALE
    ),
    largestDifference(predicted.time, time),
    largestDifference(
      [predicted.survival, ...predicted.incidence].flatMap((p) => [...p]),
      probability,
      SCALE
    )
  );
  recordParity({topic: "fine-gray", case: "cause-specific", software: survival, largest, tolerance: OPTIMUM});
});

const shared = new URL("../../../../shared/data/reference/survival/", import.meta.url);
describe.skipIf(!existsSync(shared))("mgus2", () => {
  const read = (file: string) => {
    const [head, ...lines] = readFileSync(new URL(file, shared), "utf8").trim().split("\n");
    const names = head!.split(",");
    const rows = lines.map((line) => line.split(","));
    return (name: string) => rows.map((cells) => cells[names.indexOf(name)]!);
  };
  const expected = () =>
    JSON.parse(readFileSync(new URL("expected.json", shared), "utf8")).finegray as {
      readonly mgus2_pcm_finegray_coxph: {
        readonly coef: Readonly<Record<string, number>>;
        readonly robust_or_model_se: Readonly<Record<string, number>>;
        readonly loglik: number[];
      };
      readonly gray_test_mgus2_sex: [number, number, number][];
    };

  // R prepares the weights from all rows, coxph drops those without mspike and, without an id, takes each piece as a cluster
  test("Fine–Gray model of progression", () => {
    const column = read("real_mgus2_cr.csv");
    const numeric = (name: string) => Float64Array.from(column(name), Number);
    const censoringSpells = {exit: numeric("etime"), event: Uint8Array.from(column("event"), Number)};
    const isFull = column("mspike").map((cell) => cell !== "" && cell !== "NA");
    const full = <T extends Float64Array | Uint8Array>(values: T) =>
      values.filter((_: number, i: number) => isFull[i]) as T;
    const sexM = Float64Array.from(column("sex"), (sex) => (sex.includes("M") ? 1 : 0));
    const fit = fitFineGray(
      {
        exit: full(censoringSpells.exit),
        event: full(censoringSpells.event),
        censoringSpells,
        covariates: [
          {name: "age", values: full(numeric("age"))},
          {name: "sexM", values: full(sexM)},
          {name: "mspike", values: full(numeric("mspike"))}
        ]
      },
      {variance: "pieces"}
    );
    const {coef, robust_or_model_se, loglik} = expected().mgus2_pcm_finegray_coxph;
    const largest = Math.max(
      largestDifference(
        fit.coefficients,
        fit.names.map((name) => coef[name]!)
      ),
      largestDifference(
        fit.se,
        fit.names.map((name) => robust_or_model_se[name]!)
      ),
      largestDifference([fit.logLikelihood.null, fit.logLikelihood.fitted], loglik)
    );
    recordParity({topic: "fine-gray", case: "mgus2", software: "R survival 3.8.6", largest, tolerance: OPTIMUM});
  });

  test("Gray's test by sex", () => {
    const column = read("real_mgus2_cr.csv");
    const tests = grayTest({
      exit: Float64Array.from(column("etime"), Number),
      event: Uint8Array.from(column("event"), Number),
      group: Int32Array.from(column("sex"), (sex) => (sex.includes("M") ? 1 : 0))
    });
    const largest = largestDifference(
      tests.flatMap(({statistic, p, df}) => [statistic, p, df]),
      expected().gray_test_mgus2_sex.flat()
    );
    recordParity({topic: "fine-gray", case: "gray mgus2", software: "R cmprsk 2.2.11", largest, tolerance: SAME});
  });
});
