import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {accelerated} from "../../../src/stats/parametric/accelerated.ts";
import type {AcceleratedInput, TimeDistribution} from "../../../src/stats/parametric/acceleratedModel.ts";
import {discreteHazard} from "../../../src/stats/parametric/discreteHazard.ts";
import type {DiscreteInput, HazardLink} from "../../../src/stats/parametric/discreteModel.ts";
import {failureTimesOf} from "../../../src/stats/parametric/failureTimes.ts";
import {logPeriod, onPeriods, periodPolynomial, personPeriods} from "../../../src/stats/parametric/personPeriods.ts";
import {timeQuantile} from "../../../src/stats/parametric/predictAccelerated.ts";
import type {Covariate} from "../../../src/stats/survival/coxModel.ts";
import {largestDifference, recordParity} from "../parity.ts";

const OPTIMUM = 1e-8; // both sides iterate
const DIFFERENCES = 1e-5; // R's side has second derivatives by differences

type Answer = {
  readonly coefficients: readonly number[];
  readonly scale: readonly number[];
  readonly vcov: readonly number[];
  readonly naive: readonly number[];
  readonly loglik: readonly number[];
  readonly deviance: readonly number[];
};
type Answers = Readonly<Record<string, Answer>>;

const reference = JSON.parse(readFileSync(new URL("parametric.json", import.meta.url), "utf8")) as {
  readonly software: readonly [string];
  readonly data: Readonly<Record<string, readonly (number | "Infinity")[]>>;
  readonly accelerated: Answers;
  readonly quantiles: {readonly p: number[]; readonly time: number[]; readonly se: number[]};
  readonly delayed: Answers;
  readonly discrete: Answers;
  readonly firth: {readonly plain: Answer; readonly weighted: Answer};
};
const software = reference.software[0];
const numbers = (name: string) => Float64Array.from(reference.data[name]!, Number);
const integers = (name: string) => Int32Array.from(reference.data[name]!, Number);
const covariates = (...names: string[]): Covariate[] => names.map((name) => ({name, values: numbers(name)}));
const spells = {exit: numbers("time"), event: Uint8Array.from(reference.data["status"]!, Number)};

/** Against the square root of a variance's own diagonal, so that a covariance near 0 is not divided by itself. */
function vcovDifference(actual: Float64Array, expected: readonly number[]): number {
  const k = Math.sqrt(expected.length);
  const se = Array.from({length: k}, (_, j) => Math.sqrt(expected[j * k + j]!));
  const scaled = (values: ArrayLike<number>) =>
    Array.from(values, (value, at) => value / (se[Math.floor(at / k)]! * se[at % k]!));
  return largestDifference(scaled(actual), scaled(expected), 1);
}

describe("accelerated matches survreg", () => {
  const right = {...failureTimesOf(spells), covariates: covariates("x", "year", "treated")};
  const interval = {lower: numbers("lower"), upper: numbers("upper"), covariates: covariates("x", "treated")};
  const inputs: Readonly<Record<string, AcceleratedInput>> = {
    right,
    weights: {...right, weight: numbers("w")},
    offset: {...right, offset: numbers("offset")},
    robust: right,
    cluster: {...right, cluster: integers("cluster")},
    "copies clustered": {...right, weight: numbers("copies"), cluster: integers("cluster")},
    interval,
    "interval weighted clustered": {...interval, weight: numbers("w"), cluster: integers("cluster")},
    strata: {...right, stratum: integers("stratum")},
    "strata cluster offset": {
      ...right,
      stratum: integers("stratum"),
      cluster: integers("cluster"),
      offset: numbers("offset")
    },
    "known scale": right
  };

  test.each(Object.entries(reference.accelerated))("%s", (name, expected) => {
    const [distribution, ...words] = name.split(" ") as [TimeDistribution, ...string[]];
    const kind = words.join(" ");
    const fit = accelerated(inputs[kind]!, {
      distribution,
      ...(kind === "known scale" ? {scale: 0.6} : {}),
      robust: kind === "robust"
    });
    const largest = Math.max(
      largestDifference(fit.coefficients, expected.coefficients),
      largestDifference(fit.scale, expected.scale),
      largestDifference([fit.logLikelihood.null, fit.logLikelihood.fitted], expected.loglik),
      vcovDifference(fit.vcov, expected.vcov),
      vcovDifference(fit.naiveVcov, expected.naive)
    );
    recordParity({topic: "parametric", case: `accelerated ${name}`, software, largest, tolerance: OPTIMUM});
  });

  test("predicted quantiles and their errors", () => {
    const fit = accelerated(right, {distribution: "weibull"});
    const subject = {covariates: Float64Array.of(0.5, 2010, 1)};
    const predicted = reference.quantiles.p.map((p) => timeQuantile(fit, subject, p));
    const largest = Math.max(
      largestDifference(
        predicted.map(({estimate}) => estimate),
        reference.quantiles.time
      ),
      largestDifference(
        predicted.map(({se}) => se),
        reference.quantiles.se
      )
    );
    recordParity({topic: "parametric", case: "quantiles of a weibull", software, largest, tolerance: OPTIMUM});
  });
});

test.each(Object.entries(reference.delayed))("accelerated with delayed entry matches optim: %s", (name, expected) => {
  const [distribution, weights] = name.split(" ") as [TimeDistribution, "weights"?];
  const fit = accelerated(
    {
      ...failureTimesOf({...spells, entry: numbers("entry")}),
      covariates: covariates("x", "treated"),
      ...(weights ? {weight: numbers("w")} : {})
    },
    {distribution}
  );
  const largest = Math.max(
    largestDifference(fit.coefficients, expected.coefficients),
    largestDifference(fit.scale, expected.scale),
    largestDifference([fit.logLikelihood.fitted], expected.loglik)
  );
  recordParity({topic: "parametric", case: `delayed entry ${name}`, software, largest, tolerance: OPTIMUM});
  expect(vcovDifference(fit.vcov, expected.vcov)).toBeLessThan(DIFFERENCES);
});

describe("discreteHazard matches glm", () => {
  const rows = personPeriods({...spells, entry: numbers("entry")});
  const on = (...names: string[]) => covariates(...names).map((covariate) => onPeriods(covariate, rows));
  const given = (name: string) => rows.of.map((i) => Number(reference.data[name]![i]));
  const band = rows.period.map((k) => Math.min(4, Math.ceil(k / 3)));
  const byLog = {...rows, covariates: [logPeriod(rows), ...on("x")]};
  const byYear = {...rows, covariates: [logPeriod(rows), ...on("x", "year")]};
  const weight = on("w")[0]!.values;
  const weighted = {atRisk: weight, events: weight.map((w, i) => w * rows.events[i]!)};
  const inputs: Readonly<Record<string, DiscreteInput>> = {
    bands: {...rows, covariates: on("x", "treated"), baseline: band},
    "bands alone": {...rows, covariates: [], baseline: band},
    log: {...rows, covariates: [logPeriod(rows), ...on("x", "treated")]},
    polynomial: {...rows, covariates: [...periodPolynomial(rows, 3), ...on("x")]},
    cluster: {...byYear, cluster: given("cluster")},
    robust: byYear,
    offset: {...byLog, offset: on("offset")[0]!.values},
    "weighted clustered": {...byLog, ...weighted, cluster: given("cluster")}
  };

  test.each(Object.entries(reference.discrete))("%s", (name, expected) => {
    const [link, ...words] = name.split(" ") as [HazardLink, ...string[]];
    const kind = words.join(" ");
    const fit = discreteHazard(inputs[kind]!, {link, robust: kind === "robust"});
    const largest = Math.max(
      largestDifference(fit.coefficients, expected.coefficients),
      largestDifference([fit.deviance, fit.logLikelihood.fitted], [...expected.deviance, ...expected.loglik]),
      vcovDifference(fit.vcov, expected.vcov),
      vcovDifference(fit.naiveVcov, expected.naive)
    );
    recordParity({topic: "parametric", case: `discrete ${name}`, software, largest, tolerance: OPTIMUM});
  });

  test.each(Object.entries(reference.firth))("Firth's penalty under separation, %s", (name, expected) => {
    const x = on("x")[0]!.values;
    const only = {name: "only", values: x.map((value, i) => (rows.events[i] === 0 && value > 1 ? 1 : 0))};
    const fit = discreteHazard(
      {...byLog, covariates: [...byLog.covariates, only], ...(name === "weighted" ? weighted : {})},
      {link: "logit", firth: true}
    );
    const largest = Math.max(
      largestDifference(fit.coefficients, expected.coefficients),
      largestDifference([fit.logLikelihood.fitted], expected.loglik),
      vcovDifference(fit.vcov, expected.vcov)
    );
    recordParity({topic: "parametric", case: `discrete firth ${name}`, software, largest, tolerance: OPTIMUM});
  });
});

const shared = new URL("../../../../shared/data/reference/survival/", import.meta.url);

describe.runIf(existsSync(shared))("accelerated matches survreg 3.8.6 on lung", () => {
  type Lung = {
    readonly dist: TimeDistribution;
    readonly coef: Readonly<Record<string, number>>;
    readonly scale: number;
    readonly var: readonly (readonly number[])[];
    readonly loglik: readonly number[];
  };
  const read = (name: string) => readFileSync(new URL(name, shared), "utf8");
  const cases = existsSync(shared)
    ? (JSON.parse(read("expected.json")) as {readonly parametric_aft_lung: readonly Lung[]}).parametric_aft_lung
    : [];

  test.each(cases.map((answer) => [answer.dist, answer] as const))("%s", (distribution, expected) => {
    const [header, ...lines] = read("real_lung.csv")
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const used = ["time", "status", "age", "sex", "ph.ecog", "wt.loss", "inst"];
    const place = (name: string) => header!.indexOf(name);
    const complete = lines.filter((line) =>
      used.every((name) => line[place(name)] !== "" && line[place(name)] !== "NA")
    );
    const column = (name: string) => Float64Array.from(complete, (line) => Number(line[place(name)]));
    const fit = accelerated(
      {
        ...failureTimesOf({exit: column("time"), event: Uint8Array.from(column("status"), (code) => code - 1)}),
        covariates: ["age", "sex", "ph.ecog"].map((name) => ({name, values: column(name)}))
      },
      {distribution}
    );
    const largest = Math.max(
      largestDifference(fit.coefficients, Object.values(expected.coef)),
      largestDifference(fit.scale, [expected.scale]),
      largestDifference([fit.logLikelihood.null, fit.logLikelihood.fitted], expected.loglik),
      largestDifference(fit.vcov, expected.var.flat())
    );
    recordParity({
      topic: "parametric",
      case: `lung ${distribution}`,
      software: "R 4.2.2 survival 3.8.6",
      largest,
      tolerance: OPTIMUM
    });
  });
});
