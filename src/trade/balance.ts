import {blocs} from "./blocs.ts";
import type {Model} from "./calibrate.ts";
import {type Closure, deficitRule} from "./closure.ts";
import {newTradeShare} from "./model/tradeShare.ts";
import {check} from "./residuals.ts";
import {wedges} from "./shock.ts";
import {solution} from "./solution.ts";

const SOLVED = 1e-12; // relative; a baseline whose equations hold this well is an equilibrium, the rest is rounding

/**
 * The baseline as an equilibrium of the model under a closure: the model itself where its figures are one, else the
 * equilibrium it has without any shock. So "no shock" changes nothing, whatever was clipped and whatever the closure;
 * with `balanced` it is the world without deficits that Caliendo & Parro (2015) start from.
 *
 * @throws noConvergence `trade/no-convergence`
 */
export function balance(model: Model, closure: Closure = {kind: "worldShare"}): Model {
  const {income, expenditure, labourIncome} = model;
  const unshocked = wedges(model, {});
  const ones = new Float64Array(expenditure.length).fill(1);
  const wageHat = new Float64Array(income.length).fill(1);
  const deficit = deficitRule(model, closure, unshocked.transfer, blocs(model, unshocked))(wageHat);
  const {residuals} = check(model, unshocked, wageHat, ones, expenditure, deficit);
  if (Math.max(...Object.values(residuals)) <= SOLVED) return model;
  const solved = solution(model, {}, {closure, tolerance: SOLVED});
  return {
    ...model,
    tradeShare: newTradeShare(model, solved.costHat, solved.priceHat, unshocked.priceWedge),
    expenditure: solved.expenditure,
    output: solved.output,
    labourIncome: labourIncome.map((value, c) => value * solved.wageHat[c]!),
    tariffRevenue: solved.tariffRevenue,
    deficit: solved.deficit,
    income: solved.income
  };
}
