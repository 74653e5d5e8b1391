import {cholesky, choleskyInverse, choleskySolve} from "./cholesky.ts";

/** A function at a point of k parameters. */
export type Evaluation = {
  readonly value: number;
  /** [k] */
  readonly gradient: Float64Array;
  /** [k × k] by rows: minus the second derivatives, or their expectation. The lower triangle is read. */
  readonly information: Float64Array;
};

export type Objective = (at: Float64Array) => Evaluation;

export type Maximum = Evaluation & {
  /** [k] */
  readonly at: Float64Array;
  /** [k] The Newton step that is left at `at`; where the information is singular, an uphill direction that it does not see. */
  readonly step: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
  /** The Newton decrement gᵀ I⁻¹ g / 2 at `at`: what the value can still rise by; that of the last point with a positive definite I. */
  readonly residual: number;
};

const SINGULAR = 1e-14; // a pivot this small against its diagonal is rounding
const ROUNDING = 1e-11; // relative; how far the sum of a million terms may seem to fall when it rises
const STALLED = 1e-13; // relative; a decrement this small that no longer falls is rounding
const FLAT = 1e-12; // a curvature this small against the diagonal is none
const HALVINGS = 40;

/**
 * Maximises a smooth function by Newton's method. Where the information is indefinite, a multiple of its diagonal is
 * added; where it is singular, the iteration stops; where the value falls, the step is halved.
 *
 * @param start [k] not modified
 * @returns `converged` when the Newton decrement is at most `tolerance`, or at the level of rounding and no longer
 *   falling; never throws for want of convergence
 */
export function maximise(
  objective: Objective,
  start: Float64Array,
  {tolerance = 1e-20, maxIterations = 100}: {readonly tolerance?: number; readonly maxIterations?: number} = {}
): Maximum {
  let at = Float64Array.from(start);
  let here = objective(at);
  let before = Infinity;
  for (let iterations = 0; ; iterations++) {
    const {step, decrement} = newtonStep(here);
    const isFlat = decrement === undefined;
    const residual = decrement ?? before;
    const stopped = (converged: boolean): Maximum => ({...here, at, step, converged, iterations, residual});
    const slack = ROUNDING * Math.abs(here.value);
    if (!isFlat && (residual <= tolerance || (residual <= STALLED * Math.abs(here.value) && residual >= before)))
      return stopped(true);
    if (isFlat || iterations === maxIterations) return stopped(false);
    let size = 1;
    let halvings = 0;
    let next = at;
    let there = here;
    do {
      next = at.map((value, j) => value + size * step[j]!);
      there = objective(next);
      size /= 2;
    } while (!(there.value >= here.value - slack && there.value < Infinity) && ++halvings < HALVINGS);
    if (halvings === HALVINGS) return stopped(false);
    before = residual;
    at = next;
    here = there;
  }
}

/** The step and its decrement: infinite for a damped step, undefined for a direction without curvature. */
function newtonStep({gradient, information}: Evaluation): {
  readonly step: Float64Array;
  readonly decrement: number | undefined;
} {
  const k = gradient.length;
  const root = cholesky(information, k, SINGULAR);
  if ("factor" in root) {
    const step = choleskySolve(root.factor, k, gradient);
    return {step, decrement: step.reduce((sum, value, j) => sum + value * gradient[j]!, 0) / 2};
  }
  const flat = flatDirection(information, gradient, root.dependent);
  if (flat !== undefined) return {step: flat, decrement: undefined};
  for (let damping = 1e-3; damping < 1e12; damping *= 10) {
    const damped = Float64Array.from(information);
    for (let j = 0; j < k; j++) damped[j * k + j]! += damping * (Math.abs(damped[j * k + j]!) || 1);
    const dampedRoot = cholesky(damped, k, SINGULAR);
    if ("factor" in dampedRoot) return {step: choleskySolve(dampedRoot.factor, k, gradient), decrement: Infinity};
  }
  return {step: new Float64Array(k), decrement: undefined};
}

/** The direction [k] in which parameter j moves by 1 and those before it follow, uphill, if the information vanishes there. */
function flatDirection(information: Float64Array, gradient: Float64Array, j: number): Float64Array | undefined {
  const k = gradient.length;
  const leading = new Float64Array(j * j);
  for (let a = 0; a < j; a++) for (let b = 0; b <= a; b++) leading[a * j + b] = information[a * k + b]!;
  const root = cholesky(leading, j, 0);
  if (!("factor" in root)) return undefined;
  const right = information.slice(j * k, j * k + j);
  const follow = choleskySolve(root.factor, j, right);
  const diagonal = information[j * k + j]!;
  const curvature = follow.reduce((sum, value, a) => sum - value * right[a]!, diagonal);
  if (!(Math.abs(curvature) <= FLAT * Math.abs(diagonal))) return undefined;
  const direction = new Float64Array(k);
  direction[j] = 1;
  for (let a = 0; a < j; a++) direction[a] = -follow[a]!;
  const slope = direction.reduce((sum, value, a) => sum + value * gradient[a]!, 0);
  return slope < 0 ? direction.map((value) => -value) : direction;
}

/** The objective over the parameters `free` alone; the others stay as they are in `at`. */
export function restricted(objective: Objective, free: readonly number[], at: Float64Array): Objective {
  const k = at.length;
  return (part) => {
    const whole = Float64Array.from(at);
    for (const [j, parameter] of free.entries()) whole[parameter] = part[j]!;
    const {value, gradient, information} = objective(whole);
    return {
      value,
      gradient: Float64Array.from(free, (parameter) => gradient[parameter]!),
      information: Float64Array.from(
        free.flatMap((row) => free.map((column) => information[Math.max(row, column) * k + Math.min(row, column)]!))
      )
    };
  };
}

/** The inverse [k × k] by rows of the information at a maximum that has converged, where it is positive definite. */
export function inverseInformation({information, gradient: {length: k}}: Evaluation): Float64Array {
  const root = cholesky(information, k, 0);
  if ("dependent" in root) throw new Error("the information at a maximum is not positive definite");
  return choleskyInverse(root.factor, k);
}
