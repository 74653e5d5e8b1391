import {expect, test} from "vitest";
import {bucketsOf, codesOf} from "../../../src/numeric/codes.ts";
import {orderOf} from "../../../src/numeric/order.ts";
import {random} from "../../../src/numeric/random.ts";

const byComparison = (values: Float64Array) =>
  Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);

const next = random(1);
const column = (value: () => number) => Float64Array.from({length: 5000}, value);
test.each([
  ["days, counted", column(() => Math.floor(next() * 900) - 300)],
  ["whole numbers far apart", column(() => Math.floor(next() * 2 ** 50) - 2 ** 49)],
  ["fractions of both signs", column(() => next() - 0.5)],
  ["times that differ in the last bits", column(() => 1 + Math.floor(next() * 64) * Number.EPSILON)],
  ["many magnitudes and infinities", column(() => (next() < 0.01 ? -Infinity : 10 ** (next() * 600 - 300)))],
  ["zeros of both signs", column(() => (next() < 0.5 ? -0 : 0) + (next() < 0.1 ? 0.5 : 0))],
  ["sorted already", Float64Array.of(1, 1, 2)],
  ["none", new Float64Array()]
])("%s come in the order of a stable comparison sort", (_, values) => {
  expect(orderOf(values)).toEqual(byComparison(values));
});

test("labels become codes in their order, and rows of a code stay in the order given", () => {
  const {codes, labels} = codesOf(Int32Array.of(7, -2, 7, 40, -2));
  expect([[...codes], [...labels]]).toEqual([
    [1, 0, 1, 2, 0],
    [-2, 7, 40]
  ]);
  const {start, rows} = bucketsOf(codes, 3, Uint32Array.of(4, 3, 2, 1, 0));
  expect([[...start], [...rows]]).toEqual([
    [0, 2, 4, 5],
    [4, 1, 2, 0, 3]
  ]);
});
