import type {ImpreciseDay} from "../time/impreciseDay.ts";
import {compareText} from "./compareIds.ts";
import type {Event} from "./event.ts";
import {isOpen, type Standing} from "./standing.ts";
import {isEnding, isPartialRelief} from "./verb.ts";

/** A clock that is running: when it strikes, relief ends (`reimposed`) or the measure does (`expired`). */
export type Clock = {
  /** The act that set it. */
  readonly event: Event;
  readonly at: ImpreciseDay;
  /** What it runs for: the id of a relief, or MEASURE. */
  readonly of: string;
  readonly verb: "reimposed" | "expired";
};

export const MEASURE = "measure";

/** The relief that holds, and the clocks that run. */
export type Running = {
  /** Ids of partial relief that still holds, oldest first. */
  readonly reliefs: readonly string[];
  /** Id of the waiver or suspension of the whole, if one holds. */
  readonly hold: string | null;
  readonly clocks: readonly Clock[];
};

/** Is the act a waiver or suspension of the whole? Relief of a part leaves the rest in force. */
export const isHold = ({verb, extent}: Event): boolean =>
  (verb === "waived" || verb === "suspended") && extent !== "part";

/** What holds and runs after a legal act that brings the measure to `next`. */
export function runningAfter(before: Running, event: Event, next: Standing): Running {
  return {...reliefAfter(before, event, next), clocks: clocksAfter(before, event, next)};
}

function reliefAfter({reliefs, hold}: Running, event: Event, next: Standing): Pick<Running, "reliefs" | "hold"> {
  if (!isOpen(next) || event.verb === "reimposed") return {reliefs: [], hold: null};
  if (isHold(event)) return {reliefs, hold: event.id};
  return {reliefs: isPartialRelief(event.verb) ? [...reliefs, event.id] : reliefs, hold};
}

/**
 * The clocks after an act. An ending stops them all, and imposing starts the measure anew. Relief sets a clock of its
 * own, and a hold takes the place of the one before it; reimposing ends relief with its clocks. An extension puts its
 * clock, or none, in the place of the one it prolongs. Any other act moves the clock of the measure where it sets one.
 */
function clocksAfter(before: Running, event: Event, next: Standing): readonly Clock[] {
  const {clocks, hold} = before;
  const {verb, expires} = event;
  const set = (of: string): readonly Clock[] =>
    expires === undefined ? [] : [{event, at: expires, of, verb: of === MEASURE ? "expired" : "reimposed"}];
  const without = (of: string | null) => clocks.filter((clock) => clock.of !== of);
  if (isEnding(verb)) return [];
  if (verb === "imposed") return set(MEASURE);
  if (verb === "reimposed") return expires === undefined ? clocks.filter(({of}) => of === MEASURE) : set(MEASURE);
  if (verb === "threatened" && next !== "threatened") return clocks; // it sets no term on what stands or has ended
  if (isPartialRelief(verb)) {
    if (!isOpen(next)) return clocks; // relief of a threat has nothing to revive
    return [...(isHold(event) ? without(hold) : clocks), ...set(event.id)];
  }
  if (verb !== "extended" && expires === undefined) return clocks;
  const of = verb === "extended" ? prolongedBy(before, event) : MEASURE;
  return [...without(of), ...set(of)];
}

/**
 * What an extension prolongs, as `of` of a clock: the hold, else the newest relief with a clock, else the newest relief;
 * MEASURE where it does not prolong relief or none holds. An extension that does not say prolongs a hold.
 */
export function prolongedBy({reliefs, hold, clocks}: Running, {prolongs}: Event): string {
  const what = prolongs ?? (hold === null ? "measure" : "relief");
  if (what === "measure") return MEASURE;
  return hold ?? clocks.findLast(({of}) => of !== MEASURE)?.of ?? reliefs.at(-1) ?? MEASURE;
}

/** The first clock to strike before `day`; on one day the measure ends before its relief does. */
export function firstDue(clocks: readonly Clock[], day: number): Clock | undefined {
  return clocks
    .filter(({at}) => at.latest < day)
    .sort((a, b) => a.at.nominal - b.at.nominal || compareText(a.verb, b.verb) || compareText(a.of, b.of))[0];
}
