import {z} from "zod";
import {entryAnswer} from "../../answers/steps.ts";
import {calendarToIcs, ICS_MEDIA_TYPE} from "../../exports/ics.ts";
import {calendar as calendarOf} from "../../sanctions/calendar.ts";
import {addDays, addYears, formatDay} from "../../time/day.ts";
import {period} from "../../time/period.ts";
import {requireDays} from "../days.ts";
import {choice, day, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {dayText, edtfText} from "../shapes.ts";

const kinds = ["revival", "expiry", "review", "effect"] as const;

/** Days that law or an act has fixed. */
export const calendar = listRoute({
  name: "calendar",
  path: "/cases/{case}/calendar",
  summary: "expiries, reviews and revivals, past and ahead",
  about:
    "Days that law or an act has fixed. revival: relief runs out and the measure is back. expiry: the measure or threat runs out. review: somebody must look at it again. effect: what was announced takes effect. Each happened by itself (struck), was overtaken by an act, passed without a word on record, or lies ahead.",
  query: z.object({
    from: day("first day (a year before the record's last day when left out)", "2025-01-01").optional(),
    to: day("last day, included (two years after it when left out)", "2027-12-31").optional(),
    kind: choice(kinds, "only this kind").optional(),
    format: choice(["json", "ics"], "json (also NDJSON by Accept), or an iCalendar file").default("json"),
    ...paging
  }),
  examples: ["from=2025-01-01&to=2027-12-31", "kind=revival", "format=ics"],
  files: {[ICS_MEDIA_TYPE]: "the days as iCalendar, with format=ics"},
  order: "by nominal day, then id of the measure",
  item: z
    .object({
      day: edtfText,
      kind: z.enum(kinds),
      measure: z.string(),
      what: z.string(),
      outcome: z.enum(["struck", "overtaken", "passed", "ahead"]),
      event: z.string().optional(),
      rule: z.string().optional()
    })
    .meta({id: "CalendarEntry"}),
  body: z.object({from: dayText, to: dayText}),
  run({record, query}) {
    const complete = record.one.coverage.to;
    const {from = addYears(complete, -1), to = addYears(complete, 2), kind, format} = query;
    requireDays(from, to);
    const entries = calendarOf(record.lives, period(from, addDays(to, 1)), complete).filter(
      (entry) => kind === undefined || entry.kind === kind
    );
    if (format === "ics") {
      return {
        kind: "file",
        media: ICS_MEDIA_TYPE,
        content: calendarToIcs(record.one, entries),
        name: `${record.one.id}.ics`
      };
    }
    const ahead = entries.filter(({outcome}) => outcome === "ahead").length;
    return {
      kind: "list",
      facts: {
        asOf: complete,
        totals: [
          {name: "days", value: entries.length, rule: `days fixed from ${formatDay(from)} to ${formatDay(to)}`},
          {name: "ahead", value: ahead, rule: "those of them after the last day that the record covers"}
        ]
      },
      items: entries.map(entryAnswer),
      more: {from: formatDay(from), to: formatDay(to)}
    };
  }
});
