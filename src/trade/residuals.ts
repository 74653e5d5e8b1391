import type {Model} from "./calibrate.ts";
import {expenditure} from "./model/expenditure.ts";
import {income} from "./model/income.ts";
import {inputCostHat} from "./model/inputCost.ts";
import {labourDemand} from "./model/labourDemand.ts";
import {priceIndexHat} from "./model/priceIndex.ts";
import {type Sales, sales} from "./model/sales.ts";
import {tradeImbalance} from "./model/tradeBalance.ts";
import {newTradeShare} from "./model/tradeShare.ts";
import type {Wedges} from "./shock.ts";

/** What each of the model's own equations is off, relative to its largest term, at its worst country and sector. */
export type Residuals = {
  /** Σₒ π′ = 1 */
  readonly tradeShare: number;
  /** (11) */
  readonly priceIndex: number;
  /** (13) */
  readonly expenditure: number;
  /** Σ β Y′ = ŵ w L */
  readonly labour: number;
  /** (14), relative to final spending */
  readonly tradeBalance: number;
  /** Σ ŵ w L = Σ w L */
  readonly numeraire: number;
};

/** An answer with everything that follows from it by the model's equations; layouts of `Model`. */
export type Solution = Sales & {
  readonly wageHat: Float64Array;
  readonly priceHat: Float64Array;
  readonly costHat: Float64Array;
  readonly expenditure: Float64Array;
  readonly deficit: Float64Array;
  readonly income: Float64Array;
  readonly residuals: Residuals;
};

/**
 * Puts wages, prices and spending into the model's equations as they are written, one after the other, and says what
 * each is off. It shares no code with the solver.
 *
 * @param wageHat ŵ [N]
 * @param priceHat P̂ [J × N]
 * @param spent X′ [J × N]
 * @param deficit D′ [N]
 */
export function check(
  model: Model,
  shocked: Wedges,
  wageHat: Float64Array,
  priceHat: Float64Array,
  spent: Float64Array,
  deficit: Float64Array
): Solution {
  const costHat = inputCostHat(model, wageHat, priceHat);
  const price = priceIndexHat(model, costHat, shocked.priceWedge);
  const share = newTradeShare(model, costHat, priceHat, shocked.priceWedge);
  const sold = sales(share, spent, shocked);
  const budget = income(model, wageHat, sold, deficit);
  const wages = model.labourIncome.map((value, c) => value * wageHat[c]!);
  const residuals = {
    tradeShare: shareError(share, spent),
    priceIndex: worst(priceHat, (value, at) => price[at]! / value - 1),
    expenditure: worst(expenditure(model, sold.output, budget), (value, at) => relative(spent[at]! - value, value)),
    labour: worst(labourDemand(model, sold.output), (value, c) => value / wages[c]! - 1),
    tradeBalance: worst(tradeImbalance(sold.flow, deficit), (value, c) => value / budget[c]!),
    numeraire: Math.abs(sum(wages) / sum(model.labourIncome) - 1)
  };
  return {...sold, wageHat, priceHat, costHat, expenditure: spent, deficit, income: budget, residuals};
}

function shareError(share: Float64Array, spent: Float64Array): number {
  const N = share.length / spent.length;
  const total = new Float64Array(spent.length);
  for (let at = 0; at < share.length; at++) total[Math.floor(at / (N * N)) * N + (at % N)]! += share[at]!;
  return worst(total, (value, at) => (spent[at]! > 0 ? value - 1 : 0));
}

const relative = (difference: number, whole: number): number => (difference === 0 ? 0 : difference / whole);
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** The largest absolute error; NaN if one is. */
function worst(values: Float64Array, error: (value: number, at: number) => number): number {
  let most = 0;
  for (const [at, value] of values.entries()) most = Math.max(most, Math.abs(error(value, at)));
  return most;
}
