import {incorrect} from "../../errors.ts";
import {codesOf} from "../../numeric/codes.ts";
import {criticalValue} from "../../numeric/distributions.ts";
import {
  type BaselineHazard,
  covariateMeans,
  exitTables,
  type FitWithVariance,
  hazardAt,
  hazardPaths,
  quadraticForm
} from "./baselineHazard.ts";

import {confidenceLimits, type Interval} from "./confidenceLimits.ts";
import type {CoxInput} from "./coxModel.ts";
import {expectedEvents} from "./coxResiduals.ts";
import {requireLength} from "./spells.ts";

/** m subjects to predict for. Covariates are found by name, in any order. */
export type CoxRows = Pick<CoxInput, "covariates" | "offset" | "stratum">;

/** Predicted survival of one row in one stratum; `row` counts from 0. `se` is that of the cumulative hazard, −log S. */
export type PredictedSurvival = BaselineHazard & {
  readonly row: number;
  readonly survival: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
};

/**
 * Survival curves of a Cox fit for given covariates: S(t) = exp(−H(t)), with H as in `baselineHazard`.
 *
 * The steps are at every exit time of the stratum. A row that names no stratum has a curve in each. With delayed entry H
 * starts at the first event time, where few may be at risk.
 *
 * @param input what the fit was made from; not modified
 * @throws incorrect `survival/no-covariate` when `rows` lacks one of the fit, `survival/unknown-stratum`
 * @see R's survfit.coxph, which these match (test/reference/survival)
 */
export function predictSurvival(
  input: CoxInput,
  fit: FitWithVariance,
  rows: CoxRows,
  {level = 0.95, interval = "log"}: {readonly level?: number; readonly interval?: Interval} = {}
): PredictedSurvival[] {
  const paths = hazardPaths(input, fit);
  const tables = exitTables(input);
  const strata = Int32Array.from(tables, ({stratum}) => stratum);
  const {values, count} = rowsOf(input, rows);
  const blocks = blocksOf(rows, count, strata);
  const z = criticalValue(level);
  const curves: PredictedSurvival[] = [];
  for (let row = 0; row < count; row++) {
    for (const s of rows.stratum === undefined ? strata.keys() : [blocks[row]!]) {
      const table = tables[s]!;
      const at = {covariates: values[row]!, offset: rows.offset?.[row] ?? 0, times: table.time};
      const {cumulativeHazard, se} = hazardAt(paths[s]!, fit, at);
      const survival = cumulativeHazard.map((h) => Math.exp(-h));
      const lower = new Float64Array(survival.length);
      const upper = new Float64Array(survival.length);
      survival.forEach((S, k) => {
        [lower[k], upper[k]] = confidenceLimits(S, se[k]!, interval, z);
      });
      curves.push({row, ...table, cumulativeHazard, se, survival, lower, upper});
    }
  }
  return curves;
}

/**
 * What a linear predictor is measured from: the means of the row's stratum (`sample` where there are no strata), the
 * means of all rows as `covariateMeans` has them, or zeros.
 */
export type Reference = "stratum" | "sample" | "zero";

export type Prediction = {
  /** [m] */
  readonly value: Float64Array;
  readonly se: Float64Array;
};

/**
 * The linear predictor (x − reference)'β + offset of each row and its standard error √((x − reference)'V(x − reference)).
 *
 * @param rows the rows of the fit when left out
 */
export function predictLinear(
  input: CoxInput,
  fit: FitWithVariance,
  {rows = input, reference = "stratum"}: {readonly rows?: CoxRows; readonly reference?: Reference} = {}
): Prediction {
  const {values, count} = centredRows(input, rows, reference);
  const value = Float64Array.from(values, (x, i) =>
    x.reduce((sum, xj, j) => sum + xj * fit.coefficients[j]!, rows.offset?.[i] ?? 0)
  );
  return {value, se: Float64Array.from({length: count}, (_, i) => Math.sqrt(quadraticForm(values[i]!, fit.vcov)))};
}

/** exp of the linear predictor: the hazard ratio to the reference. The standard error is by the delta method. */
export function predictRisk(
  input: CoxInput,
  fit: FitWithVariance,
  options: {readonly rows?: CoxRows; readonly reference?: Reference} = {}
): Prediction {
  const {value, se} = predictLinear(input, fit, options);
  const risk = value.map(Math.exp);
  return {value: risk, se: se.map((s, i) => s * risk[i]!)};
}

/** Each covariate's part of the linear predictor: [m × p] by rows. `sample` is the reference when none is given, as in R. */
export function predictTerms(
  input: CoxInput,
  fit: FitWithVariance,
  {rows = input, reference = "sample"}: {readonly rows?: CoxRows; readonly reference?: Reference} = {}
): Prediction {
  const {values, count} = centredRows(input, rows, reference);
  const p = fit.coefficients.length;
  const value = new Float64Array(count * p);
  const se = new Float64Array(count * p);
  values.forEach((x, i) => {
    for (let j = 0; j < p; j++) {
      value[i * p + j] = x[j]! * fit.coefficients[j]!;
      se[i * p + j] = Math.abs(x[j]!) * Math.sqrt(fit.vcov[j * p + j]!);
    }
  });
  return {value, se};
}

/**
 * The events that are expected of each row on (entry, exit].
 *
 * @param rows the rows of the fit when left out, for which tied events count as in the fit, so that the values less the
 *   events are the martingale residuals; the standard error is that of the whole hazard in both cases
 */
export function predictExpected(
  input: CoxInput,
  fit: FitWithVariance,
  rows?: CoxRows & Pick<CoxInput, "entry" | "exit">
): Prediction {
  const paths = hazardPaths(input, fit);
  const strata = input.stratum === undefined ? Int32Array.of(0) : codesOf(input.stratum).labels;
  const from = rows ?? input;
  const {values, count} = rowsOf(input, from);
  const blocks = blocksOf(from, count, strata);
  const value = new Float64Array(count);
  const se = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const at = hazardAt(paths[blocks[i]!]!, fit, {
      covariates: values[i]!,
      offset: from.offset?.[i] ?? 0,
      times: from.exit.subarray(i, i + 1),
      ...(from.entry && {after: from.entry[i]!})
    });
    value[i] = at.cumulativeHazard[0]!;
    se[i] = at.se[0]!;
  }
  return {value: rows === undefined ? expectedEvents(input, fit) : value, se};
}

/** The covariates of each row in the order of the fit: m arrays [p]. */
function rowsOf(input: CoxInput, rows: CoxRows): {readonly values: readonly Float64Array[]; readonly count: number} {
  const columns = input.covariates.map(({name}) => {
    const column = rows.covariates.find((covariate) => covariate.name === name);
    if (column === undefined) {
      throw incorrect("survival/no-covariate", `no covariate: ${name}; give the rows every covariate of the fit`);
    }
    return column.values;
  });
  const count = columns[0]?.length ?? rows.offset?.length ?? rows.stratum?.length ?? 1;
  columns.forEach((column, j) => {
    requireLength(input.covariates[j]!.name, column, count);
  });
  return {values: Array.from({length: count}, (_, i) => Float64Array.from(columns, (column) => column[i]!)), count};
}

function centredRows(input: CoxInput, rows: CoxRows, reference: Reference) {
  const {values, count} = rowsOf(input, rows);
  if (reference === "stratum" && input.stratum !== undefined) {
    const {strata, means} = stratumMeans(input, input.stratum);
    const blocks = blocksOf(rows, count, strata);
    values.forEach((x, i) => {
      for (let j = 0; j < x.length; j++) x[j]! -= means[j]![blocks[i]!]!;
    });
  } else if (reference !== "zero") {
    const means = covariateMeans(input);
    values.forEach((x) => {
      for (let j = 0; j < x.length; j++) x[j]! -= means[j]!;
    });
  }
  return {values, count};
}

/** Weighted means of each covariate in each stratum. */
function stratumMeans({covariates, weight}: CoxInput, stratum: Int32Array) {
  const {codes, labels: strata} = codesOf(stratum);
  const total = new Float64Array(strata.length);
  for (let i = 0; i < codes.length; i++) total[codes[i]!]! += weight?.[i] ?? 1;
  const means = covariates.map(({values}) => {
    const mean = new Float64Array(strata.length);
    for (let i = 0; i < codes.length; i++) {
      mean[codes[i]!]! += ((weight?.[i] ?? 1) * values[i]!) / total[codes[i]!]!;
    }
    return mean;
  });
  return {strata, means};
}

/** The place of each row's stratum among those of the fit [count]; the first for rows that name none. */
function blocksOf({stratum}: CoxRows, count: number, strata: Int32Array): Int32Array {
  if (stratum === undefined) return new Int32Array(count);
  requireLength("stratum", stratum, count);
  return stratum.map((label) => {
    const place = strata.indexOf(label);
    if (place < 0) {
      throw incorrect(
        "survival/unknown-stratum",
        `unknown stratum: ${label}; the fit has ${[...strata.subarray(0, 10)].join(", ")}${strata.length > 10 ? ", …" : ""}`
      );
    }
    return place;
  });
}
