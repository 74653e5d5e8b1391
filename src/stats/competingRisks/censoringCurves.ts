import {bucketsOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import type {Spells} from "../survival/spells.ts";
import type {SubjectEnds} from "./subjectEnds.ts";

/**
 * Whether an event at the time of a censoring is at risk of that censoring: `eventsFirst` no (R's finegray), `together`
 * yes (R's crr). They differ at ties alone.
 */
export type CensoringTies = "eventsFirst" | "together";

/** The weight of being under observation, as a step function that is read from the left. */
export type CensoringCurve = {
  /** [k] increasing: the times at which it changes */
  readonly time: Float64Array;
  /** [k + 1] G(t−) H(t−) for a t that `i` of the times are before */
  readonly value: Float64Array;
  /** [k] sums of the counts censored and at risk of it; 0 censored at a time of entry alone */
  readonly censored: Float64Array;
  readonly atRisk: Float64Array;
  /** The last exit; nobody is observed after it. */
  readonly last: number;
};

export type CensoringInput = {
  readonly spells: Spells;
  readonly ends: SubjectEnds;
  /** [n] 0 … groups − 1 */
  readonly group: Uint32Array;
  readonly groups: number;
  readonly ties: CensoringTies;
  /** [n] what a row counts; 1 each when left out */
  readonly count?: Float64Array;
};

/**
 * One curve for each group: the Kaplan–Meier estimate G of not being censored yet and, where some subject enters after
 * another has left, that of having entered, H, which runs back in time (Geskus 2011).
 *
 *   G(t−) = ∏_{c < t} (1 − censored_c / atRisk_c),   H(t−) = ∏_{e ≥ t} (1 − entering_e / present_e),
 *
 * present_e being those with entry ≤ e < exit. H is 0 up to the last time at which all who are present enter.
 */
export function censoringCurves(input: CensoringInput): CensoringCurve[] {
  const {spells, ends, group, groups} = input;
  const {entry, exit} = spells;
  const byExit = bucketsOf(group, groups, orderOf(exit));
  const isDelayed = entry !== undefined && entersLate(entry, exit, ends);
  const byEntry = entry === undefined ? null : bucketsOf(group, groups, orderOf(entry));
  return Array.from({length: groups}, (_, g) => {
    const exits = byExit.rows.subarray(byExit.start[g], byExit.start[g + 1]);
    const entries = byEntry?.rows.subarray(byEntry.start[g], byEntry.start[g + 1]) ?? null;
    const cuts = censoringCuts(input, exits, entries);
    return withEntries(cuts, isDelayed ? entryCuts(input, exits, entries!) : null, exit[exits.at(-1)!] ?? -Infinity);
  });
}

/** Whether some subject enters after another has left. */
export function entersLate(entry: Float64Array, exit: Float64Array, {isFirst}: SubjectEnds): boolean {
  const firstExit = exit.reduce((least, time) => Math.min(least, time), Infinity);
  return entry.some((time, i) => isFirst[i] === 1 && time > firstExit);
}

type Cuts = {readonly time: number[]; readonly part: number[]; readonly risk: number[]};

function censoringCuts(
  {spells: {entry, exit, event}, ends: {isLast}, ties, count}: CensoringInput,
  exits: Uint32Array,
  entries: Uint32Array | null
): Cuts {
  const cuts: Cuts = {time: [], part: [], risk: []};
  const countOf = (row: number) => (count === undefined ? 1 : count[row]!);
  let present = 0;
  let entering = (entries?.length ?? 0) - 1;
  for (let end = exits.length; end > 0; ) {
    const now = exit[exits[end - 1]!]!;
    let censored = 0;
    let events = 0;
    for (; end > 0 && exit[exits[end - 1]!]! === now; end--) {
      const row = exits[end - 1]!;
      present += countOf(row);
      if (event[row] !== 0) events += countOf(row);
      else if (isLast[row] === 1) censored += countOf(row);
    }
    for (; entering >= 0 && entry![entries![entering]!]! >= now; entering--) present -= countOf(entries![entering]!);
    if (censored === 0) continue;
    cuts.time.push(now);
    cuts.part.push(censored);
    cuts.risk.push(ties === "eventsFirst" ? present - events : present);
  }
  for (const column of Object.values(cuts)) column.reverse();
  return cuts;
}

function entryCuts(
  {spells: {entry, exit}, ends: {isFirst}, count}: CensoringInput,
  exits: Uint32Array,
  entries: Uint32Array
): Cuts {
  const cuts: Cuts = {time: [], part: [], risk: []};
  const countOf = (row: number) => (count === undefined ? 1 : count[row]!);
  let present = 0;
  let leaving = 0;
  for (let at = 0; at < entries.length; ) {
    const now = entry![entries[at]!]!;
    let entered = 0;
    for (; at < entries.length && entry![entries[at]!]! === now; at++) {
      present += countOf(entries[at]!);
      if (isFirst[entries[at]!] === 1) entered += countOf(entries[at]!);
    }
    for (; leaving < exits.length && exit[exits[leaving]!]! <= now; leaving++) present -= countOf(exits[leaving]!);
    if (entered === 0) continue;
    cuts.time.push(now);
    cuts.part.push(entered);
    cuts.risk.push(present);
  }
  return cuts;
}

function withEntries(censoring: Cuts, entries: Cuts | null, last: number): CensoringCurve {
  const from = entries === null ? censoring.time : [...censoring.time, ...entries.time];
  const time = Float64Array.from(new Set(from)).sort();
  const k = time.length;
  const value = new Float64Array(k + 1).fill(1);
  const censored = new Float64Array(k);
  const atRisk = new Float64Array(k);
  for (let i = 0, c = 0; i < k; i++) {
    let stays = 1;
    if (censoring.time[c] === time[i]) {
      censored[i] = censoring.part[c]!;
      atRisk[i] = censoring.risk[c]!;
      stays = 1 - censored[i]! / atRisk[i]!;
      c++;
    }
    value[i + 1] = value[i]! * stays;
  }
  if (entries !== null) multiplyEntered(value, time, entries);
  return {time, value, censored, atRisk, last};
}

/** Multiplies by H, from the last entry back. */
function multiplyEntered(value: Float64Array, time: Float64Array, entries: Cuts): void {
  let entered = 1;
  let e = entries.time.length - 1;
  for (let i = time.length - 1; i >= 0; i--) {
    value[i + 1]! *= entered;
    if (entries.time[e] !== time[i]) continue;
    entered *= 1 - entries.part[e]! / entries.risk[e]!;
    e--;
  }
}

/** Number of the curve's times before t. */
export function cutsBefore({time}: CensoringCurve, t: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** G(t−) H(t−); 0 after the last exit. */
export const weightBefore = (curve: CensoringCurve, t: number): number =>
  t > curve.last ? 0 : curve.value[cutsBefore(curve, t)]!;
