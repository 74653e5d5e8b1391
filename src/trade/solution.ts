import {ThawError} from "../errors.ts";
import {fixedPoint} from "./anderson.ts";
import {type Blocs, blocs} from "./blocs.ts";
import type {Model} from "./calibrate.ts";
import {type Closure, deficitRule} from "./closure.ts";
import {check, type Residuals, type Solution} from "./residuals.ts";
import {type Shock, wedges} from "./shock.ts";
import {sweep} from "./sweep.ts";

export type SolveOptions = {
  /** Default `worldShare`. */
  readonly closure?: Closure;
  /** What each residual of the model may be at most; default 1e-10. */
  readonly tolerance?: number;
  /** Default 2000, far above what any tested shock takes (docs/methods/trade-solver.md). */
  readonly maxIterations?: number;
  /** State of another solution of the model, to start from; the answer is the same to the tolerance. Without it, or where it does not fit, the baseline. */
  readonly from?: Float64Array;
};

/** A solution with the iterations it took, the largest of its residuals, and where another may start from. */
export type Solved = Solution & {
  readonly iterations: number;
  readonly residual: number;
  readonly state: Float64Array;
};

/**
 * The equilibrium in the solver's own layout, checked against the model's equations.
 *
 * @throws what `solve` throws
 */
export function solution(
  model: Model,
  shock: Shock,
  {closure = {kind: "worldShare"}, tolerance = 1e-10, maxIterations = 2000, from}: SolveOptions = {}
): Solved {
  const shocked = wedges(model, shock);
  const split = blocs(model, shocked);
  const deficits = deficitRule(model, closure, shocked.transfer, split);
  checkDeadEnds(model, split, deficits(new Float64Array(model.income.length).fill(1)));
  const {map, start, found} = sweep(model, shocked, deficits, split);
  let at = from?.length === start.length ? from : start;
  let iterations = 0;
  for (let target = tolerance; ; target /= TIGHTER) {
    const point = fixedPoint(map, at, {tolerance: target, maxIterations: maxIterations - iterations});
    iterations += point.iterations;
    const {logWage, logPrice, expenditure} = found();
    const wageHat = logWage.map(Math.exp);
    const solved = check(model, shocked, wageHat, logPrice.map(Math.exp), expenditure, deficits(wageHat));
    const residual = Math.max(...Object.values(solved.residuals));
    if (residual <= tolerance) return {...solved, iterations, residual, state: point.value};
    if (!point.converged || iterations >= maxIterations) throw noConvergence(solved.residuals, tolerance, iterations);
    at = point.value;
  }
}

const TIGHTER = 10; // where the solver's residual is met and one of the model's is not

/** Who only sells must lend what it earns, who only buys must borrow: a deficit of the other sign, or none, has no equilibrium. */
function checkDeadEnds({countries}: Model, {deadEnds}: Blocs, deficit: Float64Array): void {
  for (const {members, only} of deadEnds.toSorted((a, b) => a.members.length - b.members.length)) {
    const owed = members.reduce((sum, c) => sum + deficit[c]!, 0);
    if (only === "sells" ? owed < 0 : owed > 0) continue;
    const names = members.map((c) => countries[c]!);
    throw new ThawError(
      "unsupported",
      "trade/one-way",
      `no equilibrium with one-way trade: ${names.join(", ")} ${only} only, at a trade deficit of ${owed.toFixed(3)}; forbid the other direction too, or leave a flow open`,
      {details: {members: names, only, deficit: owed}}
    );
  }
}

function noConvergence(residuals: Residuals, tolerance: number, iterations: number): ThawError {
  const [name, value] = Object.entries(residuals).reduce((most, next) => (next[1] <= most[1] ? most : next));
  return new ThawError(
    "noConvergence",
    "trade/no-convergence",
    `no equilibrium found: the ${name} residual is ${value.toExponential(2)} after ${iterations} iterations; at most ${tolerance} is needed`,
    {details: {residuals, iterations}}
  );
}
