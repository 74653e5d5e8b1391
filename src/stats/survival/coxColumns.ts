import {orderOf} from "../../numeric/order.ts";
import {groupsOf} from "./coxGroups.ts";
import type {CoxInput} from "./coxModel.ts";

/**
 * The spells of a Cox model sorted by (stratum, exit, event before censoring) and binned by event time, so that every sum
 * over risk sets is a sum over bins. Bins are the K distinct (stratum, event time) pairs in that order. The rows of bin k
 * are `binStart[k]` to `binStart[k + 1]`: first, up to `eventEnd[k]`, the events at `time[k]`; then the spells censored
 * before the next event time of the stratum. A row is in the risk sets of the bins of its stratum after `entryBin` up to
 * its own. Spells that are in no risk set are left out: m ≤ n rows stay.
 */
export type CoxColumns = {
  /** [m] the input row of each sorted row */
  readonly rows: Uint32Array;
  /** p columns [m], less their mean in the stratum and divided by `scale` */
  readonly x: readonly Float64Array[];
  /** [p] */
  readonly scale: Float64Array;
  /** [strata × p] by rows */
  readonly centre: Float64Array;
  readonly offset: Float64Array | undefined;
  readonly weight: Float64Array | undefined;
  /** [m] the last bin of the stratum whose time is not after entry, −1 when there is none; left out when it is −1 everywhere */
  readonly entryBin: Int32Array | undefined;
  /** [K] */
  readonly time: Float64Array;
  /** [K + 1] */
  readonly binStart: Uint32Array;
  /** [K] */
  readonly eventEnd: Uint32Array;
  /** [K] the sum of the weights of the events */
  readonly eventWeight: Float64Array;
  /** [K] the number at risk that have no event at this time */
  readonly restCount: Uint32Array;
  /** [strata + 1] the first bin of each stratum */
  readonly stratumBin: Uint32Array;
  /** [p] Σ weight · x over the events */
  readonly eventSum: Float64Array;
};

export function coxColumns(input: CoxInput): CoxColumns {
  const {rows, ...bins} = sortedBins(input);
  const gather = (values: Float64Array) => gathered(values, rows);
  const weight = input.weight && gather(input.weight);
  const offset = input.offset && gather(input.offset);
  const p = input.covariates.length;
  const strata = bins.stratumBin.length - 1;
  const x = input.covariates.map(({values}) => gather(values));
  const scale = new Float64Array(p);
  const centre = new Float64Array(strata * p);
  for (let a = 0; a < p; a++) {
    for (let s = 0; s < strata; s++) {
      const from = bins.binStart[bins.stratumBin[s]!]!;
      const to = bins.binStart[bins.stratumBin[s + 1]!]!;
      centre[s * p + a] = centreColumn(x[a]!, from, to);
    }
    scale[a] = scaleColumn(x[a]!);
  }
  const K = bins.time.length;
  const eventWeight = new Float64Array(K);
  const eventSum = new Float64Array(p);
  for (let k = 0; k < K; k++) {
    for (let i = bins.binStart[k]!; i < bins.eventEnd[k]!; i++)
      eventWeight[k]! += weight === undefined ? 1 : weight[i]!;
  }
  for (let a = 0; a < p; a++) {
    const column = x[a]!;
    let sum = 0;
    for (let k = 0; k < K; k++) {
      for (let i = bins.binStart[k]!; i < bins.eventEnd[k]!; i++) {
        sum += weight === undefined ? column[i]! : weight[i]! * column[i]!;
      }
    }
    eventSum[a] = sum;
  }
  return {rows, ...bins, x, scale, centre, offset, weight, eventWeight, eventSum, restCount: restCounts(bins)};
}

type Bins = Pick<CoxColumns, "rows" | "entryBin" | "time" | "binStart" | "eventEnd" | "stratumBin">;

function sortedBins({entry, exit, event, stratum}: CoxInput): Bins {
  const n = exit.length;
  let order = orderOf(exit);
  let stratumEnd = Uint32Array.of(n);
  if (stratum !== undefined) {
    const {index, count} = groupsOf(stratum);
    ({order, end: stratumEnd} = byGroup(order, index, count));
  }
  const rows = new Uint32Array(n);
  const entryBin = entry === undefined ? undefined : new Int32Array(n);
  const time: number[] = [];
  const binStart: number[] = [];
  const eventEnd: number[] = [];
  const stratumBin = [0];
  let m = 0;
  let anyEntry = false;
  let i = 0;
  for (const end of stratumEnd) {
    const firstBin = time.length;
    while (i < end) {
      const t = exit[order[i]!]!;
      const tieStart = i;
      const before = m;
      for (; i < end && exit[order[i]!]! === t; i++) if (event[order[i]!] === 1) rows[m++] = order[i]!;
      if (m > before) {
        time.push(t);
        binStart.push(before);
        eventEnd.push(m);
      }
      const bin = time.length - 1;
      if (bin < firstBin) continue;
      if (entryBin !== undefined) {
        for (let j = before; j < m; j++) {
          const from = lastBinUpTo(entry![rows[j]!]!, time, firstBin);
          if (from >= 0) anyEntry = true;
          entryBin[j] = from;
        }
      }
      for (let j = tieStart; j < i; j++) {
        const row = order[j]!;
        if (event[row] === 1) continue;
        if (entryBin !== undefined) {
          const from = lastBinUpTo(entry![row]!, time, firstBin);
          if (from === bin) continue;
          if (from >= 0) anyEntry = true;
          entryBin[m] = from;
        }
        rows[m++] = row;
      }
    }
    stratumBin.push(time.length);
  }
  binStart.push(m);
  return {
    rows: rows.subarray(0, m),
    entryBin: anyEntry ? entryBin!.subarray(0, m) : undefined,
    time: Float64Array.from(time),
    binStart: Uint32Array.from(binStart),
    eventEnd: Uint32Array.from(eventEnd),
    stratumBin: Uint32Array.from(stratumBin)
  };
}

/**
 * The last bin from `first` on whose time is at or before t; −1 when there is none. The search starts where the bin would
 * be if event times were evenly spaced, and doubles its stride from there.
 */
function lastBinUpTo(t: number, time: readonly number[], first: number): number {
  const end = time.length;
  if (first === end || t < time[first]!) return -1;
  const span = time[end - 1]! - time[first]!;
  let low = span > 0 ? Math.min(end - 1, first + Math.floor(((t - time[first]!) / span) * (end - 1 - first))) : first;
  let high = low + 1;
  if (time[low]! <= t) {
    for (let stride = 1; high < end && time[high]! <= t; stride *= 2) {
      low = high;
      high = Math.min(end, high + stride);
    }
  } else {
    for (let stride = 1; time[low]! > t; stride *= 2) {
      high = low;
      low = Math.max(first, low - stride);
    }
  }
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (time[middle]! <= t) low = middle;
    else high = middle;
  }
  return low;
}

/** A stable sort of `order` by the group of each row; `end` [count] is where each group ends. */
function byGroup(order: Uint32Array, index: Uint32Array, count: number) {
  const end = new Uint32Array(count);
  for (let i = 0; i < index.length; i++) end[index[i]!]!++;
  let sum = 0;
  for (let g = 0; g < count; g++) {
    sum += end[g]!;
    end[g] = sum - end[g]!;
  }
  const sorted = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    sorted[end[index[row]!]!++] = row;
  }
  return {order: sorted, end};
}

function gathered(values: Float64Array, rows: Uint32Array): Float64Array {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) column[i] = values[rows[i]!]!;
  return column;
}

/** Takes the mean of the rows from the rows; a constant becomes exactly 0. */
function centreColumn(x: Float64Array, from: number, to: number): number {
  if (from === to) return 0;
  const first = x[from]!;
  let sum = 0;
  for (let i = from; i < to; i++) sum += x[i]! - first;
  const mean = first + sum / (to - from);
  for (let i = from; i < to; i++) x[i]! -= mean;
  return mean;
}

/** Divides a centred column by its root mean square, which it returns; 1 for a column of zeros. */
function scaleColumn(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i]!));
  if (largest === 0) return 1;
  let sum = 0;
  const unit = 1 / largest;
  for (let i = 0; i < x.length; i++) sum += (x[i]! * unit) ** 2;
  const scale = largest * Math.sqrt(sum / x.length);
  for (let i = 0; i < x.length; i++) x[i]! /= scale;
  return scale;
}

function restCounts({entryBin, binStart, eventEnd, stratumBin}: Omit<Bins, "rows">): Uint32Array {
  const K = eventEnd.length;
  const leaving = new Uint32Array(K);
  if (entryBin !== undefined) for (let i = 0; i < entryBin.length; i++) if (entryBin[i]! >= 0) leaving[entryBin[i]!]!++;
  const count = new Uint32Array(K);
  for (let s = 0; s + 1 < stratumBin.length; s++) {
    let atRisk = 0;
    for (let k = stratumBin[s + 1]! - 1; k >= stratumBin[s]!; k--) {
      atRisk += binStart[k + 1]! - binStart[k]! - leaving[k]!;
      count[k] = atRisk - (eventEnd[k]! - binStart[k]!);
    }
  }
  return count;
}
