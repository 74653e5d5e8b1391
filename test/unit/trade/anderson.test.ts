import {expect, test} from "vitest";
import {fixedPoint} from "../../../src/trade/anderson.ts";

const limits = {tolerance: 1e-12, maxIterations: 100};

test("a linear map of n dimensions is solved in about n + 2 evaluations, contraction or not", () => {
  const slopes = [0.99, -3, 0.5, 2];
  const {value, converged, iterations} = fixedPoint(
    (at, image) => {
      slopes.forEach((slope, i) => {
        image[i] = slope * at[i]! + 1;
      });
      return Math.max(...slopes.map((_, i) => Math.abs(image[i]! - at[i]!)));
    },
    new Float64Array(4),
    {...limits, tolerance: 1e-9}
  );
  expect(converged).toBe(true);
  expect(iterations).toBeLessThanOrEqual(8);
  slopes.forEach((slope, i) => {
    expect(value[i]!).toBeCloseTo(1 / (1 - slope), 6);
  });
});

test("where the map has no value it goes back to the best point", () => {
  const {value, converged} = fixedPoint(
    (at, image) => {
      image[0] = at[0]! >= 0 ? 6 - 5 * at[0]! : Number.NaN;
      return Math.abs(image[0]! - at[0]!);
    },
    Float64Array.of(3),
    limits
  );
  expect(converged).toBe(true);
  expect(value[0]).toBeCloseTo(1, 11);
});

test("it never says converged at the limit", () => {
  const {converged, iterations, residual} = fixedPoint(
    (at, image) => {
      image[0] = at[0]! + 1;
      return 1;
    },
    new Float64Array(1),
    limits
  );
  expect({converged, iterations, residual}).toEqual({converged: false, iterations: 100, residual: 1});
});
