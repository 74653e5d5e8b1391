import {entryAnswer} from "../../answers/steps.ts";
import {type CalendarEntry, type CalendarKind, calendar} from "../../sanctions/calendar.ts";
import {outcomeWord} from "../../sanctions/calendarWords.ts";
import {addDays, addYears, formatDay} from "../../time/day.ts";
import {period} from "../../time/period.ts";
import {type CommandSpec, caseArgument, json, jsonOption, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {DISCLAIMER, dayOf, type OpenRecord, openRecord, provenance, requireDays} from "../openRecord.ts";
import {aside, count, heading} from "../style.ts";
import {table} from "../table.ts";

const kinds: readonly CalendarKind[] = ["revival", "expiry", "review", "effect"];

export const calendarCommand: CommandSpec = {
  name: "calendar",
  summary: "list expiries, reviews and scheduled revivals, past and ahead",
  about:
    "Lists days that law or an act has fixed. revival: relief runs out and the measure is back. expiry: the measure or threat runs out. review: somebody must look at it again. effect: what was announced takes effect. Each happened by itself, was overtaken by an act, passed without a word on record, or lies ahead.",
  args: [caseArgument],
  options: [
    {flags: "--from <day>", about: "first day (YYYY-MM-DD or today; default: a year before the record's last day)"},
    {flags: "--to <day>", about: "last day, included (YYYY-MM-DD or today; default: two years after it)"},
    {flags: "--kind <kind>", about: "only this kind", choices: kinds},
    {flags: "--ics", about: "print an iCalendar file"},
    jsonOption
  ],
  examples: ["thaw calendar us-china --from 2025-01-01 --to 2027-12-31", "thaw calendar us-china --ics > us-china.ics"],
  async run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const complete = record.one.coverage.to;
    const [first, last] = [text(options["from"]), text(options["to"])];
    const from = first === undefined ? addYears(complete, -1) : dayOf(first, "--from", effects);
    const to = last === undefined ? addYears(complete, 2) : dayOf(last, "--to", effects);
    requireDays(from, to);
    const kind = text(options["kind"]);
    const entries = calendar(record.lives, period(from, addDays(to, 1)), complete).filter(
      (entry) => kind === undefined || entry.kind === kind
    );
    const days = {from: formatDay(from), to: formatDay(to)};
    if (options["ics"] === true) {
      const {calendarToIcs} = await import("../../exports/ics.ts");
      effects.write(calendarToIcs(record.one, entries));
    } else if (options["json"] === true) {
      effects.out(json({...provenance(record), ...days, entries: entries.map(entryAnswer)}));
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
        entries.map(({day, kind, measure, what, outcome}) => [day.text, kind, outcomeWord(outcome), measure.id, what]),
        effects.width
      )
    );
    effects.out("");
  }
  const ahead = `Ahead: after ${formatDay(one.coverage.to)}, the last day that the record covers.`;
  effects.out(aside(`${ahead} ${DISCLAIMER}`, effects));
}
