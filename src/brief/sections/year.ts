import type {Step} from "../../sanctions/life.ts";
import {type TimelineEntry, timeline} from "../../sanctions/timeline.ts";
import {isEasing, type Verb} from "../../sanctions/verb.ts";
import {addDays, addYears} from "../../time/day.ts";
import {type Context, cited} from "../context.ts";
import type {Block, Section, Text} from "../document.ts";
import {weightsText} from "./ease.ts";

/** Steps of the twelve months to the day of the brief, whoever or whatever made them; no clock beyond the record. */
export function lastYear({lives, on}: Context): TimelineEntry[] {
  const before = addYears(on, -1);
  return timeline(lives).filter(({step, when}) => !step.ahead && when.nominal > before && when.nominal <= on);
}

/** What changed in the twelve months: measures that came or grew heavier by name, easings with their motives. */
export function yearSection(context: Context): Section {
  const {on, say, day} = context;
  const steps = lastYear(context);
  const easings = steps.filter(({verb, step}) => isEasing(verb) && step.cause.kind === "act");
  const blocks: Block[] = [
    ...named("year.new", ["imposed", "reimposed"], steps, context),
    ...named("year.heavier", ["tightened"], steps, context),
    easings.length === 0
      ? {kind: "paragraph", text: [say("year.none")]}
      : {
          kind: "table",
          id: "easings-of-the-year",
          caption: say("year.easings", {from: day(addDays(addYears(on, -1), 1)), to: day(on)}),
          columns: [{label: say("day"), days: true}, {label: say("what")}, {label: say("motives")}],
          rows: easings.map((entry) => rowOf(entry, context))
        }
  ];
  return {id: "year", title: say("year.title"), blocks};
}

function named(
  word: "year.new" | "year.heavier",
  verbs: readonly Verb[],
  steps: readonly TimelineEntry[],
  {say, worded}: Context
): Block[] {
  const own = steps.filter(({verb}) => verbs.includes(verb)).map(({life}) => worded.measure(life.measure));
  return own.length === 0 ? [] : [{kind: "paragraph", text: [say(word, {list: [...new Set(own)].join("; ")})]}];
}

function rowOf({life, step, verb, when}: TimelineEntry, context: Context): Text[] {
  const {say, worded} = context;
  const {event} = step.cause;
  return [
    [context.when(when)],
    [{strong: worded.measure(life.measure)}, `, ${say(`verb.${verb}`)}: ${worded.what(event)}`, cited(event)],
    motivesText(event, context)
  ];
}

const motivesText = ({motives}: Step["cause"]["event"], context: Context): Text =>
  motives.length === 0
    ? [context.say("uncoded")]
    : [motives.map((one) => weightsText(one, context.motive, context)).join(" / ")];
