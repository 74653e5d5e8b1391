import type {Covariate, TestStatistic} from "../survival/coxModel.ts";
import {type ErrorDistribution, extremeValue, logistic, normal} from "./errorDistribution.ts";
import type {FailureTimes} from "./failureTimes.ts";

/** The distribution of time. The exponential is the Weibull with scale 1. */
export type TimeDistribution = "exponential" | "weibull" | "lognormal" | "loglogistic";

export const errorOf: Readonly<Record<TimeDistribution, ErrorDistribution>> = {
  exponential: extremeValue,
  weibull: extremeValue,
  lognormal: normal,
  loglogistic: logistic
};

/** Failure times with p ≥ 0 covariates; there is always an intercept. All columns are [n], in the same order. */
export type AcceleratedInput = FailureTimes & {
  readonly covariates: readonly Covariate[];
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: Float64Array;
  /** Any integers; each stratum has a scale of its own. One scale when left out. */
  readonly stratum?: Int32Array;
  /** Any integers; rows of one cluster are not independent. Switches the robust variance on. */
  readonly cluster?: Int32Array;
};

export type AcceleratedOptions = {
  readonly distribution: TimeDistribution;
  /** A scale σ > 0 that is known; estimated when left out, except that the exponential's is 1. */
  readonly scale?: number;
  /** The sandwich variance, rows as clusters of one unless `cluster` is given. */
  readonly robust?: boolean;
  /** The iteration has converged when the Newton decrement gᵀ I⁻¹ g / 2 is at most this; 1e-20 when left out. */
  readonly tolerance?: number;
  /** 100 when left out. */
  readonly maxIterations?: number;
};

export type AcceleratedFit = {
  readonly distribution: TimeDistribution;
  /** [p + 1 + s] `(Intercept)`, the covariates, then `log(scale)` once a stratum unless the scale is known. */
  readonly names: readonly string[];
  /** [p + 1] of log time: exp of a coefficient is the factor by which a unit of the covariate stretches time. */
  readonly coefficients: Float64Array;
  /** [1 or strata] σ; of a Weibull, the shape is 1/σ. */
  readonly scale: Float64Array;
  readonly isScaleKnown: boolean;
  /** [strata] the strata of `scale`, increasing; left out when there is one scale. */
  readonly strata?: Int32Array;
  /** [(p + 1 + s)²] by rows: the robust variance where it was asked for, else the inverse information. */
  readonly vcov: Float64Array;
  /** [(p + 1 + s)²] by rows: the inverse of the observed information. */
  readonly naiveVcov: Float64Array;
  /** [p + 1 + s] square roots of the diagonal of `vcov`. */
  readonly se: Float64Array;
  /** Log-likelihood of the times without covariates (same offset, scales and strata), and at the estimate. */
  readonly logLikelihood: {readonly null: number; readonly fitted: number};
  readonly likelihoodRatio: TestStatistic;
  readonly n: number;
  readonly counts: {readonly exact: number; readonly right: number; readonly left: number; readonly interval: number};
  readonly clusters?: number;
  readonly iterations: number;
  /** The Newton decrement at the estimate. */
  readonly residual: number;
};
