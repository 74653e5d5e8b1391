import {madeStanding, runStart, type StandingAsOf, shownStep} from "./asOf.ts";
import type {Step} from "./life.ts";
import {isLive, stateOf} from "./standing.ts";

/** Since when a measure has been where it is. Both are one step when nothing has moved it within its state. */
export type Since = {
  /** The first step of the unbroken run in the present state: in force (in full or eased), suspended or threatened. */
  readonly state: Step;
  /** The first step of the unbroken run at the present standing. */
  readonly standing: Step;
};

/**
 * Since when a live measure has been in its state, and since when at its standing: in force since 1971, eased since 1972.
 * Undefined when no step that may have happened leaves it live.
 */
export function standingSince(at: StandingAsOf): Since | undefined {
  const shown = shownStep(at);
  if (shown === undefined || !isLive(shown.standing)) return undefined;
  const state = stateOf(shown.standing);
  return {state: runStart(at.life, shown, (standing) => stateOf(standing) === state), standing: madeStanding(at)!};
}
