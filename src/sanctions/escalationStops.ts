import {compareIds} from "./compareIds.ts";
import {type Easing, easings} from "./easings.ts";
import {type Life, type Step, verbOf} from "./life.ts";
import {isPressure} from "./verb.ts";

/** Relief that came soon after the pressure it relieves: where an escalation stopped. */
export type EscalationStop = {
  readonly life: Life;
  readonly pressure: Step;
  readonly easing: Easing;
  /** Who stopped it: the sender by relief of its own, or a court that stayed or struck down the measure. */
  readonly cause: "relief" | "court";
  /** [fewest, most] days from the pressure to the relief. */
  readonly days: readonly [number, number];
  /** Is the gap within the limit for every day that the dates allow? */
  readonly certainty: "certain" | "possible";
};

/** Days within which relief counts as a stop. */
export const STOP_WITHIN_DAYS = 180;

/**
 * Relief of a measure, or a court's stay, within `within` days of the latest pressure on it (imposed, tightened,
 * reimposed). Each pressure is paired with the first relief after it. Relief certainly of the very day is no stop,
 * because the pressure never bit, nor is a threat withdrawn, because nothing had been imposed.
 */
export function escalationStops(lives: readonly Life[], within: number = STOP_WITHIN_DAYS): EscalationStop[] {
  return lives
    .flatMap((life) => stopsOf(life, within))
    .sort((a, b) => a.easing.when.nominal - b.easing.when.nominal || compareIds(a.life.measure, b.life.measure));
}

function stopsOf(life: Life, within: number): EscalationStop[] {
  const relief = new Map(easings([life]).map((easing) => [easing.step, easing]));
  const stops: EscalationStop[] = [];
  let pressure: Step | null = null;
  for (const step of life.steps) {
    const easing = relief.get(step);
    if (isPressure(verbOf(step.cause)) && step.cause.kind === "act" && step.standing !== "threatened") pressure = step;
    else if (easing !== undefined && pressure !== null && easing.verb !== "expired") {
      const low = Math.max(0, step.when.earliest - pressure.when.latest);
      const high = step.when.latest - pressure.when.earliest;
      if (low <= within && high > 0) {
        stops.push({
          life,
          pressure,
          easing,
          cause: easing.event.actor === "court" || easing.verb === "annulled" ? "court" : "relief",
          days: [low, high],
          certainty: low > 0 && high <= within ? "certain" : "possible"
        });
      }
      pressure = null;
    }
  }
  return stops;
}
