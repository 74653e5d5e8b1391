import {type Day, formatDay, LAST_DAY} from "../time/day.ts";
import {type ImpreciseDay, isExact} from "../time/impreciseDay.ts";
import {type Clock, firstDue, isHold, MEASURE, prolongedBy, type Running, runningAfter} from "./clocks.ts";
import {compareIds} from "./compareIds.ts";
import {type Event, operative} from "./event.ts";
import type {Measure} from "./measure.ts";
import {type Standing, standingWord} from "./standing.ts";
import {legalVerbs, transitions} from "./transitions.ts";
import {isPartialRelief, isRelief, type Verb, verbRank} from "./verb.ts";

/** What moved a measure: an act on record, or a clock that an act had set. */
export type Cause =
  | {readonly kind: "act"; readonly event: Event}
  | {readonly kind: "clock"; readonly event: Event; readonly verb: Clock["verb"]};

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

/** All that the rule book remembers between two events of a life. */
export type Fold = Running & {readonly standing: Standing};

export const START: Fold = {standing: "notYet", reliefs: [], hold: null, clocks: []};

/** The order in which a life is read: the day, then `order`, then the verb's place in a day, then the id. */
export function inOrder(events: readonly Event[]): Event[] {
  return [...events].sort(
    (a, b) =>
      sortDay(a) - sortDay(b) ||
      (a.order ?? 0) - (b.order ?? 0) ||
      verbRank[a.verb] - verbRank[b.verb] ||
      operative(a).latest - operative(b).latest ||
      compareIds(a, b)
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
    const wrong = clockInside(fold, result.fold, event) ?? endsNoRelief(steps, event);
    if (wrong !== undefined) {
      problems.push(wrong);
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
    message: `unclear order of ${event.verb} on ${when.text}: what ${clock.event.verb} did runs out on ${clock.at.text}, before or after it; narrow whichever of the two dates is not exact`
  };
}

/** Only `reimposed` takes relief back, and only relief that came before it. */
function endsNoRelief(steps: readonly Step[], event: Event): LifeProblem | undefined {
  const granted = steps.flatMap(({cause}) =>
    cause.kind === "act" && isRelief(cause.event.verb) ? cause.event.id : []
  );
  const other = event.verb === "reimposed" ? event.ends?.find((id) => !granted.includes(id)) : event.ends?.[0];
  if (other === undefined) return undefined;
  const remedy =
    event.verb === "reimposed"
      ? `name relief of this measure before it (${granted.join(", ") || "there is none"})`
      : "only reimposed takes relief back, remove ends";
  return {
    event,
    code: "sanctions/ends-no-relief",
    message: `impossible ends of ${event.verb} on ${operative(event).text}: ${other}; ${remedy}`
  };
}

/** Applies one act. The result depends on the fold and the event alone, so a life may be read in pieces. */
export function apply(fold: Fold, event: Event): {readonly fold: Fold} | {readonly problem: LifeProblem} {
  const {standing} = fold;
  const isPart = isPartialRelief(event.verb) && !isHold(event);
  const transition = transitions[standing][isPart ? "eased" : event.verb];
  if ("refused" in transition) {
    const legal = legalVerbs(standing).join(", ") || "nothing";
    return {
      problem: {
        event,
        code: "sanctions/illegal-verb",
        message: `impossible ${event.verb} on ${operative(event).text}: ${standing === "notYet" ? "" : `the measure is ${standingWord(standing)}, and `}${transition.refused} (legal here: ${legal})`
      }
    };
  }
  if (event.verb === "extended" && event.prolongs === "relief" && prolongedBy(fold, event) === MEASURE) {
    return {
      problem: {
        event,
        code: "sanctions/no-relief-to-extend",
        message: `impossible extended on ${operative(event).text}: no relief is running that it could prolong; date it before the relief runs out, or write prolongs: measure (legal here: ${legalVerbs(standing).join(", ")})`
      }
    };
  }
  const {next} = transition;
  return {fold: {standing: next, ...runningAfter(fold, event, next)}};
}

/** Strikes every clock that runs out before the day `next`, earliest first; an act on the day of a clock comes first. */
function strike(fold: Fold, next: number, steps: Step[], complete: Day | null): Fold {
  for (;;) {
    const due = firstDue(fold.clocks, next);
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
