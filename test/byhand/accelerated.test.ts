import {expect, test} from "vitest";
import {criticalValue} from "../../src/numeric/distributions.ts";
import {accelerated} from "../../src/stats/parametric/accelerated.ts";
import {failureTimesOf} from "../../src/stats/parametric/failureTimes.ts";
import {survivalAt, timeQuantile} from "../../src/stats/parametric/predictAccelerated.ts";

const DIGITS = 10; // the fit iterates; the closed form does not
const exit = Float64Array.of(3, 5, 5, 8, 12, 13, 20);
const event = Uint8Array.of(1, 1, 0, 1, 1, 0, 1);
const none = Float64Array.of();
const covariates: [] = [];

test("exponential: the rate is events over exposure, the error of its log 1/√events", () => {
  const entry = Float64Array.of(0, 1, 2, 0, 4, 0, 7);
  const weight = Float64Array.of(1, 2, 1, 1, 3, 1, 2);
  let events = 0;
  let exposure = 0;
  let logLikelihood = 0;
  for (let i = 0; i < exit.length; i++) {
    events += weight[i]! * event[i]!;
    exposure += weight[i]! * (exit[i]! - entry[i]!);
  }
  const rate = events / exposure;
  logLikelihood = events * Math.log(rate) - rate * exposure;
  const fit = accelerated({...failureTimesOf({entry, exit, event, weight}), covariates}, {distribution: "exponential"});
  expect(fit.coefficients[0]).toBeCloseTo(-Math.log(rate), DIGITS);
  expect(fit.se[0]).toBeCloseTo(1 / Math.sqrt(events), DIGITS);
  expect(fit.logLikelihood.fitted).toBeCloseTo(logLikelihood, DIGITS);
  const [at10] = survivalAt(fit, {covariates: none}, Float64Array.of(10));
  const half = criticalValue(0.95) / Math.sqrt(events);
  expect(at10!.estimate).toBeCloseTo(Math.exp(-10 * rate), DIGITS);
  expect(at10!.lower).toBeCloseTo(Math.exp(-10 * rate * Math.exp(half)), DIGITS);
  expect(at10!.upper).toBeCloseTo(Math.exp(-10 * rate * Math.exp(-half)), DIGITS);
  expect(at10!.se).toBeCloseTo((10 * rate * Math.exp(-10 * rate)) / Math.sqrt(events), DIGITS);
});

test("exponential: a dummy is the log ratio of the rates of two groups", () => {
  const treated = Float64Array.of(1, 0, 1, 0, 1, 0, 0);
  const rate = (group: number) => {
    const rows = [...exit.keys()].filter((i) => treated[i] === group);
    const of = (column: ArrayLike<number>) => rows.reduce((sum, i) => sum + column[i]!, 0);
    return {rate: of(event) / of(exit), events: of(event)};
  };
  const [control, changed] = [rate(0), rate(1)];
  const fit = accelerated(
    {...failureTimesOf({exit, event}), covariates: [{name: "treated", values: treated}]},
    {distribution: "exponential"}
  );
  expect(fit.coefficients[1]).toBeCloseTo(Math.log(control.rate / changed.rate), DIGITS);
  expect(fit.se[1]).toBeCloseTo(Math.sqrt(1 / control.events + 1 / changed.events), DIGITS);
});

test("weibull: the shape solves its one-dimensional profile equation", () => {
  const events = event.reduce((sum, d) => sum + d, 0);
  const meanLog = exit.reduce((sum, t, i) => sum + event[i]! * Math.log(t), 0) / events;
  const moment = (shape: number) => exit.reduce((sum, t) => sum + t ** shape, 0);
  const slope = (shape: number) =>
    exit.reduce((sum, t) => sum + t ** shape * Math.log(t), 0) / moment(shape) - 1 / shape - meanLog;
  let [low, high] = [0.01, 50];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) high = middle;
    else low = middle;
  }
  const fit = accelerated({...failureTimesOf({exit, event}), covariates}, {distribution: "weibull"});
  expect(1 / fit.scale[0]!).toBeCloseTo(low, DIGITS);
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(moment(low) / events) / low, DIGITS);
});

test("log-normal without censoring: mean and standard deviation of the logs", () => {
  const logs = exit.map(Math.log);
  const n = logs.length;
  const mean = logs.reduce((sum, y) => sum + y, 0) / n;
  const variance = logs.reduce((sum, y) => sum + (y - mean) ** 2, 0) / n;
  const fit = accelerated({lower: exit, upper: exit, covariates}, {distribution: "lognormal"});
  expect(fit.coefficients[0]).toBeCloseTo(mean, DIGITS);
  expect(fit.scale[0]).toBeCloseTo(Math.sqrt(variance), DIGITS);
  expect([...fit.vcov].map((v) => v + 0)).toEqual(
    [variance / n, 0, 0, 1 / (2 * n)].map((v) => expect.closeTo(v, DIGITS))
  );
  expect(timeQuantile(fit, {covariates: none}, 0.5).estimate).toBeCloseTo(Math.exp(mean), DIGITS);
});

test("log-logistic: times that are symmetric on the log scale have median 1", () => {
  const times = Float64Array.of(0.2, 5, 0.5, 2, 0.8, 1.25);
  const fit = accelerated({lower: times, upper: times, covariates}, {distribution: "loglogistic"});
  expect(fit.coefficients[0]).toBeCloseTo(0, DIGITS);
});

test("one inspection of each subject at the same time: the share found with the event gives the exponential rate", () => {
  const lower = Float64Array.of(0, 0, 0, 4, 4);
  const upper = Float64Array.of(4, 4, 4, Infinity, Infinity);
  const fit = accelerated({lower, upper, covariates}, {distribution: "exponential"});
  expect(Math.exp(-fit.coefficients[0]!)).toBeCloseTo(-Math.log(1 - 3 / 5) / 4, DIGITS);
  expect(fit.counts).toEqual({exact: 0, right: 2, left: 3, interval: 0});
});

test("the two-parameter fit of a table of two inspections is saturated", () => {
  // 10 by time 1, 15 more by time 3, 25 not by 3: S(1) = 0.8, S(3) = 0.5 exactly.
  const lower = Float64Array.of(0, 1, 3);
  const upper = Float64Array.of(1, 3, Infinity);
  const weight = Float64Array.of(10, 15, 25);
  for (const distribution of ["weibull", "lognormal", "loglogistic"] as const) {
    const fit = accelerated({lower, upper, weight, covariates}, {distribution});
    const curve = survivalAt(fit, {covariates: none}, Float64Array.of(1, 3));
    expect(curve.map(({estimate}) => estimate)).toEqual([expect.closeTo(0.8, DIGITS), expect.closeTo(0.5, DIGITS)]);
    expect(curve[0]!.se).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 50), DIGITS);
    expect(curve[1]!.se).toBeCloseTo(Math.sqrt((0.5 * 0.5) / 50), DIGITS);
    expect(fit.logLikelihood.fitted).toBeCloseTo(10 * Math.log(0.2) + 15 * Math.log(0.3) + 25 * Math.log(0.5), DIGITS);
  }
});
