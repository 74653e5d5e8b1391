import type {Case} from "../casebook/case.ts";
import {ThawError} from "../errors.ts";
import type {Life} from "../sanctions/life.ts";
import {aalenJohansen, type StateCurve} from "../stats/competingRisks/aalenJohansen.ts";
import {asMultiState} from "../stats/competingRisks/multiState.ts";
import {logRank} from "../stats/survival/logRank.ts";
import type {Factor} from "./covariates.ts";
import {type HazardRatio, hazardRatios} from "./hazardRatios.ts";
import {type Bound, type SpellColumns, spellColumns} from "./spellColumns.ts";
import {type Spell, type SpellOptions, type SpellTable, spellsOf} from "./spells.ts";

export const DAYS_A_YEAR = 365.25;

/** Years after which the share that has ended is told. */
export const horizons = [1, 5, 10, 20] as const;

/** A figure under both bounds of the dates: the fewest days and the most; NaN where it is not reached. */
export type Ranged = {readonly low: number; readonly high: number};

/**
 * The share that has ended as asked, by days since the origin; other endings compete and do not censor. The limits are NaN
 * where the share is 0 or 1.
 */
export type IncidenceCurve = {
  readonly days: Float64Array;
  readonly share: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Has every spell ended, so that the last share holds for ever? */
  readonly isComplete: boolean;
};

export type Duration = {
  /** The level of the factor; "all" without one. */
  readonly level: string;
  readonly spells: number;
  readonly ended: number;
  readonly otherwise: number;
  readonly censored: number;
  /** By horizon, in [0, 1]; NaN beyond the last day of the curve. `interval` is the widest under the two bounds, 95 %. */
  readonly shares: readonly (Ranged & {readonly years: number; readonly interval: readonly [number, number]})[];
  /** Years until half have ended as asked, NaN where half never have; under one bound alone, `high` is NaN. */
  readonly median: Ranged;
  readonly curves: Readonly<Record<Bound, IncidenceCurve>>;
};

export type Comparison = {
  /** The level that the ratios compare with: the one with the most spells. */
  readonly reference: string;
  /** Log-rank test of equal hazards of ending as asked, p under both bounds. */
  readonly logRank: Ranged;
  readonly ratios: Readonly<Record<Bound, readonly HazardRatio[]>>;
  readonly penalised: boolean;
  /** Levels with fewer than FEWEST_SPELLS spells or FEWEST_ENDINGS endings: too few to compare. */
  readonly leftOut: readonly string[];
};

export const FEWEST_SPELLS = 5;
export const FEWEST_ENDINGS = 2;

export type HowLong = {
  readonly table: SpellTable;
  readonly by: Factor | null;
  readonly durations: readonly Duration[];
  /** Null without a factor; a message where the levels cannot be compared. */
  readonly comparison: Comparison | string | null;
  readonly endings: number;
  readonly clusters: number;
};

/**
 * How long spells last: Aalen–Johansen cumulative incidence of the ending asked for, with other endings competing, by the
 * levels of a factor; log-rank test and Cox hazard ratios (Efron's ties, variance clustered by package) between them.
 * Every figure is computed twice, for the fewest and for the most days that imprecise dates allow.
 */
export function howLong(one: Case, lives: readonly Life[], options: SpellOptions, by: Factor | null = null): HowLong {
  const table = spellsOf(one, lives, options);
  const {spells} = table;
  const levelOf = (spell: Spell) => (by === null ? "all" : spell.factors[by]);
  const groups = [...Map.groupBy(spells, levelOf)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const durations = groups.map(([level, own]) => durationOf(level, own));
  return {
    table,
    by,
    durations,
    comparison: by === null ? null : compare(spells, levelOf, durations),
    endings: spells.filter(({cause}) => cause === "ended").length,
    clusters: new Set(spells.map(({cluster}) => cluster)).size
  };
}

function durationOf(level: string, spells: readonly Spell[]): Duration {
  const curves = {low: incidence(spellColumns(spells, "low")), high: incidence(spellColumns(spells, "high"))};
  const count = (cause: Spell["cause"]) => spells.filter((spell) => spell.cause === cause).length;
  return {
    level,
    spells: spells.length,
    ended: count("ended"),
    otherwise: count("otherwise"),
    censored: count("censored"),
    shares: horizons.map((years) => {
      const at = [curves.low, curves.high].map((curve) => shareAt(curve, years * DAYS_A_YEAR));
      const [a, b] = [at[0]!, at[1]!];
      return {
        years,
        low: Math.min(a.share, b.share),
        high: Math.max(a.share, b.share),
        interval: [Math.min(a.lower, b.lower), Math.max(a.upper, b.upper)] as const
      };
    }),
    median: ordered(medianOf(curves.low), medianOf(curves.high)),
    curves
  };
}

/** NaN last. */
const ordered = (a: number, b: number): Ranged => (a <= b || Number.isNaN(b) ? {low: a, high: b} : {low: b, high: a});

const ENDED = 1;
const ROUNDING = 1e-12; // of a probability that is a product of some hundred factors

function incidence({cluster, ...columns}: SpellColumns): IncidenceCurve {
  const isClustered = new Set(cluster).size > 1;
  const data = asMultiState(columns, ["ended", "otherwise"], isClustered ? {cluster} : {});
  const [curve] = aalenJohansen(data, {variance: isClustered ? "jackknife" : "greenwood", interval: "log-log"}).curves;
  return column(curve!, ENDED);
}

function column({time, probability, lower, upper}: StateCurve, state: number): IncidenceCurve {
  const states = probability.length / time.length;
  const share = time.map((_, row) => probability[row * states + state]!);
  const limits = (matrix: Float64Array) =>
    time.map((_, row) => (isInside(share[row]!) ? matrix[row * states + state]! : Number.NaN));
  const isComplete = probability[(time.length - 1) * states]! < ROUNDING;
  return {days: time, share, lower: limits(lower), upper: limits(upper), isComplete};
}

/** Is a share neither 0 nor 1, so that it has limits? */
export const isInside = (share: number): boolean => share > ROUNDING && share < 1 - ROUNDING;

function shareAt({days, share, lower, upper, isComplete}: IncidenceCurve, day: number) {
  const row = days.findLastIndex((one) => one <= day);
  if (row === days.length - 1 && day > days[row]! && !isComplete) return unknown;
  return row < 0 ? {...unknown, share: 0} : {share: share[row]!, lower: lower[row]!, upper: upper[row]!};
}

const unknown = {share: Number.NaN, lower: Number.NaN, upper: Number.NaN};

function medianOf({days, share}: IncidenceCurve): number {
  const row = share.findIndex((value) => value >= 0.5 - ROUNDING);
  return row < 0 ? Number.NaN : days[row]! / DAYS_A_YEAR;
}

function compare(
  all: readonly Spell[],
  levelOf: (spell: Spell) => string,
  durations: readonly Duration[]
): Comparison | string {
  const enough = durations.filter(({spells, ended}) => spells >= FEWEST_SPELLS && ended >= FEWEST_ENDINGS);
  const levels = enough.map(({level}) => level);
  const leftOut = durations.map(({level}) => level).filter((level) => !levels.includes(level));
  const [reference, ...others] = levels;
  if (reference === undefined || others.length === 0) {
    return `fewer than two levels have ${FEWEST_SPELLS} spells and ${FEWEST_ENDINGS} endings; nothing to compare`;
  }
  const spells = all.filter((spell) => levels.includes(levelOf(spell)));
  const group = Int32Array.from(spells, (spell) => levels.indexOf(levelOf(spell)));
  const under = (bound: Bound) => {
    const {entry, exit, event, cluster} = spellColumns(spells, bound);
    const own = {entry, exit, event: event.map((code) => Number(code === ENDED))};
    const covariates = others.map((name, i) => ({
      name,
      values: Float64Array.from(group, (code) => Number(code === i + 1))
    }));
    return {p: logRank(own, group).p, ...hazardRatios({...own, cluster, covariates})};
  };
  try {
    const [low, high] = [under("low"), under("high")];
    return {
      reference,
      logRank: {low: low.p, high: high.p},
      ratios: {low: low.ratios, high: high.ratios},
      penalised: low.penalised || high.penalised,
      leftOut
    };
  } catch (error) {
    if (error instanceof ThawError) return error.message;
    throw error;
  }
}
