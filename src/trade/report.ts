import type {Model} from "./calibrate.ts";
import type {Closure} from "./closure.ts";
import {consumerPriceHat} from "./model/consumerPrice.ts";
import type {Residuals} from "./residuals.ts";
import type {Solved} from "./solution.ts";
import {type FirstOrderWelfare, firstOrderWelfare} from "./welfare.ts";

/** An equilibrium in the layouts of `Economy`; a hat is counterfactual ÷ baseline; money in million USD, world value added held constant. */
export type Equilibrium = {
  readonly closure: Closure;
  /** [N] */
  readonly wageHat: Float64Array;
  /** [N × J] at d · J + s: price index at the destination; NaN where it buys none. */
  readonly priceHat: Float64Array;
  /** [N] Price of final consumption. */
  readonly consumerPriceHat: Float64Array;
  /** [N] Welfare: final spending at constant prices. */
  readonly realConsumptionHat: Float64Array;
  /** [N] ŵ ⁄ P̂ */
  readonly realWageHat: Float64Array;
  /** [N × N × J] net of tariffs, like `Economy.flow`. */
  readonly flow: Float64Array;
  /** [N × J] at d · J + s: all spending, tariffs included. */
  readonly expenditure: Float64Array;
  /** [N × J] at o · J + s: receipts at the factory gate. */
  readonly output: Float64Array;
  /** [N × J] output at constant factory-gate prices; NaN where the baseline has none. */
  readonly realOutputHat: Float64Array;
  /** [N] each. Income is final spending: wages, both revenues and the deficit, which has the transfer in it. */
  readonly tariffRevenue: Float64Array;
  readonly exportTaxRevenue: Float64Array;
  readonly deficit: Float64Array;
  readonly income: Float64Array;
  readonly firstOrder: FirstOrderWelfare;
  readonly residuals: Residuals;
  /** The largest of the residuals. */
  readonly residual: number;
  readonly iterations: number;
};

/** Welfare [N] of a solution: final spending at constant prices, counterfactual ÷ baseline. */
export const realConsumptionHat = (model: Model, solved: Solved): Float64Array =>
  realConsumption(model, solved, consumerPriceHat(model, solved.priceHat));

const realConsumption = (model: Model, {income}: Solved, consumerPrice: Float64Array): Float64Array =>
  income.map((value, c) => value / model.income[c]! / consumerPrice[c]!);

/** A solution turned into what people ask of it. */
export function report(model: Model, solved: Solved, closure: Closure): Equilibrium {
  const {wageHat, priceHat, costHat, income, residuals, residual, iterations, deficit} = solved;
  const [N, J] = [wageHat.length, model.tradeElasticity.length];
  const byCountry = (value: (at: number) => number): Float64Array =>
    Float64Array.from({length: N * J}, (_, i) => value((i % J) * N + Math.floor(i / J)));
  const flow = new Float64Array(N * N * J);
  for (let s = 0; s < J; s++)
    for (let pair = 0; pair < N * N; pair++) flow[pair * J + s] = solved.flow[s * N * N + pair]!;
  const consumerPrice = consumerPriceHat(model, priceHat);
  return {
    closure,
    wageHat,
    priceHat: byCountry((at) => (model.expenditure[at]! > 0 ? priceHat[at]! : Number.NaN)),
    consumerPriceHat: consumerPrice,
    realConsumptionHat: realConsumption(model, solved, consumerPrice),
    realWageHat: wageHat.map((value, c) => value / consumerPrice[c]!),
    flow,
    expenditure: byCountry((at) => solved.expenditure[at]!),
    output: byCountry((at) => solved.output[at]!),
    realOutputHat: byCountry((at) => solved.output[at]! / model.output[at]! / costHat[at]!),
    tariffRevenue: solved.tariffRevenue,
    exportTaxRevenue: solved.exportTaxRevenue,
    deficit,
    income,
    firstOrder: firstOrderWelfare(model, costHat, solved.flow),
    residuals,
    residual,
    iterations
  };
}
