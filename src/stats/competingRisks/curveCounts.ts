import type {StateSpells} from "./multiState.ts";
import type {TransitionSteps} from "./transitionSteps.ts";

/** The transitions h = 0 … H − 1 that the data have, by target state, then by source state. */
export type Transitions = {
  /** [H] */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** [S × S] by rows: the number of the transition, or −1. */
  readonly index: Int32Array;
};

export function transitionsOf({from, to}: StateSpells, states: number): Transitions {
  const index = new Int32Array(states * states).fill(-1);
  for (let i = 0; i < to.length; i++) if (to[i]! >= 0) index[from[i]! * states + to[i]!] = 0;
  const sources: number[] = [];
  const targets: number[] = [];
  for (let k = 0; k < states; k++) {
    for (let j = 0; j < states; j++) {
      if (index[j * states + k] === -1) continue;
      index[j * states + k] = sources.length;
      sources.push(j);
      targets.push(k);
    }
  }
  return {from: Uint16Array.from(sources), to: Uint16Array.from(targets), index};
}

/** Rows of one curve in two orders. */
export type CurveRows = {readonly byEntry: Uint32Array; readonly byExit: Uint32Array};

/** Counts of one curve at its T times; matrices by rows, sums of weights. */
export type CurveCounts = {
  /** [T] increasing */
  readonly time: Float64Array;
  /** [T × S] just before the time */
  readonly atRisk: Float64Array;
  /** [T × S] by the state they are in */
  readonly censored: Float64Array;
  /** [T × H] */
  readonly transitions: Float64Array;
  /** [T] 1 where there is a transition, to the same state included */
  readonly hasEvent: Uint8Array;
};

/** @param from times before this are left out */
export function curveCounts(
  spells: StateSpells,
  {byEntry, byExit}: CurveRows,
  {index, from: sources}: Transitions,
  states: number,
  from: number
): CurveCounts {
  const {entry, exit, to, weight, isEnd} = spells;
  const time = timesOf(spells, byExit, from);
  const T = time.length;
  const H = sources.length;
  const atRisk = new Float64Array(T * states);
  const censored = new Float64Array(T * states);
  const transitions = new Float64Array(T * H);
  const hasEvent = new Uint8Array(T);
  const running = new Float64Array(states);
  let entering = byEntry.length - 1;
  let leaving = byExit.length - 1;
  for (let t = T - 1; t >= 0; t--) {
    for (; entering >= 0 && entry[byEntry[entering]!]! >= time[t]!; entering--) {
      const row = byEntry[entering]!;
      running[spells.from[row]!]! -= weight[row]!;
    }
    for (; leaving >= 0 && exit[byExit[leaving]!]! >= time[t]!; leaving--) {
      const row = byExit[leaving]!;
      const state = spells.from[row]!;
      running[state]! += weight[row]!;
      if (to[row]! >= 0) {
        transitions[t * H + index[state * states + to[row]!]!]! += weight[row]!;
        hasEvent[t] = 1;
      } else if (isEnd[row] === 1) censored[t * states + state]! += weight[row]!;
    }
    atRisk.set(running, t * states);
  }
  return {time, atRisk, censored, transitions, hasEvent};
}

function timesOf({exit, isEnd}: StateSpells, byExit: Uint32Array, from: number): Float64Array {
  const times = new Float64Array(byExit.length);
  let count = 0;
  for (let i = 0; i < byExit.length; i++) {
    const row = byExit[i]!;
    const time = exit[row]!;
    if (isEnd[row] === 1 && time >= from && (count === 0 || time > times[count - 1]!)) times[count++] = time;
  }
  return times.slice(0, count);
}

/** The moves at the event times of a curve; a transition to the same state moves nothing and is left out. */
export function transitionSteps(counts: CurveCounts, {from, to}: Transitions, states: number): TransitionSteps {
  const {time, atRisk, transitions, hasEvent} = counts;
  const H = from.length;
  const start: number[] = [0];
  const sources: number[] = [];
  const targets: number[] = [];
  const hazards: number[] = [];
  for (let t = 0; t < time.length; t++) {
    if (hasEvent[t] === 0) continue;
    for (let h = 0; h < H; h++) {
      const moved = transitions[t * H + h]!;
      if (moved === 0 || from[h] === to[h]) continue;
      sources.push(from[h]!);
      targets.push(to[h]!);
      hazards.push(moved / atRisk[t * states + from[h]!]!);
    }
    start.push(hazards.length);
  }
  return {
    states,
    start: Uint32Array.from(start),
    from: Uint16Array.from(sources),
    to: Uint16Array.from(targets),
    hazard: Float64Array.from(hazards)
  };
}
