import {type CalendarEntry, type CalendarKind, calendar} from "../../sanctions/calendar.ts";
import {addYears, formatDay} from "../../time/day.ts";
import {period} from "../../time/period.ts";
import {type CommandSpec, caseArgument, json, jsonOption, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {DISCLAIMER, dayOrToday, type OpenRecord, openRecord, provenance} from "../openRecord.ts";
import {aside, count, heading} from "../style.ts";
import {table} from "../table.ts";

const kinds: readonly CalendarKind[] = ["revival", "expiry", "review", "effect"];

const outcomes: Readonly<Record<CalendarEntry["outcome"], string>> = {
  struck: "happened",
  overtaken: "an act came first",
  ahead: "open"
};

export const calendarCommand: CommandSpec = {
  name: "calendar",
  summary: "list expiries, reviews and scheduled revivals, past and ahead",
  about:
    "Lists days that law or an act has fixed. revival: relief runs out and the measure is back. expiry: the measure or threat runs out. review: somebody must look at it again. effect: what was announced takes effect. Each happened, was overtaken by an act, or is open.",
  args: [caseArgument],
  options: [
    {flags: "--from <day>", about: "first day (YYYY-MM-DD; default: one year ago)"},
    {flags: "--to <day>", about: "first day after (YYYY-MM-DD; default: in two years)"},
    {flags: "--kind <kind>", about: "only this kind", choices: kinds},
    {flags: "--ics", about: "print an iCalendar file"},
    jsonOption
  ],
  examples: ["thaw calendar us-china --from 2025-01-01 --to 2027-12-31", "thaw calendar us-china --ics > us-china.ics"],
  async run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const today = dayOrToday(undefined, "today", effects);
    const [from, to] = [text(options["from"]), text(options["to"])];
    const span = period(
      from === undefined ? addYears(today, -1) : dayOrToday(from, "--from", effects),
      to === undefined ? addYears(today, 2) : dayOrToday(to, "--to", effects)
    );
    const kind = text(options["kind"]);
    const entries = calendar(record.lives, span, record.one.coverage.to).filter(
      (entry) => kind === undefined || entry.kind === kind
    );
    const days = {from: formatDay(span.from), to: formatDay(span.to!)};
    if (options["ics"] === true) {
      const {calendarToIcs} = await import("../../exports/ics.ts");
      effects.write(calendarToIcs(record.one, entries));
    } else if (options["json"] === true) {
      effects.out(json({...provenance(record), ...days, entries: entries.map(asJson)}));
    } else {
      effects.out(
        heading(`${record.one.title}: ${count(entries.length, "date")} from ${days.from} to ${days.to}`, effects)
      );
      print(entries, record, effects);
    }
  }
};

function print(entries: readonly CalendarEntry[], {one}: OpenRecord, effects: Effects): void {
  effects.out("");
  if (entries.length > 0) {
    effects.out(
      table(
        [
          {label: "Day"},
          {label: "Kind"},
          {label: "Outcome", wraps: true},
          {label: "Measure", wraps: true},
          {label: "What", wraps: true}
        ],
        entries.map(({day, kind, measure, what, outcome}) => [day.text, kind, outcomes[outcome], measure.id, what]),
        effects.width
      )
    );
    effects.out("");
  }
  const open = `Open: after ${formatDay(one.coverage.to)}, the last day the record covers.`;
  effects.out(aside(`${open} ${DISCLAIMER}`, effects));
}

const asJson = ({day, kind, measure, what, source, outcome}: CalendarEntry) => ({
  day: day.text,
  kind,
  measure: measure.id,
  what,
  outcome,
  ...("event" in source ? {event: source.event.id} : {rule: source.rule})
});
