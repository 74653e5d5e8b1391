import {type AsOfIndex, standingsOn} from "../../src/sanctions/asOfIndex.ts";
import type {Day} from "../../src/time/day.ts";

/** Every change of a mask, in order of day, with a snapshot of all masks before every `every`-th change. */
export type ChangeList = {
  readonly day: Int32Array;
  readonly measure: Int32Array;
  readonly mask: Uint16Array;
  readonly every: number;
  readonly snapshots: readonly Uint16Array[];
};

/**
 * The design that was weighed against `standingsOn`: copy the snapshot before the day, replay what follows it. With
 * `every` equal to the number of measures the snapshots take about four bytes a step.
 */
export function changeList(index: AsOfIndex, every: number = Math.max(1, index.measures)): ChangeList {
  const {measures, offsets, earliest, latest} = index;
  const days: number[] = [];
  const owners: number[] = [];
  for (let m = 0; m < measures; m++) {
    for (let row = offsets[m]!; row < offsets[m + 1]!; row++) {
      days.push(earliest[row]!);
      owners.push(m);
      if (latest[row] === earliest[row]) continue;
      days.push(latest[row]!);
      owners.push(m);
    }
  }
  const order = Uint32Array.from(days, (_, i) => i).sort((a, b) => days[a]! - days[b]! || owners[a]! - owners[b]!);
  const masks = Uint16Array.from(order, (i) => maskOn(index, owners[i]!, days[i]!));
  const day = Int32Array.from(order, (i) => days[i]!);
  const measure = Int32Array.from(order, (i) => owners[i]!);
  const snapshots: Uint16Array[] = [];
  const state = standingsOn(index, ((day[0] ?? 0) - 1) as Day);
  for (let i = 0; i <= day.length; i++) {
    if (i % every === 0) snapshots.push(state.slice());
    if (i < day.length) state[measure[i]!] = masks[i]!;
  }
  return {day, measure, mask: masks, every, snapshots};
}

function maskOn(index: AsOfIndex, m: number, day: number): number {
  const offsets = Int32Array.of(index.offsets[m]!, index.offsets[m + 1]!);
  return standingsOn({...index, measures: 1, offsets}, day as Day)[0]!;
}

export function standingsFromChanges(list: ChangeList, on: Day): Uint16Array {
  const {day, measure, mask, every, snapshots} = list;
  let end = 0;
  for (let high = day.length; end < high; ) {
    const middle = (end + high) >>> 1;
    if (day[middle]! <= on) end = middle + 1;
    else high = middle;
  }
  const at = Math.floor(end / every);
  const out = snapshots[at]!.slice();
  for (let i = at * every; i < end; i++) out[measure[i]!] = mask[i]!;
  return out;
}

export const bytesOf = ({day, measure, mask, snapshots}: ChangeList): number =>
  day.byteLength + measure.byteLength + mask.byteLength + snapshots.reduce((sum, {byteLength}) => sum + byteLength, 0);
