import {civilDay, type Day, yearOf} from "../time/day.ts";
import {exactly, type ImpreciseDay} from "../time/impreciseDay.ts";
import type {Period} from "../time/period.ts";
import {standingAsOf} from "./asOf.ts";
import {compareIds, compareText} from "./compareIds.ts";
import type {Event} from "./event.ts";
import type {Life} from "./life.ts";
import type {Measure} from "./measure.ts";
import {stateOf} from "./standing.ts";

/**
 * A day that law or an act has fixed:
 * - `revival`: relief runs out and the measure is back, unless somebody acts;
 * - `expiry`: the measure (or threat) runs out, unless somebody acts;
 * - `review`: somebody must look at it again, or renew it;
 * - `effect`: an act that was announced takes effect.
 */
export type CalendarKind = "revival" | "expiry" | "review" | "effect";

export type CalendarEntry = {
  readonly day: ImpreciseDay;
  readonly kind: CalendarKind;
  readonly measure: Measure;
  readonly what: string;
  /** Where the day comes from: the act that set it, or the rule that makes it come round. */
  readonly source: {readonly event: Event} | {readonly rule: string};
  readonly outcome: CalendarOutcome;
};

/**
 * - `struck`: it happened by itself;
 * - `overtaken`: an act on record came first;
 * - `passed`: the day of a review came and went; the record does not say what was done on it;
 * - `ahead`: after the last day that the record covers.
 */
export type CalendarOutcome = "struck" | "overtaken" | "passed" | "ahead";

/** How many years after the last day of the record reviews are listed where the asked period has no end. */
const OPEN_YEARS = 2;

/** The calendar of [from, to), by day and measure id. `complete` is the last day that the record covers. */
export function calendar(lives: readonly Life[], period: Period, complete: Day): CalendarEntry[] {
  const {from, to} = period;
  return lives
    .flatMap((life) => [
      ...clocksOf(life, complete),
      ...effectsOf(life, complete),
      ...reviewsOf(life, period, complete)
    ])
    .filter(({day}) => day.nominal >= from && (to === null || day.nominal < to))
    .sort(
      (a, b) =>
        a.day.nominal - b.day.nominal ||
        compareIds(a.measure, b.measure) ||
        compareText(a.kind, b.kind) ||
        compareText(sourceOfEntry(a), sourceOfEntry(b))
    );
}

function clocksOf(life: Life, complete: Day): CalendarEntry[] {
  return life.measure.life.flatMap((event): CalendarEntry[] => {
    if (event.expires === undefined) return [];
    const struck = life.steps.find(({cause}) => cause.kind === "clock" && cause.event.id === event.id);
    const relief =
      struck?.cause.kind === "clock"
        ? struck.cause.verb === "reimposed"
        : event.verb === "eased" ||
          event.verb === "waived" ||
          event.verb === "suspended" ||
          prolongsRelief(life, event);
    const ahead = event.expires.latest > complete;
    return [
      {
        day: event.expires,
        kind: relief ? "revival" : "expiry",
        measure: life.measure,
        what: event.what,
        source: {event},
        outcome: struck === undefined ? "overtaken" : ahead ? "ahead" : "struck"
      }
    ];
  });
}

/** Was the measure under relief when the extension came? */
function prolongsRelief(life: Life, event: Event): boolean {
  if (event.verb !== "extended" || event.prolongs === "measure") return false;
  if (event.prolongs === "relief") return true;
  const step = life.steps.find(({cause}) => cause.kind === "act" && cause.event.id === event.id);
  return step !== undefined && stateOf(step.standing) === "suspended";
}

function effectsOf(life: Life, complete: Day): CalendarEntry[] {
  return life.measure.life.flatMap((event): CalendarEntry[] => {
    const {announced, effective} = event;
    if (announced === undefined || effective === undefined || effective.earliest <= announced.latest) return [];
    return [
      {
        day: effective,
        kind: "effect",
        measure: life.measure,
        what: event.what,
        source: {event},
        outcome: effective.latest > complete ? "ahead" : "struck"
      }
    ];
  });
}

/** Yearly reviews, as long as the measure is not certainly ended on the day. */
function reviewsOf(life: Life, {from, to}: Period, complete: Day): CalendarEntry[] {
  return life.measure.reviews.flatMap((review) => {
    const [month, dayOfMonth] = review.every.split("-").map(Number) as [number, number];
    const last = Math.min(review.to ?? Infinity, to === null ? yearOf(complete) + OPEN_YEARS : yearOf(to));
    const entries: CalendarEntry[] = [];
    for (let year = Math.max(review.from, yearOf(from)); year <= last; year++) {
      const day = civilDay(year, month, dayOfMonth) ?? civilDay(year, month, dayOfMonth - 1)!;
      const {states} = standingAsOf(life, day);
      if (states.every((state) => state === "ended" || state === "notYet")) continue;
      entries.push({
        day: exactly(day),
        kind: review.kind,
        measure: life.measure,
        what: review.what,
        source: {rule: review.rule},
        outcome: day > complete ? "ahead" : "passed"
      });
    }
    return entries;
  });
}

const sourceOfEntry = ({source}: CalendarEntry): string => ("event" in source ? source.event.id : source.rule);

/** Tells an entry from every other of the record, also where one rule sets a day for many measures. */
export const entryKey = (entry: CalendarEntry): string =>
  `${entry.measure.id} ${entry.kind} ${entry.day.text} ${sourceOfEntry(entry)}`;
