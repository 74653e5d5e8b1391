import {expect, test} from "vitest";
import {quantile} from "../../../src/numeric/quantile.ts";

// Hyndman & Fan (1996), The American Statistician 50:361–365, definition 7: the k-th order statistic is at
// p = (k − 1)/(n − 1), linear between. For x = 1, 4, 9, 16 that gives the fractions below by hand; they are also what
// R prints for quantile(c(1, 4, 9, 16), p, type = 7).
test.each([
  [0, 1],
  [1 / 3, 4],
  [0.25, 1 + 0.75 * 3],
  [0.5, (4 + 9) / 2],
  [0.9, 9 + 0.7 * 7],
  [1, 16]
])("the %d quantile of 1, 4, 9, 16 is %d", (p, value) => {
  expect(quantile(Float64Array.of(1, 4, 9, 16), p)).toBeCloseTo(value, 12);
});

test("one value is every quantile, and none is NaN", () => {
  expect(quantile(Float64Array.of(7), 0.05)).toBe(7);
  expect(quantile(Float64Array.of(7), 1)).toBe(7);
  expect(quantile(new Float64Array(), 0.5)).toBeNaN();
});

test("the input is not modified", () => {
  const sorted = Float64Array.of(1, 2, 3);
  quantile(sorted, 0.3);
  expect([...sorted]).toEqual([1, 2, 3]);
});
