import {describe, expect, test} from "vitest";
import {random} from "../../../src/numeric/random.ts";
import {discreteHazard} from "../../../src/stats/parametric/discreteHazard.ts";
import type {DiscreteInput, HazardLink} from "../../../src/stats/parametric/discreteModel.ts";
import {
  groupedPeriods,
  logPeriod,
  onPeriods,
  periodPolynomial,
  personPeriods
} from "../../../src/stats/parametric/personPeriods.ts";

const next = random(3);
const n = 80;
const column = (value: (i: number) => number) => Float64Array.from({length: n}, (_, i) => value(i));
const x = {name: "x", values: column(() => 2 * next())};
const year = {name: "year", values: column(() => 2000 + Math.floor(20 * next()))};
const group = {name: "group", values: column((i) => (i % 4 === 0 ? 1 : 0))};
const events = column((i) => (i % 4 !== 0 && next() < 0.5 ? 1 : 0));
const input: DiscreteInput = {atRisk: column(() => 1), events, covariates: [x, year]};

test.each([
  ["survival/no-spells", {atRisk: Float64Array.of(), events: Float64Array.of(), covariates: []}],
  ["survival/columns-differ", {...input, events: Float64Array.of(1)}],
  ["survival/columns-differ", {...input, covariates: [{name: "short", values: Float64Array.of(1)}]}],
  ["survival/not-finite", {...input, events: events.map((d, i) => (i === 4 ? Number.NaN : d))}],
  ["survival/events-exceed-risk", {...input, events: events.map((d) => 2 * d)}],
  ["survival/no-events", {...input, events: events.map(() => 0)}],
  ["survival/only-events", {...input, events: input.atRisk}],
  ["survival/collinear", {...input, covariates: [x, {name: "shifted", values: x.values.map((v) => 3 - v)}]}],
  ["survival/one-cluster", {...input, cluster: new Int32Array(n)}]
])("%s", (code, wrong) => {
  expect(() => discreteHazard(wrong, {link: "logit"})).toThrow(expect.objectContaining({code}));
});

describe.each(["logit", "cloglog"] as HazardLink[])("separation under %s names", (link) => {
  const fitted = (more: Partial<DiscreteInput>, firth = false) => discreteHazard({...input, ...more}, {link, firth});
  const line = x.values.map((v, i) => v + (year.values[i]! - 2010) / 10);

  test.each([
    ["a group without an event", "group (to −∞)", {covariates: [x, group]}],
    [
      "a group of events alone",
      "group (to +∞)",
      {covariates: [x, group], events: events.map((d, i) => Math.max(d, group.values[i]!))}
    ],
    [
      "a covariate that splits the events off",
      "x (to +∞)",
      {covariates: [x], events: x.values.map((v) => (v > 1.1 ? 1 : 0))}
    ],
    ["two covariates that do so together", "x (to +∞), year (to +∞)", {events: line.map((v) => (v > 1 ? 1 : 0))}],
    ["a period without an event", "period 1 (to −∞)", {covariates: [x], baseline: Int32Array.from(group.values)}]
  ])("%s", (_, names, more) => {
    expect(() => fitted(more)).toThrow(`no finite estimate of ${names};`);
    expect(fitted(more, true).coefficients.every(Number.isFinite)).toBe(true);
  });
});

test("an iteration that may not go on names its residual", () => {
  expect(() => discreteHazard(input, {link: "logit", maxIterations: 1})).toThrow(
    /Newton decrement .* after 1 iterations/
  );
});

describe("personPeriods", () => {
  const spells = {entry: Float64Array.of(0, 1, 0), exit: Float64Array.of(2, 4, 1), event: Uint8Array.of(1, 0, 1)};

  test("has a row for each period at risk, the event in the last", () => {
    const rows = personPeriods({...spells, weight: Float64Array.of(1, 2, 5)});
    expect([...rows.of]).toEqual([0, 0, 1, 1, 1, 2]);
    expect([...rows.period]).toEqual([1, 2, 2, 3, 4, 1]);
    expect([...rows.atRisk]).toEqual([1, 1, 2, 2, 2, 5]);
    expect([...rows.events]).toEqual([0, 1, 0, 0, 0, 5]);
    expect([...onPeriods({name: "x", values: Float64Array.of(7, 8, 9)}, rows).values]).toEqual([7, 7, 8, 8, 8, 9]);
    expect(periodPolynomial(rows, 2).map(({name, values}) => [name, values[4]])).toEqual([
      ["period", 4],
      ["period^2", 16]
    ]);
    expect(logPeriod(rows).values[4]).toBe(Math.log(4));
  });

  test("a time at the end of a period belongs to it", () => {
    const rows = personPeriods({exit: Float64Array.of(30, 31), event: Uint8Array.of(1, 1)}, 30);
    expect([...rows.period]).toEqual([1, 1, 2]);
  });

  test("grouped rows count the same", () => {
    const rows = groupedPeriods(spells, Int32Array.of(0, 0, 0));
    expect([...rows.period]).toEqual([1, 2, 3, 4]);
    expect([...rows.atRisk]).toEqual([2, 2, 1, 1]);
    expect([...rows.events]).toEqual([1, 1, 0, 0]);
  });

  test.each([
    ["survival/period-not-positive", {...spells}, 0],
    ["survival/entry-before-origin", {...spells, entry: Float64Array.of(-1, 0, 0)}, 1],
    ["survival/many-causes", {...spells, event: Uint8Array.of(1, 2, 0)}, 1]
  ])("%s", (code, wrong, length) => {
    expect(() => personPeriods(wrong, length)).toThrow(expect.objectContaining({code}));
  });
});
