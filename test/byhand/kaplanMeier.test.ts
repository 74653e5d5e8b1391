import {expect, test} from "vitest";
import {kaplanMeier} from "../../src/stats/survival/kaplanMeier.ts";
import {nelsonAalen} from "../../src/stats/survival/nelsonAalen.ts";
import {restrictedMean} from "../../src/stats/survival/restrictedMean.ts";
import {survivalQuantiles} from "../../src/stats/survival/survivalQuantiles.ts";

const ROUNDING = 14; // digits: the same fractions in another order
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, ROUNDING));
const floats = (...values: number[]) => Float64Array.from(values);

// Six spells: ends at 1, 3, 3 and 6; censored at 3 and 5. At risk: 6, 5, 2, 1.
const six = {exit: floats(1, 3, 3, 3, 5, 6), event: Uint8Array.of(1, 1, 1, 0, 0, 1)};

test("the product, Greenwood's variance and the hazards as fractions", () => {
  const curve = kaplanMeier(six);
  expect([...curve.time]).toEqual([1, 3, 5, 6]);
  expect([...curve.atRisk]).toEqual([6, 5, 2, 1]);
  expect([...curve.events]).toEqual([1, 2, 0, 1]);
  expect([...curve.censored]).toEqual([0, 1, 1, 0]);
  expect([...curve.survival]).toEqual(near([5 / 6, 1 / 2, 1 / 2, 0]));
  const at3 = Math.sqrt(1 / 30 + 2 / 15) / 2;
  expect([...curve.se]).toEqual([...near([(5 / 6) * Math.sqrt(1 / 30), at3, at3]), Number.NaN]);
  const hazard = 1 / 6 + 2 / 5;
  expect([...curve.cumulativeHazard]).toEqual(near([1 / 6, hazard, hazard, hazard + 1]));
  expect(curve.lower[1]).toBeCloseTo(0.5 * Math.exp(-1.959963984540054 * 2 * at3), ROUNDING);
  expect([curve.lower[3], curve.upper[3]]).toEqual([Number.NaN, Number.NaN]);
});

test("with Fleming–Harrington ties the two ends at 3 come one after the other", () => {
  const curve = nelsonAalen(six, {ties: "fleming-harrington"});
  const hazards = [1 / 6, 1 / 6 + 1 / 5 + 1 / 4, 1 / 6 + 1 / 5 + 1 / 4, 1 / 6 + 1 / 5 + 1 / 4 + 1];
  expect([...curve.cumulativeHazard]).toEqual(near(hazards));
  expect([...curve.survival]).toEqual(near(hazards.map((H) => Math.exp(-H))));
  expect(curve.cumulativeHazardSe[1]).toBeCloseTo(Math.sqrt(1 / 36 + 1 / 25 + 1 / 16), ROUNDING);
});

test("without censoring the curve is one less the share ended and Greenwood's variance is binomial", () => {
  const n = 20;
  const curve = kaplanMeier({exit: Float64Array.from({length: n}, (_, i) => i + 1), event: new Uint8Array(n).fill(1)});
  const shares = Array.from({length: n}, (_, i) => 1 - (i + 1) / n);
  expect([...curve.survival]).toEqual(near(shares));
  expect([...curve.se.slice(0, -1)]).toEqual(near(shares.slice(0, -1).map((S) => Math.sqrt((S * (1 - S)) / n))));
  const {mean, se} = restrictedMean(curve);
  expect(mean).toBeCloseTo((n + 1) / 2, 12);
  const spread = Array.from({length: n}, (_, i) => (i + 1 - mean) ** 2).reduce((a, b) => a + b, 0) / n;
  expect(se).toBeCloseTo(Math.sqrt(spread / n), 12); // the standard error of a mean, with divisor n
});

test("without censoring the jackknife of rows is the binomial variance too", () => {
  const n = 8;
  const spells = {exit: Float64Array.from({length: n}, (_, i) => i + 1), event: new Uint8Array(n).fill(1)};
  const {survival, se} = kaplanMeier(spells, {robust: true});
  expect([...se]).toEqual(near([...survival].map((S) => Math.sqrt((S * (1 - S)) / n))));
});

test("clusters of twins double the jackknife variance", () => {
  const twins = {exit: floats(1, 1, 2, 2, 4, 4, 5, 5), event: Uint8Array.of(1, 1, 0, 0, 1, 1, 1, 1)};
  const cluster = Int32Array.of(7, 7, 3, 3, 9, 9, -2, -2);
  const [apart, together] = [kaplanMeier(twins, {robust: true}), kaplanMeier(twins, {cluster})];
  expect([...together.se]).toEqual(near([...apart.se].map((se) => se * Math.SQRT2)));
});

test("a spell is at risk after its entry, not at it, and S stays at 0 once all at risk have ended", () => {
  const late = {entry: floats(0, 0, 2, 4), exit: floats(2, 3, 4, 6), event: Uint8Array.of(1, 0, 1, 1)};
  const curve = kaplanMeier(late);
  expect([...curve.atRisk]).toEqual([2, 2, 1, 1]);
  expect([...curve.survival]).toEqual([0.5, 0.5, 0, 0]);
});

test("weights that do not add up in binary still bring S to 0", () => {
  const spells = {exit: floats(1, 2, 3), event: Uint8Array.of(1, 1, 1), weight: floats(0.1, 0.2, 0.3)};
  expect(kaplanMeier(spells).survival[2]).toBe(0);
});

test("a median inside a flat stretch is its middle, and one on the last flat runs to the last time", () => {
  const four = {exit: floats(1, 2, 4, 7), event: Uint8Array.of(1, 1, 1, 1)};
  expect([...survivalQuantiles(kaplanMeier(four), [0, 0.25, 0.5, 0.6, 1]).quantile]).toEqual([0, 1.5, 3, 4, 7]);
  const open = {exit: floats(1, 2, 4, 8), event: Uint8Array.of(1, 1, 0, 0)};
  expect([...survivalQuantiles(kaplanMeier(open), [0.5, 0.75]).quantile]).toEqual([5, Number.NaN]);
});

test("the restricted mean stops inside a step and goes on flat after the last time", () => {
  const curve = kaplanMeier({exit: floats(2, 4), event: Uint8Array.of(1, 0)});
  expect(restrictedMean(curve, 3).mean).toBe(2.5);
  expect(restrictedMean(curve, 3).se).toBeCloseTo(Math.sqrt((0.5 * 0.5 * 1) / (2 * 1)), ROUNDING);
  expect(restrictedMean(curve, 10).mean).toBe(6);
  expect(restrictedMean(curve, 1)).toEqual({mean: 1, se: 0, until: 1});
});
