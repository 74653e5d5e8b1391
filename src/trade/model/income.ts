import type {Model} from "../calibrate.ts";
import type {Sales} from "./sales.ts";

/**
 * Final spending of a country: its budget, stated with equation (13) of Caliendo & Parro (2015); export taxes are ours.
 *
 *   I′ = ŵ w L + R′ + export taxes + D′
 *
 * @param wageHat ŵ [N]
 * @param deficit D′ [N]
 * @returns I′ [N]
 */
export const income = (
  {labourIncome}: Model,
  wageHat: Float64Array,
  {tariffRevenue, exportTaxRevenue}: Sales,
  deficit: Float64Array
): Float64Array =>
  labourIncome.map((wages, c) => wageHat[c]! * wages + tariffRevenue[c]! + exportTaxRevenue[c]! + deficit[c]!);
