import type {Case} from "../casebook/case.ts";
import {ThawError} from "../errors.ts";
import type {Life} from "../sanctions/life.ts";
import type {CoxInput} from "../stats/survival/coxModel.ts";
import type {Factor} from "./covariates.ts";
import {type Ending, endings} from "./ended.ts";
import {hazardRatios} from "./hazardRatios.ts";
import {type Bound, spellColumns} from "./spellColumns.ts";
import {type Spell, type SpellOptions, spellsOf, type Unit} from "./spells.ts";

/** One way to code the same question. */
export type Specification = {
  readonly ended: Ending;
  readonly unit: Exclude<Unit, "pair">;
  readonly origin: "in-force" | "threat";
  readonly dates: Bound;
  /** A baseline hazard for each era of origin, or one for all. */
  readonly strata: "none" | "era";
};

/** A contrast: spells at the level against all others. */
export type Contrast = {readonly factor: Factor; readonly level: string};

export type SpecificationResult = Specification & {
  readonly n: number;
  readonly events: number;
  /** Hazard ratio of ending, the level against the rest, with its 95 % interval; NaN where no estimate exists. */
  readonly ratio: number;
  readonly interval: readonly [number, number];
  readonly p: number;
  /** Firth's penalty was used, because one side had no ending; or why there is no estimate. */
  readonly note: "" | "penalised" | string;
};

/** Every combination of definitions, in a fixed order. */
export const specifications: readonly Specification[] = endings.flatMap((ended) =>
  (["measure", "package"] as const).flatMap((unit) =>
    (["in-force", "threat"] as const).flatMap((origin) =>
      (["low", "high"] as const).flatMap((dates) =>
        (["none", "era"] as const).map((strata): Specification => ({ended, unit, origin, dates, strata}))
      )
    )
  )
);

/**
 * The same model under every definition (Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4): a Cox regression of
 * ending on the contrast, Efron's ties, variance clustered by package. Endings of another cause censor, so the ratio is
 * one of cause-specific hazards. Increasing in the ratio; those without an estimate come last.
 */
export function specificationCurve(
  one: Case,
  lives: readonly Life[],
  contrast: Contrast,
  window: Pick<SpellOptions, "from" | "until"> = {}
): SpecificationResult[] {
  return specifications
    .map((specification) => {
      const {dates, strata: _, ...options} = specification;
      return fitted(specification, spellsOf(one, lives, {...options, ...window}).spells, contrast);
    })
    .sort((a, b) => Number(Number.isNaN(a.ratio)) - Number(Number.isNaN(b.ratio)) || a.ratio - b.ratio);
}

function fitted(
  specification: Specification,
  spells: readonly Spell[],
  {factor, level}: Contrast
): SpecificationResult {
  const {entry, exit, event, cluster} = spellColumns(spells, specification.dates);
  const ended = event.map((code) => Number(code === 1));
  const counts = {...specification, n: spells.length, events: ended.reduce((sum, one) => sum + one, 0)};
  const values = Float64Array.from(spells, ({factors}) => Number(factors[factor] === level));
  const eras = [...new Set(spells.map(({factors}) => factors.era))].sort();
  const input: CoxInput = {
    ...{entry, exit, event: ended, cluster},
    covariates: [{name: level, values}],
    ...(specification.strata === "era" && {stratum: Int32Array.from(spells, ({factors}) => eras.indexOf(factors.era))})
  };
  try {
    const {ratios, penalised} = hazardRatios(input);
    const {ratio, interval, p} = ratios[0]!;
    return {...counts, ratio, interval, p, note: penalised ? "penalised" : ""};
  } catch (error) {
    if (!(error instanceof ThawError)) throw error;
    return {...counts, ratio: Number.NaN, interval: [Number.NaN, Number.NaN], p: Number.NaN, note: error.message};
  }
}
