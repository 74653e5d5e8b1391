import {type Event, operative} from "../sanctions/event.ts";
import {inOrder, type Life, lifeOf} from "../sanctions/life.ts";
import type {Measure} from "../sanctions/measure.ts";
import type {Day} from "../time/day.ts";

/**
 * The lives of measures as they were on record on a day: acts that may have happened by then, or had certainly been
 * announced, and clocks that had been set; what runs out later is ahead. Later acts, which nobody could know, are left
 * out, and so are measures without any act yet.
 *
 * @param complete the last day that the record covers; a later `on` adds no knowledge
 */
export function recordUpTo(measures: readonly Measure[], on: Day, complete: Day): Life[] {
  return measures
    .map((measure) => ({...measure, life: knownOn(on, measure.life)}))
    .filter(({life}) => life.length > 0)
    .map((measure) => lifeOf(measure, on < complete ? on : complete));
}

/** A life is one order, so an act may have happened only when every act before it may. */
function knownOn(on: Day, life: readonly Event[]): Event[] {
  let earliest = -Infinity;
  return inOrder(life).filter((event) => {
    earliest = Math.max(earliest, operative(event).earliest);
    return earliest <= on || (event.announced !== undefined && event.announced.latest <= on);
  });
}
