import {type CalendarEntry, type CalendarKind, calendar} from "../../sanctions/calendar.ts";
import {addYears, formatDay, parseDay} from "../../time/day.ts";
import {period} from "../../time/period.ts";
import {type CommandSpec, jsonOption, text} from "../command.ts";
import {DISCLAIMER, dayOrToday, openRecord, provenance} from "../openRecord.ts";
import {bold, dim} from "../style.ts";
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
  args: [{name: "<case>", about: "a bundled case, or a folder with a case.yaml"}],
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
      from === undefined ? addYears(today, -1) : parseDay(from, "--from"),
      to === undefined ? addYears(today, 2) : parseDay(to, "--to")
    );
    const kind = text(options["kind"]);
    const entries = calendar(record.lives, span, record.one.coverage.to).filter(
      (entry) => kind === undefined || entry.kind === kind
    );
    if (options["ics"] === true) {
      const {calendarToIcs} = await import("../../exports/ics.ts");
      effects.out(calendarToIcs(record.one, entries).trimEnd());
      return;
    }
    if (options["json"] === true) {
      const rows = entries.map(({day, kind: own, measure, what, source, outcome}) => ({
        day: day.text,
        kind: own,
        measure: measure.id,
        what,
        outcome,
        ...("event" in source ? {event: source.event.id} : {rule: source.rule})
      }));
      effects.out(
        JSON.stringify(
          {...provenance(record), from: formatDay(span.from), to: formatDay(span.to!), entries: rows},
          null,
          2
        )
      );
      return;
    }
    effects.out(
      bold(
        `${record.one.title}: ${entries.length} dates from ${formatDay(span.from)} to ${formatDay(span.to!)}`,
        effects
      )
    );
    effects.out("");
    effects.out(
      table(
        [
          {label: "Day"},
          {label: "Kind"},
          {label: "Outcome"},
          {label: "Measure", shrink: 1},
          {label: "What", shrink: 2}
        ],
        entries.map(({day, kind: own, measure, what, outcome}) => [day.text, own, outcomes[outcome], measure.id, what]),
        effects.width
      )
    );
    effects.out("");
    effects.out(
      dim(`Open: after ${formatDay(record.one.coverage.to)}, the last day the record covers. ${DISCLAIMER}`, effects)
    );
  }
};
