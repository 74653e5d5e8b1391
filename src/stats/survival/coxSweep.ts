import type {CoxColumns} from "./coxColumns.ts";
import type {Ties} from "./coxModel.ts";
import {addWeightedProducts, dot} from "./coxProducts.ts";

/** The log likelihood at a coefficient vector in scaled units, its gradient [p], and the information [p × p]. */
export type CoxLikelihood = {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
  /** Minus the second derivative [p × p], where it is not the information. */
  readonly curvature?: () => Float64Array;
};

/**
 * What a sweep leaves behind, by row and by bin, for whoever needs sums over risk sets. With r = weight · exp(η), and at
 * an event time k with tied events T and the others at risk R:
 *
 *   rest₀ = Σ_R r, rest₁ = Σ_R r x, tied₀ = Σ_T r, tied₁ = Σ_T r x
 *
 * Under Efron's approximation the j-th of d tied events has the risk-set weight r for R and g r for T, g = 1 − j/d, and
 * the hazard w̄ / (rest₀ + g tied₀), where w̄ is the mean weight of the tied events. Breslow's has g = 1.
 */
export type CoxSweep = {
  /** [m] r, divided by the largest exp(η) of its stratum */
  readonly risk: Float64Array;
  /** [K] */
  readonly rest0: Float64Array;
  readonly tied0: Float64Array;
  /** p columns [K] */
  readonly rest1: readonly Float64Array[];
  readonly tied1: readonly Float64Array[];
  /** [K] Σ_j hazard: what a spell of R is exposed to */
  readonly hazard: Float64Array;
  /** [K] Σ_j g hazard: what a spell of T is exposed to */
  readonly tiedHazard: Float64Array;
  /** [K] Σ_j hazard² / w̄, then with g and with g²: they turn rest₁ and tied₁ into Σ_j hazard · (mean of x) */
  readonly square: Float64Array;
  readonly squareG: Float64Array;
  readonly squareGG: Float64Array;
};

export function newSweep({rows, time, x}: CoxColumns): CoxSweep {
  const K = time.length;
  const bins = () => new Float64Array(K);
  return {
    risk: new Float64Array(rows.length),
    rest0: bins(),
    tied0: bins(),
    rest1: x.map(bins),
    tied1: x.map(bins),
    hazard: bins(),
    tiedHazard: bins(),
    square: bins(),
    squareG: bins(),
    squareGG: bins()
  };
}

/**
 * The partial likelihood of Efron (1977) or Breslow (1974) in one pass over the rows and one over the bins. With `exact`
 * it is that of the event times without ties, and Σ_T η of the others.
 *
 * The information is a sum over rows less a sum over bins: Σ r Λ x xᵀ − Σ_k Σ_j hazard x̄ x̄ᵀ, where Λ is the cumulative
 * hazard a row is exposed to. The order of the sums over rows and event times is exchanged, so a row adds its x xᵀ once
 * per sweep, however many risk sets it is in, and nothing is subtracted when it leaves.
 *
 * @param beta [p] in scaled units; not modified
 * @param sweep overwritten
 */
export function sweepLikelihood(columns: CoxColumns, beta: Float64Array, ties: Ties, sweep: CoxSweep): CoxLikelihood {
  const logLikelihood = sweepTo(columns, beta, ties, sweep);
  return {logLikelihood, score: scoreOf(columns, sweep), information: informationOf(columns, sweep)};
}

/** Overwrites a sweep with what it is at `beta`; returns the log likelihood. */
export function sweepTo(columns: CoxColumns, beta: Float64Array, ties: Ties, sweep: CoxSweep): number {
  const events = riskScores(columns, beta, sweep.risk);
  sumByBin(columns, sweep.risk, undefined, sweep.rest0, sweep.tied0);
  for (let a = 0; a < beta.length; a++) {
    sumByBin(columns, sweep.risk, columns.x[a]!, sweep.rest1[a]!, sweep.tied1[a]!);
  }
  return events - hazards(columns, ties, sweep);
}

/** Fills `risk`; returns Σ weight · (η − the largest η of the stratum) over the events. */
function riskScores(
  {x, offset, weight, binStart, eventEnd, stratumBin}: CoxColumns,
  beta: Float64Array,
  risk: Float64Array
) {
  if (offset === undefined) risk.fill(0);
  else risk.set(offset);
  for (let a = 0; a < beta.length; a++) addMultiple(risk, beta[a]!, x[a]!);
  let events = 0;
  for (let s = 0; s + 1 < stratumBin.length; s++) {
    const from = binStart[stratumBin[s]!]!;
    const to = binStart[stratumBin[s + 1]!]!;
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) if (risk[i]! > largest) largest = risk[i]!;
    for (let k = stratumBin[s]!; k < stratumBin[s + 1]!; k++) {
      for (let i = binStart[k]!; i < eventEnd[k]!; i++) {
        events += weight === undefined ? risk[i]! - largest : weight[i]! * (risk[i]! - largest);
      }
    }
    for (let i = from; i < to; i++) risk[i] = Math.exp(risk[i]! - largest);
  }
  if (weight !== undefined) for (let i = 0; i < risk.length; i++) risk[i]! *= weight[i]!;
  return events;
}

function addMultiple(y: Float64Array, factor: number, x: Float64Array): void {
  if (factor !== 0) for (let i = 0; i < y.length; i++) y[i]! += factor * x[i]!;
}

/**
 * Σ risk · x over the tied events of each bin, and over the others at risk at its time.
 *
 * @param x [m], or ones when undefined
 * @param rest [K] and `tied` [K] are overwritten
 */
export function sumByBin(
  columns: CoxColumns,
  risk: Float64Array,
  x: Float64Array | undefined,
  rest: Float64Array,
  tied: Float64Array
): void {
  const {binStart, eventEnd, entryBin} = columns;
  for (let k = 0; k < rest.length; k++) {
    const middle = eventEnd[k]!;
    tied[k] = partialSum(risk, x, binStart[k]!, middle);
    rest[k] = partialSum(risk, x, middle, binStart[k + 1]!);
  }
  if (entryBin !== undefined) {
    const leaving = leavingSums(entryBin, risk, x, rest.length);
    for (let k = 0; k < rest.length; k++) rest[k]! -= leaving[k + 1]!;
  }
  sumBackwards(columns, rest, tied);
}

/** [K + 1] Σ risk · x by entry bin; entry bin −1 comes first, so that no row needs a test. */
function leavingSums(entryBin: Int32Array, risk: Float64Array, x: Float64Array | undefined, K: number): Float64Array {
  const sums = new Float64Array(K + 1);
  if (x === undefined) for (let i = 0; i < entryBin.length; i++) sums[entryBin[i]! + 1]! += risk[i]!;
  else for (let i = 0; i < entryBin.length; i++) sums[entryBin[i]! + 1]! += risk[i]! * x[i]!;
  return sums;
}

function partialSum(risk: Float64Array, x: Float64Array | undefined, from: number, to: number): number {
  let sum = 0;
  if (x === undefined) for (let i = from; i < to; i++) sum += risk[i]!;
  else for (let i = from; i < to; i++) sum += risk[i]! * x[i]!;
  return sum;
}

/**
 * Turns what comes and goes in each bin into sums over the risk set, from the last bin of a stratum to the first. What
 * entries subtract is carried with Neumaier's correction, and a set that is empty has the sum 0 exactly.
 */
function sumBackwards({stratumBin, restCount}: CoxColumns, rest: Float64Array, tied: Float64Array): void {
  for (let s = 0; s + 1 < stratumBin.length; s++) {
    let sum = 0;
    let correction = 0;
    for (let k = stratumBin[s + 1]! - 1; k >= stratumBin[s]!; k--) {
      const change = rest[k]!;
      const next = sum + change;
      correction += Math.abs(sum) >= Math.abs(change) ? sum - next + change : change - next + sum;
      sum = next;
      if (restCount[k] === 0) {
        sum = 0;
        correction = 0;
      }
      rest[k] = sum + correction;
      const withTied = sum + tied[k]!;
      correction += Math.abs(sum) >= Math.abs(tied[k]!) ? sum - withTied + tied[k]! : tied[k]! - withTied + sum;
      sum = withTied;
    }
  }
}

/** Fills the five hazards of each bin; returns Σ w̄ log(rest₀ + g tied₀). */
function hazards(
  {binStart, eventEnd, eventWeight}: CoxColumns,
  ties: Ties,
  {rest0, tied0, hazard, tiedHazard, square, squareG, squareGG}: CoxSweep
): number {
  let logs = 0;
  for (let k = 0; k < rest0.length; k++) {
    const d = stepsOf(ties, eventEnd[k]! - binStart[k]!);
    const mean = eventWeight[k]! / d;
    const rest = rest0[k]!;
    const tied = tied0[k]!;
    let h = 0;
    let hg = 0;
    let hh = 0;
    let hhg = 0;
    let hhgg = 0;
    for (let j = 0; j < d; j++) {
      const g = 1 - j / d;
      const total = rest + g * tied;
      logs += mean * Math.log(total);
      const one = mean / total;
      const two = one / total;
      h += one;
      hg += g * one;
      hh += two;
      hhg += g * two;
      hhgg += g * g * two;
    }
    hazard[k] = h;
    tiedHazard[k] = hg;
    square[k] = hh;
    squareG[k] = hhg;
    squareGG[k] = hhgg;
  }
  return logs;
}

/** How many terms the likelihood has for tied events. */
function stepsOf(ties: Ties, events: number): number {
  if (ties === "efron") return events;
  return ties === "exact" && events > 1 ? 0 : 1;
}

function scoreOf({eventSum}: CoxColumns, {rest1, tied1, hazard, tiedHazard}: CoxSweep): Float64Array {
  return eventSum.map((sum, a) => sum - dot(hazard, rest1[a]!) - dot(tiedHazard, tied1[a]!));
}

function informationOf(columns: CoxColumns, sweep: CoxSweep): Float64Array {
  const p = columns.x.length;
  const {rest1, tied1, square, squareG, squareGG} = sweep;
  const information = new Float64Array(p * p);
  addWeightedProducts(columns.x, exposures(columns, sweep), information);
  const minus = new Float64Array(p * p);
  addWeightedProducts(rest1, square, minus);
  addWeightedProducts(tied1, squareGG, minus);
  const crossed = new Float64Array(square.length);
  for (let a = 0; a < p; a++) {
    for (let k = 0; k < crossed.length; k++) crossed[k] = squareG[k]! * rest1[a]![k]!;
    for (let b = 0; b < p; b++) {
      const cross = dot(crossed, tied1[b]!);
      minus[a * p + b]! += cross;
      minus[b * p + a]! += cross;
    }
  }
  for (let i = 0; i < minus.length; i++) information[i]! -= minus[i]!;
  return information;
}

/** [m] Σ hazard · (mean of covariate a in the risk set) over the time a row is at risk. */
export function meanExposure(columns: CoxColumns, sweep: CoxSweep, a: number): Float64Array {
  const {rest1, tied1, square, squareG, squareGG} = sweep;
  const rest = rest1[a]!;
  const tied = tied1[a]!;
  return accumulated(
    columns,
    rest.map((sum, k) => square[k]! * sum + squareG[k]! * tied[k]!),
    rest.map((sum, k) => squareG[k]! * sum + squareGG[k]! * tied[k]!)
  );
}

/** [m] r Λ: what each row is expected to have of events, times its weight. */
export function exposures(columns: CoxColumns, {risk, hazard, tiedHazard}: CoxSweep): Float64Array {
  const expected = accumulated(columns, hazard, tiedHazard);
  for (let i = 0; i < expected.length; i++) expected[i]! *= risk[i]!;
  return expected;
}

/**
 * What each row gathers over the bins in which it is at risk: Σ_k `rest`, and at its own event `tied` instead.
 *
 * @param rest [K]
 * @param tied [K]
 * @returns [m]
 */
export function accumulated(
  {rows, binStart, eventEnd, stratumBin, entryBin}: CoxColumns,
  rest: Float64Array,
  tied: Float64Array
): Float64Array {
  const cumulative = new Float64Array(rest.length + 1);
  const gathered = new Float64Array(rows.length);
  for (let s = 0; s + 1 < stratumBin.length; s++) {
    let sum = 0;
    for (let k = stratumBin[s]!; k < stratumBin[s + 1]!; k++) {
      gathered.fill(sum + tied[k]!, binStart[k]!, eventEnd[k]!);
      sum += rest[k]!;
      cumulative[k + 1] = sum;
      gathered.fill(sum, eventEnd[k]!, binStart[k + 1]!);
    }
  }
  if (entryBin !== undefined) {
    for (let i = 0; i < gathered.length; i++) gathered[i]! -= cumulative[entryBin[i]! + 1]!;
  }
  return gathered;
}
