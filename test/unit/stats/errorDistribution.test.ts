import {describe, expect, test} from "vitest";
import {
  type ErrorDistribution,
  extremeValue,
  logistic,
  normal
} from "../../../src/stats/parametric/errorDistribution.ts";

const jetOf = (write: ErrorDistribution["logDensity"], z: number) => {
  const jet = new Float64Array(3);
  write(z, jet);
  return jet;
};
const points = [-30, -12, -4.2, -1, -0.3, 0, 0.01, 0.7, 1.9, 3.1];

describe.each(Object.entries({extremeValue, logistic, normal}))("%s", (_, error) => {
  test.each(["logDensity", "logDistribution", "logSurvival"] as const)(
    "%s has the derivatives of its value",
    (name) => {
      const h = 1e-3;
      for (const z of points) {
        const at = (shift: number) => jetOf(error[name], z + shift);
        const slope = (order: 0 | 1) =>
          (8 * (at(h)[order]! - at(-h)[order]!) - (at(2 * h)[order]! - at(-2 * h)[order]!)) / (12 * h);
        const [value, first, second] = at(0) as unknown as [number, number, number];
        const rounding = (1e-12 * (1 + Math.abs(value))) / h;
        expect(Math.abs(first - slope(0))).toBeLessThan(1e-9 * Math.abs(first) + rounding);
        expect(Math.abs(second - slope(1))).toBeLessThan(1e-9 * Math.abs(second) + rounding);
      }
    }
  );

  test("distribution and survival add up to one, and the density is the slope of the distribution", () => {
    for (const z of points) {
      const distribution = jetOf(error.logDistribution, z);
      const survival = jetOf(error.logSurvival, z);
      expect(Math.exp(distribution[0]!) + Math.exp(survival[0]!)).toBeCloseTo(1, 14);
      const logDensity = Math.log(distribution[1]!) + distribution[0]!;
      expect(Math.abs(logDensity - jetOf(error.logDensity, z)[0]!)).toBeLessThan(1e-12 * (1 + Math.abs(z) ** 2));
    }
  });

  test("the quantile undoes the distribution", () => {
    for (const p of [1e-9, 0.1, 0.5, 0.9]) {
      expect(Math.exp(jetOf(error.logDistribution, error.quantile(p))[0]!) / p).toBeCloseTo(1, 12);
    }
  });
});

test("the normal tail goes on past the underflow of erfc, without a step at the change of method", () => {
  // Abramowitz & Stegun (1964) table 26.2: −log10 Q(50) = 544.96634, −log10 Q(100) = 2173.87154
  expect(-jetOf(normal.logSurvival, 50)[0]! / Math.LN10).toBeCloseTo(544.96634, 5);
  expect(-jetOf(normal.logDistribution, -100)[0]! / Math.LN10).toBeCloseTo(2173.87154, 5);
  const [below, above] = [jetOf(normal.logSurvival, 25 - 1e-9), jetOf(normal.logSurvival, 25)];
  expect(Math.abs(above[0]! - below[0]! - 1e-9 * above[1]!)).toBeLessThan(1e-12 * Math.abs(above[0]!));
});
