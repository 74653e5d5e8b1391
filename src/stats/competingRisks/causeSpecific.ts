import {incorrect} from "../../errors.ts";
import {fitCox} from "../survival/cox.ts";
import type {CoxFit, CoxInput, CoxOptions} from "../survival/coxModel.ts";
import {type CoxRows, predictSurvival} from "../survival/coxPredict.ts";
import {requireSpells} from "../survival/spells.ts";

/** A Cox model for each cause; spells that end with another cause are censored in it. */
export type CauseSpecificFit = {
  /** [C] causes that occur, increasing, with the fit of each. */
  readonly causes: readonly number[];
  readonly fits: readonly CoxFit[];
};

/**
 * Proportional cause-specific hazards: the effect of covariates on the rate of each cause among those who have had none.
 *
 * It says what drives a cause and not what its cumulative incidence is, which depends on the hazards of all causes:
 * `predictIncidence` puts them together.
 *
 * @param input `event` 0, 1, 2, …; columns [n], not modified
 * @param options of `fitCox`, the same for all causes
 * @throws what `fitCox` throws; incorrect `survival/no-events`
 * @see Prentice et al. (1978), Biometrics 34:541–554
 */
export function fitCauseSpecific(input: CoxInput, options: CoxOptions = {}): CauseSpecificFit {
  requireSpells(input);
  const causes = [...new Set(input.event)].filter((cause) => cause !== 0).sort((a, b) => a - b);
  if (causes.length === 0) {
    throw incorrect(
      "survival/no-events",
      `no events: all ${input.exit.length} spells are censored; a model needs at least one event of a cause`
    );
  }
  return {causes, fits: causes.map((cause) => fitCox(ofCause(input, cause), options))};
}

const ofCause = (input: CoxInput, cause: number): CoxInput => ({
  ...input,
  event: Uint8Array.from(input.event, (code) => (code === cause ? 1 : 0))
});

/** One predicted row in one stratum; `row` counts from 0. */
export type PredictedIncidence = {
  readonly row: number;
  readonly stratum: number;
  /** [T] each exit time of the stratum, increasing */
  readonly time: Float64Array;
  /** [T] probability of no event yet */
  readonly survival: Float64Array;
  /** C columns [T] */
  readonly incidence: readonly Float64Array[];
};

/**
 * Cumulative incidences that cause-specific fits predict for given covariates: Aalen–Johansen on the predicted hazards.
 *
 * `exponential` (when left out) holds each jump of the hazards to be a constant rate over its step, so that the survival is
 * exp(−Σ_c H_c), as R's survfit of a multi-state coxph; `product` takes 1 − Σ_c dH_c, which may fall below 0 for a
 * covariate far from the data, and is then NaN from there on.
 *
 * @param input what the fit was made from; not modified
 * @param rows covariates by name, as in `predictSurvival`
 */
export function predictIncidence(
  input: CoxInput,
  {causes, fits}: CauseSpecificFit,
  rows: CoxRows,
  {step = "exponential"}: {readonly step?: "exponential" | "product"} = {}
): PredictedIncidence[] {
  const predicted = causes.map((cause, c) => predictSurvival(ofCause(input, cause), fits[c]!, rows));
  return predicted[0]!.map(({row, stratum, time}, at) => {
    const hazards = predicted.map((curves) => curves[at]!.cumulativeHazard);
    return {row, stratum, time, ...occupied(hazards, time.length, step)};
  });
}

function occupied(
  hazards: readonly Float64Array[],
  T: number,
  step: "exponential" | "product"
): Pick<PredictedIncidence, "survival" | "incidence"> {
  const survival = new Float64Array(T);
  const incidence = hazards.map(() => new Float64Array(T));
  let before = 1;
  for (let t = 0; t < T; t++) {
    const jumps = hazards.map((hazard) => hazard[t]! - (t === 0 ? 0 : hazard[t - 1]!));
    const total = jumps.reduce((sum, jump) => sum + jump, 0);
    const leaves = step === "exponential" ? -Math.expm1(-total) : total <= 1 ? total : Number.NaN;
    jumps.forEach((jump, c) => {
      const share = total === 0 ? 0 : (jump / total) * leaves;
      incidence[c]![t] = (t === 0 ? 0 : incidence[c]![t - 1]!) + before * share;
    });
    before *= 1 - leaves;
    survival[t] = before;
  }
  return {survival, incidence};
}
