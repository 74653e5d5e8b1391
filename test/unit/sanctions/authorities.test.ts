import {expect, test} from "vitest";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import {authoritiesOn, groundsOn} from "../../../src/sanctions/authorities.ts";
import type {Authority} from "../../../src/sanctions/measure.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";
import {d, event, live} from "./make.ts";

const bounded = (cite: string, from?: string, to?: string): Authority => ({
  cite,
  kind: "statute",
  ...(from === undefined ? {} : {from: parseEdtf(from)}),
  ...(to === undefined ? {} : {to: parseEdtf(to)})
});
const cites = (authorities: readonly Authority[], day: string) =>
  authoritiesOn({authorities}, d(day)).map(({cite}) => cite);

test("an authority holds on its first day and not on the day to which it holds", () => {
  const act = [bounded("Act", "1990-02-16", "1995-01-01")];
  expect(["1990-02-15", "1990-02-16", "1994-12-31", "1995-01-01"].map((day) => cites(act, day).length)).toEqual([
    0, 1, 1, 0
  ]);
});

test("one without bounds holds throughout, and the order of the record stays", () => {
  const list = [bounded("Old", undefined, "1979-10-01"), bounded("Always"), bounded("New", "1979-10-01")];
  expect(cites(list, "1979-09-30")).toEqual(["Old", "Always"]);
  expect(cites(list, "1979-10-01")).toEqual(["Always", "New"]);
});

test("one of imprecise days holds where it may", () => {
  const act = [bounded("Act", "1969/1985", "1990")];
  expect(["1968-12-31", "1969-01-01", "1990-12-30", "1990-12-31"].map((day) => cites(act, day).length)).toEqual([
    0, 1, 1, 0
  ]);
});

test("where no authority holds, the measure rests on the instrument of the step that made its standing", () => {
  const life = live([event("imposed", "1989-06-05"), event("tightened", "1989-11-21"), event("lifted", "1991-01-01")], {
    authorities: [bounded("Act", "1990-02-16", "1991-01-01")]
  });
  const grounds = (day: string) => groundsOn(standingAsOf(life, d(day)), d(day));
  expect(grounds("1989-06-04")).toEqual([]);
  expect(grounds("1989-12-01")).toEqual(["instrument of 1989-06-05"]);
  expect(grounds("1990-02-16")).toEqual(["Act"]);
  expect(grounds("1991-01-01")).toEqual(["instrument of 1991-01-01"]);
});
