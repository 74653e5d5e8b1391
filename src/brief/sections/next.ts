import {type CalendarEntry, calendar} from "../../sanctions/calendar.ts";
import {addDays, addYears} from "../../time/day.ts";
import {type Context, cited} from "../context.ts";
import type {Section, Text} from "../document.ts";

const YEARS_AHEAD = 2;

/** What the record held on the day about the two years after it, without what an act had already overtaken. */
export function ahead({one, lives, on}: Context): CalendarEntry[] {
  const complete = on < one.coverage.to ? on : one.coverage.to;
  const period = {from: addDays(on, 1), to: addYears(addDays(on, 1), YEARS_AHEAD)};
  return calendar(lives, period, complete).filter(({outcome}) => outcome === "ahead");
}

export function nextSection(context: Context): Section {
  const {one, on, say, day} = context;
  const list = ahead(context);
  const intro: Text = [say("next.intro", {to: day(one.coverage.to)})];
  const title = say("next.title");
  if (list.length === 0) return {id: "next", title, blocks: [{kind: "paragraph", text: [say("next.none")]}]};
  return {
    id: "next",
    title,
    blocks: [
      {kind: "paragraph", text: intro},
      {
        kind: "table",
        id: "calendar",
        caption: say("next.table", {from: day(addDays(on, 1)), to: day(addYears(on, YEARS_AHEAD))}),
        columns: [{label: say("day")}, {label: say("next.kind")}, {label: say("measure")}, {label: say("next.rule")}],
        rows: list.map((entry) => rowOf(entry, context))
      }
    ]
  };
}

function rowOf({day: when, kind, measure, what, source}: CalendarEntry, context: Context): Text[] {
  const {say, worded} = context;
  return [
    [context.when(when)],
    [say(`kind.${kind}`)],
    [worded.measure(measure)],
    "event" in source ? [worded.what(source.event), cited(source.event)] : [`${what} (${source.rule})`]
  ];
}
