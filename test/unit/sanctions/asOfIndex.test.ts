import {describe, expect, test} from "vitest";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import {
  AHEAD,
  certaintyOf,
  diffDays,
  indexColumns,
  indexLives,
  maskOf,
  type StepColumns,
  standingsIn,
  standingsOn
} from "../../../src/sanctions/asOfIndex.ts";
import {type Standing, standings} from "../../../src/sanctions/standing.ts";
import type {Day} from "../../../src/time/day.ts";
import {d, event, live} from "./make.ts";

type Row = readonly [measure: number, step: number, earliest: number, latest: number, standing: Standing, ahead?: 1];

const columns = (measures: number, rows: readonly Row[]): StepColumns => ({
  measures,
  measure: Int32Array.from(rows, ([measure]) => measure),
  step: Int32Array.from(rows, ([, step]) => step),
  earliest: Int32Array.from(rows, ([, , earliest]) => earliest),
  latest: Int32Array.from(rows, ([, , , latest]) => latest),
  standing: Uint8Array.from(rows, ([, , , , standing]) => standings.indexOf(standing)),
  ahead: Uint8Array.from(rows, ([, , , , , ahead]) => ahead ?? 0)
});

const on = (list: StepColumns, day: number) =>
  Array.from(standingsOn(indexColumns(list), day as Day), (mask) => standingsIn(mask));

describe("standingsOn", () => {
  const oneMeasure = columns(1, [
    [0, 0, 10, 10, "inForce"],
    [0, 1, 20, 29, "eased"],
    [0, 2, 25, 40, "lifted"]
  ]);

  test("a step counts from its own day on", () => {
    expect(on(oneMeasure, 9)).toEqual([["notYet"]]);
    expect(on(oneMeasure, 10)).toEqual([["inForce"]]);
  });

  test("between a step's earliest and latest day both standings are possible, and after it only the new one", () => {
    expect(on(oneMeasure, 19)).toEqual([["inForce"]]);
    expect(on(oneMeasure, 20)).toEqual([["inForce", "eased"]]);
    expect(on(oneMeasure, 25)).toEqual([["inForce", "eased", "lifted"]]);
    expect(on(oneMeasure, 29)).toEqual([["eased", "lifted"]]);
    expect(on(oneMeasure, 40)).toEqual([["lifted"]]);
  });

  test("of two acts on one day the later place in the life holds, whatever the order of the rows", () => {
    const rows: Row[] = [
      [0, 1, 10, 10, "waived"],
      [0, 0, 10, 10, "inForce"]
    ];
    expect(on(columns(1, rows), 10)).toEqual([["waived"]]);
    expect(on(columns(1, rows.toReversed()), 10)).toEqual([["waived"]]);
  });

  test("a measure without steps is not yet there, also between and after measures with steps", () => {
    expect(on(columns(3, [[1, 0, 0, 0, "inForce"]]), 5)).toEqual([["notYet"], ["inForce"], ["notYet"]]);
    expect(on(columns(0, []), 5)).toEqual([]);
  });

  test("a clock beyond the record marks the mask while it may be the newest step", () => {
    const index = indexColumns(
      columns(1, [
        [0, 0, 0, 0, "waived"],
        [0, 1, 30, 99, "inForce", 1]
      ])
    );
    expect(standingsOn(index, 29 as Day)[0]! & AHEAD).toBe(0);
    expect(standingsOn(index, 30 as Day)[0]! & AHEAD).toBe(AHEAD);
  });
});

test("a difference counts a step on its second day and not one on its first", () => {
  const index = indexColumns(
    columns(2, [
      [0, 0, 10, 10, "inForce"],
      [1, 0, 20, 20, "inForce"],
      [1, 1, 20, 20, "eased"]
    ])
  );
  const {measure, before, after, firstStep, endStep} = diffDays(index, 10 as Day, 20 as Day);
  expect([...measure]).toEqual([1]);
  expect([...before]).toEqual([maskOf(["notYet"])]);
  expect([...after]).toEqual([maskOf(["eased"])]);
  expect([firstStep[0], endStep[0]]).toEqual([0, 2]);
});

test("certainty speaks of the state: in force in full or eased is certainly in force", () => {
  expect(certaintyOf(maskOf(["inForce", "eased"]))).toBe("certain");
  expect(certaintyOf(maskOf(["lifted", "expired"]) | AHEAD)).toBe("certain");
  expect(certaintyOf(maskOf(["inForce", "waived"]))).toBe("possible");
});

describe("indexColumns refuses", () => {
  const good: Row[] = [
    [0, 0, 10, 10, "inForce"],
    [0, 1, 20, 20, "eased"]
  ];
  const refused = (code: string) => expect.objectContaining({kind: "incorrect", code});

  test.each<[string, string, StepColumns]>([
    ["columns of different lengths", "sanctions/ragged-columns", {...columns(1, good), ahead: new Uint8Array(1)}],
    ["a measure beyond the last", "sanctions/unknown-measure-number", columns(1, [[1, 0, 0, 0, "inForce"]])],
    ["a negative measure", "sanctions/unknown-measure-number", columns(1, [[-1, 0, 0, 0, "inForce"]])],
    ["an unknown standing", "sanctions/unknown-standing-code", {...columns(1, good), standing: Uint8Array.of(2, 11)}],
    ["two steps in one place", "sanctions/steps-misnumbered", {...columns(1, good), step: Int32Array.of(0, 0)}],
    ["a gap in the places", "sanctions/steps-misnumbered", {...columns(1, good), step: Int32Array.of(0, 2)}],
    ["a negative place", "sanctions/steps-misnumbered", {...columns(1, good), step: Int32Array.of(0, -1)}],
    [
      "an earliest day that falls",
      "sanctions/steps-not-narrowed",
      {...columns(1, good), earliest: Int32Array.of(10, 9)}
    ],
    ["a latest day that falls", "sanctions/steps-not-narrowed", {...columns(1, good), latest: Int32Array.of(30, 20)}]
  ])("%s", (_, code, list) => {
    expect(() => indexColumns(list)).toThrow(refused(code));
  });
});

test("lives and their index give one answer, with the clock that is ahead", () => {
  const life = live(
    [event("imposed", "2020"), event("suspended", "2025-01-01", {expires: "2026-11-10"})],
    {},
    d("2025-12-31")
  );
  for (const day of ["2019-12-31", "2020-06-01", "2025-01-01", "2026-11-09", "2026-11-10"].map((text) => d(text))) {
    const at = standingAsOf(life, day);
    const mask = standingsOn(indexLives([life]), day)[0]!;
    expect(mask).toBe(maskOf(at.standings) | (at.ahead ? AHEAD : 0));
    expect(certaintyOf(mask)).toBe(at.certainty);
  }
});
