import type {FixedPointMap} from "./anderson.ts";
import {type Blocs, sumByBloc} from "./blocs.ts";
import type {Model} from "./calibrate.ts";
import type {DeficitRule} from "./closure.ts";
import type {Wedges} from "./shock.ts";

/** The model as a map whose fixed point is the equilibrium, with where its parts lie in the state. */
export type Sweep = {
  readonly map: FixedPointMap;
  /** State of the baseline: see `sweep`. */
  readonly start: Float64Array;
  /** log ŵ [N], log P̂ [J × N] and X′ [J × N] as the last call found them. */
  readonly found: () => {
    readonly logWage: Float64Array;
    readonly logPrice: Float64Array;
    readonly expenditure: Float64Array;
  };
};

/**
 * Equations (10) to (14) of Caliendo & Parro (2015) once round, fused: with ĉ^(−θ) in hand, prices and sales of a sector
 * are products of the one fixed matrix K = π κ̂^(−θ) with a vector, so nothing of size J × N × N is raised to a power.
 *
 * The state is log ŵ [N], then with inputs log P̂ [J × N] and log X′ [J × N], else with revenue its part of labour
 * income R′ ⁄ wL [N]. Wages move by the excess demand for labour over 1 + its own elasticity at the first point, a
 * Newton step with the diagonal of the Jacobian alone; then value added of the world (of each bloc) is set to the baseline's, the numeraire.
 *
 * The residual is the largest of the relative excess demand for labour, θ times the error of log P̂ (that of the sum of
 * trade shares), the relative error of X′ and that of R′ ⁄ wL.
 */
export function sweep(model: Model, shocked: Wedges, deficits: DeficitRule, split: Blocs): Sweep {
  const {tradeElasticity: theta, valueAddedShare, inputShare, finalShare, labourIncome, hasInputs} = model;
  const [N, J] = [labourIncome.length, theta.length];
  const {paid, landed, received, hasRevenue} = kernels(model, shocked);
  const {hasExportTax} = shocked;
  const [priceAt, spendingAt] = [N, N + J * N];
  const revenueAt = N;
  const size = hasInputs ? N + 2 * J * N : hasRevenue ? 2 * N : N;
  const valueAdded = sumByBloc(split, labourIncome);
  const wageHat = new Float64Array(N);
  const logCost = new Float64Array(J * N);
  const costPower = new Float64Array(J * N);
  const logPrice = new Float64Array(J * N);
  const expenditure = new Float64Array(J * N);
  const nextExpenditure = hasInputs ? new Float64Array(J * N) : expenditure;
  const sales = new Float64Array(J * N);
  const revenue = new Float64Array(N);
  const income = new Float64Array(N);
  const demand = new Float64Array(N);
  const wageBill = new Float64Array(N);
  const power = new Float64Array(N); // P̂^(−θ) of a sector
  const net = new Float64Array(N); // the same without the tariff's part
  const perPower = new Float64Array(N); // X′ P̂^θ
  const pace = new Float64Array(N);
  let hasPace = false;

  function costs(at: Float64Array): void {
    for (let u = 0; u < J; u++) for (let c = 0; c < N; c++) logCost[u * N + c] = valueAddedShare[u * N + c]! * at[c]!;
    if (hasInputs)
      for (let s = 0; s < J; s++)
        for (let u = 0; u < J; u++) {
          const from = (s * J + u) * N;
          for (let c = 0; c < N; c++) logCost[u * N + c]! += inputShare[from + c]! * at[priceAt + s * N + c]!;
        }
    for (let s = 0; s < J; s++)
      for (let o = 0; o < N; o++) costPower[s * N + o] = Math.exp(-theta[s]! * logCost[s * N + o]!);
  }

  function spendingBefore(at: Float64Array, deficit: Float64Array): void {
    if (hasInputs)
      for (let i = 0; i < J * N; i++)
        expenditure[i] = finalShare[i] === 0 && model.expenditure[i] === 0 ? 0 : Math.exp(at[spendingAt + i]!);
    else
      for (let c = 0; c < N; c++) {
        const budget = (wageHat[c]! + (hasRevenue ? at[revenueAt + c]! : 0)) * labourIncome[c]! + deficit[c]!;
        for (let s = 0; s < J; s++) expenditure[s * N + c] = finalShare[s * N + c]! * budget;
      }
  }

  /** Prices, sales and revenue of one sector; every trade share is used here and nowhere else. */
  function sector(s: number): void {
    power.fill(0);
    net.fill(0);
    for (let o = 0; o < N; o++) {
      const x = costPower[s * N + o]!;
      const from = (s * N + o) * N;
      for (let d = 0; d < N; d++) power[d]! += paid[from + d]! * x;
      if (hasRevenue) for (let d = 0; d < N; d++) net[d]! += landed[from + d]! * x;
    }
    for (let d = 0; d < N; d++) {
      const at = s * N + d;
      const isBought = power[d]! > 0;
      logPrice[at] = isBought ? -Math.log(power[d]!) / theta[s]! : 0;
      perPower[d] = isBought ? expenditure[at]! / power[d]! : 0;
      if (hasRevenue) revenue[d]! += expenditure[at]! - perPower[d]! * net[d]!;
    }
    for (let o = 0; o < N; o++) {
      const from = (s * N + o) * N;
      let sold = 0;
      for (let d = 0; d < N; d++) sold += received[from + d]! * perPower[d]!;
      sales[s * N + o] = sold * costPower[s * N + o]!;
      if (!hasExportTax) continue;
      let value = 0;
      for (let d = 0; d < N; d++) value += landed[from + d]! * perPower[d]!;
      revenue[o]! += value * costPower[s * N + o]! - sales[s * N + o]!;
    }
  }

  /** 1 ⁄ (1 + minus the elasticity of demand for a country's labour in its own wage), inputs taken as paid at that wage. */
  function setPace(): void {
    const own = new Float64Array(N);
    for (let s = 0; s < J; s++)
      for (let o = 0; o < N; o++) {
        let elasticity = 0;
        for (let d = 0; d < N; d++) {
          const perPower = Math.exp(theta[s]! * logPrice[s * N + d]!);
          const at = (s * N + o) * N + d;
          const share = paid[at]! * costPower[s * N + o]! * perPower;
          elasticity += received[at]! * costPower[s * N + o]! * perPower * expenditure[s * N + d]! * (1 - share);
        }
        own[o]! += theta[s]! * valueAddedShare[s * N + o]! * elasticity;
      }
    for (let c = 0; c < N; c++) pace[c] = 1 / (1 + own[c]! / demand[c]!);
    hasPace = true;
  }

  function spendingAfter(deficit: Float64Array, image: Float64Array): void {
    for (let c = 0; c < N; c++) income[c] = wageHat[c]! * labourIncome[c]! + deficit[c]! + revenue[c]!;
    for (let s = 0; s < J; s++) {
      for (let c = 0; c < N; c++) nextExpenditure[s * N + c] = finalShare[s * N + c]! * income[c]!;
      for (let u = 0; u < J; u++) {
        const from = (s * J + u) * N;
        for (let c = 0; c < N; c++) nextExpenditure[s * N + c]! += inputShare[from + c]! * sales[u * N + c]!;
      }
    }
    for (let i = 0; i < J * N; i++) {
      image[priceAt + i] = logPrice[i]!;
      image[spendingAt + i] = Math.log(Math.max(nextExpenditure[i]!, LEAST));
    }
  }

  function wages(at: Float64Array, image: Float64Array): number {
    demand.fill(0);
    for (let i = 0; i < J * N; i++) demand[i % N]! += valueAddedShare[i]! * sales[i]!;
    if (!hasPace) setPace();
    let worst = 0;
    for (let c = 0; c < N; c++) {
      const excess = Math.log(demand[c]! / (wageHat[c]! * labourIncome[c]!));
      worst = larger(worst, Math.abs(excess));
      image[c] = at[c]! + pace[c]! * excess;
      wageBill[c] = Math.exp(image[c]!) * labourIncome[c]!;
    }
    const shift = sumByBloc(split, wageBill).map((total, bloc) => Math.log(total / valueAdded[bloc]!));
    for (let c = 0; c < N; c++) image[c]! -= shift[split.of[c]!]!;
    return shift.reduce((most, value) => larger(most, Math.abs(value)), worst);
  }

  const map: FixedPointMap = (at, image) => {
    for (let c = 0; c < N; c++) wageHat[c] = Math.exp(at[c]!);
    const deficit = deficits(wageHat);
    costs(at);
    spendingBefore(at, deficit);
    revenue.fill(0);
    for (let s = 0; s < J; s++) sector(s);
    if (hasInputs) spendingAfter(deficit, image);
    else if (hasRevenue) for (let c = 0; c < N; c++) image[revenueAt + c] = revenue[c]! / labourIncome[c]!;
    let residual = wages(at, image);
    if (hasInputs)
      for (let i = 0; i < J * N; i++) {
        residual = larger(residual, Math.abs(image[spendingAt + i]! - at[spendingAt + i]!));
        residual = larger(residual, theta[Math.floor(i / N)]! * Math.abs(image[priceAt + i]! - at[priceAt + i]!));
      }
    else for (let i = N; i < size; i++) residual = larger(residual, Math.abs(image[i]! - at[i]!));
    return residual;
  };

  const start = new Float64Array(size);
  if (hasInputs)
    for (let i = 0; i < J * N; i++) start[spendingAt + i] = Math.log(Math.max(model.expenditure[i]!, LEAST));
  else if (hasRevenue) for (let c = 0; c < N; c++) start[revenueAt + c] = model.tariffRevenue[c]! / labourIncome[c]!;
  return {map, start, found: () => ({logWage: wageHat.map(Math.log), logPrice, expenditure: nextExpenditure})};
}

const LEAST = 1e-200; // stands for spending of 0, which has no logarithm

/** The larger of two, NaN if either is. */
const larger = (a: number, b: number): number => (a >= b ? a : b >= a ? b : Number.NaN);

/**
 * K [J × N × N]: `paid` is π κ̂^(−θ), what buyers spend; `landed` is that net of tariffs; `received` is net of export
 * taxes too. Arrays that are equal are one.
 */
function kernels({tradeElasticity, tradeShare}: Model, {priceWedge, tariff, exportTax, hasExportTax}: Wedges) {
  const size = tradeShare.length;
  const perSector = size / tradeElasticity.length;
  const paid = new Float64Array(size);
  for (let at = 0; at < size; at++)
    if (tradeShare[at]! > 0 && priceWedge[at]! < Infinity) {
      const wedge = priceWedge[at]!;
      paid[at] =
        wedge === 1 ? tradeShare[at]! : tradeShare[at]! * wedge ** -tradeElasticity[Math.floor(at / perSector)]!;
    }
  const hasRevenue = hasExportTax || tariff.some((rate, at) => rate !== 0 && paid[at]! > 0);
  const landed = hasRevenue ? paid.map((value, at) => value / (1 + tariff[at]!)) : paid;
  const received = hasExportTax ? landed.map((value, at) => value / (1 + exportTax[at]!)) : landed;
  return {paid, landed, received, hasRevenue};
}
