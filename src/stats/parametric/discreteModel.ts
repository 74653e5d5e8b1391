import type {Covariate, TestStatistic} from "../survival/coxModel.ts";
import {type ErrorDistribution, extremeValue, logistic} from "./errorDistribution.ts";

/** How the hazard h of a period depends on the linear predictor: log(h/(1 − h)), or log(−log(1 − h)) as in grouped proportional hazards. */
export type HazardLink = "logit" | "cloglog";

export const distributionOf: Readonly<Record<HazardLink, ErrorDistribution>> = {logit: logistic, cloglog: extremeValue};

/** Person-periods, as `personPeriods` or `groupedPeriods` make them, with p ≥ 0 covariates. All columns are [rows]. */
export type DiscreteInput = {
  /** > 0: 1, the weight of a person-period, or how many there are */
  readonly atRisk: Float64Array;
  /** 0 ≤ events ≤ atRisk */
  readonly events: Float64Array;
  readonly covariates: readonly Covariate[];
  /** Each distinct value has an intercept of its own: period dummies, at the cost of one. */
  readonly baseline?: Int32Array;
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: Float64Array;
  /** Any integers; rows of one cluster, such as a spell, are not independent. Switches the robust variance on. */
  readonly cluster?: Int32Array;
};

export type DiscreteOptions = {
  readonly link: HazardLink;
  /**
   * Adds half the log determinant of the information: Firth's (1993) bias-reducing penalty for logit, the Jeffreys prior
   * for cloglog. Estimates are finite under separation.
   */
  readonly firth?: boolean;
  /** The sandwich variance, rows as clusters of one unless `cluster` is given. */
  readonly robust?: boolean;
  /** The iteration has converged when the Newton decrement is at most this; 1e-20 when left out. */
  readonly tolerance?: number;
  /** 100 when left out; 1000 with Firth's penalty, where the steps are those of Fisher scoring. */
  readonly maxIterations?: number;
};

export type DiscreteFit = {
  readonly link: HazardLink;
  /** [k] `(Intercept)`, or `period v` for each value v of the baseline; then the covariates. */
  readonly names: readonly string[];
  /** The distinct values of the baseline, increasing; left out when there is one intercept. */
  readonly baselines?: Int32Array;
  /** [k] */
  readonly coefficients: Float64Array;
  /** [k × k] by rows: the robust variance where it was asked for, else the inverse of the expected information. */
  readonly vcov: Float64Array;
  /** [k × k] by rows: the inverse of the expected information (R's glm). */
  readonly naiveVcov: Float64Array;
  /** [k] square roots of the diagonal of `vcov`. */
  readonly se: Float64Array;
  /** Log-likelihood (penalised under Firth) of the baseline alone, and at the estimate. */
  readonly logLikelihood: {readonly null: number; readonly fitted: number};
  /** The test that every covariate's coefficient is 0. */
  readonly likelihoodRatio: TestStatistic;
  /** Minus twice the log-likelihood of single person-periods, unpenalised. */
  readonly deviance: number;
  readonly rows: number;
  readonly atRisk: number;
  readonly events: number;
  readonly clusters?: number;
  readonly iterations: number;
  /** The Newton decrement at the estimate. */
  readonly residual: number;
};
