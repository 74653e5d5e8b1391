import {type CalendarEntry, calendar} from "../../sanctions/calendar.ts";
import {lifeOf} from "../../sanctions/life.ts";
import {addDays, addYears} from "../../time/day.ts";
import {type Context, cited} from "../context.ts";
import type {Block, Section, Text} from "../document.ts";

const YEARS_AHEAD = 2;

/** A day that an act had fixed, and what became of it by the whole record, which knows more than the day did. */
export type FixedDay = CalendarEntry & {readonly since: CalendarEntry["outcome"]};

/**
 * What the record held on the day about the time after it: days that an act has fixed, over two years, and days that
 * a standing rule sets, over one. What an act had already overtaken is left out.
 */
export function ahead({one, lives, on}: Context): {
  readonly fixed: readonly FixedDay[];
  readonly ruled: readonly CalendarEntry[];
} {
  const complete = on < one.coverage.to ? on : one.coverage.to;
  const from = addDays(on, 1);
  const period = {from, to: addYears(from, YEARS_AHEAD)};
  const list = calendar(lives, period, complete).filter(({outcome}) => outcome === "ahead");
  const whole = calendar(
    one.measures.map((measure) => lifeOf(measure, one.coverage.to)),
    period,
    one.coverage.to
  );
  const outcomes = new Map(whole.map((entry) => [keyOf(entry), entry.outcome]));
  const nextYear = addYears(from, 1);
  return {
    fixed: list
      .filter(({source}) => "event" in source)
      .map((entry) => ({...entry, since: outcomes.get(keyOf(entry)) ?? "overtaken"})),
    ruled: list.filter(({source, day}) => "rule" in source && day.nominal < nextYear)
  };
}

const keyOf = ({source, kind, day}: CalendarEntry): string =>
  `${"event" in source ? source.event.id : source.rule} ${kind} ${day.text}`;

export function nextSection(context: Context): Section {
  const {one, on, say, day} = context;
  const {fixed, ruled} = ahead(context);
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
              {label: say("next.rule")},
              {label: say("next.since")}
            ],
            rows: fixed.map((entry) => fixedRow(entry, context))
          }
        ]),
    ...(ruled.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            id: "calendar-rules",
            caption: say("next.ruled", range(1)),
            columns: [
              {label: say("day"), days: true as const},
              {label: say("next.kind")},
              {label: say("next.rule")},
              {label: say("measures")}
            ],
            rows: ruleRows(ruled, context)
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

function fixedRow({day, kind, measure, what, source, since}: FixedDay, {say, worded, when}: Context): Text[] {
  return [
    [when(day)],
    [say(`kind.${kind}`)],
    [worded.measure(measure)],
    "event" in source ? [worded.what(source.event), cited(source.event)] : [what],
    [say(`outcome.${since}`)]
  ];
}

/** One row for all measures of which the same rule says the same on the same day. */
function ruleRows(list: readonly CalendarEntry[], {say, worded, when}: Context): Text[][] {
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
