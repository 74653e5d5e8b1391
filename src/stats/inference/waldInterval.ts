import {criticalValue} from "../../numeric/distributions.ts";

export type Interval = {readonly lower: number; readonly upper: number};

/** estimate ∓ z · se, on the scale of the estimate. */
export function waldInterval(estimate: number, se: number, level: number): Interval {
  const half = criticalValue(level) * se;
  return {lower: estimate - half, upper: estimate + half};
}
