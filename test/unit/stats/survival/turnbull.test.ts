import {expect, test} from "vitest";
import {turnbull} from "../../../../src/stats/survival/turnbull.ts";

const floats = (...values: number[]) => Float64Array.from(values);

test.each([
  ["no rows", {left: floats(), right: floats()}, "survival/no-spells"],
  ["crossed ends", {left: floats(0, 5), right: floats(1, 3)}, "survival/ends-crossed"],
  ["a right end that is missing", {left: floats(2), right: floats(Number.NaN)}, "survival/not-a-number"],
  ["an entry after the left end", {left: floats(2), right: floats(4), entry: floats(3)}, "survival/entry-after-left"],
  ["a weight of 0", {left: floats(2), right: floats(4), weight: floats(0)}, "survival/weight-not-positive"]
])("%s is refused", (_, ends, code) => {
  expect(() => turnbull(ends)).toThrow(expect.objectContaining({kind: "incorrect", code}));
});

test("a stop before the maximum names the residual", () => {
  const ends = {left: floats(0, 1, 2, 0, 3), right: floats(2, 3, 5, 4, Infinity)};
  expect(() => turnbull(ends, {maxIterations: 1})).toThrow(
    expect.objectContaining({
      kind: "noConvergence",
      code: "survival/turnbull-no-convergence",
      message: expect.stringMatching(/residual \d\.\d\de/)
    })
  );
});

test("nothing but right-censored ends leaves all mass after the last of them", () => {
  const fit = turnbull({left: floats(3, 5), right: floats(Infinity, Infinity)});
  expect([fit.left[0], fit.right[0], fit.mass[0]]).toEqual([5, Infinity, 1]);
});

test("where all at risk have ended before others enter, survival stays at 0", () => {
  const fit = turnbull({left: floats(1, 6, 8), right: floats(2, 7, 9), entry: floats(0, 5, 5)});
  expect(fit.survival[0]).toBeCloseTo(0, 12);
  expect(fit.mass[0]).toBeCloseTo(1, 12);
});
