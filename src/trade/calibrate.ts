import {incorrect} from "../errors.ts";
import type {Economy} from "./economy.ts";

/**
 * An economy as the coefficients of the model of Caliendo & Parro (2015), with the arrays laid out for the solver: sector
 * first, destination (or country) last. N countries, J sectors; `s` makes a good, `u` uses it.
 *
 * Its own figures agree with each other exactly: what they do not say alike is settled as `calibrate` states.
 */
export type Model = {
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  /** θ [J] */
  readonly tradeElasticity: Float64Array;
  /** π [J × N × N] at (s · N + o) · N + d: share of o in what d spends on goods of s; sums to 1 over o, or to 0 where d buys none. */
  readonly tradeShare: Float64Array;
  /** τ [J × N × N] like `tradeShare`. */
  readonly tariff: Float64Array;
  /** β [J × N] at s · N + c: value added per unit of output; 1 where nothing is made. */
  readonly valueAddedShare: Float64Array;
  /** γ [J × J × N] at (s · J + u) · N + c: spending on inputs s per unit of output of u. With β it sums to 1 over s. */
  readonly inputShare: Float64Array;
  /** Whether any γ is not 0. */
  readonly hasInputs: boolean;
  /** α [J × N] at s · N + c: shares of final spending; sums to 1 over s. */
  readonly finalShare: Float64Array;
  /** X [J × N] at s · N + d, million USD: total spending, tariffs included. */
  readonly expenditure: Float64Array;
  /** Y [J × N] at s · N + o, million USD: sales at the factory gate. */
  readonly output: Float64Array;
  /** wL [N], million USD */
  readonly labourIncome: Float64Array;
  /** R [N], million USD */
  readonly tariffRevenue: Float64Array;
  /** D [N], million USD: imports − exports, both net of tariffs; sums to 0. */
  readonly deficit: Float64Array;
  /** I = wL + R + D [N], million USD: final spending. */
  readonly income: Float64Array;
  /** Largest negative final demand that was set to 0, in million USD and as a share of the country's final spending; 0 where there is none. */
  readonly clipped: {readonly value: number; readonly share: number};
};

/**
 * The model's coefficients from an economy's figures.
 *
 *   π = (1 + τ) flow ⁄ Σₒ (1 + τ) flow,   (β, γ) = (value added, inputs) ⁄ their sum,   α = residual ⁄ Σₛ residual
 *
 * Flows decide: output and spending are their sums, and value added and inputs are scaled to that output. Final demand
 * is what spending leaves after inputs; where that is negative (stocks that were run down) it is set to 0, as the
 * authors do; `finalDemand` itself is not read. The baseline then no longer solves the model: see `balance`.
 *
 * @param tradeElasticity [J] θ > 0; the economy's own when absent
 * @throws incorrect `trade/elasticity`, `trade/flow`, `trade/no-income`
 * @see Caliendo & Parro (2015), REStud 82:1–44, section 4 and their replication code
 */
export function calibrate(
  economy: Economy,
  {tradeElasticity = economy.tradeElasticity}: {readonly tradeElasticity?: Float64Array} = {}
): Model {
  const {countries, sectors, flow, tariff: rates} = economy;
  const [N, J] = [countries.length, sectors.length];
  checkElasticity(sectors, tradeElasticity);
  const tradeShare = new Float64Array(J * N * N);
  const tariff = new Float64Array(J * N * N);
  const expenditure = new Float64Array(J * N);
  const output = new Float64Array(J * N);
  const tariffRevenue = new Float64Array(N);
  const deficit = new Float64Array(N);
  for (let s = 0; s < J; s++)
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) {
        const sales = flow[(o * N + d) * J + s]!;
        const rate = rates[(o * N + d) * J + s]!;
        if (!(sales >= 0 && sales < Infinity && rate > -1 && rate < Infinity))
          throw incorrect(
            "trade/flow",
            `invalid flow from ${countries[o]} to ${countries[d]} in ${sectors[s]}: ${sales} at a tariff of ${rate}; a flow is 0 or more, a tariff above -1`
          );
        const at = (s * N + o) * N + d;
        tariff[at] = rate;
        tradeShare[at] = sales * (1 + rate);
        expenditure[s * N + d]! += tradeShare[at]!;
        output[s * N + o]! += sales;
        tariffRevenue[d]! += sales * rate;
        deficit[d]! += sales;
        deficit[o]! -= sales;
      }
  for (let s = 0; s < J; s++)
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) {
        const spent = expenditure[s * N + d]!;
        if (spent > 0) tradeShare[(s * N + o) * N + d]! /= spent;
      }
  const {valueAddedShare, inputShare, hasInputs} = costShares(economy, expenditure);
  const labourIncome = new Float64Array(N);
  for (let at = 0; at < J * N; at++) labourIncome[at % N]! += valueAddedShare[at]! * output[at]!;
  const income = labourIncome.map((wages, c) => wages + tariffRevenue[c]! + deficit[c]!);
  for (const [c, name] of countries.entries())
    if (!(labourIncome[c]! > 0 && income[c]! > 0))
      throw incorrect(
        "trade/no-income",
        `no income in ${name}: value added ${labourIncome[c]!.toFixed(3)}, final spending ${income[c]!.toFixed(3)}; both must be positive`
      );
  const finalShare = new Float64Array(J * N);
  for (let s = 0; s < J; s++)
    for (let c = 0; c < N; c++) {
      let rest = expenditure[s * N + c]!;
      for (let u = 0; u < J; u++) rest -= inputShare[(s * J + u) * N + c]! * output[u * N + c]!;
      finalShare[s * N + c] = Math.abs(rest) > ROUNDING * expenditure[s * N + c]! ? rest : 0;
    }
  const clipped = clip(finalShare, income);
  const parts = {
    countries,
    sectors,
    tradeElasticity,
    tradeShare,
    tariff,
    valueAddedShare,
    inputShare,
    hasInputs,
    finalShare
  };
  return {...parts, expenditure, output, labourIncome, tariffRevenue, deficit, income, clipped};
}

const ROUNDING = 1e-12; // relative; a difference of sums this small is none

function checkElasticity(sectors: readonly string[], tradeElasticity: Float64Array): void {
  for (const [s, name] of sectors.entries())
    if (!(tradeElasticity[s]! > 0 && tradeElasticity[s]! < Infinity))
      throw incorrect(
        "trade/elasticity",
        `invalid trade elasticity of ${name}: ${tradeElasticity[s] ?? "none"}; a positive number is needed`
      );
}

/**
 * β and γ: value added and inputs as shares of the cost they add up to. Inputs of goods that the country buys from nobody
 * are left out; a sector without any costs uses labour alone.
 *
 * @param expenditure X [J × N]
 */
function costShares({countries, sectors, valueAdded, intermediate}: Economy, expenditure: Float64Array) {
  const [N, J] = [countries.length, sectors.length];
  const valueAddedShare = new Float64Array(J * N).fill(1);
  const inputShare = new Float64Array(J * J * N);
  let hasInputs = false;
  for (let c = 0; c < N; c++)
    for (let u = 0; u < J; u++) {
      const input = (s: number) => (expenditure[s * N + c]! > 0 ? intermediate[(c * J + s) * J + u]! : 0);
      let cost = valueAdded[c * J + u]!;
      for (let s = 0; s < J; s++) cost += input(s);
      if (!(cost > 0)) continue;
      valueAddedShare[u * N + c] = valueAdded[c * J + u]! / cost;
      for (let s = 0; s < J; s++) {
        inputShare[(s * J + u) * N + c] = input(s) / cost;
        hasInputs ||= input(s) !== 0;
      }
    }
  return {valueAddedShare, inputShare, hasInputs};
}

/** Sets negative final demand [J × N] to 0 in place and turns the rest into shares. */
function clip(final: Float64Array, income: Float64Array): Model["clipped"] {
  const N = income.length;
  const total = new Float64Array(N);
  let [value, share] = [0, 0];
  for (let at = 0; at < final.length; at++) {
    const c = at % N;
    value = Math.max(value, -final[at]!);
    share = Math.max(share, -final[at]! / income[c]!);
    final[at] = Math.max(final[at]!, 0);
    total[c]! += final[at]!;
  }
  for (let at = 0; at < final.length; at++) final[at]! /= total[at % N]!;
  return {value, share};
}
