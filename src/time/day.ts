import {incorrect} from "../errors.ts";

/** A legal day: whole days since 1970-01-01 in the proleptic Gregorian calendar. It has no hour and no time zone. */
export type Day = number & {readonly __day: unique symbol};

/** First and last day that can be written with a four-digit year. */
export const FIRST_DAY: Day = dayOf(1, 1, 1);
export const LAST_DAY: Day = dayOf(9999, 12, 31);

/** The day of a calendar date; month 1–12, day 1–31. The date must exist: 1900-02-29 is `undefined`. */
export function civilDay(year: number, month: number, day: number): Day | undefined {
  const d = dayOf(year, month, day);
  const back = civil(d);
  return back.year === year && back.month === month && back.day === day ? d : undefined;
}

/** Year, month (1–12) and day of month of a day. */
export function civil(day: Day): {readonly year: number; readonly month: number; readonly day: number} {
  const date = new Date(day * 86_400_000);
  return {year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate()};
}

/** Reads `YYYY-MM-DD`. `name` is what the reader typed it for, as "--on". @throws incorrect `time/invalid-day` */
export function parseDay(text: string, name = "day"): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match && civilDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day == null || day < FIRST_DAY) {
    throw incorrect("time/invalid-day", `invalid ${name}: ${text}; write a day that exists as YYYY-MM-DD`, {text});
  }
  return day;
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const {year, month, day: dom} = civil(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dom).padStart(2, "0")}`;
}

export const addDays = (day: Day, n: number): Day => (day + n) as Day;

/** The same date n years on; 29 February becomes 28 February where the year has none. */
export function addYears(day: Day, n: number): Day {
  const {year, month, day: dom} = civil(day);
  return civilDay(year + n, month, dom) ?? dayOf(year + n, month, dom - 1);
}

/** The same day of the month n months on, or the last of that month where it has no such day. */
export function addMonths(day: Day, n: number): Day {
  const {year, month, day: dom} = civil(day);
  const last = civil(dayOf(year, month + n + 1, 0)).day;
  return dayOf(year, month + n, Math.min(dom, last));
}

export const firstOfYear = (year: number): Day => dayOf(year, 1, 1);
export const yearOf = (day: Day): number => civil(day).year;

/** The day that an instant falls on in UTC: the only place where a clock becomes a legal day. */
export const utcDay = (instant: Date): Day => Math.floor(instant.getTime() / 86_400_000) as Day;

function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return (date.getTime() / 86_400_000) as Day;
}
