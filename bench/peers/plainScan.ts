import {AHEAD, maskOf} from "../../src/sanctions/asOfIndex.ts";
import type {Day} from "../../src/time/day.ts";
import type {StepRow} from "../data.ts";

const NOT_YET = maskOf(["notYet"]);

/** Replay of an event log of objects in any order: find each measure's newest sure step, then what may follow it. */
export function standingsByScan(rows: readonly StepRow[], measures: number, day: Day): Uint16Array {
  const sure = new Int32Array(measures).fill(-1);
  for (const {measure, step, latest} of rows) {
    if (latest <= day && step > sure[measure]!) sure[measure] = step;
  }
  const masks = Uint16Array.from(sure, (step) => (step < 0 ? NOT_YET : 0));
  for (const {measure, step, earliest, standing, ahead} of rows) {
    const newest = sure[measure]!;
    if (step === newest || (step > newest && earliest <= day)) masks[measure]! |= (1 << standing) | (ahead ? AHEAD : 0);
  }
  return masks;
}

/** What changed between two days, by measure. */
export type ScanDiff = Map<number, {readonly before: number; readonly after: number; steps: number}>;

export function diffByScan(rows: readonly StepRow[], measures: number, from: Day, to: Day): ScanDiff {
  const before = standingsByScan(rows, measures, from);
  const after = standingsByScan(rows, measures, to);
  const changed: ScanDiff = new Map();
  for (const {measure, earliest, latest} of rows) {
    if (latest <= from || earliest > to) continue;
    const entry = changed.get(measure);
    if (entry) entry.steps++;
    else changed.set(measure, {before: before[measure]!, after: after[measure]!, steps: 1});
  }
  return changed;
}
