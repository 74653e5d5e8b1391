import {type CalendarEntry, calendar} from "../../sanctions/calendar.ts";
import {addDays, addYears} from "../../time/day.ts";
import {type Context, cited} from "../context.ts";
import type {Block, Section, Text} from "../document.ts";

const YEARS_AHEAD = 2;

/**
 * What the record held on the day about the time after it: days that an act has fixed, over two years, and days that
 * come round every year, over one. What an act had already overtaken is left out.
 */
export function ahead({one, lives, on}: Context) {
  const complete = on < one.coverage.to ? on : one.coverage.to;
  const from = addDays(on, 1);
  const list = calendar(lives, {from, to: addYears(from, YEARS_AHEAD)}, complete).filter(
    ({outcome}) => outcome === "ahead"
  );
  const nextYear = addYears(from, 1);
  return {
    fixed: list.filter(({source}) => "event" in source),
    yearly: list.filter(({source, day}) => "rule" in source && day.nominal < nextYear)
  };
}

export function nextSection(context: Context): Section {
  const {one, on, say, day} = context;
  const {fixed, yearly} = ahead(context);
  const range = (years: number) => ({from: day(addDays(on, 1)), to: day(addYears(on, years))});
  const tables: Block[] = [
    ...(fixed.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            id: "calendar-set",
            caption: say("next.set", range(YEARS_AHEAD)),
            columns: [
              {label: say("day"), days: true as const},
              {label: say("next.kind")},
              {label: say("measure")},
              {label: say("next.rule")}
            ],
            rows: fixed.map((entry) => fixedRow(entry, context))
          }
        ]),
    ...(yearly.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            id: "calendar-yearly",
            caption: say("next.yearly", range(1)),
            columns: [
              {label: say("day"), days: true as const},
              {label: say("next.kind")},
              {label: say("next.rule")},
              {label: say("measures")}
            ],
            rows: yearlyRows(yearly, context)
          }
        ])
  ];
  return {
    id: "next",
    title: say("next.title"),
    blocks: [
      {kind: "paragraph", text: [say(tables.length === 0 ? "next.none" : "next.intro", {to: day(one.coverage.to)})]},
      ...tables
    ]
  };
}

function fixedRow({day, kind, measure, what, source}: CalendarEntry, {say, worded, when}: Context): Text[] {
  return [
    [when(day)],
    [say(`kind.${kind}`)],
    [worded.measure(measure)],
    "event" in source ? [worded.what(source.event), cited(source.event)] : [what]
  ];
}

/** One row for all measures of which the same rule says the same on the same day. */
function yearlyRows(list: readonly CalendarEntry[], {say, worded, when}: Context): Text[][] {
  const groups = new Map<string, CalendarEntry[]>();
  for (const entry of list) {
    const key = `${entry.day.text} ${entry.kind} ${entry.what}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => {
    const {day, kind, what, source} = group[0]!;
    return [
      [when(day)],
      [say(`kind.${kind}`)],
      [what, ...("rule" in source ? [{minor: source.rule}] : [])],
      [group.map(({measure}) => worded.measure(measure)).join("; ")]
    ];
  });
}
