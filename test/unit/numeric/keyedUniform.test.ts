import {expect, test} from "vitest";
import {keyedUniform} from "../../../src/numeric/keyedUniform.ts";

const n = 20_000;
const take = (key: string, seed = 1949) => Float64Array.from({length: n}, (_, draw) => keyedUniform(seed, draw, key));
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

const correlation = (a: Float64Array, b: Float64Array) => {
  const [ma, mb] = [mean(a), mean(b)];
  const cross = (x: Float64Array, mx: number, y: Float64Array, my: number) =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return cross(a, ma, b, mb) / Math.sqrt(cross(a, ma, a, ma) * cross(b, mb, b, mb));
};

test("a number depends on seed, draw and key alone, not on what was drawn before", () => {
  const places = [0, 1, 7, 500, 123_456].flatMap((draw) => ["rule:a", "rule:b"].map((key) => [draw, key] as const));
  const forward = places.map(([draw, key]) => keyedUniform(7, draw, key));
  const backward = places.toReversed().map(([draw, key]) => keyedUniform(7, draw, key));
  expect(backward.toReversed()).toEqual(forward);
  expect(new Set(forward).size).toBe(places.length);
});

test("another seed gives other numbers", () => {
  expect(keyedUniform(1, 0, "a")).not.toBe(keyedUniform(2, 0, "a"));
});

test.each(["", "a", "elasticity:caliendo-parro-2015:agri"])("the draws of key %j are uniform in [0, 1)", (key) => {
  const values = take(key);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  // SIMULATION: n = 20,000; the mean of a uniform has standard error √(1⁄(12 n)), its variance √(1⁄(180 n)); 4 of them.
  const m = mean(values);
  expect(Math.abs(m - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(mean(values.map((value) => (value - m) ** 2)) - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
  // SIMULATION: a share p of n has standard error √(p(1 − p)⁄n); 4 of them, in each tenth.
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = values.filter((value) => Math.floor(value * 10) === tenth).length / n;
    expect(Math.abs(share - 0.1)).toBeLessThan(4 * Math.sqrt(0.09 / n));
  }
});

// SIMULATION: the correlation of n independent pairs has standard error 1⁄√n; 4 of them.
const UNCORRELATED = 4 / Math.sqrt(n);

test.each([
  ["a", "b"],
  ["elasticity:set:agri", "elasticity:set:food"],
  ["rule-1", "rule-2"],
  ["ab", "ba"]
])("keys %j and %j are uncorrelated", (a, b) => {
  expect(Math.abs(correlation(take(a), take(b)))).toBeLessThan(UNCORRELATED);
});

test("neighbouring draws and neighbouring seeds are uncorrelated", () => {
  const values = take("a");
  expect(Math.abs(correlation(values.subarray(1), values.subarray(0, n - 1)))).toBeLessThan(UNCORRELATED);
  expect(Math.abs(correlation(values, take("a", 1950)))).toBeLessThan(UNCORRELATED);
});
