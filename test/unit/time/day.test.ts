import {expect, test} from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  civil,
  civilDay,
  FIRST_DAY,
  firstOfYear,
  formatDay,
  LAST_DAY,
  parseDay,
  utcDay,
  yearOf
} from "../../../src/time/day.ts";

const d = parseDay;

test("days count from 1970-01-01", () => {
  expect(d("1970-01-01")).toBe(0);
  expect(d("1969-12-31")).toBe(-1);
  expect(d("1970-03-01")).toBe(31 + 28);
});

test.each(["0001-01-01", "0099-12-31", "1600-02-29", "1949-10-01", "2000-02-29", "9999-12-31"])(
  "%s is written as it is read",
  (text) => expect(formatDay(d(text))).toBe(text)
);

test.each([
  "1900-02-29",
  "2001-02-30",
  "2001-04-31",
  "2001-00-10",
  "2001-13-01",
  "2001-01-00",
  "0000-01-01",
  "10000-01-01",
  "2001-1-1",
  "20010101",
  " 2001-01-01",
  "2001-01-01T00:00Z",
  "-001-01-01",
  "",
  "?"
])("%j is no day", (text) => expect(() => d(text)).toThrow(expect.objectContaining({code: "time/invalid-day"})));

test("the message names what the day was typed for", () => {
  expect(() => parseDay("tomorrow", "--on")).toThrow("invalid --on: tomorrow; write a day that exists as YYYY-MM-DD");
});

test("a century year is a leap year only when 400 divides it", () => {
  expect(civilDay(1900, 2, 29)).toBeUndefined();
  expect(civilDay(2000, 2, 29)).toBe(d("2000-02-29"));
  expect(d("1900-03-01") - d("1900-02-28")).toBe(1);
});

test("civilDay refuses what is out of range instead of rolling over", () => {
  expect(civilDay(2001, 13, 1)).toBeUndefined();
  expect(civilDay(2001, 0, 1)).toBeUndefined();
  expect(civilDay(2001, 1, 32)).toBeUndefined();
  expect(civilDay(Number.NaN, 1, 1)).toBeUndefined();
});

test("the first and last day are the ends of the four-digit years", () => {
  expect(formatDay(FIRST_DAY)).toBe("0001-01-01");
  expect(formatDay(LAST_DAY)).toBe("9999-12-31");
  expect(civil(FIRST_DAY)).toEqual({year: 1, month: 1, day: 1});
});

test("addYears keeps the date, and takes 28 February where the 29th is missing", () => {
  expect(formatDay(addYears(d("1990-06-15"), 10))).toBe("2000-06-15");
  expect(formatDay(addYears(d("2000-02-29"), 1))).toBe("2001-02-28");
  expect(formatDay(addYears(d("2000-02-29"), 4))).toBe("2004-02-29");
  expect(formatDay(addYears(d("2000-02-29"), -100))).toBe("1900-02-28");
});

test("addMonths keeps the day of the month, or takes the last where there is none, across years", () => {
  expect(formatDay(addMonths(d("1989-06-15"), 1))).toBe("1989-07-15");
  expect(formatDay(addMonths(d("1989-01-31"), 1))).toBe("1989-02-28");
  expect(formatDay(addMonths(d("2000-01-31"), 1))).toBe("2000-02-29");
  expect(formatDay(addMonths(d("1989-12-15"), 1))).toBe("1990-01-15");
  expect(formatDay(addMonths(d("1989-01-15"), -1))).toBe("1988-12-15");
  expect(formatDay(addMonths(d("1989-03-31"), -25))).toBe("1987-02-28");
});

test("addDays crosses month and year ends", () => {
  expect(formatDay(addDays(d("1999-12-31"), 1))).toBe("2000-01-01");
  expect(formatDay(addDays(d("2000-03-01"), -1))).toBe("2000-02-29");
});

test("firstOfYear and yearOf agree for two-digit years too", () => {
  for (const year of [1, 50, 99, 100, 1949]) expect(yearOf(firstOfYear(year))).toBe(year);
});

test("an instant falls on its day in UTC, before 1970 too", () => {
  expect(formatDay(utcDay(new Date("2025-11-10T23:59:59.999Z")))).toBe("2025-11-10");
  expect(formatDay(utcDay(new Date("2025-11-10T23:00:00-05:00")))).toBe("2025-11-11");
  expect(formatDay(utcDay(new Date("1949-10-01T00:00:00.001Z")))).toBe("1949-10-01");
});
