import erfc from "@stdlib/math-base-special-erfc";
import {normalQuantile} from "../../numeric/distributions.ts";

/** A function of z with its first two derivatives is written to three numbers: φ, φ′, φ″. */
export type Jet = Float64Array;

/**
 * The standard distribution of the error of log time: density f, distribution F, survival S = 1 − F. All logarithms keep
 * their digits in both tails.
 */
export type ErrorDistribution = {
  readonly logDensity: (z: number, out: Jet) => void;
  readonly logDistribution: (z: number, out: Jet) => void;
  readonly logSurvival: (z: number, out: Jet) => void;
  /** z with F(z) = p. */
  readonly quantile: (p: number) => number;
  /** Mean and standard deviation. */
  readonly mean: number;
  readonly deviation: number;
};

function write(out: Jet, value: number, first: number, second: number): void {
  out[0] = value;
  out[1] = first;
  out[2] = second;
}

/** The smallest extreme value: F(z) = 1 − exp(−eᶻ). Its time is Weibull; its F is the inverse of the cloglog link. */
export const extremeValue: ErrorDistribution = {
  logDensity: (z, out) => {
    const u = Math.exp(z);
    write(out, z - u, 1 - u, -u);
  },
  logDistribution: (z, out) => {
    const u = Math.exp(z);
    if (u > 700) return write(out, -Math.exp(-u), 0, 0);
    const r = u === 0 ? 1 : u / Math.expm1(u);
    const slope = u < 1e-2 ? -u / 2 - u ** 2 / 12 + u ** 4 / 720 : 1 - u - r; // the series where 1 − u − r cancels
    const value = u < Math.LN2 ? (u === 0 ? z : Math.log(-Math.expm1(-u))) : Math.log1p(-Math.exp(-u));
    write(out, value, r, r * slope);
  },
  logSurvival: (z, out) => {
    const u = Math.exp(z);
    write(out, -u, -u, -u);
  },
  quantile: (p) => Math.log(-Math.log1p(-p)),
  mean: -0.5772156649015329, // minus Euler's constant
  deviation: Math.PI / Math.sqrt(6)
};

/** p = 1/(1 + e⁻ᶻ), q = 1 − p and log(1 + eᶻ), from one exponential. */
function logisticParts(z: number): readonly [p: number, q: number, softplus: number] {
  const e = Math.exp(-Math.abs(z));
  const [larger, smaller] = [1 / (1 + e), e / (1 + e)];
  return z > 0 ? [larger, smaller, z + Math.log1p(e)] : [smaller, larger, Math.log1p(e)];
}

/** The logistic: F(z) = 1/(1 + e⁻ᶻ). Its time is log-logistic; its F is the inverse of the logit link. */
export const logistic: ErrorDistribution = {
  logDensity: (z, out) => {
    const [p, q, softplus] = logisticParts(z);
    write(out, z - 2 * softplus, q - p, -2 * p * q);
  },
  logDistribution: (z, out) => {
    const [q, p, softplus] = logisticParts(-z);
    write(out, -softplus, q, -q * p);
  },
  logSurvival: (z, out) => {
    const [p, q, softplus] = logisticParts(z);
    write(out, -softplus, -p, -p * q);
  },
  quantile: (p) => Math.log(p) - Math.log1p(-p),
  mean: 0,
  deviation: Math.PI / Math.sqrt(3)
};

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;
const FAR = 25; // beyond this the asymptotic series of Mills' ratio has sixteen digits, and erfc will underflow

function logUpperNormal(z: number): number {
  if (z < 0) return Math.log1p(-erfc(-z / Math.SQRT2) / 2);
  if (z < FAR) return Math.log(erfc(z / Math.SQRT2) / 2);
  const x = 1 / z ** 2;
  const series = -x * (1 - 3 * x * (1 - 5 * x * (1 - 7 * x * (1 - 9 * x))));
  return -(z ** 2) / 2 - HALF_LOG_TWO_PI - Math.log(z) + Math.log1p(series);
}

/** The normal. Its time is log-normal. */
export const normal: ErrorDistribution = {
  logDensity: (z, out) => write(out, -(z ** 2) / 2 - HALF_LOG_TWO_PI, -z, -1),
  logDistribution: (z, out) => {
    const value = logUpperNormal(-z);
    const ratio = Math.exp(-(z ** 2) / 2 - HALF_LOG_TWO_PI - value);
    write(out, value, ratio, -ratio * (ratio + z));
  },
  logSurvival: (z, out) => {
    const value = logUpperNormal(z);
    const hazard = Math.exp(-(z ** 2) / 2 - HALF_LOG_TWO_PI - value);
    write(out, value, -hazard, -hazard * (hazard - z));
  },
  quantile: normalQuantile,
  mean: 0,
  deviation: 1
};
