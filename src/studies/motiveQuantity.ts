import type {Quantity} from "../casebook/claim.ts";
import {type Ground, requireKnown} from "./ground.ts";
import {type Act, selectActs} from "./selectActs.ts";
import type {Value} from "./value.ts";

/** Bounds of the mean over every subset of the possible acts: each is taken in while it moves the mean outwards. */
export function meanMotive(ground: Ground, {keys, coder, events}: Extract<Quantity, {kind: "motive"}>): Value | null {
  requireKnown(ground, "coder", [coder]);
  const weighed = (acts: readonly Act[]) =>
    acts.flatMap(({event}) => {
      const weights = event.motives.find((motive) => motive.coder === coder)?.weights;
      return weights === undefined ? [] : [{id: event.id, weight: keys.reduce((sum, key) => sum + weights[key], 0)}];
    });
  const {certain, possible} = selectActs(ground, events);
  const [sure, maybe] = [weighed(certain), weighed(possible)];
  if (sure.length + maybe.length === 0) return null;
  const extreme = (direction: 1 | -1) => {
    const rest = maybe.map(({weight}) => weight).sort((a, b) => direction * (b - a));
    let total = sure.reduce((sum, {weight}) => sum + weight, 0);
    let n = sure.length;
    for (const weight of rest) {
      if (n > 0 && direction * (weight - total / n) <= 0) break;
      total += weight;
      n++;
    }
    return total / n;
  };
  return {
    unit: "share",
    low: extreme(-1),
    high: extreme(1),
    sure: sure.length > 0,
    counted: sure.map(({id}) => id),
    possible: maybe.map(({id}) => id)
  };
}
