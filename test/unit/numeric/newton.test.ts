import {expect, test} from "vitest";
import {inverseInformation, maximise, type Objective, restricted} from "../../../src/numeric/newton.ts";

/** −(x − 1)² − (y + 2)² − (x − 1)(y + 2): a maximum of 0 at (1, −2). */
const hill: Objective = ([x, y]) => {
  const [a, b] = [x! - 1, y! + 2];
  return {
    value: -(a ** 2) - b ** 2 - a * b,
    gradient: Float64Array.of(-2 * a - b, -2 * b - a),
    information: Float64Array.of(2, 1, 1, 2)
  };
};

test("a quadratic is maximised in one step", () => {
  const {at, iterations, converged, residual} = maximise(hill, Float64Array.of(30, -7));
  expect([...at]).toEqual([expect.closeTo(1, 12), expect.closeTo(-2, 12)]);
  expect({iterations, converged}).toEqual({iterations: 1, converged: true});
  expect(residual).toBeLessThan(1e-20);
  expect([...inverseInformation(hill(at))]).toEqual([2 / 3, -1 / 3, -1 / 3, 2 / 3].map((v) => expect.closeTo(v, 14)));
});

test("a restricted objective keeps the others where they are", () => {
  const start = Float64Array.of(9, 4);
  const {at} = maximise(restricted(hill, [0], start), Float64Array.of(9));
  expect(at[0]).toBeCloseTo(1 - (4 + 2) / 2, 12);
  expect([...start]).toEqual([9, 4]);
});

test("it climbs out of a region where the curvature has the wrong sign", () => {
  // exp(−x²/2) curves upwards beyond 1
  const bell: Objective = ([x]) => {
    const value = Math.exp(-(x! ** 2) / 2);
    return {value, gradient: Float64Array.of(-x! * value), information: Float64Array.of((1 - x! ** 2) * value)};
  };
  const {at, converged} = maximise(bell, Float64Array.of(2.5));
  expect(converged).toBe(true);
  expect(at[0]).toBeCloseTo(0, 8);
});

test("steps that overshoot are halved", () => {
  const slope: Objective = ([x]) => ({
    value: -Math.log(Math.cosh(x!)),
    gradient: Float64Array.of(-Math.tanh(x!)),
    information: Float64Array.of(1 / Math.cosh(x!) ** 2)
  });
  const {at, converged} = maximise(slope, Float64Array.of(3));
  expect(converged).toBe(true);
  expect(at[0]).toBeCloseTo(0, 10);
});

test("where nothing bends, it stops with a direction that leads upwards", () => {
  const ramp: Objective = ([x, y]) => ({
    value: -(x! ** 2) - 3 * y!,
    gradient: Float64Array.of(-2 * x!, -3),
    information: Float64Array.of(2, 0, 0, 0)
  });
  const {converged, step} = maximise(ramp, Float64Array.of(1, 1));
  expect(converged).toBe(false);
  expect(step[1]).toBe(-1);
});

test("the limit of iterations ends it without convergence", () => {
  const quartic: Objective = ([x]) => ({
    value: -(x! ** 4),
    gradient: Float64Array.of(-4 * x! ** 3),
    information: Float64Array.of(12 * x! ** 2)
  });
  const {converged, iterations, residual} = maximise(quartic, Float64Array.of(8), {maxIterations: 3});
  expect({converged, iterations}).toEqual({converged: false, iterations: 3});
  expect(residual).toBeGreaterThan(1e-3);
});
