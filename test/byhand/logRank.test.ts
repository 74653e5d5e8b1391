import {expect, test} from "vitest";
import {logRank} from "../../src/stats/survival/logRank.ts";

const ROUNDING = 14; // digits: the same fractions in another order
const floats = (...values: number[]) => Float64Array.from(values);

// Group 0 ends at 1 and 3, group 1 at 2 and is censored at 4. At risk of group 0 of all: 2/4, 1/3, 1/2.
const four = {exit: floats(1, 3, 2, 4), event: Uint8Array.of(1, 1, 1, 0)};
const group = Int32Array.of(0, 0, 1, 1);

test("observed, expected and variance as fractions", () => {
  const fit = logRank(four, group);
  const expected = 1 / 2 + 1 / 3 + 1 / 2;
  const variance = 1 / 4 + 2 / 9 + 1 / 4;
  expect([...fit.observed]).toEqual([2, 1]);
  expect([...fit.expected]).toEqual([expect.closeTo(expected, ROUNDING), expect.closeTo(3 - expected, ROUNDING)]);
  expect(fit.variance[0]).toBeCloseTo(variance, ROUNDING);
  expect(fit.variance[1]).toBeCloseTo(-variance, ROUNDING);
  expect(fit.statistic).toBeCloseTo((2 - expected) ** 2 / variance, ROUNDING);
  expect(fit.df).toBe(1);
});

test("rho = 1 counts each event by the pooled survival just before it", () => {
  const fit = logRank(four, group, {rho: 1});
  const before = [1, 3 / 4, 1 / 2];
  const difference = before[0]! / 2 - before[1]! / 3 + before[2]! / 2;
  const variance = before[0]! ** 2 / 4 + (before[1]! ** 2 * 2) / 9 + before[2]! ** 2 / 4;
  expect(fit.statistic).toBeCloseTo(difference ** 2 / variance, ROUNDING);
});

test("ties have the hypergeometric variance: one time is the Mantel–Haenszel test of a fourfold table", () => {
  // 3 of 5 against 1 of 5 end at time 1; the others go on.
  const exit = floats(1, 1, 1, 2, 2, 1, 2, 2, 2, 2);
  const event = Uint8Array.of(1, 1, 1, 0, 0, 1, 0, 0, 0, 0);
  const fit = logRank({exit, event}, Int32Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1));
  expect(fit.statistic).toBeCloseTo((3 - 2) ** 2 / ((5 * 5 * 4 * 6) / (10 * 10 * 9)), ROUNDING);
});

test("a spell that has not entered is in nobody's expected number", () => {
  const fit = logRank({entry: floats(0, 0, 0, 2), exit: floats(1, 3, 2, 4), event: four.event}, group);
  expect(fit.expected[0]).toBeCloseTo(2 / 3 + 1 / 2 + 1 / 2, ROUNDING);
});

test("a group never at risk with another has no degree of freedom and is named", () => {
  const exit = floats(1, 3, 2, 4, 12, 14);
  const entry = floats(0, 0, 0, 0, 10, 10);
  const event = Uint8Array.of(1, 1, 1, 0, 1, 1);
  const fit = logRank({entry, exit, event}, Int32Array.of(0, 0, 1, 1, 5, 5));
  expect(fit.apart).toEqual([5]);
  expect(fit.df).toBe(1);
  expect(fit.statistic).toBeCloseTo(logRank(four, group).statistic, ROUNDING);
});

test("two pairs of groups that meet in different strata have two degrees of freedom", () => {
  const twice = (values: Float64Array) => floats(...values, ...values);
  const fit = logRank(
    {exit: twice(four.exit), event: Uint8Array.of(...four.event, ...four.event)},
    Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3),
    {stratum: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1)}
  );
  expect(fit.df).toBe(2);
  expect(fit.apart).toEqual([]);
  expect(fit.statistic).toBeCloseTo(2 * logRank(four, group).statistic, ROUNDING);
});
