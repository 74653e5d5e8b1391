import type {Day} from "../time/day.ts";
import {madeStanding, type StandingAsOf} from "./asOf.ts";
import type {Authority, Measure} from "./measure.ts";

/** The authorities that hold on a day, in the order of the record; one whose days are imprecise holds where it may. */
export function authoritiesOn({authorities}: Pick<Measure, "authorities">, day: Day): readonly Authority[] {
  return authorities.filter(
    ({from, to}) => (from === undefined || from.earliest <= day) && (to === undefined || to.latest > day)
  );
}

/**
 * What the measure rests on as it stands on `day`, as cited: its authorities of that day, or, where none holds, the
 * instrument of the step that made the standing, as of a ban that a president announced and a later statute took up.
 */
export function groundsOn(at: StandingAsOf, day: Day): readonly string[] {
  const cites = authoritiesOn(at.life.measure, day).map(({cite}) => cite);
  if (cites.length > 0) return cites;
  const made = madeStanding(at);
  return made === undefined ? [] : [made.cause.event.instrument];
}
