import type {Support} from "./turnbullSupport.ts";

/** A hazard this large leaves 1e-17 of those at risk: one that grows without end stops here. */
const CERTAIN = 40;
const HALVINGS = 30;
/** Likelihoods this near, relatively, are told apart by their residuals instead. */
const ROUNDING = 1e-12;

type Solution = {
  /** [m] H after each interval; the last is ∞ by definition and not used. */
  readonly cumulative: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly residual: number;
};

/**
 * Maximises Turnbull's likelihood over cumulative hazards 0 ≤ H_0 ≤ H_1 ≤ … ≤ H_{m−2}. A spell of intervals from … to gives
 *
 *   log P = H_{enters−1} − H_{from−1} + log(1 − exp(−(H_to − H_{from−1}))),   the last term 0 when `to` is the last,
 *
 * which is concave in H. Each iteration is a step of self-consistency (weighted Kaplan–Meier of the expected events) and a
 * step of the iterative convex minorant: Newton with the diagonal of the Hessian, made monotone by pooling and halved until
 * the likelihood grows.
 */
export function hazardsOf(
  support: Support,
  weight: Float64Array | undefined,
  {tolerance, maxIterations}: {readonly tolerance: number; readonly maxIterations: number}
): Solution {
  const m = support.left.length;
  let cumulative = new Float64Array(m).map((_, j) => -Math.log1p(-(j + 1) / (m + 1))); // equal masses
  let now = selfConsistencyOf(support, weight, cumulative);
  let iterations = 0;
  while (now.residual > tolerance && iterations < maxIterations) {
    iterations++;
    const from = now.selfConsistent;
    const start = logLikelihoodOf(support, weight, from);
    const minorant = convexMinorant(support, weight, from);
    cumulative = from;
    for (let halving = 0, part = 1; halving < HALVINGS; halving++, part /= 2) {
      const trial = from.map((H, j) => H + part * (minorant[j]! - H));
      const gain = logLikelihoodOf(support, weight, trial) - start;
      const isLevel = Math.abs(gain) <= ROUNDING * Math.abs(start);
      if (!isLevel && !(gain > 0)) continue;
      if (!isLevel || selfConsistencyOf(support, weight, trial).residual < now.residual) cumulative = trial;
      break;
    }
    now = selfConsistencyOf(support, weight, cumulative);
  }
  return {
    cumulative,
    logLikelihood: logLikelihoodOf(support, weight, cumulative),
    iterations,
    residual: now.residual
  };
}

const before = (cumulative: Float64Array, j: number): number => (j === 0 ? 0 : cumulative[j - 1]!);

function logLikelihoodOf({left, from, to, enters}: Support, weight: Float64Array | undefined, H: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < from.length; i++) {
    const start = before(H, from[i]!);
    const within = to[i] === left.length - 1 ? 0 : Math.log(-Math.expm1(start - H[to[i]!]!));
    sum += (weight?.[i] ?? 1) * (before(H, enters[i]!) - start + within);
  }
  return sum;
}

/**
 * Expected events and numbers at risk, what they make of the hazards, and how far those are from the maximum. `ratio` is
 * Dⱼ = S_{j−1} Σ w / P over the spells that may end in j; the sum is carried from interval to interval. At risk are those
 * who end in j or later less those who enter later, summed from the back, where few are left.
 */
function selfConsistencyOf(
  {left, from, to, enters}: Support,
  weight: Float64Array | undefined,
  H: Float64Array
): {readonly selfConsistent: Float64Array<ArrayBuffer>; readonly residual: number} {
  const m = left.length;
  const coming = new Float64Array(m);
  const going = new Float64Array(m);
  const change = new Int32Array(m);
  const entering = new Float64Array(m);
  for (let i = 0; i < from.length; i++) {
    const w = weight?.[i] ?? 1;
    const [a, b] = [from[i]!, to[i]!];
    entering[enters[i]!]! += w;
    coming[a]! += b === m - 1 ? w : w / -Math.expm1(before(H, a) - H[b]!);
    change[a]!++;
    if (b === m - 1) continue;
    going[b]! += w / Math.expm1(H[b]! - before(H, a)); // what is left of it after the interval
    change[b + 1]!--;
  }
  const ratio = new Float64Array(m);
  let sum = 0;
  let count = 0;
  for (let j = 0; j < m; j++) {
    count += change[j]!;
    sum += coming[j]!;
    ratio[j] = sum;
    sum = count + (change[j + 1] ?? 0) === 0 ? 0 : Math.max(0, sum * Math.exp(before(H, j) - H[j]!) - going[j]!);
  }
  const hazards = new Float64Array(m);
  let residual = 0;
  let atRisk = ratio[m - 1]!;
  for (let j = m - 2; j >= 0; j--) {
    const h = H[j]! - before(H, j);
    const events = -ratio[j]! * Math.expm1(-h);
    atRisk = Math.max(atRisk + events - entering[j + 1]!, events);
    const excess = ratio[j]! / atRisk - 1;
    residual = Math.max(residual, excess, Math.min(h, -excess));
    hazards[j] = Math.min(-Math.log1p(-events / atRisk), CERTAIN);
  }
  let cumulative = 0;
  return {selfConsistent: hazards.map((h) => (cumulative += h)), residual};
}

/** The monotone H ≥ 0 that maximises the quadratic expansion of the log likelihood with the diagonal of its Hessian. */
function convexMinorant(
  {left, from, to, enters}: Support,
  weight: Float64Array | undefined,
  H: Float64Array
): Float64Array {
  const m = left.length;
  const slope = new Float64Array(m);
  const bend = new Float64Array(m);
  for (let i = 0; i < from.length; i++) {
    const w = weight?.[i] ?? 1;
    const [a, b] = [from[i]!, to[i]!];
    const odds = b === m - 1 ? 0 : 1 / Math.expm1(H[b]! - before(H, a));
    if (enters[i]! > 0) slope[enters[i]! - 1]! += w;
    if (a > 0) {
      slope[a - 1]! -= w * (1 + odds);
      bend[a - 1]! += w * odds * (1 + odds);
    }
    if (b === m - 1) continue;
    slope[b]! += w * odds;
    bend[b]! += w * odds * (1 + odds);
  }
  const level = new Float64Array(m); // blocks of one level: their levels, weights and lengths
  const mass = new Float64Array(m);
  const length = new Uint32Array(m);
  let blocks = 0;
  for (let j = 0; j < m - 1; j++) {
    const d = Math.max(bend[j]!, Math.abs(slope[j]!), Number.MIN_VALUE); // no step longer than 1
    level[blocks] = H[j]! + slope[j]! / d;
    mass[blocks] = d;
    length[blocks++] = 1;
    while (blocks > 1 && level[blocks - 2]! >= level[blocks - 1]!) {
      const [one, other] = [blocks - 2, blocks - 1];
      const both = mass[one]! + mass[other]!;
      level[one] = (level[one]! * mass[one]! + level[other]! * mass[other]!) / both;
      mass[one] = both;
      length[one]! += length[other]!;
      blocks--;
    }
  }
  const monotone = new Float64Array(m);
  for (let block = 0, j = 0; block < blocks; block++) {
    for (const end = j + length[block]!; j < end; j++) monotone[j] = Math.max(0, level[block]!);
  }
  return monotone;
}
