import {incorrect} from "../../errors.ts";
import type {MultiState, StateSpells} from "./multiState.ts";

/** Where the curves begin. */
export type CurveStart = {
  /** The time from which the curves run. */
  readonly origin: number;
  /** [S] the starting probabilities where they are known; else they are estimated for each curve. */
  readonly known: Float64Array | null;
};

/**
 * The origin is `start` where given; 0, or the first time if that is before 0, when spells have no entry; the first entry
 * when all subjects enter in one state; else the time of the first transition, even where all enter at one time, as in R
 * survival 3.8.6. The probabilities are known when they are given or all subjects enter in one state.
 *
 * @throws incorrect `survival/start-after-spells`, `survival/no-origin`, `survival/initial`
 */
export function curveStart(
  data: MultiState,
  spells: StateSpells,
  {start, initial}: {readonly start?: number; readonly initial?: Float64Array}
): CurveStart {
  const {entry, exit, from, to, isFirst} = spells;
  const S = data.states.length;
  const n = exit.length;
  const isOpening = (i: number) => isFirst[i] === 1 || (start !== undefined && entry[i]! < start);
  let state = -1;
  let isOneState = true;
  let firstEntry = Infinity;
  let firstExit = Infinity;
  let firstEvent = Infinity;
  for (let i = 0; i < n; i++) {
    if (start !== undefined && exit[i]! < start) continue;
    if (isOpening(i)) {
      if (state === -1) state = from[i]!;
      else if (state !== from[i]) isOneState = false;
    }
    firstEntry = Math.min(firstEntry, entry[i]!);
    firstExit = Math.min(firstExit, exit[i]!);
    if (to[i]! >= 0) firstEvent = Math.min(firstEvent, exit[i]!);
  }
  if (firstExit === Infinity) {
    throw incorrect(
      "survival/start-after-spells",
      `start after all spells: ${start}; give a time before the last exit`
    );
  }
  const known = initial !== undefined ? requireInitial(initial, S) : isOneState ? unit(S, state) : null;
  if (start !== undefined) return {origin: start, known};
  if (data.entry === undefined) return {origin: Math.min(0, firstExit), known};
  if (firstEntry === -Infinity) {
    throw incorrect(
      "survival/no-origin",
      "entry before any time: -Infinity; a curve begins somewhere, so give each spell its entry, or leave the column out"
    );
  }
  if (isOneState) return {origin: firstEntry, known};
  return {origin: firstEvent === Infinity ? firstEntry : firstEvent, known};
}

function requireInitial(initial: Float64Array, S: number): Float64Array {
  const sum = initial.reduce((total, p) => total + p, 0);
  if (initial.length === S && initial.every((p) => p >= 0) && Math.abs(sum - 1) <= 1e-8) return initial;
  throw incorrect(
    "survival/initial",
    `initial probabilities not a distribution: ${[...initial].join(", ")}; give ${S} numbers from 0 that add up to 1`
  );
}

function unit(S: number, state: number): Float64Array {
  const vector = new Float64Array(S);
  vector[state] = 1;
  return vector;
}
