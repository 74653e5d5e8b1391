import {expect, test} from "vitest";
import {stateSpells} from "../../../src/stats/competingRisks/multiState.ts";
import {stateShares} from "../../../src/studies/stateShares.ts";
import {measureStates, stateColumns, stateSpellsOf} from "../../../src/studies/stateSpells.ts";
import {addDays} from "../../../src/time/day.ts";
import {coverage, lasting, one, START, type Turn} from "./lifetimes.ts";

const until = addDays(START, 100);
const stays = (turns: Turn[]) =>
  stateSpellsOf(one, [lasting("m", turns)], until).spells.map(
    ({entry, exit, from, to}) => `(${entry}, ${exit}] ${from} → ${to ?? "…"}`
  );

test("a life is followed through all its states, and on after its end", () => {
  expect(
    stays([
      ["eased", 10],
      ["suspended", 20],
      ["waived", 25],
      ["reimposed", 30],
      ["lifted", 40],
      ["reimposed", 60]
    ])
  ).toEqual([
    "(0, 10] in force → eased",
    "(10, 20] eased → held",
    "(20, 30] held → in force",
    "(30, 40] in force → ended",
    "(40, 60] ended → in force",
    "(60, 100] in force → …"
  ]);
});

test("a state of no whole day is passed over, also where it leads back, also at the start", () => {
  expect(
    stays([
      ["suspended", 10],
      ["reimposed", 10]
    ])
  ).toEqual(["(0, 100] in force → …"]);
  expect(
    stays([
      ["eased", 10],
      ["lifted", 10]
    ])
  ).toEqual(["(0, 10] in force → ended", "(10, 100] ended → …"]);
  expect(stays([["waived", 0]])).toEqual(["(0, 100] held → …"]);
});

test("a change on the last day is seen, one on the day after is not", () => {
  expect(stays([["lifted", 100]])).toEqual(["(0, 100] in force → ended"]);
  expect(stays([["lifted", 101]])).toEqual(["(0, 100] in force → …"]);
});

test("what cannot be counted is left out with its reason; an imprecise step that changes no state does no harm", () => {
  const table = stateSpellsOf(
    one,
    [
      lasting("rough", [["eased", 10, 3]]),
      lasting("late", [], {}, 200),
      lasting("last-day", [], {}, 100),
      lasting("kept", [
        ["tightened", 10, 5],
        ["eased", 150, 5]
      ])
    ],
    until
  );
  expect(table.spells.map(({id}) => id)).toEqual(["kept"]);
  expect(table.excluded).toEqual([
    {id: "last-day", reason: "came into force on the last day of observation"},
    {id: "late", reason: "never in force by the last day of observation"},
    {id: "rough", reason: "a step that counts is not dated to the day"}
  ]);
});

const lives = [
  lasting("a", [
    ["eased", 100],
    ["lifted", 500]
  ]),
  lasting("b", [
    ["suspended", 200],
    ["reimposed", 300]
  ]),
  lasting("c", [["expired", 50]], {package: "p"}),
  lasting("d", [["waived", 0]], {package: "p"})
];

test("the columns are what the estimator takes: a subject is in one state at a time, without a gap", () => {
  const columns = stateColumns(stateSpellsOf(one, lives).spells);
  expect(() => stateSpells(columns)).not.toThrow();
  expect([...columns.subject!]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 3]);
  expect([...columns.cluster!]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  expect([...columns.to]).toEqual([1, 3, -1, 2, 0, -1, 3, -1, -1]);
});

test("without censoring the shares are the shares of measures, on every day", () => {
  const study = stateShares(one, lives)!;
  const {spells} = study.table;
  expect(study).toMatchObject({measures: 4, clusters: 3});
  expect([...study.curve.days]).toEqual([0, 50, 100, 200, 300, 500, coverage.to - START]);
  for (const [row, day] of study.curve.days.slice(0, -1).entries()) {
    const now = spells.filter(({entry, exit}) => entry <= day && day < exit);
    for (const [s, state] of measureStates.entries()) {
      const expected = now.filter(({from}) => from === state).length / 4;
      expect(study.curve.share[4 * row + s]).toBeCloseTo(expected, 12);
    }
  }
  const [first] = study.horizons;
  expect(first!.observed).toBe(4);
  expect(first!.states.map(({share}) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
  for (const {interval, share} of first!.states) {
    expect(interval[0]).toBeLessThan(share);
    expect(interval[1]).toBeGreaterThan(share);
  }
});

test("beyond the last day that a measure was observed there is no share, and of one package no limits", () => {
  const {horizons} = stateShares(one, lives.slice(2), addDays(START, 800))!;
  expect(horizons.map(({observed}) => observed)).toEqual([2, 0, 0, 0]);
  expect(horizons[0]!.states.map(({share}) => share)).toEqual([0, 0, 0.5, 0.5]);
  expect(horizons[1]!.states.every(({share}) => Number.isNaN(share))).toBe(true);
  expect(horizons.flatMap(({states}) => states.flatMap(({interval}) => interval)).every(Number.isNaN)).toBe(true);
});

test("no measure, no shares", () => {
  expect(stateShares(one, [lasting("late", [], {}, 200)], until)).toBeNull();
});
