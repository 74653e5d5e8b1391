import {cholesky, choleskyInverse, choleskySolve} from "../../numeric/cholesky.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import {requireCoxInput} from "./coxChecks.ts";
import {collinear} from "./coxCollinear.ts";
import {type CoxColumns, coxColumns} from "./coxColumns.ts";
import {exactLikelihood} from "./coxExact.ts";
import {firthLikelihood} from "./coxFirth.ts";
import type {CoxFit, CoxInput, CoxOptions, TestStatistic, Ties} from "./coxModel.ts";
import {maximise} from "./coxNewton.ts";
import {clusterMoments, clustersOf, sandwich} from "./coxRobust.ts";
import {separation} from "./coxSeparation.ts";
import {type CoxSweep, newSweep, sweepLikelihood, sweepTo} from "./coxSweep.ts";

const TOLERANCE = 1e-22; // the estimate is within √(2 · 1e-22) ≈ 1e-11 standard errors of the maximum
const MAX_ITERATIONS = 50;
const ROUNDING = 1e-12; // of the information of one event, for a covariate in standard deviations

/**
 * Cox's proportional-hazards model by maximum partial likelihood.
 *
 *   h(t | x) = h₀(t) exp(xᵀβ + offset), one h₀ for each stratum
 *
 * A spell is in the risk set of t when entry < t ≤ exit, so an event at t comes before a censoring at t, and a spell that
 * enters at t is not yet at risk. Covariates that change in time, and recurrent events, are several rows of one subject
 * (docs/methods/recurrent-events.md). Two times are tied when they are the same number; R's coxph also ties times that
 * differ by less than 1.5e-8 of their mean.
 *
 * Tied events are Efron's unless asked otherwise. A case weight multiplies a row's part in every sum; at a tie Efron's
 * terms have the mean weight of the tied events, as in R. So a weight of 2 is two copies under Breslow, and not under
 * Efron, where copies would be tied. Exact ties take no weights.
 *
 * Covariates are centred in their stratum and scaled inside; results are in the units given.
 *
 * @param input columns [n], in any order; not modified
 * @param options `cluster` in the input switches the robust variance on, and non-integer weights do not (in R they do)
 * @returns `tests.wald` and `tests.robustScore` have a NaN statistic when the robust variance has no inverse, as with fewer
 *   clusters than covariates. With p = 0 covariates only the null log likelihood says something.
 * @throws incorrect what `requireCoxInput` throws; `survival/collinear`, which names the column and what it depends on;
 *   `survival/separation`, which names the covariates whose coefficients have no finite estimate;
 *   noConvergence `survival/no-convergence`, which names the Newton decrement
 * @see Cox (1972), JRSS B 34:187–220; Efron (1977), JASA 72:557–565; Lin & Wei (1989), JASA 84:1074–1078. Checked against
 *   R survival 3.8.6 and 3.5-3 (test/reference/survival/cox.test.ts), closed forms (test/byhand/cox.test.ts) and laws
 *   (test/property/cox.test.ts); docs/methods/cox.md.
 */
export function fitCox(input: CoxInput, options: CoxOptions = {}): CoxFit {
  requireCoxInput(input, options);
  const {ties = "efron", firth = false, tolerance = TOLERANCE, maxIterations = MAX_ITERATIONS} = options;
  const names = input.covariates.map(({name}) => name);
  const p = names.length;
  const columns = coxColumns(input);
  const {scale} = columns;
  const sweep = newSweep(columns);
  const likelihood = likelihoodOf(columns, sweep, ties, firth);
  const start = scale.map((s, a) => (options.start?.[a] ?? 0) * s);
  const end = maximise(likelihood, start, {
    tolerance,
    maxIterations,
    least: ROUNDING * columns.eventWeight.reduce((sum, weight) => sum + weight, 0),
    range: Float64Array.from(columns.x, rangeOf),
    singular(information, dependent): never {
      throw collinear(names, information, dependent);
    },
    diverging(step, isLast) {
      const problem = firth ? undefined : separation(names, columns, step, ties, isLast);
      if (problem !== undefined) throw problem;
    }
  });
  const naive = choleskyInverse(end.factor, p);
  const robust = options.robust === true || input.cluster !== undefined ? robustPart() : undefined;
  const vcov = robust?.vcov ?? naive;
  const moved = end.beta.map((b, a) => b - start[a]!);
  return {
    names,
    ties,
    coefficients: end.beta.map((b, a) => b / scale[a]!),
    vcov: unscaled(vcov, scale),
    naiveVcov: unscaled(naive, scale),
    se: scale.map((s, a) => Math.sqrt(vcov[a * p + a]!) / s),
    logLikelihood: {null: end.start.logLikelihood, fitted: end.logLikelihood},
    tests: {
      likelihoodRatio: chiSquare(2 * (end.logLikelihood - end.start.logLikelihood), p),
      wald: quadraticTest(vcov, moved),
      score: chiSquare(2 * end.start.decrement, p),
      ...(robust && {robustScore: robust.score})
    },
    n: input.exit.length,
    events: columns.eventEnd.reduce((sum, to, k) => sum + to - columns.binStart[k]!, 0),
    ...(robust && {clusters: robust.clusters}),
    iterations: end.iterations,
    residual: end.decrement
  };

  function robustPart() {
    const clusters = clustersOf(columns, input);
    const {products} = clusterMoments(columns, sweep, clusters);
    sweepTo(columns, start, ties, sweep);
    const atStart = clusterMoments(columns, sweep, clusters);
    return {
      vcov: sandwich(naive, products, p),
      score: quadraticTest(atStart.products, atStart.total),
      clusters: clusters.count
    };
  }
}

function likelihoodOf(columns: CoxColumns, sweep: CoxSweep, ties: Ties, firth: boolean) {
  if (ties === "exact") return (beta: Float64Array) => exactLikelihood(columns, beta, sweep);
  return firth
    ? (beta: Float64Array) => firthLikelihood(columns, beta, ties, sweep)
    : (beta: Float64Array) => sweepLikelihood(columns, beta, ties, sweep);
}

const chiSquare = (statistic: number, df: number): TestStatistic => ({statistic, df, p: chiSquareUpper(statistic, df)});

/** xᵀ V⁻¹ x as a chi-square on p degrees of freedom; NaN when V has no inverse. */
function quadraticTest(variance: Float64Array, x: Float64Array): TestStatistic {
  const p = x.length;
  const factored = cholesky(variance, p);
  if ("dependent" in factored) return {statistic: Number.NaN, df: p, p: Number.NaN};
  const solved = choleskySolve(factored.factor, p, x);
  return chiSquare(
    x.reduce((sum, value, a) => sum + value * solved[a]!, 0),
    p
  );
}

function unscaled(vcov: Float64Array, scale: Float64Array): Float64Array {
  const p = scale.length;
  return vcov.map((v, i) => v / (scale[Math.floor(i / p)]! * scale[i % p]!));
}

function rangeOf(x: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    if (x[i]! < low) low = x[i]!;
    if (x[i]! > high) high = x[i]!;
  }
  return high - low;
}
