import {expect, test} from "vitest";
import {calendar, entryKey} from "../../../src/sanctions/calendar.ts";
import type {Event} from "../../../src/sanctions/event.ts";
import type {Review} from "../../../src/sanctions/measure.ts";
import {formatDay} from "../../../src/time/day.ts";
import {period} from "../../../src/time/period.ts";
import {d, event, live} from "./make.ts";

const complete = d("2025-12-31");
const all = period(d("1990-01-01"), null);
const list = (events: Event[], reviews: Review[] = [], when = all) =>
  calendar([live(events, {reviews}, complete)], when, complete).map(
    ({day, kind, outcome}) => `${formatDay(day.nominal)} ${kind} ${outcome}`
  );
const imposed = event("imposed", "2020-01-01");

test("a clock that ran out by itself has struck", () => {
  expect(list([imposed, event("waived", "2021-01-01", {expires: "2022-01-01"})])).toEqual([
    "2022-01-01 revival struck"
  ]);
  expect(list([event("imposed", "2020-01-01", {expires: "2022-01-01"})])).toEqual(["2022-01-01 expiry struck"]);
});

test("a clock that an act came before is overtaken, on its very day too", () => {
  const waived = event("waived", "2021-01-01", {expires: "2022-01-01"});
  expect(list([imposed, waived, event("lifted", "2022-01-01")])).toEqual(["2022-01-01 revival overtaken"]);
  expect(list([imposed, waived, event("extended", "2021-12-01", {expires: "2023-01-01"})])).toEqual([
    "2022-01-01 revival overtaken",
    "2023-01-01 revival struck"
  ]);
});

test("a clock after the record is ahead", () =>
  expect(list([imposed, event("suspended", "2025-01-01", {expires: "2026-11-10"})])).toEqual([
    "2026-11-10 revival ahead"
  ]));

test("a clock after the record that an act has already stopped is not ahead", () => {
  const events = [imposed, event("suspended", "2024-01-01", {expires: "2026-11-10"}), event("lifted", "2025-06-01")];
  expect(list(events)).toEqual(["2026-11-10 revival overtaken"]);
});

test("an extension of relief sets a revival, and one of the measure an expiry", () => {
  const part = event("suspended", "2021-01-01", {extent: "part"});
  expect(list([imposed, part, event("extended", "2021-06-01", {prolongs: "relief", expires: "2022-01-01"})])).toEqual([
    "2022-01-01 revival struck"
  ]);
  expect(list([imposed, part, event("extended", "2021-06-01", {expires: "2022-01-01"})])).toEqual([
    "2022-01-01 expiry struck"
  ]);
});

test("an extension of relief that an act came before still was to end relief", () => {
  const part = event("suspended", "2021-01-01", {extent: "part"});
  const extended = event("extended", "2021-06-01", {prolongs: "relief", expires: "2022-01-01"});
  expect(list([imposed, part, extended, event("lifted", "2021-12-01")])).toEqual(["2022-01-01 revival overtaken"]);
});

test("an act that was announced takes effect on a later day, and not when the days may be the same", () => {
  expect(list([event("imposed", "2020-02-01", {announced: "2020-01-01"})])).toEqual(["2020-02-01 effect struck"]);
  expect(list([event("imposed", "2026-02-01", {announced: "2025-12-01"})])).toEqual(["2026-02-01 effect ahead"]);
  expect(list([event("imposed", "2020-01", {announced: "2020-01-15"})])).toEqual([]);
});

test("the window holds its first day and not its last", () => {
  const expires = (day: string) =>
    list([event("imposed", "2020-01-01", {expires: day})], [], period(d("2022-01-01"), d("2023-01-01"))).length;
  expect([expires("2021-12-31"), expires("2022-01-01"), expires("2022-12-31"), expires("2023-01-01")]).toEqual([
    0, 1, 1, 0
  ]);
});

const review: Review = {kind: "review", every: "07-03", from: 2019, what: "renewal", rule: "a statute"};

test("a yearly review comes round while the measure is not ended; of one that has passed the record says no more", () => {
  expect(list([imposed], [review])).toEqual([
    "2020-07-03 review passed",
    "2021-07-03 review passed",
    "2022-07-03 review passed",
    "2023-07-03 review passed",
    "2024-07-03 review passed",
    "2025-07-03 review passed",
    "2026-07-03 review ahead",
    "2027-07-03 review ahead"
  ]);
  expect(list([imposed, event("lifted", "2022-07-03")], [review])).toEqual([
    "2020-07-03 review passed",
    "2021-07-03 review passed"
  ]);
});

test("reviews follow the period asked for, however far ahead, and end with the rule", () => {
  const far = period(d("2028-01-01"), d("2031-01-01"));
  expect(list([imposed], [review], far)).toEqual([
    "2028-07-03 review ahead",
    "2029-07-03 review ahead",
    "2030-07-03 review ahead"
  ]);
  expect(list([imposed], [{...review, to: 2029}], far)).toHaveLength(2);
});

test("the key of an entry tells measures under one rule apart, and the years of the rule", () => {
  const lives = ["a", "b"].map((id) => live([imposed], {id, reviews: [review]}, complete));
  const entries = calendar(lives, period(d("2020-01-01"), d("2022-01-01")), complete);
  expect(new Set(entries.map(entryKey)).size).toBe(4);
});

test("a review on 29 February comes round every year, never at the end of time", () => {
  const days = list([imposed, event("lifted", "2023-06-01")], [{...review, every: "02-29"}]);
  expect(days).toHaveLength(4);
  expect(days.filter((line) => line.startsWith("9999"))).toEqual([]);
});

test("entries of one day stand in the same order however the file lists the events", () => {
  const events = [
    event("imposed", "2020-03-01", {announced: "2020-01-01"}),
    event("tightened", "2020-03-01", {announced: "2020-02-01"})
  ];
  const whats = (list: Event[]) => calendar([live(list)], all, complete).map(({what}) => what);
  expect(whats(events.toReversed())).toEqual(whats(events));
});
