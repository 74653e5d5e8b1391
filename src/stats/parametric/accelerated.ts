import {incorrect} from "../../errors.ts";
import {choleskySolve} from "../../numeric/cholesky.ts";
import {codesOf} from "../../numeric/codes.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import {inverseInformation, maximise, type Objective, restricted} from "../../numeric/newton.ts";
import {
  addRow,
  type Design,
  designOf,
  linearPredictor,
  originalCoefficients,
  originalVariance,
  requireIndependent
} from "../inference/design.ts";
import {robustVariance} from "../inference/robustVariance.ts";
import {notFinite, requireLength} from "../survival/spells.ts";
import {type AcceleratedFit, type AcceleratedInput, type AcceleratedOptions, errorOf} from "./acceleratedModel.ts";
import {INTERVAL, LEFT, type LogTimes, logTimesOf, RIGHT} from "./failureTimes.ts";
import {requireMaximum} from "./runaway.ts";
import {type TimeModel, timeLikelihood, timeScores} from "./timeLikelihood.ts";

/**
 * Accelerated failure time model by maximum likelihood.
 *
 *   log T = xᵀβ + offset + σ ε,   ε extreme value (Weibull, exponential), normal (log-normal) or logistic (log-logistic)
 *
 * A row adds log f(t) when its time is exact, log S(lower) when censored on the right, log F(upper) on the left,
 * log(F(upper) − F(lower)) in an interval; and with delayed entry less log S(entry). Times are positive and the
 * log-likelihood is that of time, not of log time. Weights are case weights: a weight of 2 is two equal rows. In a robust
 * variance the score of a row counts with its weight (R's survreg 3.5-3 leaves the weight out there).
 *
 * @param input n rows in any order; not modified
 * @throws incorrect what `logTimesOf` throws, and `survival/collinear` (constant or dependent covariate, named),
 *   `survival/separation` (named), `survival/scale-collapses`, `survival/scale-diverges`, `survival/scale-not-positive`,
 *   `survival/scale-known` for strata of a scale that is known, `survival/one-cluster`;
 *   noConvergence `survival/no-convergence`, which names the Newton decrement
 * @see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, ch. 3. Checked against R survreg
 *   (test/reference/survival/parametric.R), and with delayed entry against direct optimisation in R; closed forms in
 *   test/byhand/accelerated.test.ts.
 */
export function accelerated(input: AcceleratedInput, options: AcceleratedOptions): AcceleratedFit {
  const times = logTimesOf(input);
  const n = times.kind.length;
  const {covariates, offset, stratum, cluster} = input;
  for (const [name, column] of Object.entries({offset, stratum, cluster})) {
    if (column !== undefined) requireLength(name, column, n);
  }
  const gap = offset?.findIndex((value) => !Number.isFinite(value)) ?? -1;
  if (gap >= 0) throw notFinite("offset", offset![gap]!, gap);
  const fixed = knownScale(options, stratum);
  const strata = stratum === undefined ? undefined : codesOf(stratum);
  const model: TimeModel = {
    times,
    design: designOf(n, covariates, ["(Intercept)"]),
    error: errorOf[options.distribution],
    ...(offset === undefined ? {} : {offset}),
    scale: fixed === undefined ? {count: strata?.labels.length ?? 1, ...(strata ? {id: strata.codes} : {})} : {fixed}
  };
  const {design} = model;
  const objective = timeLikelihood(model);
  const best = maximise(objective, startOf(model), options);
  requireMaximum(design, best, Int8Array.from(times.kind, sideOf));

  const k = best.at.length;
  const naive = inverseInformation(best);
  const robust =
    options.robust === true || cluster !== undefined ? sandwich(model, best.at, naive, cluster) : undefined;
  const naiveVcov = originalVariance(design, naive, k);
  const vcov = robust === undefined ? naiveVcov : originalVariance(design, robust.vcov, k);
  const given = originalCoefficients(design, best.at);
  const logScales = given.slice(design.names.length);
  const nullValue = covariates.length === 0 ? best.value : nullLikelihood(objective, best.at, design, options);
  const statistic = 2 * (best.value - nullValue);
  const scaleNames = Array.from(logScales, (_, s) => (strata ? `log(scale) ${strata.labels[s]}` : "log(scale)"));
  return {
    distribution: options.distribution,
    names: [...design.names, ...scaleNames],
    coefficients: given.slice(0, design.names.length),
    scale: fixed === undefined ? logScales.map(Math.exp) : Float64Array.of(fixed),
    isScaleKnown: fixed !== undefined,
    ...(strata === undefined ? {} : {strata: strata.labels}),
    vcov,
    naiveVcov,
    se: Float64Array.from({length: k}, (_, j) => Math.sqrt(vcov[j * k + j]!)),
    logLikelihood: {null: nullValue, fitted: best.value},
    likelihoodRatio: {statistic, df: covariates.length, p: chiSquareUpper(statistic, covariates.length)},
    n,
    counts: times.counts,
    ...(robust === undefined ? {} : {clusters: robust.clusters}),
    iterations: best.iterations,
    residual: best.residual
  };
}

function knownScale({distribution, scale}: AcceleratedOptions, stratum: Int32Array | undefined): number | undefined {
  const known = scale ?? (distribution === "exponential" ? 1 : undefined);
  if (known === undefined) return undefined;
  if (!(known > 0 && known < Infinity)) {
    throw incorrect(
      "survival/scale-not-positive",
      `scale not positive: ${known}; give a number above 0, or leave it out`
    );
  }
  if (distribution === "exponential" && known !== 1) {
    throw incorrect(
      "survival/scale-known",
      `scale of an exponential: ${known}; it is 1, so fit a weibull with this scale`
    );
  }
  if (stratum !== undefined) {
    throw incorrect("survival/scale-known", `strata of a known scale: ${known}; leave the scale or the strata out`);
  }
  return known;
}

const FARTHEST = 30; // in scales, at the start: e to this is far from overflow

/** Least squares on the logs of the times, or of the middles of their intervals. */
function startOf({times, design, error, offset, scale}: TimeModel): Float64Array {
  const {weight} = times;
  const root = requireIndependent(design, weight);
  const n = design.rows;
  const first = design.names.length;
  const y = Float64Array.from({length: n}, (_, i) => middle(times, i) - (offset?.[i] ?? 0));
  const right = new Float64Array(first);
  for (let i = 0; i < n; i++) addRow(design, i, weight[i]! * y[i]!, right, 0);
  const at = choleskySolve(root, first, right);
  const fitted = linearPredictor(design, at);
  let squares = 0;
  let total = 0;
  let farthest = 0;
  for (let i = 0; i < n; i++) {
    const gap = Math.abs(y[i]! - fitted[i]!);
    squares += weight[i]! * gap ** 2;
    total += weight[i]!;
    farthest = Math.max(farthest, gap);
  }
  const spread = Math.max(Math.sqrt(squares / total) / error.deviation, farthest / FARTHEST) || 1;
  const sigma = "fixed" in scale ? scale.fixed : spread;
  at[0]! -= sigma * error.mean;
  return "fixed" in scale ? at : Float64Array.of(...at, ...new Float64Array(scale.count).fill(Math.log(sigma)));
}

function middle({kind, lower, upper}: LogTimes, i: number): number {
  if (kind[i] === LEFT) return upper[i]!;
  return kind[i] === INTERVAL ? (lower[i]! + upper[i]!) / 2 : lower[i]!;
}

/** A later event never hurts a row censored on the right, nor an earlier one a row censored on the left. */
const sideOf = (kind: number): number => (kind === RIGHT ? 1 : kind === LEFT ? -1 : 0);

function nullLikelihood(objective: Objective, at: Float64Array, design: Design, options: AcceleratedOptions): number {
  const free = [0, ...Array.from({length: at.length - design.names.length}, (_, s) => design.names.length + s)];
  const start = Float64Array.from(at).fill(0, 1, design.names.length);
  const none = maximise(
    restricted(objective, free, start),
    Float64Array.from(free, (j) => start[j]!),
    options
  );
  return none.converged ? none.value : Number.NaN;
}

function sandwich(model: TimeModel, at: Float64Array, bread: Float64Array, cluster: Int32Array | undefined) {
  const {design, scale} = model;
  const scores = timeScores(model, at);
  const first = design.names.length;
  return robustVariance(bread, at.length, design.rows, cluster, (row, sums, from) => {
    addRow(design, row, scores[2 * row]!, sums, from);
    if (!("fixed" in scale)) sums[from + first + (scale.id?.[row] ?? 0)]! += scores[2 * row + 1]!;
  });
}
