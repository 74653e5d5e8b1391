import {expect, test} from "vitest";
import {criticalValue} from "../../src/numeric/distributions.ts";
import {discreteHazard} from "../../src/stats/parametric/discreteHazard.ts";
import {personPeriods} from "../../src/stats/parametric/personPeriods.ts";
import {survivalOfPeriods} from "../../src/stats/parametric/predictHazard.ts";

const DIGITS = 10; // the fit iterates; the closed form does not
const logit = (p: number) => Math.log(p / (1 - p));
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, DIGITS));

test("logit with one dummy: the coefficient is the log odds ratio, its variance the sum of the reciprocal cells", () => {
  const fit = discreteHazard(
    {
      atRisk: Float64Array.of(40, 50),
      events: Float64Array.of(8, 25),
      covariates: [{name: "treated", values: Float64Array.of(0, 1)}]
    },
    {link: "logit"}
  );
  expect([...fit.coefficients]).toEqual(near([Math.log(8 / 32), Math.log((25 * 32) / (25 * 8))]));
  expect([...fit.se]).toEqual(near([Math.sqrt(1 / 8 + 1 / 32), Math.sqrt(1 / 8 + 1 / 32 + 1 / 25 + 1 / 25)]));
  const logLikelihood = 8 * Math.log(8 / 40) + 32 * Math.log(32 / 40) + 50 * Math.log(0.5);
  const pooled = 33 * Math.log(33 / 90) + 57 * Math.log(57 / 90);
  expect(fit.deviance).toBeCloseTo(-2 * logLikelihood, DIGITS);
  expect(fit.logLikelihood.null).toBeCloseTo(pooled, DIGITS);
  expect(fit.likelihoodRatio.statistic).toBeCloseTo(2 * (logLikelihood - pooled), DIGITS);
});

test("a baseline of period dummies gives the hazards of the life table, by either link", () => {
  const rows = personPeriods({
    exit: Float64Array.of(1, 1, 2, 2, 3, 3, 3, 3),
    event: Uint8Array.of(1, 0, 1, 1, 1, 0, 1, 0)
  });
  const hazards = [1 / 8, 2 / 6, 2 / 4];
  const byLogit = discreteHazard({...rows, covariates: [], baseline: rows.period}, {link: "logit"});
  const byCloglog = discreteHazard({...rows, covariates: [], baseline: rows.period}, {link: "cloglog"});
  expect(byLogit.names).toEqual(["period 1", "period 2", "period 3"]);
  expect([...byLogit.coefficients]).toEqual(near(hazards.map(logit)));
  expect([...byCloglog.coefficients]).toEqual(near(hazards.map((h) => Math.log(-Math.log(1 - h)))));
  expect(byCloglog.logLikelihood.fitted).toBeCloseTo(byLogit.logLikelihood.fitted, DIGITS);
});

test("predicted from period dummies, survival is Kaplan–Meier's with Greenwood's error", () => {
  const rows = {atRisk: Float64Array.of(20, 15, 9), events: Float64Array.of(3, 5, 2), covariates: []};
  for (const link of ["logit", "cloglog"] as const) {
    const fit = discreteHazard({...rows, baseline: Int32Array.of(1, 2, 3)}, {link});
    const covariates = Float64Array.of();
    const course = survivalOfPeriods(
      fit,
      [1, 2, 3].map((baseline) => ({baseline, covariates}))
    );
    let survival = 1;
    let greenwood = 0;
    for (const [k, {hazard, estimate, se, lower, upper}] of course.entries()) {
      const [n, d] = [rows.atRisk[k]!, rows.events[k]!];
      survival *= 1 - d / n;
      greenwood += d / (n * (n - d));
      const width = Math.exp((criticalValue(0.95) * Math.sqrt(greenwood)) / Math.log(survival));
      expect([hazard, estimate, se]).toEqual(near([d / n, survival, survival * Math.sqrt(greenwood)]));
      expect([lower, upper]).toEqual(near([survival ** (1 / width), survival ** width]));
    }
    expect(() => survivalOfPeriods(fit, [{covariates, baseline: 4}])).toThrow(
      "unknown baseline: 4; the fit has 1, 2, 3"
    );
    expect(() => survivalOfPeriods(fit, [{covariates: Float64Array.of(1), baseline: 1}])).toThrow(
      "wrong number of covariates: 1;"
    );
  }
});

test("Firth's penalty in a 2 × 2 table adds ½ to each cell", () => {
  const fit = discreteHazard(
    {
      atRisk: Float64Array.of(10, 6),
      events: Float64Array.of(4, 0),
      covariates: [{name: "treated", values: Float64Array.of(0, 1)}]
    },
    {link: "logit", firth: true}
  );
  expect([...fit.coefficients]).toEqual(near([Math.log(4.5 / 6.5), Math.log((0.5 * 6.5) / (6.5 * 4.5))]));
});

test("the robust variance of one log odds: clusters that agree count once", () => {
  // 6 clusters of 2 equal rows, 2 of them with events: the same as 6 rows.
  const events = Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
  const cluster = Int32Array.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6);
  const rows = {atRisk: new Float64Array(12).fill(1), events, covariates: []};
  const variance = 1 / (6 * (2 / 6) * (4 / 6));
  expect(discreteHazard({...rows, cluster}, {link: "logit"}).vcov[0]).toBeCloseTo(variance, DIGITS);
  expect(discreteHazard(rows, {link: "logit", robust: true}).vcov[0]).toBeCloseTo(variance / 2, DIGITS);
});

test("cloglog with the log of exposure as offset: the rate of the underlying exponential", () => {
  // One inspection after 2 and after 5 units of time: 1 − e^(−2r) and 1 − e^(−5r) at r = 0.1.
  const exposure = Float64Array.of(2, 5);
  const atRisk = Float64Array.of(100, 100);
  const events = exposure.map((t, i) => atRisk[i]! * -Math.expm1(-0.1 * t));
  const fit = discreteHazard({atRisk, events, covariates: [], offset: exposure.map(Math.log)}, {link: "cloglog"});
  expect(Math.exp(fit.coefficients[0]!)).toBeCloseTo(0.1, DIGITS);
});
