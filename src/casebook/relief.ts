import {type StandingAsOf, standingAsOf} from "../sanctions/asOf.ts";
import type {Life} from "../sanctions/life.ts";
import {isOpen, type Standing, standingWord, stateOf} from "../sanctions/standing.ts";
import {type Day, formatDay} from "../time/day.ts";

/** In force or suspended, with some of its effect gone: eased, waived or suspended. */
const isRelieved = (standing: Standing): boolean => isOpen(standing) && standing !== "inForce";

/** Is there relief that can end? The measure stands for all that the dates say, and perhaps it is eased, waived or suspended. */
export const hasRelief = ({standings}: Pick<StandingAsOf, "standings">): boolean =>
  standings.every(isOpen) && standings.some(isRelieved);

/** Why a measure cannot be put back in force on a day: it never was in force, has ended, or is in force in full; null where it can. */
export function whyNotReinstated(life: Life, day: Day): string | null {
  const at = standingAsOf(life, day);
  if (hasRelief(at)) return null;
  const wasOpen = life.steps.some(({standing, when}) => when.earliest <= day && isOpen(standing));
  if (!wasOpen)
    return at.standings.some((one) => stateOf(one) !== "notYet") ? "was never imposed" : "is not imposed yet";
  return `is ${at.standings.map(standingWord).join(" or ")} on ${formatDay(day)}`;
}
