import {expect, test} from "vitest";
import {compareWorth, lossOf, worthOf} from "../../../../src/studies/price/worth.ts";

test("what costs nothing or pays is free, what harms nobody is harmless, between them the ratio", () => {
  expect(worthOf(6, 2)).toEqual({kind: "ratio", value: 3});
  expect(worthOf(6, 0)).toEqual({kind: "free", damage: 6});
  expect(worthOf(6, -1)).toEqual({kind: "free", damage: 6});
  expect(worthOf(0, -1)).toEqual({kind: "harmless", cost: -1});
  const best = [worthOf(7, -1), worthOf(6, 0), worthOf(6, 2), worthOf(6, 3), worthOf(-1, -2), worthOf(0, 1)];
  expect(best.toReversed().sort(compareWorth)).toEqual(best);
});

test("losses are weighted by spending, and what differs by rounding is equal", () => {
  const spending = Float64Array.of(100, 300, 50);
  expect(lossOf(spending, [0, 1], Float64Array.of(0.9, 1.02, 0))).toBeCloseTo(10 - 6, 6);
  expect(lossOf(spending, [0], Float64Array.of(0.9, 1, 1), Float64Array.of(0.95, 1, 1))).toBeCloseTo(5, 6);
  expect(lossOf(spending, [0, 1], Float64Array.of(1 + 3e-10, 1, 1))).toBe(0);
  expect(lossOf(spending, [], Float64Array.of(0, 0, 0))).toBe(0);
});
