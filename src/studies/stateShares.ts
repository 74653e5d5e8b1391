import type {Case} from "../casebook/case.ts";
import type {Life} from "../sanctions/life.ts";
import {aalenJohansen} from "../stats/competingRisks/aalenJohansen.ts";
import type {Day} from "../time/day.ts";
import {DAYS_A_YEAR, horizons, isInside} from "./howLong.ts";
import {type MeasureState, measureStates, type StateTable, stateColumns, stateSpellsOf} from "./stateSpells.ts";

export type StateShare = {
  readonly state: MeasureState;
  /** In [0, 1]; NaN beyond the last day of the curve. */
  readonly share: number;
  /** 95 %, log-log scale, clustered by package; NaN where the share is 0 or 1, or all measures are of one package. */
  readonly interval: readonly [number, number];
};

export type StateShares = {
  readonly table: StateTable;
  readonly measures: number;
  readonly clusters: number;
  readonly horizons: readonly {
    readonly years: number;
    /** Measures that have been observed for so long. */
    readonly observed: number;
    readonly states: readonly StateShare[];
  }[];
  /** Days [T] since coming into force, from 0, and the shares [T × 4] by rows in the order of `measureStates`. */
  readonly curve: {readonly days: Float64Array; readonly share: Float64Array};
};

/**
 * The share of measures in force, eased, held and ended, by time since they came into force (Aalen–Johansen state
 * occupation probabilities; errors of the infinitesimal jackknife). Measures still under way are censored.
 * @returns null when no measure is left to observe
 */
export function stateShares(one: Case, lives: readonly Life[], until?: Day): StateShares | null {
  const table = stateSpellsOf(one, lives, until);
  const {spells} = table;
  if (spells.length === 0) return null;
  const {curves} = aalenJohansen(stateColumns(spells), {start: 0, interval: "log-log"});
  const {initial, time, probability, lower, upper, clusters, subjects} = curves[0]!;
  const S = measureStates.length;
  const shareAt = (state: MeasureState, s: number, row: number): StateShare => {
    const share = row < 0 ? initial[s]! : row < time.length ? probability[row * S + s]! : Number.NaN;
    const hasLimits = row >= 0 && clusters > 1 && isInside(share);
    return {
      state,
      share,
      interval: hasLimits ? [lower[row * S + s]!, upper[row * S + s]!] : [Number.NaN, Number.NaN]
    };
  };
  return {
    table,
    measures: subjects,
    clusters,
    horizons: horizons.map((years) => {
      const day = years * DAYS_A_YEAR;
      const row = day > time.at(-1)! ? time.length : time.findLastIndex((one) => one <= day);
      return {
        years,
        observed: spells.filter(({entry, exit}) => entry < day && day <= exit).length,
        states: measureStates.map((state, s) => shareAt(state, s, row))
      };
    }),
    curve: {days: Float64Array.of(0, ...time), share: Float64Array.of(...initial, ...probability)}
  };
}
