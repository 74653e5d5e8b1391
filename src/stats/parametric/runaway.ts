import {incorrect, ThawError} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import type {Maximum} from "../../numeric/newton.ts";
import {addCrossProducts, addRow, type Design, linearPredictor} from "../inference/design.ts";

const STILL = 1e-4; // a parameter that Newton still moves by this at its end has no maximum
const SETTLED = 1e-3; // share of the largest change of η that counts as none
const PART = 1e-2; // share of the largest part of a move that names a parameter
const FAR = 20; // of a log scale: a factor of 5e8 in log time
const PROJECTIONS = 500;

/**
 * Refuses an iteration that ended without a maximum, and says which parameter ran off.
 *
 * The likelihood rises for ever where the linear predictor can move so that no row loses. Newton's last step points along
 * such a direction as a rule; where it does not, alternating projections look for one (Correia, Guimarães & Zylkin 2019).
 *
 * @param maximum in the standardised parameters of the design, and the logs of scales after them
 * @param side [rows] 1 where a larger η never lowers the row's likelihood, −1 where a smaller one never does, 0 where
 *   either does in the end
 * @throws incorrect `survival/separation` naming the covariates; `survival/scale-collapses` (the events are fitted
 *   exactly), `survival/scale-diverges`; noConvergence `survival/no-convergence` naming the Newton decrement
 */
export function requireMaximum(design: Design, maximum: Maximum, side: Int8Array): void {
  const {converged, step, residual, iterations} = maximum;
  const reach = largest(linearPredictor(design, step));
  const scales = step.subarray(design.names.length);
  const isFar = maximum.at.subarray(design.names.length).some((value) => Math.abs(value) > FAR);
  if (converged && !isFar && reach <= STILL && largest(scales) <= STILL) return;
  const isScale = largest(scales) > STILL;
  if (isFar || (converged && isScale && largest(scales) > PART * largest(step))) throw scaleWithout(design, maximum);
  if (converged) throw separation(design, step);
  const direction = [step, step.map((value) => -value)].find((way) => isRecession(design, way, side));
  const found = direction ?? recession(design, side);
  if (found !== undefined) throw separation(design, found);
  if (isScale && residual < STILL) throw scaleWithout(design, maximum); // it creeps, and gains nothing
  throw new ThawError(
    "noConvergence",
    "survival/no-convergence",
    `no convergence: Newton decrement ${residual.toExponential(2)} after ${iterations} iterations; raise maxIterations, or look for a covariate on an extreme scale`,
    {details: {residual, iterations}}
  );
}

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function isRecession(design: Design, direction: Float64Array, side: Int8Array): boolean {
  const change = linearPredictor(design, direction);
  const settled = SETTLED * largest(change);
  return (
    settled > 0 &&
    change.every((value, row) => (side[row] === 0 ? Math.abs(value) <= settled : side[row]! * value >= -settled))
  );
}

/** Projects on the columns and on the changes that cost no row anything, in turn; the limit is not 0 if there is one. */
function recession(design: Design, side: Int8Array): Float64Array | undefined {
  const k = design.names.length;
  const matrix = new Float64Array(k * k);
  addCrossProducts(design, new Float64Array(design.rows).fill(1), matrix, k);
  const root = cholesky(matrix, k);
  if ("dependent" in root) return undefined;
  let change = Float64Array.from(side);
  for (let turn = 0; turn < PROJECTIONS; turn++) {
    const right = new Float64Array(k);
    for (let i = 0; i < design.rows; i++) addRow(design, i, change[i]!, right, 0);
    const direction = choleskySolve(root.factor, k, right);
    if (isRecession(design, direction, side)) return direction;
    change = linearPredictor(design, direction).map((value, i) => (side[i]! * value > 0 ? value : 0));
  }
  return undefined;
}

function separation({intercepts, names}: Design, direction: Float64Array): ThawError {
  const most = largest(direction.subarray(0, names.length));
  const moving = names.flatMap((_, j) => (Math.abs(direction[j]!) > PART * most ? [j] : []));
  const slopes = moving.filter((j) => j >= intercepts);
  const guilty = slopes.length > 0 ? slopes : moving;
  const ends = guilty.map((j) => `${names[j]} (to ${direction[j]! > 0 ? "+" : "−"}∞)`);
  return incorrect(
    "survival/separation",
    `separation: no finite estimate of ${ends.join(", ")}; leave it out, join groups, or penalise with firth where it is offered`,
    {names: guilty.map((j) => names[j]!)}
  );
}

function scaleWithout({names}: Design, {at, step}: Maximum): ThawError {
  const moves = Array.from(at.subarray(names.length), (value, s) => {
    const move = step[names.length + s]!;
    return {value, move, size: Math.abs(value) > FAR ? Infinity : Math.abs(move)};
  });
  const {value, move} = moves.reduce((worst, next) => (next.size > worst.size ? next : worst));
  const scale = Math.exp(value).toExponential(2);
  return (Math.abs(value) > FAR ? value : move) < 0
    ? incorrect(
        "survival/scale-collapses",
        `scale without an estimate: it runs to 0, and is at ${scale}; the events of a stratum are fitted exactly, so leave covariates out or give the scale`
      )
    : incorrect(
        "survival/scale-diverges",
        `scale without an estimate: it runs to ∞, and is at ${scale}; the times do not fit the distribution, so give the scale or take another`
      );
}
