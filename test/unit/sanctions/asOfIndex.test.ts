import {expect, test} from "vitest";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import {
  AHEAD,
  certaintyOf,
  indexColumns,
  indexLives,
  maskOf,
  type StepColumns,
  standingsIn,
  standingsOn
} from "../../../src/sanctions/asOfIndex.ts";
import {standings} from "../../../src/sanctions/standing.ts";
import {d, event, live} from "./make.ts";

const code = (standing: (typeof standings)[number]) => standings.indexOf(standing);
/** Measure 1 is imposed on day 10 and lifted on some day from 20 to 30; measure 0 has no step. */
const columns = (change: Partial<StepColumns> = {}): StepColumns => ({
  measures: 2,
  measure: Int32Array.of(1, 1),
  step: Int32Array.of(1, 0),
  earliest: Int32Array.of(20, 10),
  latest: Int32Array.of(30, 10),
  standing: Uint8Array.of(code("lifted"), code("inForce")),
  ahead: Uint8Array.of(0, 0),
  ...change
});

test.each([
  [9, ["notYet"]],
  [10, ["inForce"]],
  [19, ["inForce"]],
  [20, ["inForce", "lifted"]],
  [29, ["inForce", "lifted"]],
  [30, ["lifted"]]
])("on day %i the measure may stand at %j, whatever the order of the rows", (day, expected) => {
  const [none, mask] = standingsOn(indexColumns(columns()), day as Parameters<typeof standingsOn>[1]);
  expect(standingsIn(none!)).toEqual(["notYet"]);
  expect(standingsIn(mask!)).toEqual(expected);
});

test.each([
  ["sanctions/ragged-columns", {ahead: Uint8Array.of(0)}],
  ["sanctions/unknown-measure-number", {measure: Int32Array.of(1, 2)}],
  ["sanctions/unknown-measure-number", {measure: Int32Array.of(1, -1)}],
  ["sanctions/unknown-standing-code", {standing: Uint8Array.of(0, standings.length)}],
  ["sanctions/steps-misnumbered", {step: Int32Array.of(1, 1)}],
  ["sanctions/steps-misnumbered", {step: Int32Array.of(2, 0)}],
  ["sanctions/steps-misnumbered", {step: Int32Array.of(1, -1)}],
  ["sanctions/steps-not-narrowed", {earliest: Int32Array.of(9, 10)}],
  ["sanctions/steps-not-narrowed", {latest: Int32Array.of(9, 10)}]
])("%s", (code, change) => {
  expect(() => indexColumns(columns(change))).toThrow(expect.objectContaining({code}));
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
