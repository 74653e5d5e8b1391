import {ThawError} from "../../errors.ts";
import {codesOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import {type CensoringCurve, censoringCurves, cutsBefore, entersLate, weightBefore} from "./censoringCurves.ts";
import type {FineGrayInput, FineGrayOptions} from "./fineGrayModel.ts";
import {subjectEnds} from "./subjectEnds.ts";

/** What a row adds to the risk sets: nothing after its exit, an event at its exit, or a weight that falls after it. */
export const LEAVES = 0;
export const HAS_EVENT = 1;
export const COMPETES = 2;

/** The rows of one stratum, by exit, with its event times. Matrices by rows. */
export type FineGrayStratum = {
  readonly label: number;
  /** [m] places of the rows in the input, by exit */
  readonly rows: Uint32Array;
  /** [m] */
  readonly exit: Float64Array;
  readonly kind: Uint8Array;
  readonly weight: Float64Array;
  readonly offset: Float64Array;
  /** p columns [m], less their mean, in standard deviations */
  readonly x: readonly Float64Array[];
  /** [m] place in `groups` */
  readonly group: Uint16Array;
  /** [m] 1 / weight of observation just before exit, for those that compete */
  readonly inverse: Float64Array;
  /** Censoring groups that the stratum has rows of: their places in `curves`. */
  readonly groups: readonly number[];
  /** [K] event times, increasing; number of events and sum of their weights */
  readonly time: Float64Array;
  readonly deaths: Uint32Array;
  readonly deathWeight: Float64Array;
  /** [m] number of event times up to exit and, where there is entry, up to entry: at risk from `after` to `upTo` − 1 */
  readonly upTo: Uint32Array;
  readonly after?: Uint32Array;
  /** [K × groups] weight of observation just before the time, and the number of changes of it before */
  readonly observed: Float64Array;
  readonly cuts: Uint32Array;
};

export type FineGrayColumns = {
  readonly strata: readonly FineGrayStratum[];
  readonly curves: readonly CensoringCurve[];
  /** [n] the censoring group of each row, a place in `curves` */
  readonly group: Uint32Array;
  /** [n] 1 where a row is the last of its subject */
  readonly isLast: Uint8Array;
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** Whether some subject enters after another has left. */
  readonly isDelayed: boolean;
};

export function fineGrayColumns(input: FineGrayInput, {cause = 1, ...options}: FineGrayOptions): FineGrayColumns {
  const {exit, entry, event, weight, covariates, stratum} = input;
  const n = exit.length;
  const one = {codes: new Uint32Array(n), labels: Int32Array.of(0)};
  const strata = stratum === undefined ? one : codesOf(stratum);
  const label = input.censoringGroup ?? stratum;
  const source = input.censoringSpells ?? input;
  const sourceLabel = input.censoringSpells === undefined ? label : input.censoringSpells.censoringGroup;
  const sourceGroups =
    sourceLabel === undefined ? {codes: new Uint32Array(source.exit.length), labels: one.labels} : codesOf(sourceLabel);
  const groupOf = new Map([...sourceGroups.labels].map((name, g) => [name, g]));
  const group = label === undefined ? one.codes : Uint32Array.from(label, (name) => groupOf.get(name)!);
  const ends = subjectEnds(input, input.subject);
  const sourceEnds = source === input ? ends : subjectEnds(source, source.subject);
  const curves = censoringCurves({
    spells: source,
    ends: sourceEnds,
    group: sourceGroups.codes,
    groups: sourceGroups.labels.length,
    ties: options.censoringTies ?? (options.convention === "crr" ? "together" : "eventsFirst"),
    ...(options.weightedCensoring === true && source.weight !== undefined && {count: source.weight})
  });
  const [mean, scale] = momentsOf(input);
  const byExit = orderOf(exit);
  const sizes = new Uint32Array(strata.labels.length);
  for (let i = 0; i < n; i++) sizes[strata.codes[i]!]!++;
  const lists = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  for (let i = 0; i < n; i++) {
    const s = strata.codes[byExit[i]!]!;
    lists[s]![sizes[s]!++] = byExit[i]!;
  }
  return {
    curves,
    group,
    isLast: ends.isLast,
    mean,
    scale,
    isDelayed: source.entry !== undefined && entersLate(source.entry, source.exit, sourceEnds),
    strata: lists.map((rows, s) => stratumOf(rows, strata.labels[s]!))
  };

  function stratumOf(rows: Uint32Array, name: number): FineGrayStratum {
    const m = rows.length;
    const pick = (column: ArrayLike<number> | undefined, otherwise: number) =>
      Float64Array.from(rows, (row) => column?.[row] ?? otherwise);
    const groups = [...new Set(Array.from(rows, (row) => group[row]!))].sort((a, b) => a - b);
    const placeOf = new Map(groups.map((g, at) => [g, at]));
    const own = Uint16Array.from(rows, (row) => placeOf.get(group[row]!)!);
    const out = pick(exit, 0);
    const kind = Uint8Array.from(rows, (row) =>
      event[row] === cause ? HAS_EVENT : event[row] !== 0 && ends.isLast[row] === 1 ? COMPETES : LEAVES
    );
    const inverse = new Float64Array(m);
    const time: number[] = [];
    const deaths: number[] = [];
    const deathWeight: number[] = [];
    const upTo = new Uint32Array(m);
    for (let i = 0; i < m; i++) {
      if (kind[i] === COMPETES) {
        inverse[i] = 1 / weightBefore(curves[groups[own[i]!]!]!, out[i]!);
        if (inverse[i] === Infinity) throw entryGap(out[i]!, rows[i]!);
      }
      if (kind[i] !== HAS_EVENT) continue;
      if (out[i] !== time.at(-1)) {
        time.push(out[i]!);
        deaths.push(0);
        deathWeight.push(0);
      }
      deaths[time.length - 1]!++;
      deathWeight[time.length - 1]! += weight?.[rows[i]!] ?? 1;
    }
    for (let i = 0, k = 0; i < m; i++) {
      while (k < time.length && time[k]! <= out[i]!) k++;
      upTo[i] = k;
    }
    const observed = new Float64Array(time.length * groups.length);
    const cuts = new Uint32Array(time.length * groups.length);
    time.forEach((t, k) => {
      groups.forEach((g, at) => {
        observed[k * groups.length + at] = weightBefore(curves[g]!, t);
        cuts[k * groups.length + at] = cutsBefore(curves[g]!, t);
      });
    });
    return {
      label: name,
      rows,
      exit: out,
      kind,
      weight: pick(weight, 1),
      offset: pick(input.offset, 0),
      x: covariates.map(({values}, a) => Float64Array.from(rows, (row) => (values[row]! - mean[a]!) / scale[a]!)),
      group: own,
      inverse,
      groups,
      time: Float64Array.from(time),
      deaths: Uint32Array.from(deaths),
      deathWeight: Float64Array.from(deathWeight),
      upTo,
      observed,
      cuts,
      ...(entry !== undefined && {after: Uint32Array.from(rows, (row) => timesUpTo(time, entry[row]!))})
    };
  }

  /** Weighted mean and standard deviation of each covariate; 1 for one that is constant. */
  function momentsOf({covariates: columns}: FineGrayInput): readonly [Float64Array, Float64Array] {
    const means = new Float64Array(columns.length);
    const scales = new Float64Array(columns.length).fill(1);
    columns.forEach(({values}, a) => {
      let total = 0;
      for (let i = 0; i < n; i++) {
        total += weight?.[i] ?? 1;
        means[a]! += (weight?.[i] ?? 1) * values[i]!;
      }
      means[a]! /= total;
      let square = 0;
      for (let i = 0; i < n; i++) square += (weight?.[i] ?? 1) * (values[i]! - means[a]!) ** 2;
      scales[a] = Math.sqrt(square / total) || 1;
    });
    return [means, scales];
  }
}

/** Number of increasing times up to t. */
function timesUpTo(time: readonly number[], t: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

const entryGap = (time: number, row: number) =>
  new ThawError(
    "unsupported",
    "survival/entry-gap",
    `competing event before a gap: at ${time} in row ${row + 1}, and later all who are present enter at once; weights for delayed entry need someone under observation throughout, so start after the gap`
  );
