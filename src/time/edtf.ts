import edtf from "edtf";
import {incorrect} from "../errors.ts";
import {addDays, addYears, civil, civilDay, type Day, FIRST_DAY, LAST_DAY} from "./day.ts";
import type {ImpreciseDay} from "./impreciseDay.ts";

/**
 * Reads an EDTF date: `1971-06-10`, `1969-07`, `1985`, `1989-06~`, `1950?`, the interval `1996-02-28/1996-04-24`
 * (one day somewhere in it), an interval open to one side (`1998-05-21/..`), or `?` alone (nothing is known).
 *
 * The convention at a qualifier: `~` (approximate), `?` (uncertain) and `%` (both) widen the bounds by one unit of the
 * written precision on each side, so `1989-06~` is some day from 1 May to 31 July 1989 and `1950?` some day of
 * 1949 to 1951. EDTF itself sets no width; docs/decisions/0002-imprecise-days.md says why this one.
 *
 * @param name what the reader calls the field, for the message
 * @throws incorrect `time/invalid-edtf`
 */
export function parseEdtf(text: string, name = "date"): ImpreciseDay {
  if (text === "?") return {text, earliest: FIRST_DAY, latest: LAST_DAY, nominal: FIRST_DAY};
  const parts = text.split("/");
  if (parts.length > 2) throw invalid(text, name);
  const [from, to] = parts.map((part) => bounds(part, text, name)) as [Bounds, Bounds?];
  if (to === undefined) {
    if (from.open) throw invalid(text, name);
    return {text, earliest: from.earliest, latest: from.latest, nominal: from.nominal};
  }
  if ((!from.open && !to.open && to.last < from.nominal) || (from.open && to.open)) throw invalid(text, name);
  return {
    text,
    earliest: from.earliest,
    latest: to.latest,
    nominal: from.open ? to.nominal : from.nominal
  };
}

type Bounds = {
  readonly earliest: Day;
  readonly latest: Day;
  readonly nominal: Day;
  readonly last: Day;
  readonly open: boolean;
};

const OPEN: Bounds = {earliest: FIRST_DAY, latest: LAST_DAY, nominal: FIRST_DAY, last: LAST_DAY, open: true};

function bounds(part: string, text: string, name: string): Bounds {
  if (part === "" || part === "..") return OPEN;
  // The package accepts months 21–24 (seasons), years of more than four digits and times of day: not legal days.
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/.exec(part);
  if (match === null || match[1] === "0000" || (match[2] !== undefined && Number(match[2]) > 12))
    throw invalid(text, name);
  let parsed: ReturnType<typeof edtf>;
  try {
    parsed = edtf(part);
  } catch {
    throw invalid(text, name);
  }
  const first = Math.floor(parsed.min / 86_400_000) as Day;
  const last = Math.floor(parsed.max / 86_400_000) as Day;
  if (match[3] !== undefined && civilDay(Number(match[1]), Number(match[2]), Number(match[3])) !== first) {
    throw invalid(text, name);
  }
  const unit = match[3] !== undefined ? "day" : match[2] !== undefined ? "month" : "year";
  const wide = match[4] !== undefined;
  return {
    earliest: Math.max(FIRST_DAY, wide ? shift(first, unit, -1) : first) as Day,
    latest: Math.min(LAST_DAY, wide ? shift(addDays(last, 1), unit, 1) - 1 : last) as Day,
    nominal: first,
    last,
    open: false
  };
}

/** Moves the first day of a unit by n units. */
function shift(day: Day, unit: "day" | "month" | "year", n: number): Day {
  if (unit === "day") return (day + n) as Day;
  if (unit === "year") return addYears(day, n);
  const {year, month} = civil(day);
  const months = year * 12 + (month - 1) + n;
  return civilDay(Math.floor(months / 12), (months % 12) + 1, 1) as Day;
}

const invalid = (text: string, name: string) =>
  incorrect(
    "time/invalid-edtf",
    `invalid ${name}: ${text}; write an EDTF date such as 1971-06-10, 1969-07, 1985, 1989-06~, 1950?, 1996-02-28/1996-04-24, or ? alone when nothing is known`,
    {text}
  );
