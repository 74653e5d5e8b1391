import {incorrect, ThawError} from "../../errors.ts";
import {cholesky, choleskyInverse, choleskySolve} from "../../numeric/cholesky.ts";
import {codesOf} from "../../numeric/codes.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import {collinear} from "../survival/coxCollinear.ts";
import type {TestStatistic} from "../survival/coxModel.ts";
import {maximise} from "../survival/coxNewton.ts";
import {notFinite, requireLength, requireSpells} from "../survival/spells.ts";
import {type FineGrayColumns, fineGrayColumns} from "./fineGrayColumns.ts";
import type {FineGrayFit, FineGrayInput, FineGrayOptions, FineGrayVariance} from "./fineGrayModel.ts";
import {clusterProducts, pieceProducts, type StratumHazard, scoreRows} from "./fineGrayScores.ts";
import {requireNoSeparation} from "./fineGraySeparation.ts";
import {sweepFineGray} from "./fineGraySweep.ts";
import {addWeightScores} from "./fineGrayWeights.ts";

const TOLERANCE = 1e-18;
const MAX_ITERATIONS = 50;
const ROUNDING = 1e-14; // information of one event, in scaled units, that is no more than this is rounding

/**
 * Proportional subdistribution hazards of one cause among competing causes (Fine & Gray 1999): the effect of covariates on
 * its cumulative incidence, P(T ≤ t, cause | x) = 1 − exp(−Λ(t) exp(xβ)).
 *
 * A row that ends with another cause stays in the risk set with weight G(t−)/G(T−), G the Kaplan–Meier estimate of not
 * being censored; with delayed entry with G(t−)H(t−)/G(T−)H(T−) (Geskus 2011). Case weights multiply a row's part in
 * every sum, and count in G and H only when `weightedCensoring` says so. See `FineGrayOptions` for what differs between R's
 * two programs.
 *
 * @param input columns [n], not modified
 * @throws incorrect what `requireSpells` and `subjectEnds` throw; `survival/not-finite`, `survival/no-events`,
 *   `survival/start-length`, `survival/unknown-censoring-group`, `survival/one-cluster`, `survival/collinear`,
 *   `survival/separation`; unsupported `survival/fine-gray-variance`, `survival/entry-gap`;
 *   noConvergence `survival/no-convergence`
 * @see Fine & Gray (1999), JASA 94:496–509; Geskus (2011), Biometrics 67:39–49. Checked against R survival 3.8.6 and
 *   cmprsk 2.2 (test/reference/survival/fineGray.test.ts).
 */
export function fitFineGray(input: FineGrayInput, options: FineGrayOptions = {}): FineGrayFit {
  const isCrr = options.convention === "crr";
  const {cause = 1, tolerance = TOLERANCE, maxIterations = MAX_ITERATIONS} = options;
  const ties = options.ties ?? (isCrr ? "breslow" : "efron");
  const censoringTies = options.censoringTies ?? (isCrr ? "together" : "eventsFirst");
  const variance = options.variance ?? (isCrr ? "crr" : "robust");
  const events = requireFineGrayInput(input, cause, options);
  const names = input.covariates.map(({name}) => name);
  const p = names.length;
  const n = input.exit.length;
  const columns = fineGrayColumns(input, options);
  const {scale, mean} = columns;
  requireVariance(variance, input, columns, ties);
  const start = scale.map((s, a) => (options.start?.[a] ?? 0) * s);
  const end = maximise((beta) => sweepFineGray(columns, beta, ties), start, {
    tolerance,
    maxIterations,
    least: ROUNDING * events,
    range: Float64Array.from({length: p}, (_, a) => rangeOf(columns, a)),
    singular(information, dependent): never {
      throw collinear(names, information, dependent);
    },
    diverging: (step, isLast) => requireNoSeparation(columns, names, step, isLast)
  });
  const parts: StratumHazard[] = [];
  sweepFineGray(columns, end.beta, ties, (stratum, hazard) => parts.push({stratum, hazard}));
  const naive = choleskyInverse(end.factor, p);
  const {vcov, clusters} = sandwich();
  const coefficients = end.beta.map((b, a) => b / scale[a]!);
  const centre = coefficients.reduce((sum, b, a) => sum + b * mean[a]!, 0);
  return {
    names,
    cause,
    ties,
    censoringTies,
    variance,
    coefficients,
    vcov: unscaled(vcov),
    naiveVcov: unscaled(naive),
    se: scale.map((s, a) => Math.sqrt(vcov[a * p + a]!) / s),
    logLikelihood: {null: end.start.logLikelihood, fitted: end.logLikelihood},
    tests: {
      likelihoodRatio: chiSquare(2 * (end.logLikelihood - end.start.logLikelihood), p),
      wald: wald(
        vcov,
        end.beta.map((b, a) => b - start[a]!)
      ),
      score: chiSquare(2 * end.start.decrement, p)
    },
    n,
    events,
    clusters,
    iterations: end.iterations,
    residual: end.decrement,
    baseline: parts.map(({stratum, hazard}) => ({
      stratum: stratum.label,
      time: stratum.time,
      cumulativeHazard: cumulated(hazard.jump, Math.exp(-hazard.shift - centre))
    }))
  };

  function sandwich(): {readonly vcov: Float64Array; readonly clusters: number} {
    const label = input.cluster ?? input.subject;
    const codes = label === undefined ? null : codesOf(label);
    const clusters = codes?.labels.length ?? n;
    if (variance === "model") return {vcov: naive, clusters};
    if (variance === "pieces") return {vcov: between(naive, pieceProducts(columns, parts, n, p)), clusters};
    const scores = scoreRows(parts, n, p);
    if (variance !== "robust") {
      addWeightScores(input, columns, parts, scores, variance === "crr", {
        censoringTies,
        weightedCensoring: options.weightedCensoring ?? false
      });
    }
    return {vcov: between(naive, clusterProducts(scores, codes?.codes ?? null, clusters)), clusters};
  }

  function unscaled(matrix: Float64Array): Float64Array {
    return matrix.map((v, i) => v / (scale[Math.floor(i / p)]! * scale[i % p]!));
  }
}

function requireFineGrayInput(input: FineGrayInput, cause: number, {start}: FineGrayOptions): number {
  requireSpells(input);
  const {exit, event, covariates, stratum, cluster, subject, offset, censoringGroup, censoringSpells} = input;
  const n = exit.length;
  for (const [name, column] of Object.entries({stratum, cluster, subject, offset, "censoring group": censoringGroup})) {
    if (column !== undefined) requireLength(name, column, n);
  }
  for (const {name, values} of [...covariates, ...(offset === undefined ? [] : [{name: "offset", values: offset}])]) {
    requireLength(name, values, n);
    for (let i = 0; i < n; i++) if (!Number.isFinite(values[i]!)) throw notFinite(name, values[i]!, i);
  }
  if (start !== undefined && start.length !== covariates.length) {
    throw incorrect(
      "survival/start-length",
      `wrong number of starting values: ${start.length}; give one for each of the ${covariates.length} covariates`
    );
  }
  if (cluster?.every((label) => label === cluster[0])) {
    throw incorrect(
      "survival/one-cluster",
      `one cluster: every row has cluster ${cluster[0]}; a clustered variance needs two or more`
    );
  }
  if (censoringSpells !== undefined) {
    requireSpells(censoringSpells);
    const known = new Set(censoringSpells.censoringGroup ?? [0]);
    const unknown = (censoringGroup ?? stratum ?? [0]).find((group) => !known.has(group));
    if (unknown !== undefined && (censoringGroup ?? stratum) !== undefined) {
      throw incorrect(
        "survival/unknown-censoring-group",
        `unknown censoring group: ${unknown}; give the spells for the censoring weights the same groups`
      );
    }
  }
  let events = 0;
  for (let i = 0; i < n; i++) if (event[i] === cause) events++;
  if (cause > 0 && events > 0) return events;
  throw incorrect("survival/no-events", `no events of cause ${cause}: none in ${n} spells; name a cause that occurs`);
}

/** The variance of Fine & Gray is derived for Breslow's likelihood, no delayed entry and weights from the same rows. */
function requireVariance(
  variance: FineGrayVariance,
  {censoringSpells}: FineGrayInput,
  {isDelayed}: FineGrayColumns,
  ties: string
): void {
  if (variance !== "fineGray" && variance !== "crr") return;
  const with_ = isDelayed
    ? "delayed entry"
    : ties !== "breslow"
      ? "ties efron"
      : censoringSpells !== undefined
        ? "censoring estimated from other rows"
        : null;
  if (with_ === null) return;
  throw new ThawError(
    "unsupported",
    "survival/fine-gray-variance",
    `not offered: variance ${variance} with ${with_}; use variance robust`
  );
}

function between(naive: Float64Array, products: Float64Array): Float64Array {
  const p = Math.sqrt(naive.length);
  const times = (a: Float64Array, b: Float64Array) =>
    Float64Array.from(a, (_, at) => {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += a[Math.floor(at / p) * p + k]! * b[k * p + (at % p)]!;
      return sum;
    });
  return times(times(naive, products), naive);
}

function rangeOf({strata}: FineGrayColumns, a: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const {x} of strata) {
    for (const value of x[a]!) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return high - low;
}

function cumulated(jumps: Float64Array, scale: number): Float64Array {
  let sum = 0;
  return jumps.map((jump) => {
    sum += jump * scale;
    return sum;
  });
}

const chiSquare = (statistic: number, df: number): TestStatistic => ({statistic, df, p: chiSquareUpper(statistic, df)});

function wald(vcov: Float64Array, moved: Float64Array): TestStatistic {
  const p = moved.length;
  const root = cholesky(vcov, p);
  if ("dependent" in root) return {statistic: Number.NaN, df: p, p: Number.NaN};
  const solved = choleskySolve(root.factor, p, moved);
  return chiSquare(
    moved.reduce((sum, value, a) => sum + value * solved[a]!, 0),
    p
  );
}
