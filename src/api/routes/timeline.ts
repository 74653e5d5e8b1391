import {z} from "zod";
import {stepAnswer} from "../../answers/steps.ts";
import {outspans, timeline as timelineOf} from "../../sanctions/timeline.ts";
import {verbs} from "../../sanctions/verb.ts";
import {FIRST_DAY, formatDay, LAST_DAY} from "../../time/day.ts";
import {requireDays} from "../days.ts";
import {choice, day, flag, name, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {cause, edtfText, standing, verb, verification} from "../shapes.ts";
import {requireKnown} from "../studio.ts";

/** Every step in order. */
export const timeline = listRoute({
  name: "timeline",
  path: "/cases/{case}/timeline",
  summary: "every step in order",
  about:
    "Every step of a case from the first day to the last, both included. A step with an imprecise date is listed when it may fall between them; one that may just as well lie before the first day as after the last is counted and left out, unless all is true.",
  query: z.object({
    from: day("first day", "1969-07-01").optional(),
    to: day("last day, included", "1972-12-31").optional(),
    verb: choice(verbs, "only this verb").optional(),
    measure: name("only steps of this measure, by id").optional(),
    all: flag("with steps that are not known to lie between the two days").optional(),
    ...paging
  }),
  examples: ["from=1969-07-01&to=1972-12-31", "verb=waived&limit=20", ""],
  order: "by nominal day, then the verb's place in a day, then id of the measure",
  item: z
    .object({
      date: edtfText,
      measure: z.string(),
      event: z.string(),
      cause,
      verb,
      standing,
      ahead: z.boolean(),
      what: z.string(),
      verification
    })
    .meta({id: "TimelineStep"}),
  body: z.object({hidden: z.int().meta({description: "steps left out, because they may lie before, in or after"})}),
  run({record, query: {from = FIRST_DAY, to = LAST_DAY, verb: only, measure, all}}) {
    requireDays(from, to);
    if (measure !== undefined)
      requireKnown(
        "measure",
        measure,
        record.lives.map((life) => life.measure.id)
      );
    const found = timelineOf(record.lives).filter(
      (entry) =>
        entry.when.latest >= from &&
        entry.when.earliest <= to &&
        (only === undefined || entry.verb === only) &&
        (measure === undefined || entry.life.measure.id === measure)
    );
    const entries = all === true ? found : found.filter(({when}) => !outspans(when, from, to));
    const ahead = entries.filter(({step}) => step.ahead).length;
    const between = `${from === FIRST_DAY ? "" : ` from ${formatDay(from)}`}${to === LAST_DAY ? "" : ` to ${formatDay(to)}`}`;
    return {
      kind: "list",
      facts: {
        asOf: record.one.coverage.to,
        totals: [
          {name: "steps", value: entries.length, rule: `acts and clocks${between}, after the filters`},
          {name: "ahead", value: ahead, rule: "those of them that lie after the last day that the record covers"}
        ]
      },
      items: entries.map(stepAnswer),
      more: {hidden: found.length - entries.length}
    };
  }
});
