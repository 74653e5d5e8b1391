import {incorrect} from "../../errors.ts";
import {codesOf} from "../../numeric/codes.ts";
import {criticalValue} from "../../numeric/distributions.ts";
import {confidenceLimits, type Interval} from "./confidenceLimits.ts";
import {type Continuations, continuations} from "./continuations.ts";
import {type Influence, jackknifeSe} from "./jackknife.ts";
import {type RiskRows, riskRows} from "./riskRows.ts";
import {type RiskTable, riskTable} from "./riskTable.ts";
import {requireLength, requireSpells, type Spells} from "./spells.ts";

export type CurveOptions = {
  /** Of each pair of limits, in (0, 1); 0.95 when left out. */
  readonly level?: number;
  /** `log` when left out. */
  readonly interval?: Interval;
  /** [n] any integers; rows of one subject that follow on one another are one spell that was cut. */
  readonly subject?: Int32Array;
  /** [n] any integers; spells of one cluster are not independent. Switches the infinitesimal jackknife on. */
  readonly cluster?: Int32Array;
  /**
   * The infinitesimal jackknife instead of the model's variance. When left out: with a cluster, with a weight that is not
   * whole, or when some subject ends more than once. Its units are the clusters, else the subjects, else the rows.
   */
  readonly robust?: boolean;
};

/** A step curve: one row for each distinct time at which a spell ends or is censored, increasing. All columns are [m]. */
export type SurvivalCurve = {
  /** Number of rows of spells. */
  readonly n: number;
  readonly time: Float64Array;
  /** Sum of the weights at risk just before the time. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** S at and after the time, until the next row. */
  readonly survival: Float64Array;
  /** Standard error of S. */
  readonly se: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardSe: Float64Array;
  readonly level: number;
  readonly interval: Interval;
  readonly variance: "model" | "jackknife";
};

export type GroupCurve = SurvivalCurve & {readonly group: number};

/** Columns [m] that an estimator makes of the risk tables. Standard errors are of log S and of the cumulative hazard. */
export type Estimate = {
  readonly survival: Float64Array;
  readonly relativeSe: Float64Array;
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardSe: Float64Array;
};

/** The jackknife standard error of a cumulative estimate, for estimators; null under the model's variance. */
export type Robust = ((influence: Influence) => Float64Array) | null;

/**
 * The one sweep behind `kaplanMeier` and `nelsonAalen`: rows, risk tables, an estimate of all groups at once, limits, and
 * the curves cut out by group.
 *
 * @throws incorrect what `requireSpells` and `continuations` throw; `survival/level-outside`
 */
export function curvesOf(
  spells: Spells,
  group: Int32Array | undefined,
  options: CurveOptions,
  estimate: (rows: RiskRows, table: RiskTable, robust: Robust) => Estimate
): readonly GroupCurve[] {
  const {level = 0.95, interval = "log", subject, cluster} = options;
  requireSpells(spells);
  if (group !== undefined) requireLength("group", group, spells.exit.length);
  if (cluster !== undefined) requireLength("cluster", cluster, spells.exit.length);
  if (!(level > 0 && level < 1)) {
    throw incorrect("survival/level-outside", `level outside (0, 1): ${level}; 0.95 gives 95 % limits`);
  }
  const cuts = subject === undefined ? undefined : continuations(spells, subject, group);
  const rows = riskRows(spells, group, cuts?.continued);
  const table = riskTable(spells, rows, cuts?.continued);
  const units = (options.robust ?? isRobust(spells, cluster, cuts)) ? unitsOf(spells, cluster ?? subject) : null;
  const robust = units && ((influence: Influence) => jackknifeSe(spells, rows, units, influence));
  const {survival, relativeSe, cumulativeHazard, cumulativeHazardSe} = estimate(rows, table, robust);
  const m = survival.length;
  const se = new Float64Array(m);
  const lower = new Float64Array(m);
  const upper = new Float64Array(m);
  const critical = criticalValue(level);
  for (let row = 0; row < m; row++) {
    if (row > 0 && survival[row] === survival[row - 1] && relativeSe[row] === relativeSe[row - 1]) {
      se[row] = se[row - 1]!;
      lower[row] = lower[row - 1]!;
      upper[row] = upper[row - 1]!;
      continue;
    }
    se[row] = survival[row]! * relativeSe[row]!;
    [lower[row], upper[row]] = confidenceLimits(survival[row]!, relativeSe[row]!, interval, critical);
  }
  const {start, groups} = rows;
  const sizes = new Uint32Array(groups.labels.length);
  for (const code of groups.codes) sizes[code]!++;
  return Array.from(groups.labels, (label, c) => {
    const cut = (column: Float64Array) => column.subarray(start[c]!, start[c + 1]!);
    return {
      group: label,
      n: sizes[c]!,
      time: cut(rows.time),
      atRisk: cut(table.atRisk),
      events: cut(table.events),
      censored: cut(table.censored),
      survival: cut(survival),
      se: cut(se),
      lower: cut(lower),
      upper: cut(upper),
      cumulativeHazard: cut(cumulativeHazard),
      cumulativeHazardSe: cut(cumulativeHazardSe),
      level,
      interval,
      variance: robust === null ? "model" : "jackknife"
    };
  });
}

/** The curve of the one group that there is. */
export function withoutGroup([only]: readonly GroupCurve[]): SurvivalCurve {
  const {group: _, ...curve} = only!;
  return curve;
}

function isRobust({weight}: Spells, cluster: Int32Array | undefined, cuts: Continuations | undefined): boolean {
  if (cluster !== undefined || cuts?.repeats === true) return true;
  return weight?.some((w) => w !== Math.floor(w)) ?? false;
}

function unitsOf({exit}: Spells, unit: Int32Array | undefined): {readonly codes: Uint32Array; readonly size: number} {
  if (unit === undefined) return {codes: new Uint32Array(exit.length).map((_, i) => i), size: exit.length};
  const {codes, labels} = codesOf(unit);
  return {codes, size: labels.length};
}
