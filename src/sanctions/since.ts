import type {StandingAsOf} from "./asOf.ts";
import type {Step} from "./life.ts";
import {isLive} from "./standing.ts";

/**
 * The step since which a measure has stood as it does: the first of the unbroken run of steps that all left it at the
 * standing of the newest live step reached. Undefined when no step that may have happened leaves it live.
 */
export function standingSince({life, steps}: StandingAsOf): Step | undefined {
  const newest = steps.findLast(({standing}) => isLive(standing));
  if (newest === undefined) return undefined;
  let at = life.steps.indexOf(newest);
  while (at > 0 && life.steps[at - 1]!.standing === newest.standing) at--;
  return life.steps[at];
}
