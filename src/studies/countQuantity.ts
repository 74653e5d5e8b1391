import type {EventFilter, Quantity} from "../casebook/claim.ts";
import {escalationStops} from "../sanctions/escalationStops.ts";
import {stateOf} from "../sanctions/standing.ts";
import {isPressure, isRelief, verbs} from "../sanctions/verb.ts";
import type {Ground} from "./ground.ts";
import {type Act, selectActs} from "./selectActs.ts";
import {tallied, type Value} from "./value.ts";

const ids = (acts: readonly Act[]): string[] => acts.map(({event}) => event.id);

/** Acts that match. */
export function countEvents(ground: Ground, filter: EventFilter): Value {
  const {certain, possible} = selectActs(ground, filter);
  return {
    unit: "events",
    low: certain.length,
    high: certain.length + possible.length,
    sure: true,
    counted: ids(certain),
    possible: ids(possible)
  };
}

/** Measures with at least one act that matches. */
export function countMeasures(ground: Ground, filter: EventFilter): Value {
  const {certain, possible} = selectActs(ground, filter);
  const counted = new Set(certain.map(({life}) => life.measure.id));
  const more = new Set(possible.map(({life}) => life.measure.id)).difference(counted);
  return tallied([...counted], [...more]);
}

/** Pressure less relief. Relief of a mere threat is no relief, because nothing had been imposed. */
export function net(ground: Ground, filter: EventFilter): Value {
  const pressure = selectActs(ground, {...filter, verbs: verbs.filter(isPressure)});
  const all = selectActs(ground, {...filter, verbs: verbs.filter(isRelief)});
  const real = ({step}: Act) => step.standing !== "withdrawn" && stateOf(step.standing) !== "threatened";
  const relief = {certain: all.certain.filter(real), possible: all.possible.filter(real)};
  return {
    unit: "events",
    low: pressure.certain.length - relief.certain.length - relief.possible.length,
    high: pressure.certain.length + pressure.possible.length - relief.certain.length,
    sure: true,
    counted: ids([...pressure.certain, ...relief.certain]),
    possible: ids([...pressure.possible, ...relief.possible])
  };
}

/** Relief by the sender that matches and came within so many days of the latest pressure on its measure. */
export function stops(ground: Ground, {within, events = {}}: Extract<Quantity, {kind: "stops"}>): Value {
  const {certain, possible} = selectActs(ground, events);
  const steps = new Set(certain.map(({step}) => step));
  const maybe = new Set(possible.map(({step}) => step));
  const all = escalationStops(ground.lives, within).filter(({cause}) => cause === "relief");
  const sure = all.filter(({easing, certainty}) => steps.has(easing.step) && certainty === "certain");
  const doubtful = all.filter(
    ({easing, certainty}) => maybe.has(easing.step) || (steps.has(easing.step) && certainty === "possible")
  );
  return {
    unit: "stops",
    low: sure.length,
    high: sure.length + doubtful.length,
    sure: true,
    counted: sure.map(({easing}) => easing.event.id),
    possible: doubtful.map(({easing}) => easing.event.id)
  };
}
