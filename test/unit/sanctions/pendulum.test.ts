import {expect, test} from "vitest";
import {
  compareDays,
  type PendulumRule,
  pendulum,
  pendulumBand,
  pendulumByChannel
} from "../../../src/sanctions/pendulum.ts";
import {severity} from "../../../src/sanctions/severity.ts";
import {d, event, live} from "./make.ts";

// Three measures: a tariff that is eased, an export control that is waived, a travel ban of which the start is not known.
const tariff = live([event("imposed", "1990-01-01"), event("eased", "1991-01-01")], {id: "t"});
const control = live([event("imposed", "1990-01-01"), event("waived", "1991-01-01")], {
  id: "c",
  type: "export-control"
});
const travel = live([event("imposed", "1990")], {id: "v", type: "travel-visa"});
const lives = [tariff, control, travel];
const [before, start, year] = [d("1989-12-31"), d("1990-01-01"), d("1991-01-01")];

const at = (rule: PendulumRule) => pendulum(lives, [year, before, start], rule).map(({low, high}) => [low, high]);

test("count: one for each measure in force, in full or eased, with what imprecise dates leave open", () => {
  expect(at("count")).toEqual([
    [2, 2],
    [0, 0],
    [2, 3]
  ]);
});

test("state: an eased measure weighs a half, a waived one nothing", () => {
  expect(at("state")).toEqual([
    [1.5, 1.5],
    [0, 0],
    [2, 3]
  ]);
});

test("severity: the state times the severity of the type", () => {
  const [t, c, v] = [severity.tariff, severity["export-control"], severity["travel-visa"]];
  expect(at("severity")).toEqual([
    [0.5 * t + v, 0.5 * t + v],
    [0, 0],
    [c + t, c + t + v]
  ]);
});

test("the channels add up to the whole", () => {
  const parts = pendulumByChannel(lives, [start], "state");
  expect(parts).toHaveLength(6);
  expect(parts.reduce((sum, {high}) => sum + high, 0)).toBe(3);
  expect(parts.find(({channel}) => channel === "travel")).toMatchObject({low: 0, high: 1});
});

test("a measure certainly not in force weighs nothing, and no life weighs nothing", () => {
  expect(pendulum([], [start], "severity")).toEqual([{day: start, low: 0, high: 0}]);
});

test("the band divides each weighting by its own top: the heaviest day of one measure is 1 throughout", () => {
  const band = pendulumBand(
    [live([event("imposed", "1990-01-01"), event("lifted", "1991-01-01")])],
    [before, start, year]
  );
  expect(band.map(({low, mid, high}) => [low, mid, high])).toEqual([
    [0, 0, 0],
    [1, 1, 1],
    [0, 0, 0]
  ]);
});

test("the band of an eased measure is the uniform weight of the eased", () => {
  // SIMULATION: 1,000 draws; the quantile p of a uniform has standard error √(p(1 − p)/n); 4 of them.
  const [, eased] = pendulumBand([tariff], [start, year]);
  for (const [p, value] of [
    [0.05, eased!.low],
    [0.5, eased!.mid],
    [0.95, eased!.high]
  ] as const) {
    expect(Math.abs(value - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 1000));
  }
});

test("a doubtful measure counts by the midpoint of its bounds, however many standings are possible", () => {
  // Imposed and eased on unknown days of 1990: from 0 (not yet) to 1 (in full), so a half.
  const doubtful = live([event("imposed", "1990"), event("eased", "1990", {id: "second"})]);
  const cells = compareDays([doubtful], d("1990-06-01"), d("1989-01-01")).against;
  expect(cells).toEqual([{type: "tariff", first: "0.5 in full, 0 eased", second: "0 in full, 0 eased"}]);
});

test("lower whatever the weights: two types, each lower or equal with the eased at 0 and at 1", () => {
  // From start to year the tariff goes from full to eased and the control from full to waived; travel rises from doubt to full.
  const two = [tariff, control];
  expect(compareDays(two, year, start)).toMatchObject({always: true, against: [], shareLower: 1});
  expect(compareDays(two, start, year)).toMatchObject({
    always: false,
    shareLower: 0,
    against: [
      {type: "export-control", first: "1 in full, 0 eased", second: "0 in full, 0 eased"},
      {type: "tariff", first: "1 in full, 0 eased", second: "0 in full, 1 eased"}
    ]
  });
});

test("one full against two eased is not lower under every weighting: with the eased at 0 it is heavier", () => {
  const swap = [
    live([event("imposed", "1990-01-01"), event("lifted", "1991-01-01")], {id: "full"}),
    ...["e1", "e2"].map((id) => live([event("imposed", "1991-01-01"), event("eased", "1991-01-01")], {id}))
  ];
  // 1 < 2e exactly when the eased weigh more than a half, which is half of the draws.
  const {always, shareLower} = compareDays(swap, start, year);
  expect(always).toBe(false);
  expect(Math.abs(shareLower - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / 1000)); // SIMULATION: 1,000 draws
});

test("a day is lower or equal to itself under every weighting, and strictly lower under none", () =>
  expect(compareDays(lives, start, start)).toMatchObject({always: true, shareLower: 0}));

test("the same seed gives the same band, and another seed another", () => {
  const days = [start, year];
  expect(pendulumBand(lives, days)).toEqual(pendulumBand(lives, days));
  expect(pendulumBand(lives, days, {draws: 50, seed: 1})).not.toEqual(pendulumBand(lives, days, {draws: 50, seed: 2}));
});
