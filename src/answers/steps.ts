import type {CalendarEntry} from "../sanctions/calendar.ts";
import type {Change} from "../sanctions/diff.ts";
import {changeInWords} from "../sanctions/diffWords.ts";
import type {TimelineEntry} from "../sanctions/timeline.ts";

/** What changed about one measure between two days. */
export const changeAnswer = (change: Change) => ({
  id: change.life.measure.id,
  title: change.life.measure.title,
  kind: change.kind,
  before: change.before.standings,
  after: change.after.standings,
  words: changeInWords(change),
  events: change.steps.map(({cause}) => cause.event.id)
});

/** One step of the timeline. */
export const stepAnswer = ({life, step, verb, when}: TimelineEntry) => ({
  date: when.text,
  measure: life.measure.id,
  event: step.cause.event.id,
  cause: step.cause.kind,
  verb,
  standing: step.standing,
  ahead: step.ahead,
  what: step.cause.event.what,
  verification: step.cause.event.verification
});

/** One day of the calendar. */
export const entryAnswer = ({day, kind, measure, what, source, outcome}: CalendarEntry) => ({
  day: day.text,
  kind,
  measure: measure.id,
  what,
  outcome,
  ...("event" in source ? {event: source.event.id} : {rule: source.rule})
});
