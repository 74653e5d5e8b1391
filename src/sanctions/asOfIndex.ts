import {incorrect} from "../errors.ts";
import type {Day} from "../time/day.ts";
import {requireInOrder} from "./diff.ts";
import type {Life} from "./life.ts";
import {type Standing, standings, stateOf} from "./standing.ts";

/** Steps of many lives as columns [steps], one row a step, rows in any order. */
export type StepColumns = {
  /** How many measures there are; a measure without a row stands at notYet on every day. */
  readonly measures: number;
  /** 0 … measures − 1 */
  readonly measure: Int32Array;
  /** Place of the step in the life of its measure: 0, 1, 2 … without a gap. It orders the acts of one day. */
  readonly step: Int32Array;
  /** Days, narrowed as in `Life.steps`: neither column falls along a life. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** Position in `standings`. */
  readonly standing: Uint8Array;
  /** 1 for a clock beyond the day to which the record is complete, else 0. */
  readonly ahead: Uint8Array;
};

/** Lives as columns for as-of and difference over all of them at once. */
export type AsOfIndex = {
  readonly measures: number;
  /** [measures + 1] the steps of measure m are rows offsets[m] … offsets[m + 1] − 1, in the order of its life. */
  readonly offsets: Int32Array;
  /** [steps] days */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** [steps] a mask with one standing, and `AHEAD` for a clock beyond the record. */
  readonly mask: Uint16Array;
};

/**
 * What may hold of one measure on one day: bit k stands for `standings[k]`. One standing bit when the dates leave no
 * doubt, else one for every standing that the dates allow.
 */
export type StandingMask = number;

/** The bit set when one of the steps that may be newest is a clock beyond the day to which the record is complete. */
export const AHEAD: StandingMask = 1 << standings.length;

const NOT_YET: StandingMask = 1 << standings.indexOf("notYet");
const STANDING_BITS: StandingMask = AHEAD - 1;

/** The mask of a list of standings, as for asking which measures stand at one of them. */
export const maskOf = (list: readonly Standing[]): StandingMask =>
  list.reduce((mask, standing) => mask | (1 << standings.indexOf(standing)), 0);

/** The standings in a mask, in the order of `standings` (not, as in `StandingAsOf`, in the order of the life). */
export const standingsIn = (mask: StandingMask): Standing[] => standings.filter((_, code) => mask & (1 << code));

const stateMasks: readonly StandingMask[] = [...Map.groupBy(standings, (standing) => stateOf(standing)).values()].map(
  maskOf
);

/** As `StandingAsOf.certainty`: certain when every standing in the mask belongs to one state. */
export function certaintyOf(mask: StandingMask): "certain" | "possible" {
  const bits = mask & STANDING_BITS;
  return stateMasks.some((state) => (bits & ~state) === 0) ? "certain" : "possible";
}

/** Indexes lives; measure m is `lives[m]`. O(steps). */
export function indexLives(lives: readonly Life[]): AsOfIndex {
  const n = lives.reduce((sum, {steps}) => sum + steps.length, 0);
  const index = emptyIndex(lives.length, n);
  let row = 0;
  for (const [m, {steps}] of lives.entries()) {
    for (const {when, standing, ahead} of steps) {
      index.earliest[row] = when.earliest;
      index.latest[row] = when.latest;
      index.mask[row] = (1 << standings.indexOf(standing)) | (ahead ? AHEAD : 0);
      row++;
    }
    index.offsets[m + 1] = row;
  }
  return index;
}

/**
 * Indexes columns whose rows are in any order: one pass counts the steps of each measure, one puts every row where its
 * measure and step say. O(steps + measures), no comparison sort.
 *
 * @param columns not modified
 * @throws incorrect `sanctions/ragged-columns`, `sanctions/unknown-measure-number`, `sanctions/unknown-standing-code`,
 *   `sanctions/steps-misnumbered`, `sanctions/steps-not-narrowed`
 */
export function indexColumns(columns: StepColumns): AsOfIndex {
  const {measures, measure, step, earliest, latest, standing, ahead} = columns;
  const n = measure.length;
  for (const [name, column] of Object.entries({step, earliest, latest, standing, ahead})) {
    if (column.length !== n) {
      throw incorrect("sanctions/ragged-columns", `ragged column ${name}: ${column.length} rows; measure has ${n}`);
    }
  }
  const index = emptyIndex(measures, n);
  const {offsets} = index;
  for (let row = 0; row < n; row++) {
    const m = measure[row]!;
    if (m < 0 || m >= measures) {
      throw incorrect(
        "sanctions/unknown-measure-number",
        `unknown measure in row ${row}: ${m}; write 0 to ${measures - 1}`
      );
    }
    offsets[m + 1]!++;
  }
  for (let m = 0; m < measures; m++) offsets[m + 1]! += offsets[m]!;
  for (let row = 0; row < n; row++) {
    const m = measure[row]!;
    const code = standing[row]!;
    if (code >= standings.length) {
      throw incorrect(
        "sanctions/unknown-standing-code",
        `unknown standing in row ${row}: ${code}; write 0 to ${standings.length - 1}`
      );
    }
    const at = offsets[m]! + step[row]!;
    if (step[row]! < 0 || at >= offsets[m + 1]! || index.mask[at] !== 0) {
      throw incorrect(
        "sanctions/steps-misnumbered",
        `misplaced step in row ${row}: ${step[row]} of measure ${m}; number the steps of a measure 0, 1, 2 without gap or repeat`
      );
    }
    index.earliest[at] = earliest[row]!;
    index.latest[at] = latest[row]!;
    index.mask[at] = (1 << code) | (ahead[row] ? AHEAD : 0);
  }
  requireNarrowed(index);
  return index;
}

function emptyIndex(measures: number, steps: number): AsOfIndex {
  return {
    measures,
    offsets: new Int32Array(measures + 1),
    earliest: new Int32Array(steps),
    latest: new Int32Array(steps),
    mask: new Uint16Array(steps)
  };
}

function requireNarrowed({measures, offsets, earliest, latest}: AsOfIndex): void {
  for (let m = 0; m < measures; m++) {
    for (let row = offsets[m]! + 1; row < offsets[m + 1]!; row++) {
      if (earliest[row]! >= earliest[row - 1]! && latest[row]! >= latest[row - 1]!) continue;
      throw incorrect(
        "sanctions/steps-not-narrowed",
        `falling days at step ${row - offsets[m]!} of measure ${m}: [${earliest[row]}, ${latest[row]}] after [${earliest[row - 1]}, ${latest[row - 1]}]; narrow each step by its neighbours first`
      );
    }
  }
}

/**
 * Where every measure stands on `day`: `standingAsOf` over all of them. The newest step that is surely past and those
 * after it that may be past are neighbours, so one pass over the rows finds them. O(steps up to the day + measures).
 *
 * @returns [measures] standing masks
 */
export function standingsOn({measures, offsets, earliest, latest, mask}: AsOfIndex, day: Day): Uint16Array {
  const out = new Uint16Array(measures);
  for (let m = 0; m < measures; m++) {
    const start = offsets[m]!;
    const end = offsets[m + 1]!;
    let row = start;
    while (row < end && latest[row]! <= day) row++;
    let held = row === start ? NOT_YET : mask[row - 1]!;
    for (; row < end && earliest[row]! <= day; row++) held |= mask[row]!;
    out[m] = held;
  }
  return out;
}

/** The measures with a step between two days, as columns [changed]; measures in increasing order. */
export type DayDiff = {
  readonly measure: Int32Array;
  /** Standing masks on the first day and on the second. */
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  /** The steps in (from, to], certain or possible, are places firstStep … endStep − 1 of the measure's life. */
  readonly firstStep: Int32Array;
  readonly endStep: Int32Array;
};

/**
 * The difference between two days, as `diff`: every measure with a step that certainly or possibly falls in (from, to].
 * A measure that is not listed has the same mask on both days, unless its dates cross (a problem of its life).
 * @throws incorrect `sanctions/from-after-to`
 */
export function diffDays(index: AsOfIndex, from: Day, to: Day): DayDiff {
  requireInOrder(from, to);
  const {measures, offsets, earliest, latest} = index;
  const before = standingsOn(index, from);
  const after = standingsOn(index, to);
  const measure = new Int32Array(measures);
  const firstStep = new Int32Array(measures);
  const endStep = new Int32Array(measures);
  let n = 0;
  for (let m = 0; m < measures; m++) {
    const start = offsets[m]!;
    const end = offsets[m + 1]!;
    let first = start;
    while (first < end && latest[first]! <= from) first++;
    let last = first;
    while (from < to && last < end && earliest[last]! <= to) last++;
    if (last === first) continue;
    measure[n] = m;
    before[n] = before[m]!;
    after[n] = after[m]!;
    firstStep[n] = first - start;
    endStep[n] = last - start;
    n++;
  }
  return {
    measure: measure.slice(0, n),
    before: before.slice(0, n),
    after: after.slice(0, n),
    firstStep: firstStep.slice(0, n),
    endStep: endStep.slice(0, n)
  };
}

/** How many measures stand where, by position in `standings`: certainly at one, or possibly at it among others. */
export type Tally = {readonly certain: Uint32Array; readonly possible: Uint32Array};

/** Counts standing masks. A measure whose dates allow three standings counts as possible at each of the three. */
export function tally(masks: Uint16Array): Tally {
  const certain = new Uint32Array(standings.length);
  const possible = new Uint32Array(standings.length);
  for (let m = 0; m < masks.length; m++) {
    const bits = masks[m]! & STANDING_BITS;
    const counts = (bits & (bits - 1)) === 0 ? certain : possible;
    for (let left = bits; left !== 0; left &= left - 1) counts[31 - Math.clz32(left & -left)]!++;
  }
  return {certain, possible};
}
