import {expect, test} from "vitest";
import {addDays, parseDay} from "../../../src/time/day.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";
import {before, exactly, isExact, onOrBefore, sameDay} from "../../../src/time/impreciseDay.ts";

const june = parseEdtf("1989-06");
const [first, last] = [parseDay("1989-06-01"), parseDay("1989-06-30")];

test("an exact day has one bound and writes itself", () => {
  expect(exactly(first)).toEqual(parseEdtf("1989-06-01"));
  expect(isExact(exactly(first))).toBe(true);
  expect(isExact(june)).toBe(false);
});

test("a day of June is on or before a day: no, possibly, certainly", () => {
  expect(onOrBefore(june, addDays(first, -1))).toBe("no");
  expect(onOrBefore(june, first)).toBe("possibly");
  expect(onOrBefore(june, addDays(last, -1))).toBe("possibly");
  expect(onOrBefore(june, last)).toBe("certainly");
});

test("an exact day is on or before itself and not before itself", () => {
  expect(onOrBefore(exactly(first), first)).toBe("certainly");
  expect(before(exactly(first), exactly(first))).toBe("no");
});

test("before needs a day between the bounds", () => {
  expect(before(june, exactly(last))).toBe("possibly");
  expect(before(june, exactly(addDays(last, 1)))).toBe("certainly");
  expect(before(june, exactly(first))).toBe("no");
  expect(before(june, june)).toBe("possibly");
});

test("the same day is certain only between exact days", () => {
  expect(sameDay(exactly(first), exactly(first))).toBe("certainly");
  expect(sameDay(exactly(first), exactly(last))).toBe("no");
  expect(sameDay(june, exactly(last))).toBe("possibly");
  expect(sameDay(june, exactly(addDays(last, 1)))).toBe("no");
  expect(sameDay(june, june)).toBe("possibly");
});
