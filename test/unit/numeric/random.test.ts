import {expect, test} from "vitest";
import {random} from "../../../src/numeric/random.ts";

const take = (seed: number, n: number) => {
  const next = random(seed);
  return Array.from({length: n}, next);
};

test("a seed always gives the same stream, and another seed another", () => {
  expect(take(1949, 100)).toEqual(take(1949, 100));
  expect(take(1949, 5)).not.toEqual(take(1950, 5));
});

test("two streams of one seed do not disturb each other", () => {
  const [a, b] = [random(7), random(7)];
  const together = Array.from({length: 50}, () => [a(), b()]);
  expect(together.every(([x, y]) => x === y)).toBe(true);
});

test("numbers are uniform in [0, 1)", () => {
  // SIMULATION: n = 20,000; the mean of a uniform has standard error 1/√(12 n); 4 of them.
  const n = 20_000;
  const values = take(3, n);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  const mean = values.reduce((sum, v) => sum + v, 0) / n;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * n));
});
