import {criticalValue} from "../../numeric/distributions.ts";
import {confidenceLimits, type Interval} from "../survival/confidenceLimits.ts";

/**
 * Pointwise intervals of state probabilities on one scale, as R's survfit makes them: where the probability or its error
 * is 0 both limits are the probability.
 *
 * @param p, se [n] not modified
 * @returns `lower` and `upper` [n]; NaN where the scale is not defined, see `confidenceLimits`
 */
export function probabilityIntervals(
  p: Float64Array,
  se: Float64Array,
  level: number,
  scale: Interval
): {readonly lower: Float64Array; readonly upper: Float64Array} {
  const critical = criticalValue(level);
  const lower = new Float64Array(p.length);
  const upper = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) {
    const [probability, error] = [p[i]!, se[i]!];
    const isCertain = error === 0 || probability <= 0;
    const limits = isCertain
      ? [probability, probability]
      : confidenceLimits(probability, error / probability, scale, critical);
    lower[i] = limits[0]!;
    upper[i] = limits[1]!;
  }
  return {lower, upper};
}
