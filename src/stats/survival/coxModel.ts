import type {Spells} from "./spells.ts";

export type Covariate = {
  readonly name: string;
  /** [n] finite */
  readonly values: Float64Array;
};

/** What a proportional-hazards model is fitted to: spells with p ≥ 0 covariates. All columns are [n], in the same order. */
export type CoxInput = Spells & {
  readonly covariates: readonly Covariate[];
  /** Any integers; each stratum has a baseline hazard of its own. One stratum when left out. */
  readonly stratum?: Int32Array;
  /** Added to the linear predictor with coefficient 1. */
  readonly offset?: Float64Array;
  /** Any integers; rows of one cluster are not independent. Switches the robust variance on. */
  readonly cluster?: Int32Array;
};

/** How tied events are treated: Efron (1977), Breslow (1974), or the exact partial likelihood of Cox (1972) in discrete time. */
export type Ties = "efron" | "breslow" | "exact";

export type CoxOptions = {
  /** `efron` when left out. */
  readonly ties?: Ties;
  /** Lin & Wei's (1989) sandwich variance, rows as clusters of one unless `cluster` is given. */
  readonly robust?: boolean;
  /** Firth's (1993) penalty, after Heinze & Schemper (2001): finite estimates under separation. */
  readonly firth?: boolean;
  /** The iteration has converged when the Newton decrement gᵀ I⁻¹ g / 2 falls below this; 1e-22 when left out. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** Starting values [p]; zeros when left out. */
  readonly start?: Float64Array;
};

export type TestStatistic = {readonly statistic: number; readonly df: number; readonly p: number};

export type CoxFit = {
  readonly names: readonly string[];
  readonly ties: Ties;
  /** [p] log hazard ratios */
  readonly coefficients: Float64Array;
  /** [p × p] by rows: the robust variance where it was asked for, else the inverse information. */
  readonly vcov: Float64Array;
  /** [p × p] by rows: the inverse information. */
  readonly naiveVcov: Float64Array;
  /** [p] square roots of the diagonal of `vcov`. */
  readonly se: Float64Array;
  /** Log partial likelihood (penalised under Firth) at the start and at the estimate. */
  readonly logLikelihood: {readonly null: number; readonly fitted: number};
  /** Likelihood-ratio and score tests against the start; Wald with `vcov`; the robust score test where it was asked for. */
  readonly tests: {
    readonly likelihoodRatio: TestStatistic;
    readonly wald: TestStatistic;
    readonly score: TestStatistic;
    readonly robustScore?: TestStatistic;
  };
  readonly n: number;
  readonly events: number;
  readonly clusters?: number;
  readonly iterations: number;
  /** The Newton decrement at the estimate. */
  readonly residual: number;
};
