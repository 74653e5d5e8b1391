import {describe, expect, test} from "vitest";
import {random} from "../../../../src/numeric/random.ts";
import {fitCox} from "../../../../src/stats/survival/cox.ts";
import type {CoxInput, CoxOptions} from "../../../../src/stats/survival/coxModel.ts";
import {coxScoreResiduals} from "../../../../src/stats/survival/coxScoreResiduals.ts";

const n = 60;
const next = random(3);
const column = (value: (i: number) => number) => Float64Array.from({length: n}, (_, i) => value(i));
const exit = column(() => Math.ceil(next() * 20));
const event = Uint8Array.from({length: n}, () => (next() < 0.5 ? 1 : 0));
const x = column(() => next());
const z = column(() => Math.floor(next() * 2));
const base: CoxInput = {exit, event, covariates: [{name: "x", values: x}]};
const withColumn = (name: string, values: Float64Array): CoxInput => ({
  ...base,
  covariates: [...base.covariates, {name, values}]
});

const problem = (input: CoxInput, options: CoxOptions = {}) => {
  try {
    fitCox(input, options);
  } catch (error) {
    return error as {kind: string; code: string; message: string};
  }
  throw new Error("the fit was expected to fail");
};

describe("errors say what is wrong and where", () => {
  test.each<[string, CoxInput, CoxOptions, string, string]>([
    [
      "no events",
      {...base, event: new Uint8Array(n)},
      {},
      "survival/no-events",
      "no events: all 60 spells are censored; a Cox model needs at least one event"
    ],
    [
      "NaN",
      withColumn("z", z.with(6, Number.NaN)),
      {},
      "survival/not-finite",
      "z not finite: NaN in row 7; leave the row out, or correct it"
    ],
    [
      "a cause",
      {...base, event: event.with(2, 2)},
      {},
      "survival/many-causes",
      "event neither 0 nor 1: 2 in row 3; a Cox model has one cause, so code it 1 and the other causes 0"
    ],
    [
      "one cluster",
      {...base, cluster: new Int32Array(n).fill(4)},
      {},
      "survival/one-cluster",
      "one cluster: every row has cluster 4; a clustered variance needs two or more"
    ],
    [
      "a sum of columns",
      {
        ...withColumn("z", z),
        covariates: [...withColumn("z", z).covariates, {name: "both", values: x.map((v, i) => 2 * v - z[i]! + 1e3)}]
      },
      {},
      "survival/collinear",
      "collinear covariate: both depends on x, z; leave one of them out"
    ],
    [
      "a constant in the risk sets",
      {
        ...withColumn(
          "period",
          exit.map((t) => (t > 10 ? 1 : 0))
        ),
        entry: exit.map((t) => t - 1)
      },
      {},
      "survival/collinear",
      "constant covariate: period is the same for all spells at risk at every event; leave it out"
    ],
    [
      "weights with exact ties",
      {...base, weight: new Float64Array(n).fill(2)},
      {ties: "exact"},
      "survival/exact-weights",
      "not offered: exact ties with case weights; use ties efron or breslow"
    ],
    [
      "starting values",
      base,
      {start: new Float64Array(2)},
      "survival/start-length",
      "wrong number of starting values: 2; give one for each of the 1 covariates"
    ]
  ])("%s", (_, input, options, code, message) => {
    expect(problem(input, options)).toMatchObject({code, message});
  });
});

test("too few iterations: the error names the decrement that is left", () => {
  const {kind, code, message} = problem(base, {maxIterations: 1});
  expect([kind, code]).toEqual(["noConvergence", "survival/no-convergence"]);
  expect(message).toMatch(/^no convergence: Newton decrement \d\S+ after 1 iterations, the iteration limit; /);
});

describe.each(["efron", "breslow", "exact"] as const)("separation with %s ties", (ties) => {
  test.each<[string, CoxInput, string]>([
    [
      "every event has the covariate",
      withColumn(
        "z",
        column((i) => (event[i] === 1 ? 1 : z[i]!))
      ),
      " z among"
    ],
    ["the covariate is the time", withColumn("t", exit), " t among"],
    [
      "a combination is the time",
      withColumn(
        "rest",
        exit.map((t, i) => t / 20 - x[i]!)
      ),
      "combination of x, rest among"
    ]
  ])("%s, with and without delayed entry", (_, input, words) => {
    const late = {...input, entry: exit.map((t, i) => t - 1 - (i % 5))};
    for (const data of [input, late]) {
      const {code, message} = problem(data, {ties});
      expect(code).toBe("survival/separation");
      expect(message).toContain(words);
    }
  });

  test("a strong covariate that does not separate has a finite estimate", () => {
    const fit = fitCox(
      withColumn(
        "t",
        exit.map((t) => t + 3 * next())
      ),
      {ties}
    );
    expect(fit.coefficients[1]).toBeLessThan(0);
    expect(fit.residual).toBeLessThan(1e-20);
  });
});

test("without covariates the fit is the null log likelihood", () => {
  const {covariates: _, ...spells} = base;
  const fit = fitCox({...spells, covariates: []});
  expect(fit.logLikelihood.fitted).toBe(fitCox(base).logLikelihood.null);
  expect(fit.tests.likelihoodRatio).toEqual({statistic: 0, df: 0, p: 1});
});

test("each row as its own cluster is the robust variance", () => {
  const robust = fitCox(base, {robust: true});
  const clustered = fitCox({...base, cluster: Int32Array.from(exit.keys())});
  expect(clustered.vcov[0]).toBeCloseTo(robust.vcov[0]!, 14);
  expect(clustered.clusters).toBe(n);
});

test("Efron with a weight of 2 is not two copies: copies are tied with each other", () => {
  const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
  const copies = {
    exit: twice(exit),
    event: Uint8Array.from([...event, ...event]),
    covariates: [{name: "x", values: twice(x)}]
  };
  const weighted = fitCox({...base, weight: new Float64Array(n).fill(2)});
  expect(Math.abs(fitCox(copies).coefficients[0]! - weighted.coefficients[0]!)).toBeGreaterThan(1e-6);
});

test("score residuals times weight sum to 0 at the estimate, and exact ties have none", () => {
  const weight = column((i) => 1 + (i % 3));
  const input = {...base, weight};
  const residuals = coxScoreResiduals(input, fitCox(input));
  expect(residuals.reduce((sum, u, i) => sum + weight[i]! * u, 0)).toBeCloseTo(0, 10);
  expect(() => coxScoreResiduals(base, fitCox(base, {ties: "exact"}))).toThrow(/score residuals with exact ties/);
});

test("exact ties: hundreds of events at once neither overflow nor underflow", () => {
  const many = 2000;
  const values = Float64Array.from({length: many}, (_, i) => (i % 40) / 40);
  const events = Uint8Array.from({length: many}, (_, i) => ((i * 7) % 3 === 0 || i % 40 > 30 ? 1 : 0));
  const input = {exit: new Float64Array(many).fill(1), event: events, covariates: [{name: "x", values}]};
  const {coefficients, logLikelihood} = fitCox(input, {ties: "exact"});
  const chooses = (k: number) =>
    Array.from({length: k}, (_, i) => Math.log((many - i) / (i + 1))).reduce((a, b) => a + b, 0);
  expect(logLikelihood.null / -chooses(events.reduce((a, b) => a + b, 0))).toBeCloseTo(1, 12);
  expect(coefficients[0]).toBeGreaterThan(0);
});

test("columns on extreme scales", () => {
  const plain = fitCox(withColumn("z", z));
  const scaled = fitCox({
    ...base,
    covariates: [
      {name: "x", values: x.map((v) => v * 2 ** -60)},
      {name: "z", values: z.map((v) => v * 2 ** 60)}
    ]
  });
  expect(scaled.coefficients[0]! * 2 ** -60).toBeCloseTo(plain.coefficients[0]!, 10);
  expect(scaled.se[1]! * 2 ** 60).toBeCloseTo(plain.se[1]!, 10);
});

test("an offset of ±800 does not overflow", () => {
  const fit = fitCox({...base, offset: column(() => 800)});
  expect(fit.coefficients[0]).toBeCloseTo(fitCox(base).coefficients[0]!, 10);
});
