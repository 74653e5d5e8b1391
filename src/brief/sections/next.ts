import {livesOf} from "../../casebook/livesOf.ts";
import {type CalendarEntry, type CalendarOutcome, calendar, entryKey} from "../../sanctions/calendar.ts";
import {addDays, addYears} from "../../time/day.ts";
import {type Context, cited} from "../context.ts";
import type {Block, BriefTable, Section, Text} from "../document.ts";

const YEARS_AHEAD = 2;

/** A day that lay ahead, and what became of it by the whole record, which knows more than the day did. */
export type DayAhead = CalendarEntry & {readonly since: CalendarOutcome};

/**
 * What the record held on the day about the time after it: days that an act has fixed, over two years, and days that
 * a standing rule sets, over one. What an act had already overtaken is left out.
 */
export function ahead({one, lives, on}: Context): {
  readonly fixed: readonly DayAhead[];
  readonly ruled: readonly DayAhead[];
} {
  const complete = on < one.coverage.to ? on : one.coverage.to;
  const from = addDays(on, 1);
  const period = {from, to: addYears(from, YEARS_AHEAD)};
  const whole = calendar(livesOf(one), period, one.coverage.to);
  const outcomes = new Map(whole.map((entry) => [entryKey(entry), entry.outcome]));
  const list = calendar(lives, period, complete)
    .filter(({outcome}) => outcome === "ahead")
    .map((entry): DayAhead => ({...entry, since: outcomes.get(entryKey(entry)) ?? "overtaken"}));
  const nextYear = addYears(from, 1);
  return {
    fixed: list.filter(({source}) => "event" in source),
    ruled: list.filter(({source, day}) => "rule" in source && day.nominal < nextYear)
  };
}

export function nextSection(context: Context): Section {
  const {one, say, day} = context;
  const {fixed, ruled} = ahead(context);
  const tables: Block[] = [
    ...fixedTable(fixed, context),
    ...(ruled.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            id: "calendar-rules",
            caption: say("next.ruled", spanText(1, context)),
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

/** The days that acts have fixed, alone, for a short brief. */
export function fixedSection(context: Context): Section {
  const {say} = context;
  const tables = fixedTable(ahead(context).fixed, context);
  const blocks: Block[] = tables.length === 0 ? [{kind: "paragraph", text: [say("next.none")]}] : tables;
  return {id: "next", title: say("next.title"), blocks};
}

const spanText = (years: number, {on, day}: Context) => ({from: day(addDays(on, 1)), to: day(addYears(on, years))});

function fixedTable(fixed: readonly DayAhead[], context: Context): BriefTable[] {
  const {say} = context;
  if (fixed.length === 0) return [];
  return [
    {
      kind: "table",
      id: "calendar-set",
      caption: say("next.set", spanText(YEARS_AHEAD, context)),
      columns: [
        {label: say("day"), days: true},
        {label: say("next.kind")},
        {label: say("measure")},
        {label: say("next.rule")},
        {label: say("next.since")}
      ],
      rows: fixed.map((entry) => fixedRow(entry, context))
    }
  ];
}

function fixedRow({day, kind, measure, what, source, since}: DayAhead, {say, worded, when}: Context): Text[] {
  return [
    [when(day)],
    [say(`kind.${kind}`)],
    [worded.measure(measure)],
    "event" in source ? [worded.what(source.event), cited(source.event)] : [what],
    [say(`outcome.${since}`)]
  ];
}

/** One row for all measures of which the same rule says the same on the same day. */
function ruleRows(list: readonly DayAhead[], {say, worded, when}: Context): Text[][] {
  const groups = new Map<string, DayAhead[]>();
  for (const entry of list) {
    const key = `${entry.day.text} ${entry.kind} ${entry.what}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((group) => {
    const {day, kind, what, source} = group[0]!;
    return [
      [when(day)],
      [say(`kind.${kind}`)],
      [worded.review(what), ...("rule" in source ? [{minor: worded.review(source.rule)}] : [])],
      [group.map((one) => worded.measure(one.measure) + overtakenText(one)).join("; ")]
    ];
  });

  function overtakenText({since}: DayAhead): string {
    return since === "overtaken" ? ` (${say("next.overtaken")})` : "";
  }
}
