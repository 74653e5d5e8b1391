import ICAL from "ical.js";
import {expect, test} from "vitest";
import {livesOf} from "../../src/casebook/livesOf.ts";
import {calendarToIcs} from "../../src/exports/ics.ts";
import {type CalendarEntry, calendar} from "../../src/sanctions/calendar.ts";
import {addDays, FIRST_DAY, formatDay} from "../../src/time/day.ts";
import {parseEdtf} from "../../src/time/edtf.ts";
import {period} from "../../src/time/period.ts";
import {smallCase} from "../unit/exports/smallCase.ts";

const entries = calendar(livesOf(smallCase), period(FIRST_DAY, null), smallCase.coverage.to);

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));

const on = (edtf: string): CalendarEntry => ({...entries[0]!, day: parseEdtf(edtf)});

test("ical.js reads every entry as an all-day event on its day, with its texts", () => {
  const events = read(calendarToIcs(smallCase, entries));
  expect(events).toHaveLength(entries.length);
  expect(new Set(events.map(({uid}) => uid)).size).toBe(entries.length);
  for (const [i, {day, measure, what, kind, outcome}] of entries.entries()) {
    const event = events[i]!;
    expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe(formatDay(day.earliest));
    expect(event.endDate.toString()).toBe(formatDay(addDays(day.latest, 1)));
    expect(event.summary).toContain(measure.title);
    expect(event.description).toContain(what);
    expect(event.description).toMatch(/Research aid, not legal advice\.$/);
    const categories = event.component.getAllProperties("categories").flatMap((property) => property.getValues());
    expect(categories).toEqual([kind, outcome]);
  }
});

test("a day known within bounds spans them, its last day included, and the summary says so", () => {
  const [event] = read(calendarToIcs(smallCase, [on("1989-06~")]));
  expect(event!.duration.toSeconds() / 86_400).toBe(31 + 30 + 31);
  expect(event!.summary).toContain("(one day from 1989-05-01 to 1989-07-31)");
});

test.each([
  ["1998-05-21/..", "1998-05-21", "on or after"],
  ["../1998-05-21", "1998-05-21", "on or before"]
])("%s stands on the bound that is known", (edtf, day, words) => {
  const [event] = read(calendarToIcs(smallCase, [on(edtf)]));
  expect(event!.startDate.toString()).toBe(day);
  expect(event!.duration.toSeconds()).toBe(86_400);
  expect(event!.summary).toContain(`(${words} ${day})`);
});

test("an entry of which nothing is known is no event, and the calendar says so", () => {
  const text = calendarToIcs(smallCase, [on("?"), ...entries]);
  expect(read(text)).toHaveLength(entries.length);
  const about = new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue("x-wr-caldesc");
  expect(about).toContain(`No day is known of: thaw/small/${entries[0]!.measure.id}/`);
});

test("two entries that would share a UID get one each", () => {
  const uids = read(calendarToIcs(smallCase, [on("1998"), on("1998")])).map(({uid}) => uid);
  expect(new Set(uids).size).toBe(2);
});

test("lines end in CRLF and have at most 75 octets, and the text does not depend on the clock", async () => {
  const text = calendarToIcs(smallCase, entries);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  await new Promise((later) => setTimeout(later, 1100));
  expect(calendarToIcs(smallCase, entries)).toBe(text);
});
