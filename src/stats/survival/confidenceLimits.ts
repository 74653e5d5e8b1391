/**
 * The scale on which an interval for a survival probability is symmetric. `log` is R's default; `log-log` stays within
 * [0, 1] and is the better one in small samples; `plain` and `log` are cut at 0 and 1.
 */
export type Interval = "log" | "log-log" | "plain" | "logit" | "arcsine";

/**
 * Limits of S at `critical` standard errors `relative` · S, as `survfit` has them.
 *
 * @param relative standard error of log S
 * @returns [NaN, NaN] where S is 0 (under `plain` [0, 0] when `relative` is 0), and under `log-log`, `logit` and `arcsine` where S is 1, which those scales do not reach
 */
export function confidenceLimits(
  survival: number,
  relative: number,
  interval: Interval,
  critical: number
): readonly [lower: number, upper: number] {
  const S = survival;
  const half = critical * relative;
  if (interval === "plain") return [Math.max(S - half * S, 0), Math.min(S + half * S, 1)];
  if (S === 0) return [Number.NaN, Number.NaN];
  if (interval === "log") return [S * Math.exp(-half), Math.min(S * Math.exp(half), 1)];
  if (S === 1) return [Number.NaN, Number.NaN];
  if (interval === "log-log") {
    const factor = Math.exp(-half / Math.log(S));
    return [S ** factor, S ** (1 / factor)];
  }
  if (interval === "logit") {
    const odds = S / (1 - S);
    const factor = Math.exp(half * (1 + odds));
    return [odds / (factor + odds), (odds * factor) / (1 + odds * factor)];
  }
  const angle = Math.asin(Math.sqrt(S));
  const halfAngle = (half / 2) * Math.sqrt(S / (1 - S));
  return [Math.sin(Math.max(0, angle - halfAngle)) ** 2, Math.sin(Math.min(Math.PI / 2, angle + halfAngle)) ** 2];
}
