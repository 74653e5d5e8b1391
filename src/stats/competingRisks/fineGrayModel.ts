import type {CoxFit, CoxInput} from "../survival/coxModel.ts";
import type {Spells} from "../survival/spells.ts";
import type {CensoringTies} from "./censoringCurves.ts";

/** Spells with competing causes (`event` 0, 1, 2, …) and covariates. All columns are [n], in the same order. */
export type FineGrayInput = CoxInput & {
  /** Any integers: rows of one subject follow one another, the last may have an event. Each row is a subject when left out. */
  readonly subject?: Int32Array;
  /** Any integers; censoring is estimated within each. The strata when left out. */
  readonly censoringGroup?: Int32Array;
  /** Rows that censoring is estimated from, e.g. those with missing covariates too; the rows themselves when left out. */
  readonly censoringSpells?: Spells & {readonly subject?: Int32Array; readonly censoringGroup?: Int32Array};
};

/**
 * How the variance is made.
 *
 * - `robust`: sandwich over clusters, or subjects; the censoring weights are taken as known (Geskus 2011)
 * - `pieces`: the same with every piece of a subject between two changes of its weight as a cluster of its own. This is
 *   what R's coxph prints for finegray data when no id is given; it is too small
 * - `fineGray`: sandwich that counts the estimation of the weights (Fine & Gray 1999, section 3)
 * - `crr`: `fineGray` as cmprsk::crr has it: with several censoring groups, the weights of a group count at its own events
 *   only. With one group the two are the same
 * - `model`: the inverse information
 */
export type FineGrayVariance = "robust" | "pieces" | "fineGray" | "crr" | "model";

export type FineGrayOptions = {
  /** 1 when left out. */
  readonly cause?: number;
  /**
   * Sets what follows, unless it is given: `finegray` (when left out) to `efron`, `eventsFirst`, `robust` as R's
   * survival::finegray with coxph; `crr` to `breslow`, `together`, `crr` as cmprsk::crr.
   */
  readonly convention?: "finegray" | "crr";
  readonly ties?: "efron" | "breslow";
  readonly censoringTies?: CensoringTies;
  readonly variance?: FineGrayVariance;
  /** Whether case weights count in the censoring curves, as copies would; not when left out, as in R. */
  readonly weightedCensoring?: boolean;
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** Starting values [p]; zeros when left out. */
  readonly start?: Float64Array;
};

export type FineGrayFit = Pick<
  CoxFit,
  | "names"
  | "coefficients"
  | "vcov"
  | "naiveVcov"
  | "se"
  | "logLikelihood"
  | "tests"
  | "n"
  | "events"
  | "iterations"
  | "residual"
> & {
  readonly cause: number;
  readonly ties: "efron" | "breslow";
  readonly censoringTies: CensoringTies;
  readonly variance: FineGrayVariance;
  readonly clusters: number;
  /** The subdistribution hazard where all covariates and the offset are 0, by stratum. */
  readonly baseline: readonly {
    readonly stratum: number;
    /** [K] the event times of the cause, increasing */
    readonly time: Float64Array;
    readonly cumulativeHazard: Float64Array;
  }[];
};
