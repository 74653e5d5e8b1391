import {incorrect} from "../../errors.ts";
import {notFinite, requireLength, requireSpells, type Spells} from "../survival/spells.ts";

/**
 * When n ≥ 1 subjects had their event, as far as it is known: in (lower, upper]. Equal bounds are an exact time, upper = ∞
 * is censored on the right, lower = 0 on the left, else the event lies in an interval (R's `Surv(type = "interval2")`).
 * Times are in one unit from the start of each subject's own clock.
 */
export type FailureTimes = {
  /** [n] ≥ 0 */
  readonly lower: Float64Array;
  /** [n] > 0, ∞ allowed */
  readonly upper: Float64Array;
  /** [n] Delayed entry: a subject is seen only because its event came later than this. At most 0 is no delay. */
  readonly entry?: Float64Array;
  /** [n] finite, > 0; 1 each when left out. */
  readonly weight?: Float64Array;
};

/** The failure times of spells (entry, exit] of a single cause: exact where the event came, else censored on the right. */
export function failureTimesOf(spells: Spells): FailureTimes {
  requireSpells(spells);
  const {entry, exit, event, weight} = spells;
  const cause = event.findIndex((value) => value > 1);
  if (cause >= 0) {
    throw incorrect(
      "survival/many-causes",
      `event neither 0 nor 1: ${event[cause]} in row ${cause + 1}; code one cause 1 and the others 0`
    );
  }
  return {
    lower: exit,
    upper: exit.map((time, i) => (event[i] === 1 ? time : Infinity)),
    ...(entry === undefined ? {} : {entry}),
    ...(weight === undefined ? {} : {weight})
  };
}

export const RIGHT = 0;
export const EXACT = 1;
export const LEFT = 2;
export const INTERVAL = 3;

/** Checked failure times on the log scale. */
export type LogTimes = {
  /** [n] RIGHT, EXACT, LEFT or INTERVAL */
  readonly kind: Uint8Array;
  /** [n] log lower, −∞ when left-censored */
  readonly lower: Float64Array;
  /** [n] log upper */
  readonly upper: Float64Array;
  /** [n] log entry, −∞ without delay */
  readonly entry: Float64Array;
  /** [n] */
  readonly weight: Float64Array;
  /** Rows of each kind. */
  readonly counts: {
    readonly exact: number;
    readonly right: number;
    readonly left: number;
    readonly interval: number;
  };
};

/**
 * A lower bound before the entry is moved to it: the event is known to be later.
 *
 * @throws incorrect `survival/no-spells`, `survival/columns-differ`, `survival/not-finite`,
 *   `survival/time-not-positive`, `survival/bounds-reversed`, `survival/exit-not-after-entry`,
 *   `survival/weight-not-positive`, `survival/no-events` when nothing bounds the times from above, or all rows are
 *   left-censored
 */
export function logTimesOf({lower, upper, entry, weight}: FailureTimes): LogTimes {
  const n = lower.length;
  if (n === 0) throw incorrect("survival/no-spells", "no spells; an estimate needs at least one");
  requireLength("upper", upper, n);
  if (entry !== undefined) requireLength("entry", entry, n);
  if (weight !== undefined) requireLength("weight", weight, n);
  const kind = new Uint8Array(n);
  const low = new Float64Array(n);
  const high = new Float64Array(n);
  const delay = new Float64Array(n).fill(-Infinity);
  const counts = [0, 0, 0, 0] as [number, number, number, number];
  for (let i = 0; i < n; i++) {
    const from = lower[i]!;
    const to = upper[i]!;
    const start = entry?.[i] ?? 0;
    const w = weight?.[i] ?? 1;
    if (!Number.isFinite(from)) throw notFinite("lower", from, i);
    if (Number.isNaN(to)) throw notFinite("upper", to, i);
    if (Number.isNaN(start) || start === Infinity) throw notFinite("entry", start, i);
    if (from < 0 || !(to > 0) || (from === 0 && to === Infinity)) {
      throw incorrect(
        "survival/time-not-positive",
        `time not positive: ${to > 0 ? from : to} in row ${i + 1}; the model is of the log of time, so a time is above 0`
      );
    }
    if (to < from) {
      throw incorrect(
        "survival/bounds-reversed",
        `bounds reversed: (${from}, ${to}] in row ${i + 1}; the lower bound comes first`
      );
    }
    const code = to === Infinity ? RIGHT : from === to ? EXACT : from === 0 && !(start > 0) ? LEFT : INTERVAL;
    const last = code === RIGHT ? from : to;
    if (start >= last) {
      throw incorrect(
        "survival/exit-not-after-entry",
        `exit not after entry: (${start}, ${last}] in row ${i + 1}; a spell lasts longer than 0`
      );
    }
    if (!(w > 0 && w < Infinity)) {
      throw incorrect(
        "survival/weight-not-positive",
        `weight not positive: ${w} in row ${i + 1}; leave the row out, or give it a weight above 0`
      );
    }
    kind[i] = code;
    counts[code]!++;
    low[i] = Math.log(Math.max(from, start));
    high[i] = Math.log(to);
    if (start > 0) delay[i] = Math.log(start);
  }
  const [right, exact, left, interval] = counts;
  if (exact + interval === 0 && (right === 0 || left === 0)) {
    throw incorrect(
      "survival/no-events",
      `no events: all ${n} spells are censored on the ${right > 0 ? "right" : "left"}; an estimate needs at least one`
    );
  }
  return {
    kind,
    lower: low,
    upper: high,
    entry: delay,
    weight: weight ?? new Float64Array(n).fill(1),
    counts: {exact, right, left, interval}
  };
}
