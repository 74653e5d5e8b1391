import {balance} from "./balance.ts";
import {calibrate, type Model} from "./calibrate.ts";
import type {Economy} from "./economy.ts";
import {type Equilibrium, report} from "./report.ts";
import type {Shock} from "./shock.ts";
import {type SolveOptions, solution} from "./solution.ts";

/**
 * The equilibrium after a shock, in changes from the equilibrium without it under the same closure: equations (10) to
 * (14) of Caliendo & Parro (2015).
 *
 * @param shock arrays in the economy's layout; not modified
 * @param tradeElasticity [J] θ > 0; the economy's own when absent
 * @throws incorrect what `calibrate`, `wedges` and `deficitRule` throw
 * @throws unsupported `trade/one-way`: prohibitions leave a country that may sell and not buy, and the closure no way to pay
 * @throws noConvergence `trade/no-convergence`: which equation is off, by how much, after how many iterations
 * @see docs/methods/trade-model.md, docs/methods/trade-solver.md
 */
export function solve(
  economy: Economy,
  shock: Shock,
  options: SolveOptions & {readonly tradeElasticity?: Float64Array} = {}
): Equilibrium {
  return solveModel(balance(calibrate(economy, options), options.closure), shock, options);
}

/** `solve` for a model that `balance` has returned for the same closure: for many shocks to one baseline. */
export function solveModel(model: Model, shock: Shock, options: SolveOptions = {}): Equilibrium {
  return report(model, solution(model, shock, options), options.closure ?? {kind: "worldShare"});
}
