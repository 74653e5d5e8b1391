import {incorrect} from "../../errors.ts";
import {bucketsOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import type {Interval} from "../survival/confidenceLimits.ts";
import {
  type CurveCounts,
  type CurveRows,
  curveCounts,
  type Transitions,
  transitionSteps,
  transitionsOf
} from "./curveCounts.ts";
import {type CurveStart, curveStart} from "./curveStart.ts";
import {greenwoodErrors} from "./greenwood.ts";
import {probabilityIntervals} from "./intervals.ts";
import {type Curve, hazardErrors, probabilityErrors} from "./jackknife.ts";
import {type MultiState, type StateSpells, stateSpells} from "./multiState.ts";
import {meanTimeErrors, meanTimes} from "./sojourn.ts";
import type {TransitionSteps} from "./transitionSteps.ts";

export type AalenJohansenOptions = {
  /** `jackknife` when left out: robust, clusters independent. `greenwood`: rows independent, weights count as copies. */
  readonly variance?: "jackknife" | "greenwood";
  /** Curves begin here; spells that end before it are left out. See `curveStart` for what holds when it is left out. */
  readonly start?: number;
  /** [S] The starting probabilities; estimated where left out and subjects start in several states. */
  readonly initial?: Float64Array;
  /** 0.95 when left out. */
  readonly level?: number;
  /** `log` when left out. */
  readonly interval?: Interval;
  /** End of the mean times in state; the last time of any curve when left out. */
  readonly horizon?: number;
  /**
   * `exact` when left out: the error of the mean time at the horizon itself. `interpolated` is what R's summary prints:
   * between two times of the curve a straight line between their errors, after the last time the last error.
   */
  readonly horizonError?: "exact" | "interpolated";
};

/** One curve: T times, S states, H transitions; matrices by rows. */
export type StateCurve = {
  readonly group: number;
  /** Spells, cuts undone, subjects and clusters in the curve. */
  readonly n: number;
  readonly subjects: number;
  readonly clusters: number;
  /** The time it begins at, with `initial` [S] the probabilities there and `initialSe` [S] their errors (0 if known). */
  readonly origin: number;
  readonly initial: Float64Array;
  readonly initialSe: Float64Array;
  /** [T] increasing: the times at which a subject changes state or is seen last */
  readonly time: Float64Array;
  /** [T × S] sums of weights: in the state just before, entering it, censored in it */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  /** [T × H] sums of weights */
  readonly transitions: Float64Array;
  /** [T × S] state occupation probabilities; each row adds up to 1 */
  readonly probability: Float64Array;
  readonly se: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** [T × H] */
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardSe: Float64Array;
  /** Mean time [S] in each state from the origin to the horizon. */
  readonly sojourn: {readonly horizon: number; readonly mean: Float64Array; readonly se: Float64Array};
};

export type AalenJohansen = {
  readonly states: readonly string[];
  /** [H] the transitions that occur in any curve, by target, then by source */
  readonly transitions: readonly {readonly from: number; readonly to: number}[];
  /** One a group, in the order of the group numbers. */
  readonly curves: readonly StateCurve[];
};

/**
 * Aalen–Johansen estimate of state occupation probabilities, with delayed entry.
 *
 *   φ(t) = φ(0) ∏_{u ≤ t} (I + dΛ(u)),   dΛ_jk(u) = d_jk(u) / n_j(u),   n_j(u) = Σ weights with entry < u ≤ exit in j
 *
 * At a tied time transitions come before censorings, and all transitions of that time act on φ(u−) at once. For competing
 * risks (`asMultiState`) φ is the survival function and the cumulative incidences.
 *
 * @param data spells in states [n], in any order; not modified
 * @returns one curve a group. Errors are of the probability, not of its logarithm. Cuts of a spell without a transition
 *   change nothing.
 * @throws incorrect what `stateSpells` and `curveStart` throw; `survival/none-at-start` names the group
 * @see Aalen & Johansen (1978), Scand. J. Stat. 5:141–150. Checked against R survival 3.8.6
 *   (test/reference/survival/aalenJohansen.test.ts) and by laws (test/property/competingRisks.test.ts).
 */
export function aalenJohansen(data: MultiState, options: AalenJohansenOptions = {}): AalenJohansen {
  const spells = stateSpells(data);
  const S = data.states.length;
  const start = curveStart(data, spells, options);
  const transitions = transitionsOf(spells, S);
  const groups = rowsOf(spells, options.start);
  const drafts = groups.map((rows, group) => draftOf(data, spells, transitions, rows, start, group));
  const last = drafts.reduce((latest, {curve}) => Math.max(latest, curve.counts.time.at(-1) ?? -Infinity), -Infinity);
  const horizon = options.horizon ?? last;
  return {
    states: data.states,
    transitions: [...transitions.from].map((from, h) => ({from, to: transitions.to[h]!})),
    curves: drafts.map((draft) => finished(draft, start.origin, horizon, options))
  };
}

type Draft = Pick<StateCurve, "group" | "n" | "subjects" | "initial" | "probability" | "cumulativeHazard"> & {
  readonly curve: Curve;
};

/** The rows of each group that end at `start` or later. */
function rowsOf({entry, exit, group, groups}: StateSpells, start = -Infinity): CurveRows[] {
  const late = (rows: Uint32Array) => (start === -Infinity ? rows : rows.filter((row) => exit[row]! >= start));
  const entries = bucketsOf(group, groups.length, orderOf(entry));
  const exits = bucketsOf(group, groups.length, orderOf(exit));
  return Array.from(groups, (_, g) => ({
    byEntry: late(entries.rows.subarray(entries.start[g], entries.start[g + 1])),
    byExit: late(exits.rows.subarray(exits.start[g], exits.start[g + 1]))
  }));
}

function draftOf(
  data: MultiState,
  spells: StateSpells,
  transitions: Transitions,
  rows: CurveRows,
  start: CurveStart,
  index: number
): Draft {
  const S = data.states.length;
  const group = spells.groups[index]!;
  const counts = curveCounts(spells, rows, transitions, S, start.origin);
  const steps = transitionSteps(counts, transitions, S);
  const [cluster, clusters] = renumbered(spells.cluster, rows.byExit);
  const isKnown = start.known !== null;
  const begin = isKnown ? {initial: start.known} : startingShares(data, spells, rows, start.origin, group);
  const share = isKnown ? undefined : shareInfluence(spells, cluster, clusters, begin as StartingShares);
  const {before, after, cumulativeHazard} = multiplied(begin.initial, counts, steps, transitions);
  return {
    group,
    n: rows.byExit.length,
    subjects: renumbered(spells.subject, rows.byExit)[1],
    initial: begin.initial,
    probability: after,
    cumulativeHazard,
    curve: {spells, rows, counts, steps, transitions, cluster, clusters, before, ...(share && {initial: share})}
  };
}

/** The codes of some rows as 0 … k − 1 in order of their first row; other rows keep no meaning. */
function renumbered(codes: Uint32Array, rows: Uint32Array): readonly [Uint32Array, number] {
  const known = new Int32Array(codes.length).fill(-1);
  const renamed = new Uint32Array(codes.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const code = codes[row]!;
    if (known[code]! < 0) known[code] = count++;
    renamed[row] = known[code]!;
  }
  return [renamed, count];
}

type StartingShares = {
  readonly initial: Float64Array;
  readonly present: readonly number[];
  readonly total: number;
};

/** Shares of the states among those at risk at the origin. */
function startingShares(
  {states, entry: given}: MultiState,
  {entry, exit, from, weight}: StateSpells,
  {byExit}: CurveRows,
  origin: number,
  group: number
): StartingShares {
  const opensAtOnce = given !== undefined && origin === given.reduce((least, time) => Math.min(least, time), Infinity);
  const present: number[] = [];
  const initial = new Float64Array(states.length);
  let total = 0;
  for (const row of byExit) {
    const start = entry[row]!;
    if (given !== undefined && (exit[row]! < origin || (opensAtOnce ? start > origin : start >= origin))) continue;
    present.push(row);
    initial[from[row]!]! += weight[row]!;
    total += weight[row]!;
  }
  if (total === 0) {
    throw incorrect(
      "survival/none-at-start",
      `nobody at risk at the start of group ${group}: ${origin}; give a start at which every group has spells, or the initial probabilities`
    );
  }
  for (let s = 0; s < initial.length; s++) initial[s]! /= total;
  return {initial, present, total};
}

/** [clusters × S] */
function shareInfluence(
  {from, weight}: StateSpells,
  cluster: Uint32Array,
  clusters: number,
  {initial, present, total}: StartingShares
): Float64Array {
  const S = initial.length;
  const influence = new Float64Array(clusters * S);
  for (const row of present) {
    const part = weight[row]! / total;
    const at = cluster[row]! * S;
    for (let s = 0; s < S; s++) influence[at + s]! += part * ((from[row] === s ? 1 : 0) - initial[s]!);
  }
  return influence;
}

/** The product integral and the sums of the hazards, before and after each time. */
function multiplied(
  initial: Float64Array,
  {time, atRisk, transitions, hasEvent}: CurveCounts,
  steps: TransitionSteps,
  {from}: Transitions
): {readonly before: Float64Array; readonly after: Float64Array; readonly cumulativeHazard: Float64Array} {
  const S = initial.length;
  const H = from.length;
  const before = new Float64Array(time.length * S);
  const after = new Float64Array(time.length * S);
  const cumulativeHazard = new Float64Array(time.length * H);
  const now = Float64Array.from(initial);
  const sums = new Float64Array(H);
  let step = 0;
  for (let t = 0; t < time.length; t++) {
    before.set(now, t * S);
    if (hasEvent[t] === 1) {
      for (let h = 0; h < H; h++) {
        const moved = transitions[t * H + h]!;
        if (moved > 0) sums[h]! += moved / atRisk[t * S + from[h]!]!;
      }
      for (let h = steps.start[step]!; h < steps.start[step + 1]!; h++) {
        const moved = before[t * S + steps.from[h]!]! * steps.hazard[h]!;
        now[steps.from[h]!]! -= moved;
        now[steps.to[h]!]! += moved;
      }
      step++;
    }
    after.set(now, t * S);
    cumulativeHazard.set(sums, t * H);
  }
  return {before, after, cumulativeHazard};
}

function finished(draft: Draft, origin: number, horizon: number, options: AalenJohansenOptions): StateCurve {
  const {curve, probability, initial} = draft;
  const {counts, clusters, transitions} = curve;
  const {time, atRisk, censored} = counts;
  const S = initial.length;
  const H = transitions.from.length;
  const variance = options.variance ?? "jackknife";
  const errors =
    variance === "greenwood"
      ? greenwoodErrors(curve)
      : {probability: probabilityErrors(curve), hazard: hazardErrors(curve)};
  const events = new Float64Array(time.length * S);
  for (let t = 0; t < time.length; t++) {
    for (let h = 0; h < H; h++) events[t * S + transitions.to[h]!]! += counts.transitions[t * H + h]!;
  }
  const initialSe = new Float64Array(S);
  curve.initial?.forEach((value, i) => {
    initialSe[i % S]! += value * value;
  });
  const errorAt = (end: number) => meanTimeErrors(curve, variance, origin, end);
  return {
    group: draft.group,
    n: draft.n,
    subjects: draft.subjects,
    clusters,
    origin,
    initial,
    initialSe: initialSe.map(Math.sqrt),
    time,
    atRisk,
    events,
    censored,
    transitions: counts.transitions,
    probability,
    se: errors.probability,
    ...probabilityIntervals(probability, errors.probability, options.level ?? 0.95, options.interval ?? "log"),
    cumulativeHazard: draft.cumulativeHazard,
    cumulativeHazardSe: errors.hazard,
    sojourn: {
      horizon,
      mean: meanTimes(time, probability, initial, origin, horizon),
      se: options.horizonError === "interpolated" ? interpolated(errorAt, time, origin, horizon) : errorAt(horizon)
    }
  };
}

/** Linear in time between the errors at the two times of the curve around the horizon. */
function interpolated(
  errorAt: (end: number) => Float64Array,
  time: Float64Array,
  origin: number,
  horizon: number
): Float64Array {
  const next = time.findIndex((t) => t >= horizon);
  if (next === -1) return errorAt(time.at(-1) ?? origin);
  const [from, to] = [next === 0 ? origin : time[next - 1]!, time[next]!];
  const share = to === from ? 1 : (horizon - from) / (to - from);
  const low = errorAt(from);
  return errorAt(to).map((high, s) => low[s]! + share * (high - low[s]!));
}
