import {expect, test} from "vitest";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import type {CoxInput} from "../../../src/stats/survival/coxModel.ts";
import {hazardRatios} from "../../../src/studies/hazardRatios.ts";

const input = (exit: number[], event: number[], x: number[]): CoxInput => ({
  exit: Float64Array.from(exit),
  event: Uint8Array.from(event),
  covariates: [{name: "x", values: Float64Array.from(x)}]
});

// Four ends at different times, x of the ends 1 0 0 1 0: the score has its root where r solves a quadratic.
const plain = input([1, 2, 3, 4], [1, 1, 1, 1], [1, 0, 0, 1]);

test("the ratio is the root of the score by hand, with Wald's interval around its logarithm", () => {
  const {ratios, penalised, fit} = hazardRatios(plain);
  const [{ratio, interval, p}] = ratios as [(typeof ratios)[number]];
  // Risk sets: 2 of 4 have x, then 1 of 3, 1 of 2, 1 of 1: 1 − 2r/(2r + 2) = r/(r + 2) + r/(r + 1).
  const score = 2 - (2 * ratio) / (2 * ratio + 2) - ratio / (ratio + 2) - ratio / (ratio + 1) - 1;
  expect(score).toBeCloseTo(0, 10);
  expect(penalised).toBe(false);
  expect(Math.sqrt(interval[0] * interval[1])).toBeCloseTo(ratio, 10);
  expect(Math.log(interval[1] / interval[0]) / fit.se[0]! / 2).toBeCloseTo(1.959963984540054, 10);
  expect(p).toBeCloseTo(fit.tests.wald.p, 12);
});

test("where one side has no ending the penalised fit is used, and only there", () => {
  const separated = input([1, 2, 3, 4, 5, 6], [1, 1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0]);
  const {ratios, penalised} = hazardRatios(separated);
  expect(penalised).toBe(true);
  expect(Math.log(ratios[0]!.ratio)).toBe(fitCox(separated, {firth: true}).coefficients[0]);
  expect(hazardRatios({...separated, cluster: Int32Array.of(1, 1, 2, 2, 3, 3)})).toEqual(hazardRatios(separated));
  expect(hazardRatios(plain).fit).toEqual(fitCox(plain));
  const clustered = {...plain, cluster: Int32Array.of(1, 1, 2, 3)};
  expect(hazardRatios(clustered).fit).toEqual(fitCox(clustered));
});

test("other problems are thrown as they are", () => {
  const constant = input([1, 2, 3], [1, 1, 1], [1, 1, 1]);
  expect(() => hazardRatios(constant)).toThrow(expect.objectContaining({code: "survival/collinear"}));
  const none = input([1, 2, 3], [0, 0, 0], [1, 0, 1]);
  expect(() => hazardRatios(none)).toThrow(expect.objectContaining({code: "survival/no-events"}));
});
