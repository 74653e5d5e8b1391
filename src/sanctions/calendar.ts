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
  /** `struck`: it happened by itself. `overtaken`: an act came first. `ahead`: after the last day the record covers. */
  readonly outcome: "struck" | "overtaken" | "ahead";
};

/** The calendar of [from, to), by day and measure id. `complete` is the last day that the record covers. */
export function calendar(lives: readonly Life[], {from, to}: Period, complete: Day): CalendarEntry[] {
  return lives
    .flatMap((life) => [...clocksOf(life, complete), ...effectsOf(life, complete), ...reviewsOf(life, complete)])
    .filter(({day}) => day.nominal >= from && (to === null || day.nominal < to))
    .sort(
      (a, b) =>
        a.day.nominal - b.day.nominal ||
        compareIds(a.measure, b.measure) ||
        compareText(a.kind, b.kind) ||
        compareText(sourceKey(a), sourceKey(b))
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
function reviewsOf(life: Life, complete: Day): CalendarEntry[] {
  return life.measure.reviews.flatMap((review) => {
    const [month, dayOfMonth] = review.every.split("-").map(Number) as [number, number];
    const last = review.to ?? yearOf(complete) + 2;
    const entries: CalendarEntry[] = [];
    for (let year = review.from; year <= last; year++) {
      const day = civilDay(year, month, dayOfMonth) ?? civilDay(year, month, dayOfMonth - 1)!;
      const {states} = standingAsOf(life, day);
      if (states.every((state) => state === "ended" || state === "notYet")) continue;
      entries.push({
        day: exactly(day),
        kind: review.kind,
        measure: life.measure,
        what: review.what,
        source: {rule: review.rule},
        outcome: day > complete ? "ahead" : "overtaken"
      });
    }
    return entries;
  });
}

const sourceKey = ({source}: CalendarEntry): string => ("event" in source ? source.event.id : source.rule);
