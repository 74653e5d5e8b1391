import {describe, expect, test} from "vitest";
import {random} from "../../../src/numeric/random.ts";
import {accelerated} from "../../../src/stats/parametric/accelerated.ts";
import type {
  AcceleratedFit,
  AcceleratedInput,
  TimeDistribution
} from "../../../src/stats/parametric/acceleratedModel.ts";
import {failureTimesOf} from "../../../src/stats/parametric/failureTimes.ts";
import {type Subject, survivalAt, timeQuantile} from "../../../src/stats/parametric/predictAccelerated.ts";

const next = random(11);
const n = 60;
const column = (value: (i: number) => number) => Float64Array.from({length: n}, (_, i) => value(i));
const x = {name: "x", values: column(() => next())};
const year = {name: "year", values: column(() => 1990 + Math.floor(30 * next()))};
const spared = {name: "spared", values: column((i) => (i % 5 === 0 ? 1 : 0))};
const exit = column(() => 0.1 - 5 * Math.log(next()));
const event = Uint8Array.from(exit, (_, i) => (i % 5 !== 0 && i % 3 > 0 ? 1 : 0));
const times = failureTimesOf({exit, event});
const input: AcceleratedInput = {...times, covariates: [x, year]};
const with1 = (values: Float64Array, row: number, value: number) => values.map((old, i) => (i === row ? value : old));

/** The derivative of the survival curve. */
function slope(fit: AcceleratedFit, subject: Subject, time: number): number {
  const h = 1e-4 * time;
  const [before, after] = survivalAt(fit, subject, Float64Array.of(time - h, time + h));
  return (after!.estimate - before!.estimate) / (2 * h);
}

test.each([
  ["survival/no-spells", {...input, lower: Float64Array.of(), upper: Float64Array.of(), covariates: []}],
  ["survival/columns-differ", {...input, upper: Float64Array.of(1)}],
  ["survival/columns-differ", {...input, stratum: Int32Array.of(1)}],
  ["survival/time-not-positive", {...input, lower: with1(exit, 3, 0), upper: with1(exit, 3, 0)}],
  ["survival/time-not-positive", {...input, lower: with1(exit, 3, -2)}],
  ["survival/bounds-reversed", {...input, upper: with1(exit, 3, exit[3]! / 2)}],
  ["survival/exit-not-after-entry", {...input, entry: with1(new Float64Array(n), 7, 1e6)}],
  ["survival/weight-not-positive", {...input, weight: with1(exit, 0, 0)}],
  ["survival/not-finite", {...input, lower: with1(exit, 2, Number.NaN)}],
  ["survival/not-finite", {...input, offset: with1(exit, 2, Number.NaN)}],
  ["survival/not-finite", {...input, covariates: [{name: "x", values: with1(exit, 4, Infinity)}]}],
  ["survival/no-events", {...input, upper: exit.map(() => Infinity)}],
  ["survival/no-events", {...input, lower: exit.map(() => 0), upper: exit}],
  [
    "survival/collinear",
    {...input, covariates: [x, year, {name: "z", values: x.values.map((v, i) => v - year.values[i]!)}]}
  ],
  ["survival/collinear", {...input, covariates: [{name: "one", values: exit.map(() => 1)}]}],
  ["survival/separation", {...input, covariates: [x, spared, year]}],
  ["survival/scale-collapses", {...input, lower: exit.map(() => 2), upper: exit.map(() => 2)}],
  ["survival/scale-collapses", {...input, lower: exit.map(() => 2), upper: exit.map(() => 3), covariates: []}],
  ["survival/one-cluster", {...input, cluster: new Int32Array(n)}]
])("%s", (code, wrong) => {
  expect(() => accelerated(wrong, {distribution: "weibull"})).toThrow(expect.objectContaining({code}));
});

test("many causes are not one event", () => {
  expect(() => failureTimesOf({exit, event: event.map((d) => 2 * d)})).toThrow(
    expect.objectContaining({code: "survival/many-causes"})
  );
});

test("a known scale is positive, has no strata, and is 1 for the exponential", () => {
  const code = (options: Parameters<typeof accelerated>[1], more = {}) => {
    try {
      accelerated({...input, ...more}, options);
      return "none";
    } catch (error) {
      return (error as {code: string}).code;
    }
  };
  expect(code({distribution: "weibull", scale: 0})).toBe("survival/scale-not-positive");
  expect(code({distribution: "exponential", scale: 2})).toBe("survival/scale-known");
  expect(code({distribution: "exponential"}, {stratum: new Int32Array(n)})).toBe("survival/scale-known");
});

describe.each(["exponential", "weibull", "lognormal", "loglogistic"] as TimeDistribution[])("%s", (distribution) => {
  test("a covariate without an event is named, and so are those that follow from others", () => {
    expect(() => accelerated({...input, covariates: [x, spared]}, {distribution})).toThrow(
      "no finite estimate of spared (to +∞)"
    );
    const twice = {name: "twice", values: x.values.map((v) => 2 * v)};
    expect(() => accelerated({...input, covariates: [x, year, twice]}, {distribution})).toThrow(
      "twice follows from x;"
    );
  });

  test("an iteration that may not go on names its residual", () => {
    expect(() => accelerated(input, {distribution, maxIterations: 1})).toThrow(
      /Newton decrement \d.*e[-+]\d+ after 1 iterations/
    );
  });

  test("at the median half survive, and the errors of the time and of survival there agree", () => {
    const strata = distribution === "exponential" ? {} : {stratum: Int32Array.from(exit, (_, i) => i % 2)};
    const fit = accelerated({...input, ...strata}, {distribution});
    const subject = {covariates: Float64Array.of(0.4, 2001), stratum: 1};
    const median = timeQuantile(fit, subject, 0.5);
    const [at, early, late] = survivalAt(fit, subject, Float64Array.of(median.estimate, 1e-9, 1e9));
    expect(at!.estimate).toBeCloseTo(0.5, 12);
    const [atLower] = survivalAt(fit, subject, Float64Array.of(median.lower));
    expect(atLower!.estimate).toBeGreaterThan(0.5);
    expect(Math.abs(median.se * slope(fit, subject, median.estimate))).toBeCloseTo(at!.se, 6);
    expect(early!.estimate).toBeGreaterThan(0.99);
    expect(late!.upper).toBeLessThan(0.01);
    expect(survivalAt(fit, subject, Float64Array.of(0))).toEqual([{estimate: 1, se: 0, lower: 1, upper: 1}]);
  });
});
