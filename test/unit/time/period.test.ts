import {expect, test} from "vitest";
import {addDays, FIRST_DAY, LAST_DAY, parseDay} from "../../../src/time/day.ts";
import {contains, lengthInDays, period} from "../../../src/time/period.ts";

const [from, to] = [parseDay("1989-06-05"), parseDay("1990-01-01")];

test("a period holds its first day and not its last", () => {
  const p = period(from, to);
  expect(contains(p, from)).toBe(true);
  expect(contains(p, addDays(from, -1))).toBe(false);
  expect(contains(p, addDays(to, -1))).toBe(true);
  expect(contains(p, to)).toBe(false);
});

test("an open end never closes", () => {
  expect(contains(period(from, null), LAST_DAY)).toBe(true);
  expect(contains(period(from, null), FIRST_DAY)).toBe(false);
  expect(lengthInDays(period(from, null))).toBeUndefined();
});

test("one day is a period of length one", () => {
  expect(lengthInDays(period(from, addDays(from, 1)))).toBe(1);
  expect(lengthInDays(period(from, to))).toBe(26 + 31 + 31 + 30 + 31 + 30 + 31);
});

test.each([0, -1])("a period that ends %i days after it starts is refused", (n) => {
  expect(() => period(from, addDays(from, n))).toThrow(expect.objectContaining({code: "time/empty-period"}));
});
