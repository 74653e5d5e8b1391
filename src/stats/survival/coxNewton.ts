import {ThawError} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import type {CoxLikelihood} from "./coxSweep.ts";

/** Where a maximisation started and ended, in the units it worked in. Decrements are gᵀ I⁻¹ g / 2. */
export type Maximum = CoxLikelihood & {
  readonly beta: Float64Array;
  /** [p × p] the lower Cholesky factor of the information */
  readonly factor: Float64Array;
  readonly iterations: number;
  readonly decrement: number;
  readonly start: {readonly logLikelihood: number; readonly decrement: number};
};

export type Search = {
  readonly tolerance: number;
  readonly maxIterations: number;
  /** An element of the information's diagonal that is no larger at the start is rounding. */
  readonly least: number;
  /** [p] how far each coefficient's covariate ranges; a step of length 1 changes no η by more than 1 */
  readonly range: Float64Array;
  /** Throws what is wrong when the information has no inverse at the start: column `dependent` depends on those before it. */
  readonly singular: (information: Float64Array, dependent: number) => never;
  /** Throws when the likelihood rises for ever along `step`. */
  readonly diverging: (step: Float64Array, isLast: boolean) => void;
};

const FIRST_LOOK = 4; // iterations, after which a Newton step that is still long is suspicious
const LONG_STEP = 0.3; // along a likelihood that rises for ever Newton's steps stay near 1 or above
const SHORT_STEP = 1e-6; // there the decrement goes to 0 as well, so convergence asks for a short step too
const ROUNDING = 1e-13; // relative error of a log likelihood that is a long sum
const LEAST_FACTOR = 2 ** -20;

/**
 * Newton's method with step-halving, also where the information has no inverse. It has converged when the decrement is below the tolerance and the step is short, or
 * when a short step's decrement is at the level of rounding and no longer falls.
 *
 * @param start [p]; not modified
 * @throws noConvergence `survival/no-convergence`, which names the decrement; and what `singular` and `diverging` throw
 */
export function maximise(
  likelihood: (beta: Float64Array) => CoxLikelihood,
  start: Float64Array,
  {tolerance, maxIterations, least, range, singular, diverging}: Search
): Maximum {
  const p = start.length;
  let beta: Float64Array = start;
  let at = likelihood(beta);
  if (!(at.logLikelihood < Infinity)) {
    throw notConverged(0, Number.NaN, "the log likelihood is not finite at the start");
  }
  const empty = at.information.findIndex((v, i) => i % (p + 1) === 0 && v <= least);
  let factored = empty < 0 ? cholesky(at.information, p) : {dependent: empty / (p + 1)};
  if ("dependent" in factored) singular(at.information, factored.dependent);
  const first = {logLikelihood: at.logLikelihood, decrement: 0};
  let decrement = Number.POSITIVE_INFINITY;
  for (let iterations = 0; "factor" in factored; iterations++) {
    const before = decrement;
    const step = choleskySolve(curvatureFactor(at, factored.factor, p), p, at.score);
    decrement = product(step, at.score) / 2;
    if (iterations === 0) first.decrement = decrement;
    const length = step.reduce((sum, s, a) => sum + Math.abs(s) * range[a]!, 0);
    const rounding = ROUNDING * Math.max(Math.abs(at.logLikelihood), Math.abs(first.logLikelihood));
    const atRounding = decrement <= rounding && decrement >= before;
    if (length <= SHORT_STEP && (decrement <= tolerance || atRounding)) {
      return {...at, beta, factor: factored.factor, iterations, decrement, start: first};
    }
    const isLast = iterations === maxIterations;
    if (isLast || (iterations >= FIRST_LOOK && length > LONG_STEP)) diverging(step, isLast);
    if (isLast) throw notConverged(iterations, decrement, "the iteration limit");
    const worst = at.logLikelihood - rounding;
    const from = beta;
    let factor = 1;
    do {
      if (factor < LEAST_FACTOR) {
        diverging(step, true);
        throw notConverged(iterations, decrement, "no step raises the log likelihood");
      }
      beta = from.map((b, a) => b + factor * step[a]!);
      at = likelihood(beta);
      factored = cholesky(at.information, p);
      factor /= 2;
    } while (!(at.logLikelihood >= worst) || "dependent" in factored);
  }
  throw notConverged(0, decrement, "the information is singular");
}

/** The factor of the likelihood's own curvature where it has one that is positive definite, else of its information. */
function curvatureFactor({curvature}: CoxLikelihood, otherwise: Float64Array, p: number): Float64Array {
  if (curvature === undefined) return otherwise;
  const factored = cholesky(curvature(), p);
  return "factor" in factored ? factored.factor : otherwise;
}

const product = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);

const notConverged = (iterations: number, decrement: number, why: string) =>
  new ThawError(
    "noConvergence",
    "survival/no-convergence",
    `no convergence: Newton decrement ${decrement.toPrecision(3)} after ${iterations} iterations, ${why}; ` +
      "raise maxIterations, or look for near separation, or a covariate or an offset on an extreme scale",
    {details: {decrement, iterations}}
  );
