import type {AsOfIndex} from "../../src/sanctions/asOfIndex.ts";
import {maskOf} from "../../src/sanctions/asOfIndex.ts";
import type {Day} from "../../src/time/day.ts";

const NOT_YET = maskOf(["notYet"]);

/** The design that was weighed against `standingsOn`: a binary search in each life instead of a walk along it. */
export function standingsBySearch({measures, offsets, earliest, latest, mask}: AsOfIndex, day: Day): Uint16Array {
  const out = new Uint16Array(measures);
  for (let m = 0; m < measures; m++) {
    const start = offsets[m]!;
    const end = offsets[m + 1]!;
    let row = start;
    for (let high = end; row < high; ) {
      const middle = (row + high) >>> 1;
      if (latest[middle]! <= day) row = middle + 1;
      else high = middle;
    }
    let held = row === start ? NOT_YET : mask[row - 1]!;
    for (; row < end && earliest[row]! <= day; row++) held |= mask[row]!;
    out[m] = held;
  }
  return out;
}
