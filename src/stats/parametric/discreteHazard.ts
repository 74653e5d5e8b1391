import {incorrect} from "../../errors.ts";
import {codesOf} from "../../numeric/codes.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import {inverseInformation, maximise, type Objective, restricted} from "../../numeric/newton.ts";
import {
  addRow,
  type Design,
  designOf,
  originalCoefficients,
  originalVariance,
  requireIndependent
} from "../inference/design.ts";
import {robustVariance} from "../inference/robustVariance.ts";
import {notFinite, requireLength} from "../survival/spells.ts";
import {type DiscreteFit, type DiscreteInput, type DiscreteOptions, distributionOf} from "./discreteModel.ts";
import {type HazardModel, hazardLikelihood, hazardSummary, penalisedLikelihood} from "./hazardLikelihood.ts";
import {requireMaximum} from "./runaway.ts";

/**
 * Discrete-time hazard model by maximum likelihood: a binomial regression of the events of each period on those at risk.
 *
 *   link(h) = baseline + xᵀβ + offset,   link logit or complementary log-log
 *
 * The variance is the inverse of the expected information, as in R's glm; for cloglog Stata's is of the observed. Weights
 * are case weights. The robust variance has no correction for the number of clusters; under Firth's penalty its scores
 * are the penalised ones, and `vcov` is the inverse of the information without penalty.
 *
 * @param input rows of person-periods, in any order; not modified
 * @throws incorrect `survival/no-spells`, `survival/columns-differ`, `survival/not-finite`, `survival/events-exceed-risk`,
 *   `survival/no-events` and `survival/only-events` when no row or every row ended, `survival/collinear` (named),
 *   `survival/separation` (named), `survival/one-cluster`;
 *   noConvergence `survival/no-convergence`, which names the Newton decrement
 * @see Singer & Willett (2003), Applied Longitudinal Data Analysis, ch. 11; Heinze & Schemper (2002), Statistics in
 *   Medicine 21:2409–2419. Checked against R glm (test/reference/survival/parametric.R); closed forms in
 *   test/byhand/discreteHazard.test.ts.
 */
export function discreteHazard(input: DiscreteInput, options: DiscreteOptions): DiscreteFit {
  requireRows(input);
  const {atRisk, events, covariates, baseline, offset, cluster} = input;
  const {link, firth = false} = options;
  const rows = atRisk.length;
  const levels = baseline === undefined ? undefined : codesOf(baseline);
  const intercepts = levels ? Array.from(levels.labels, (value) => `period ${value}`) : ["(Intercept)"];
  const design = designOf(rows, covariates, intercepts, levels?.codes);
  requireIndependent(design, atRisk);
  const totals = {atRisk: sum(atRisk), events: sum(events)};
  if (!firth) requireBoth(totals, rows);
  const model: HazardModel = {
    design,
    atRisk,
    events,
    distribution: distributionOf[link],
    ...(offset === undefined ? {} : {offset})
  };
  const objective = firth ? penalisedLikelihood(model) : hazardLikelihood(model);
  const control = {...(firth ? {maxIterations: 1000} : {}), ...options};
  const share = (totals.events + 0.5) / (totals.atRisk + 1);
  const middle = offset === undefined ? 0 : sum(offset) / rows;
  const start = new Float64Array(design.names.length);
  start.fill(model.distribution.quantile(share) - middle, 0, design.intercepts);
  const best = maximise(objective, start, control);
  const side = events.map((ended, i) => (ended === atRisk[i] ? 1 : ended === 0 ? -1 : 0));
  requireMaximum(design, best, Int8Array.from(side));

  const k = best.at.length;
  const summary = hazardSummary(model, best.at, firth);
  const naive = inverseInformation({...best, information: summary.information});
  const robust =
    options.robust === true || cluster !== undefined
      ? robustVariance(naive, k, rows, cluster, (row, sums, from) =>
          addRow(design, row, summary.score[row]!, sums, from)
        )
      : undefined;
  const naiveVcov = originalVariance(design, naive, k);
  const vcov = robust === undefined ? naiveVcov : originalVariance(design, robust.vcov, k);
  const nullValue = covariates.length === 0 ? best.value : nullLikelihood(objective, start, design.intercepts, control);
  const statistic = 2 * (best.value - nullValue);
  const unit = firth ? penaltyOfUnits(design) : 0;
  return {
    link,
    names: design.names,
    ...(levels === undefined ? {} : {baselines: levels.labels}),
    coefficients: originalCoefficients(design, best.at),
    vcov,
    naiveVcov,
    se: Float64Array.from({length: k}, (_, j) => Math.sqrt(vcov[j * k + j]!)),
    logLikelihood: {null: nullValue + unit, fitted: best.value + unit},
    likelihoodRatio: {statistic, df: covariates.length, p: chiSquareUpper(statistic, covariates.length)},
    deviance: -2 * summary.value,
    rows,
    ...totals,
    ...(robust === undefined ? {} : {clusters: robust.clusters}),
    iterations: best.iterations,
    residual: best.residual
  };
}

const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);

function requireRows({atRisk, events, baseline, offset, cluster}: DiscreteInput): void {
  const rows = atRisk.length;
  if (rows === 0) throw incorrect("survival/no-spells", "no person-periods; an estimate needs at least one");
  for (const [name, column] of Object.entries({events, baseline, offset, cluster})) {
    if (column !== undefined) requireLength(name, column, rows);
  }
  for (let i = 0; i < rows; i++) {
    const risk = atRisk[i]!;
    const ended = events[i]!;
    if (!Number.isFinite(risk)) throw notFinite("atRisk", risk, i);
    if (!Number.isFinite(ended)) throw notFinite("events", ended, i);
    if (offset !== undefined && !Number.isFinite(offset[i]!)) throw notFinite("offset", offset[i]!, i);
    if (!(risk > 0 && ended >= 0 && ended <= risk)) {
      throw incorrect(
        "survival/events-exceed-risk",
        `events not within those at risk: ${ended} of ${risk} in row ${i + 1}; events run from 0 to atRisk, which is above 0`
      );
    }
  }
}

function requireBoth({atRisk, events}: {readonly atRisk: number; readonly events: number}, rows: number): void {
  if (events === 0) {
    throw incorrect(
      "survival/no-events",
      `no events: all ${rows} person-periods are without one; an estimate needs at least one`
    );
  }
  if (events === atRisk) {
    throw incorrect(
      "survival/only-events",
      `only events: all ${rows} person-periods end with one; an estimate needs a period that is passed`
    );
  }
}

/** The maximum over the intercepts with the slopes at 0; under a penalty, the information stays that of all columns. */
function nullLikelihood(
  objective: Objective,
  start: Float64Array,
  intercepts: number,
  control: Parameters<typeof maximise>[2]
): number {
  const free = Array.from({length: intercepts}, (_, l) => l);
  const none = maximise(restricted(objective, free, start), start.slice(0, intercepts), control);
  return none.converged ? none.value : Number.NaN;
}

/** ½ log det I is stated for the columns as given, not for the standardised ones. */
const penaltyOfUnits = ({spread}: Design): number => spread.reduce((total, value) => total + Math.log(value), 0);
