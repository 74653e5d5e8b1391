import {countUpTo} from "./countUpTo.ts";
import type {CoxFit, CoxInput} from "./coxModel.ts";
import {type Coefficients, fittedSweep} from "./fittedSweep.ts";
import {linearPredictor} from "./linearPredictor.ts";
import {riskRows} from "./riskRows.ts";
import {riskTable} from "./riskTable.ts";

/** One stratum of a Cox fit at each distinct exit time of its spells, events and censorings, increasing. */
export type BaselineHazard = {
  readonly stratum: number;
  readonly time: Float64Array;
  /** Sums of weights: at risk on (entry, exit], ended here, censored here. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly cumulativeHazard: Float64Array;
  /** Standard error of the cumulative hazard, that of the coefficients included. */
  readonly se: Float64Array;
};

export type FitWithVariance = Coefficients & Pick<CoxFit, "vcov" | "naiveVcov">;

/**
 * The cumulative hazard of a Cox fit for one set of covariates, by stratum.
 *
 *   H(t) = exp(z'β) Λ₀(t),   Var H = exp(2 z'β) [Σ dVar Λ₀ + q'Vq],   q(t) = ∫ (z − x̄) dΛ₀
 *
 * Λ₀ follows the ties of the fit: Efron's for Efron, Breslow's for Breslow and exact.
 *
 * @param input what the fit was made from; not modified
 * @param at the covariates z [p], or their `means` over the rows (0 for a covariate of −1, 0 and 1 only); zeros when left out
 * @see Breslow (1972); Efron (1977); Tsiatis (1981) for the variance. Checked against R's basehaz and survfit.coxph.
 */
export function baselineHazard(
  input: CoxInput,
  fit: FitWithVariance,
  {at}: {readonly at?: Float64Array | "means"} = {}
): BaselineHazard[] {
  const z = at === "means" ? covariateMeans(input) : (at ?? new Float64Array(input.covariates.length));
  const paths = hazardPaths(input, fit);
  return exitTables(input).map(({stratum, ...table}, s) => ({
    stratum,
    ...table,
    ...hazardAt(paths[s]!, fit, {covariates: z, offset: 0, times: table.time})
  }));
}

/**
 * Means of the covariates [p] as R centres them: 0 for a covariate that takes no values but −1, 0 and 1, and unweighted
 * with delayed entry.
 */
export const covariateMeans = ({covariates, weight, entry}: CoxInput): Float64Array =>
  Float64Array.from(covariates, ({values}) =>
    values.every((x) => x === 0 || x === 1 || x === -1) ? 0 : mean(values, entry ? undefined : weight)
  );

function mean(values: Float64Array, weight: Float64Array | undefined): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const w = weight === undefined ? 1 : weight[i]!;
    sum += w * values[i]!;
    total += w;
  }
  return sum / total;
}

/** The hazard of a stratum at its K event times, for a subject whose linear predictor is `predictor`: running sums [K]. */
export type HazardPath = {
  readonly time: Float64Array;
  readonly upTo: Float64Array;
  /** Var Λ, the coefficients held fixed */
  readonly variance: Float64Array;
  /** p columns: ∫ (x̄ − centre) dΛ */
  readonly means: readonly Float64Array[];
  /** [p] the mean covariates of the stratum */
  readonly centre: Float64Array;
  /** The linear predictor that the hazard is for, the largest of the stratum. */
  readonly predictor: number;
};

/** One path for each stratum, in increasing order. */
export function hazardPaths(input: CoxInput, fit: Coefficients): HazardPath[] {
  const {columns, sweep} = fittedSweep(input, fit);
  const {rows, weight, scale, stratumBin, binStart} = columns;
  const {risk, hazard, square, squareG, rest1, tied1} = sweep;
  const p = scale.length;
  const predictors = linearPredictor(input, fit.coefficients);
  return Array.from({length: stratumBin.length - 1}, (_, s) => {
    const [first, end] = [stratumBin[s]!, stratumBin[s + 1]!];
    let highest = binStart[first]!;
    while (highest < binStart[end]! && risk[highest] !== (weight?.[highest] ?? 1)) highest++;
    return {
      time: columns.time.subarray(first, end),
      upTo: cumulated(hazard.subarray(first, end)),
      variance: cumulated(square.subarray(first, end)),
      means: rest1.map((rest, j) => {
        const jumps = new Float64Array(end - first);
        for (let k = first; k < end; k++) {
          jumps[k - first] = scale[j]! * (square[k]! * rest[k]! + squareG[k]! * tied1[j]![k]!);
        }
        return cumulated(jumps);
      }),
      centre: columns.centre.subarray(s * p, (s + 1) * p),
      predictor: end > first ? predictors[rows[highest]!]! : 0
    };
  });
}

function cumulated(jumps: Float64Array): Float64Array {
  let sum = 0;
  return jumps.map((jump) => {
    sum += jump;
    return sum;
  });
}

/** The cumulative hazard from `after` (from the start when left out) to each of `times`, with its standard error. */
export function hazardAt(
  {time, upTo, variance, means, centre, predictor}: HazardPath,
  {coefficients, vcov}: FitWithVariance,
  {
    covariates,
    offset,
    times,
    after = Number.NEGATIVE_INFINITY
  }: {
    readonly covariates: Float64Array;
    readonly offset: number;
    readonly times: Float64Array;
    readonly after?: number;
  }
): {readonly cumulativeHazard: Float64Array; readonly se: Float64Array} {
  const from = countUpTo(time, after);
  const ratio = Math.exp(coefficients.reduce((sum, beta, j) => sum + beta * covariates[j]!, offset) - predictor);
  const cumulativeHazard = new Float64Array(times.length);
  const se = new Float64Array(times.length);
  const q = new Float64Array(coefficients.length);
  for (let at = 0; at < times.length; at++) {
    const to = countUpTo(time, times[at]!);
    if (to <= from) continue;
    const between = (sums: Float64Array) => sums[to - 1]! - (from > 0 ? sums[from - 1]! : 0);
    const sum = between(upTo);
    for (let j = 0; j < q.length; j++) q[j] = (covariates[j]! - centre[j]!) * sum - between(means[j]!);
    cumulativeHazard[at] = ratio * sum;
    se[at] = ratio * Math.sqrt(between(variance) + quadraticForm(q, vcov));
  }
  return {cumulativeHazard, se};
}

/** v'Av for a square matrix by rows. */
export function quadraticForm(v: Float64Array, matrix: Float64Array): number {
  const p = v.length;
  let sum = 0;
  for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) sum += v[a]! * matrix[a * p + b]! * v[b]!;
  return sum;
}

/** The distinct exit times of each stratum, with the weights at risk, ended and censored there. */
export function exitTables(
  input: CoxInput
): Pick<BaselineHazard, "stratum" | "time" | "atRisk" | "events" | "censored">[] {
  const rows = riskRows(input, input.stratum);
  const table = riskTable(input, rows);
  return Array.from(rows.groups.labels, (stratum, s) => {
    const cut = (column: Float64Array) => column.subarray(rows.start[s]!, rows.start[s + 1]!);
    const [atRisk, events, censored] = [cut(table.atRisk), cut(table.events), cut(table.censored)];
    return {stratum, time: cut(rows.time), atRisk, events, censored};
  });
}
