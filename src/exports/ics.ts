import {ICalCalendar, ICalEventTransparency} from "ical-generator";
import type {Case} from "../casebook/case.ts";
import type {CalendarEntry, CalendarKind} from "../sanctions/calendar.ts";
import {outcomeWord} from "../sanctions/calendarWords.ts";
import {addDays, type Day, FIRST_DAY, formatDay, LAST_DAY} from "../time/day.ts";
import {type ImpreciseDay, isExact} from "../time/impreciseDay.ts";

/** The media type of what `calendarToIcs` gives. */
export const ICS_MEDIA_TYPE = "text/calendar";

const kindWords: Readonly<Record<CalendarKind, string>> = {
  revival: "Revival",
  expiry: "Expiry",
  review: "Review",
  effect: "Takes effect"
};

/**
 * Calendar entries as iCalendar (RFC 5545): all-day events that block no time. A day known only within bounds spans
 * them, and the summary says so; where one bound is unknown the event stands on the other. DTEND is exclusive. An entry
 * of which no day at all is known has no place in a calendar; the calendar's description names it.
 *
 * The text depends on the record alone: UIDs name case, measure and event, and DTSTAMP is the last day that the record
 * covers, so that a calendar read again updates its events.
 */
export function calendarToIcs({id, title, coverage}: Case, entries: readonly CalendarEntry[]): string {
  const file = new ICalCalendar({
    name: `${title}: calendar of measures`,
    prodId: {company: "Thaw", product: "Thaw", language: "EN"}
  });
  const used = new Map<string, number>();
  const left: string[] = [];
  for (const entry of entries) {
    const span = spanOf(entry.day);
    const key = `thaw/${id}/${uidOf(entry)}`;
    if (span === null) {
      left.push(key);
      continue;
    }
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    file.createEvent({
      id: times === 1 ? key : `${key}/${times}`,
      start: utc(span.from),
      end: utc(addDays(span.to, 1)),
      allDay: true,
      stamp: utc(coverage.to),
      summary: `${kindWords[entry.kind]}: ${entry.measure.title}${span.says}`,
      description: describe(entry),
      categories: [{name: entry.kind}, {name: entry.outcome}],
      transparency: ICalEventTransparency.TRANSPARENT
    });
  }
  const missing = left.length === 0 ? [] : [`No day is known of: ${left.join(", ")}.`];
  file.description(["Research aid, not legal advice.", ...missing].join(" "));
  return `${file.toString()}\r\n`;
}

function spanOf(day: ImpreciseDay): {readonly from: Day; readonly to: Day; readonly says: string} | null {
  const {earliest, latest} = day;
  if (isExact(day)) return {from: earliest, to: latest, says: ""};
  if (earliest === FIRST_DAY && latest === LAST_DAY) return null;
  if (latest === LAST_DAY) return {from: earliest, to: earliest, says: ` (on or after ${formatDay(earliest)})`};
  if (earliest === FIRST_DAY) return {from: latest, to: latest, says: ` (on or before ${formatDay(latest)})`};
  return {from: earliest, to: latest, says: ` (one day from ${formatDay(earliest)} to ${formatDay(latest)})`};
}

const uidOf = ({kind, measure, source, day}: CalendarEntry): string =>
  `${measure.id}/${kind}/${"event" in source ? source.event.id : day.text}`;

function describe({what, source, outcome, day}: CalendarEntry): string {
  const from = "event" in source ? source.event.instrument : source.rule;
  return [
    what,
    `Source: ${from}`,
    ...(isExact(day) ? [] : [`Date on record: ${day.text} (EDTF)`]),
    `Outcome: ${outcomeWord(outcome)}`,
    "Research aid, not legal advice."
  ].join("\n");
}

const utc = (day: Day): Date => new Date(day * 86_400_000);
