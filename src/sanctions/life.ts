import {type Day, formatDay, LAST_DAY} from "../time/day.ts";
import {type ImpreciseDay, isExact} from "../time/impreciseDay.ts";
import {type Event, operative} from "./event.ts";
import type {Measure} from "./measure.ts";
import {isOpen, type Standing, standingWord} from "./standing.ts";
import {legalVerbs, transitions} from "./transitions.ts";
import {isPartialRelief, type Verb, verbRank} from "./verb.ts";

/** What moved a measure: an act on record, or a clock that an act had set. */
export type Cause =
  | {readonly kind: "act"; readonly event: Event}
  | {readonly kind: "clock"; readonly event: Event; readonly verb: "reimposed" | "expired"};

/**
 * One step of a life: from `when` on, the measure stands at `standing`. `when` is narrowed by its neighbours: a step
 * is never earlier than the one before it.
 */
export type Step = {
  readonly cause: Cause;
  readonly when: ImpreciseDay;
  readonly standing: Standing;
  /** A clock beyond the day to which the record is complete: by law it happens, and the record cannot say that it did. */
  readonly ahead: boolean;
};

export type LifeProblem = {readonly event: Event; readonly code: string; readonly message: string};

export type Life = {
  readonly measure: Measure;
  readonly steps: readonly Step[];
  readonly problems: readonly LifeProblem[];
};

/** A clock that is running: when it strikes, relief ends (`reimposed`) or the measure does (`expired`). */
type Clock = {
  readonly event: Event;
  readonly at: ImpreciseDay;
  readonly of: string;
  readonly verb: "reimposed" | "expired";
};

/** All that the rule book remembers between two events of a life. */
export type Fold = {
  readonly standing: Standing;
  /** Ids of partial relief that still holds, oldest first. */
  readonly reliefs: readonly string[];
  /** Id of the waiver or suspension of the whole, if one holds. */
  readonly hold: string | null;
  readonly clocks: readonly Clock[];
};

export const START: Fold = {standing: "notYet", reliefs: [], hold: null, clocks: []};

/** The order in which a life is read: the day, then `order`, then the verb's place in a day, then the id. */
export function inOrder(events: readonly Event[]): Event[] {
  return [...events].sort(
    (a, b) =>
      sortDay(a) - sortDay(b) ||
      (a.order ?? 0) - (b.order ?? 0) ||
      verbRank[a.verb] - verbRank[b.verb] ||
      operative(a).latest - operative(b).latest ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** An event dated `?` alone opens the life when it threatens or imposes, and closes it otherwise. */
function sortDay(event: Event): number {
  const day = operative(event);
  if (day.text !== "?") return day.nominal;
  return event.verb === "threatened" || event.verb === "imposed" ? -Infinity : Infinity;
}

export function verbOf(cause: Cause): Verb {
  return cause.kind === "act" ? cause.event.verb : cause.verb;
}

/**
 * The life of a measure under the transition table: pure, and independent of the order of `measure.life`. An event
 * that is illegal is left out and listed in `problems`; a case that has problems does not load.
 *
 * A clock strikes unless an act on or before its day ends, prolongs or replaces what it was set for.
 *
 * @param complete last day to which the record is complete; a clock after it leaves its step `ahead`
 */
export function lifeOf(measure: Measure, complete: Day | null = null): Life {
  const steps: Step[] = [];
  const problems: LifeProblem[] = [];
  let fold = START;
  for (const event of inOrder(measure.life)) {
    fold = strike(fold, sortDay(event), steps, complete);
    const result = apply(fold, event);
    if ("problem" in result) {
      problems.push(result.problem);
      continue;
    }
    const unclear = clockInside(fold, result.fold, event);
    if (unclear !== undefined) {
      problems.push(unclear);
      continue;
    }
    fold = result.fold;
    steps.push({cause: {kind: "act", event}, when: operative(event), standing: fold.standing, ahead: false});
  }
  strike(fold, Infinity, steps, complete);
  return {measure, steps: narrow(steps, problems), problems};
}

/** An act that stops a clock must be dated on its day or before: a life is one order, and cannot hold both. */
function clockInside(before: Fold, after: Fold, event: Event): LifeProblem | undefined {
  if (event.verb === "expired" || event.verb === "extended") return undefined;
  const when = operative(event);
  const clock = before.clocks.find((one) => !after.clocks.includes(one) && one.at.earliest < when.latest);
  if (clock === undefined) return undefined;
  return {
    event,
    code: "sanctions/clock-inside-date",
    message: `unclear order of ${event.verb} on ${when.text}: what ${clock.event.verb} did runs out on ${clock.at.text}, before or after it; narrow its date to one side`
  };
}

/** Applies one act. The result depends on the fold and the event alone, so a life may be read in pieces. */
export function apply(fold: Fold, event: Event): {readonly fold: Fold} | {readonly problem: LifeProblem} {
  const {standing} = fold;
  const partial = event.extent === "part" && (event.verb === "waived" || event.verb === "suspended");
  const transition = transitions[standing][partial ? "eased" : event.verb];
  if ("refused" in transition) {
    const legal = legalVerbs(standing).join(", ") || "nothing";
    return {
      problem: {
        event,
        code: "sanctions/illegal-verb",
        message: `impossible ${event.verb} on ${operative(event).text}: the measure is ${standingWord(standing)}, and ${transition.refused} (legal here: ${legal})`
      }
    };
  }
  if (event.verb === "extended" && event.prolongs === "relief" && prolonged(fold, event) === "measure") {
    return {
      problem: {
        event,
        code: "sanctions/no-relief-to-extend",
        message: `impossible extended on ${operative(event).text}: no relief is running that it could prolong; date it before the relief runs out, or write prolongs: measure (legal here: ${legalVerbs(standing).join(", ")})`
      }
    };
  }
  const next = transition.next;
  return {
    fold: {standing: next, ...reliefAfter(fold, event, partial, next), clocks: clocksAfter(fold, event, partial, next)}
  };
}

function reliefAfter(fold: Fold, event: Event, partial: boolean, next: Standing): Pick<Fold, "reliefs" | "hold"> {
  if (!isOpen(next) || event.verb === "reimposed") return {reliefs: [], hold: null};
  if (event.verb === "eased" || partial) return {reliefs: [...fold.reliefs, event.id], hold: fold.hold};
  if (event.verb === "waived" || event.verb === "suspended") return {reliefs: fold.reliefs, hold: event.id};
  return {reliefs: fold.reliefs, hold: fold.hold};
}

function clocksAfter(fold: Fold, event: Event, partial: boolean, next: Standing): readonly Clock[] {
  const {verb, expires} = event;
  if (verb === "lifted" || verb === "expired" || verb === "annulled" || verb === "superseded") return [];
  const relief = isPartialRelief(verb) || partial;
  // A threat sets no term on what stands or has ended, and relief of a threat has nothing to revive.
  if (verb === "threatened" && next !== "threatened") return fold.clocks;
  if (relief && !isOpen(next)) return fold.clocks;
  const set = (of: string, kind: "reimposed" | "expired"): readonly Clock[] =>
    expires === undefined ? [] : [{event, at: expires, of, verb: kind}];
  if (relief) {
    // A new waiver or suspension of the whole takes the place of the one before, and of its clock.
    const kept = partial || verb === "eased" ? fold.clocks : fold.clocks.filter((clock) => clock.of !== fold.hold);
    return [...kept, ...set(event.id, "reimposed")];
  }
  if (verb === "imposed") return set("measure", "expired");
  if (verb === "reimposed") {
    return expires === undefined ? fold.clocks.filter((clock) => clock.verb === "expired") : set("measure", "expired");
  }
  if (verb === "extended") {
    const of = prolonged(fold, event);
    if (of === "measure") return [...fold.clocks.filter((clock) => clock.of !== of), ...set(of, "expired")];
    return [...fold.clocks.filter((clock) => clock.of !== of), ...set(of, "reimposed")];
  }
  if (expires === undefined) return fold.clocks;
  return [...fold.clocks.filter((clock) => clock.of !== "measure"), ...set("measure", "expired")];
}

/** What an extension prolongs: the hold, else the newest partial relief with a clock, when it prolongs relief at all. */
function prolonged(fold: Fold, event: Event): string {
  const newest = fold.clocks.findLast((clock) => clock.verb === "reimposed")?.of ?? fold.reliefs.at(-1);
  const relief = fold.hold ?? newest;
  const what = event.prolongs ?? (fold.hold === null ? "measure" : "relief");
  return what === "relief" && relief !== undefined ? relief : "measure";
}

/** Strikes every clock that runs out before the day `next`, earliest first; an act on the day of a clock comes first. */
function strike(fold: Fold, next: number, steps: Step[], complete: Day | null): Fold {
  for (;;) {
    const due = fold.clocks
      .filter((clock) => clock.at.latest < next)
      .sort(
        (a, b) =>
          a.at.nominal - b.at.nominal || (a.verb === b.verb ? (a.of < b.of ? -1 : 1) : a.verb === "expired" ? -1 : 1)
      )[0];
    if (due === undefined) return fold;
    fold = runOut(fold, due);
    const ahead = complete !== null && due.at.latest > complete;
    const when = ahead ? {...due.at, latest: LAST_DAY} : due.at;
    steps.push({cause: {kind: "clock", event: due.event, verb: due.verb}, when, standing: fold.standing, ahead});
  }
}

function runOut(fold: Fold, due: Clock): Fold {
  const clocks = fold.clocks.filter((clock) => clock !== due);
  if (due.verb === "expired") {
    const standing = fold.standing === "threatened" ? "withdrawn" : "expired";
    return {standing, reliefs: [], hold: null, clocks: []};
  }
  const reliefs = fold.reliefs.filter((id) => id !== due.of);
  const hold = fold.hold === due.of ? null : fold.hold;
  const standing = hold !== null ? fold.standing : reliefs.length > 0 ? "eased" : "inForce";
  return {standing, reliefs, hold, clocks};
}

/** Narrows each step by its neighbours: not before the step before it, not after the step after it. */
function narrow(steps: readonly Step[], problems: LifeProblem[]): Step[] {
  const out = steps.map((step) => ({...step, when: {...step.when}})) as {
    cause: Cause;
    when: {text: string; earliest: Day; latest: Day; nominal: Day};
    standing: Standing;
    ahead: boolean;
  }[];
  for (let i = 1; i < out.length; i++) {
    const [last, step] = [out[i - 1]!, out[i]!];
    if (step.when.earliest < last.when.earliest) step.when.earliest = last.when.earliest;
  }
  for (let i = out.length - 2; i >= 0; i--) {
    const [step, next] = [out[i]!, out[i + 1]!];
    if (step.when.latest > next.when.latest) step.when.latest = next.when.latest;
  }
  for (const {cause, when} of out) {
    if (when.earliest <= when.latest) continue;
    problems.push({
      event: cause.event,
      code: "sanctions/dates-cross",
      message: `${cause.event.verb} on ${when.text} cannot stand where it does in the life: the neighbouring events leave no day for it between ${formatDay(when.earliest)} and ${formatDay(when.latest)}; narrow its date or correct theirs`
    });
  }
  return out;
}

/** Is the day on which a step came known? */
export const isDated = (step: Step): boolean => isExact(step.when);
