import type {Day} from "../time/day.ts";
import {compareIds} from "./compareIds.ts";
import type {Life, Step} from "./life.ts";
import {isLive, type Standing, type State, stateOf} from "./standing.ts";

/**
 * Where one measure stands on one day. `standings` has one entry when the dates leave no doubt, else every standing
 * that the dates allow, in the order of the life. `certainty` speaks of the state (not yet, threatened, in force,
 * suspended, ended), so a measure that was eased on an unknown day of June is certainly in force all June.
 */
export type StandingAsOf = {
  readonly life: Life;
  readonly standings: readonly Standing[];
  readonly states: readonly State[];
  readonly certainty: "certain" | "possible";
  /** The steps that may be the newest on the day; empty before the first. */
  readonly steps: readonly Step[];
  /** Is one of them a clock beyond the day to which the record is complete? */
  readonly ahead: boolean;
};

/**
 * The standing of a measure on `day`. A step counts from its own day on: periods are [from, to).
 *
 * A day after the last that the record covers is answered as if nobody had acted since: clocks strike, marked `ahead`,
 * and what else happened is not known. `certainty` does not tell, as it speaks of the dates on record alone; who asks
 * for such a day compares it with the coverage of the case.
 */
export function standingAsOf(life: Life, day: Day): StandingAsOf {
  const {steps} = life;
  let sure = 0;
  while (sure < steps.length && steps[sure]!.when.latest <= day) sure++;
  let maybe = sure;
  while (maybe < steps.length && steps[maybe]!.when.earliest <= day) maybe++;
  const reached: Step[] = steps.slice(Math.max(0, sure - 1), maybe);
  const standings = unique([...(sure === 0 ? ["notYet" as const] : []), ...reached.map(({standing}) => standing)]);
  const states = unique(standings.map(stateOf));
  return {
    life,
    standings,
    states,
    certainty: states.length === 1 ? "certain" : "possible",
    steps: reached,
    ahead: reached.some(({ahead}) => ahead)
  };
}

/** Every life on a day, by measure id. */
export function asOf(lives: readonly Life[], day: Day): StandingAsOf[] {
  return lives.map((life) => standingAsOf(life, day)).sort((a, b) => compareIds(a.life.measure, b.life.measure));
}

/** Does the answer hold certainly, possibly or not at all? */
export function answers(at: StandingAsOf, holds: (standing: Standing) => boolean): "certainly" | "possibly" | "no" {
  if (at.standings.every(holds)) return "certainly";
  return at.standings.some(holds) ? "possibly" : "no";
}

/** The step that brought the newest standing that may hold. */
export const newestStep = (at: StandingAsOf): Step | undefined => at.steps.at(-1);

/** The newest step that leaves the measure live, or the newest of all where none does; undefined before the first. */
export const shownStep = (at: StandingAsOf): Step | undefined =>
  at.steps.findLast(({standing}) => isLive(standing)) ?? newestStep(at);

/**
 * The step that made the standing that is shown: the first of the unbroken run of steps that all left the measure there.
 * A later threat, extension or heavier rule that moved nothing did not make it.
 */
export function madeStanding(at: StandingAsOf): Step | undefined {
  const shown = shownStep(at);
  return shown && runStart(at.life, shown, (standing) => standing === shown.standing);
}

/** The first of the unbroken run of steps up to `step` whose standings all are as asked. */
export function runStart({steps}: Life, step: Step, holds: (standing: Standing) => boolean): Step {
  let at = steps.indexOf(step);
  while (at > 0 && holds(steps[at - 1]!.standing)) at--;
  return steps[at]!;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
