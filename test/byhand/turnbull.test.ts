import {expect, test} from "vitest";
import {kaplanMeier} from "../../src/stats/survival/kaplanMeier.ts";
import {turnbull, turnbullBounds} from "../../src/stats/survival/turnbull.ts";

const OPTIMUM = 8; // digits: ours iterates
const floats = (...values: number[]) => Float64Array.from(values);
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, OPTIMUM));

test("two intervals that overlap put all mass on the overlap", () => {
  const fit = turnbull({left: floats(0, 2), right: floats(5, 8)});
  expect([...fit.left, ...fit.right, ...fit.mass]).toEqual([2, 5, 1]);
  expect(fit.logLikelihood).toBe(0);
  expect([1, 3, 6].map((t) => turnbullBounds(fit, t))).toEqual([
    {low: 1, high: 1},
    {low: 0, high: 1},
    {low: 0, high: 0}
  ]);
});

test("a status seen once: the isotonic regression of the shares ended, pooled where they fall", () => {
  // Inspected at 1, 2, 3: ended 1 of 4, 3 of 4, 1 of 4. The last two pool to 4 of 8.
  const seen = (at: number, ended: number, of: number) =>
    Array.from({length: of}, (_, i) => (i < ended ? [0, at] : [at, Infinity]));
  const ends = [...seen(1, 1, 4), ...seen(2, 3, 4), ...seen(3, 1, 4)];
  const fit = turnbull({
    left: Float64Array.from(ends, ([left]) => left!),
    right: Float64Array.from(ends, ([, right]) => right!)
  });
  expect([1, 2, 3].map((t) => turnbullBounds(fit, t).low)).toEqual(near([3 / 4, 1 / 2, 1 / 2]));
});

test("three intervals with two unknowns: the score equation solved", () => {
  // (0, 1] and (1, 2] are innermost. Twice seen in the first, once in the second, three times somewhere in both.
  const fit = turnbull({left: floats(0, 0, 1, 0, 0, 0), right: floats(1, 1, 2, 2, 2, 2)});
  expect([...fit.mass]).toEqual(near([2 / 3, 1 / 3]));
  expect(fit.logLikelihood).toBeCloseTo(2 * Math.log(2 / 3) + Math.log(1 / 3), OPTIMUM);
});

test("known and right-censored times give Kaplan–Meier, with delayed entry and weights too", () => {
  const exit = floats(1, 3, 3, 3, 5, 6, 2, 7);
  const event = Uint8Array.of(1, 1, 1, 0, 0, 1, 1, 0);
  const entry = floats(0, 0, 1, 0, 2, 0, 0, 4);
  const weight = floats(1, 2, 1, 1, 3, 1, 2, 1);
  const curve = kaplanMeier({entry, exit, event, weight});
  const fit = turnbull({left: exit, right: exit.map((t, i) => (event[i] === 1 ? t : Infinity)), entry, weight});
  expect([...curve.time].map((t) => turnbullBounds(fit, t).low)).toEqual(near([...curve.survival]));
});

test("delayed entry moves mass back: a spell seen only from 2 on says nothing of before", () => {
  const plain = {left: floats(0, 2, 4), right: floats(2, 4, 6)};
  expect([...turnbull(plain).mass]).toEqual(near([1 / 3, 1 / 3, 1 / 3]));
  const fit = turnbull({...plain, entry: floats(0, 0, 2)});
  expect([...fit.mass]).toEqual(near([1 / 2, 1 / 4, 1 / 4]));
});

test("an entry parts an interval: mass before it costs the spell that enters nothing", () => {
  // (0, 4] with p of the mass by 2; one goes on after 5, seen from 2 on, so surely; one goes on after 5, seen from 0: p (1 − p).
  const fit = turnbull({left: floats(0, 5, 5), right: floats(4, Infinity, Infinity), entry: floats(0, 2, 0)});
  expect(turnbullBounds(fit, 2)).toEqual({low: expect.closeTo(1 / 2, OPTIMUM), high: expect.closeTo(1 / 2, OPTIMUM)});
  expect([...fit.mass.filter((p) => p > 1e-6)]).toEqual(near([1 / 2, 1 / 2]));
  expect(fit.logLikelihood).toBeCloseTo(Math.log(1 / 4), OPTIMUM);
});
