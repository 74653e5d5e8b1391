import {incorrect} from "../../errors.ts";
import {bucketsOf, codesOf} from "../../numeric/codes.ts";
import {orderOf} from "../../numeric/order.ts";
import {requireLength, requireSpells, type Spells} from "../survival/spells.ts";

/** `to` of a spell that ends without a transition. */
export const CENSORED = -1;

/**
 * Spells in states 0 … S − 1 as columns [n], in any order. A spell holds its subject in state `from` on (entry, exit];
 * at exit the subject enters state `to`, or nothing is seen to happen.
 */
export type MultiState = {
  /** [S] names, S ≥ 2 */
  readonly states: readonly string[];
  /** Left out, every spell begins before the first time, and a subject has one. */
  readonly entry?: Float64Array;
  readonly exit: Float64Array;
  /** Left out, every subject starts in state 0 and moves on from the state that it entered last. */
  readonly from?: Int16Array;
  /** A state, or `CENSORED`. */
  readonly to: Int16Array;
  /** Any integers; the spells of a subject follow one another without a gap. Each row is a subject when left out. */
  readonly subject?: Int32Array;
  /** Finite, > 0; 1 each when left out. */
  readonly weight?: Float64Array;
  /** Any integers; rows of one cluster are not independent. The subject when left out. */
  readonly cluster?: Int32Array;
  /** Any integers; one set of curves each. */
  readonly group?: Int32Array;
};

/** Competing risks as states: all start in state 0, and cause k is state k. */
export function asMultiState(
  {entry, exit, event, weight}: Spells,
  causes: readonly string[],
  more: Pick<MultiState, "cluster" | "group"> = {}
): MultiState {
  const to = Int16Array.from(event);
  for (let i = 0; i < to.length; i++) if (to[i] === 0) to[i] = CENSORED;
  const states = ["no event", ...causes];
  return {
    states,
    exit,
    to,
    ...(entry === undefined ? {} : {entry}),
    ...(weight === undefined ? {} : {weight}),
    ...more
  };
}

/** Checked spells by exit, with cuts undone: rows of a subject that differ in nothing but their times are one row. */
export type StateSpells = {
  readonly entry: Float64Array;
  readonly exit: Float64Array;
  readonly from: Int16Array;
  readonly to: Int16Array;
  readonly weight: Float64Array;
  /** 0 … clusters − 1 */
  readonly cluster: Uint32Array;
  readonly clusters: number;
  readonly subject: Uint32Array;
  readonly group: Uint32Array;
  /** [groups] */
  readonly groups: Int32Array;
  /** 1 where a spell is the first of its subject in its group. */
  readonly isFirst: Uint8Array;
  /** 1 where a spell ends with a transition, or is the last of its subject in its group: its exit is a time of the curve. */
  readonly isEnd: Uint8Array;
};

/**
 * @throws incorrect what `requireSpells` throws; `survival/unknown-state`; and, naming the subject and its rows,
 *   `survival/subject-overlap`, `survival/subject-gap`, `survival/subject-state`
 */
export function stateSpells(data: MultiState): StateSpells {
  const {states, exit, to, subject, weight, cluster, group} = data;
  const n = exit.length;
  const noEvent = new Uint8Array(n);
  const {entry} = data;
  requireSpells({exit, event: noEvent, ...(entry && {entry}), ...(weight && {weight})});
  requireLength("to", to, n);
  for (const [name, column] of Object.entries({from: data.from, subject, cluster, group})) {
    if (column !== undefined) requireLength(name, column, n);
  }
  for (let i = 0; i < n; i++) {
    if (to[i] !== CENSORED) requireState(states, "to", to[i]!, i);
    if (data.from !== undefined) requireState(states, "from", data.from[i]!, i);
  }
  const zeros = (): Uint32Array => new Uint32Array(n);
  const subjects = subject === undefined ? null : codesOf(subject);
  const clusterCodes = cluster === undefined ? subjects : codesOf(cluster);
  const groupCodes = group === undefined ? {codes: zeros(), labels: Int32Array.of(0)} : codesOf(group);
  const own = zeros();
  for (let i = 0; i < n; i++) own[i] = i;
  const all: StateSpells = {
    entry: entry === undefined ? new Float64Array(n).fill(-Infinity) : Float64Array.from(entry),
    exit,
    from: data.from === undefined ? new Int16Array(n) : Int16Array.from(data.from),
    to,
    weight: weight ?? new Float64Array(n).fill(1),
    cluster: clusterCodes?.codes ?? own,
    clusters: clusterCodes?.labels.length ?? n,
    subject: subjects?.codes ?? own,
    group: groupCodes.codes,
    groups: groupCodes.labels,
    isFirst: new Uint8Array(n).fill(1),
    isEnd: new Uint8Array(n).fill(1)
  };
  return byExit(subjects === null ? all : chained(all, data, subjects.labels));
}

/** The rows in order of exit, so that later sweeps read straight through memory. */
function byExit(spells: StateSpells): StateSpells {
  const order = orderOf(spells.exit);
  const take = <A extends Column>(column: A): A => {
    if (isConstant(column)) return column;
    const taken = column.slice() as A;
    for (let i = 0; i < order.length; i++) taken[i] = column[order[i]!]!;
    return taken;
  };
  return withColumns(spells, take);
}

function isConstant(column: Column): boolean {
  for (let i = 1; i < column.length; i++) if (column[i] !== column[0]) return false;
  return true;
}

type Column = Float64Array | Int16Array | Uint32Array | Uint8Array;

const withColumns = (spells: StateSpells, change: <A extends Column>(column: A) => A): StateSpells => ({
  ...spells,
  entry: change(spells.entry),
  exit: change(spells.exit),
  from: change(spells.from),
  to: change(spells.to),
  weight: change(spells.weight),
  cluster: change(spells.cluster),
  subject: change(spells.subject),
  group: change(spells.group),
  isFirst: change(spells.isFirst),
  isEnd: change(spells.isEnd)
});

/** Follows each subject through time: checks, carries the state forward, and joins what was only cut. */
function chained(all: StateSpells, data: MultiState, labels: Int32Array): StateSpells {
  const {entry, exit, from, to, weight, cluster, group, isFirst, isEnd} = all;
  const {start, rows} = bucketsOf(all.subject, labels.length, orderOf(exit));
  const keep = new Uint8Array(exit.length).fill(1);
  let kept = exit.length;
  for (let s = 0; s < labels.length; s++) {
    for (let at = start[s]! + 1; at < start[s + 1]!; at++) {
      const [before, row] = [rows[at - 1]!, rows[at]!];
      const isCut = to[before] === CENSORED;
      const state = isCut ? from[before]! : to[before]!;
      if (data.from === undefined) from[row] = state;
      requireChain(data, all, labels[s]!, before, row, state);
      if (group[before] !== group[row]) continue;
      isFirst[row] = 0;
      if (!isCut) continue;
      isEnd[before] = 0;
      if (weight[before] !== weight[row] || cluster[before] !== cluster[row]) continue;
      entry[row] = entry[before]!;
      isFirst[row] = isFirst[before]!;
      keep[before] = 0;
      kept--;
    }
  }
  if (kept === exit.length) return all;
  return withColumns(all, <A extends Column>(column: A) => column.filter((_: number, i: number) => keep[i] === 1) as A);
}

function requireChain(
  {states, entry, exit}: MultiState,
  all: StateSpells,
  subject: number,
  before: number,
  row: number,
  state: number
): void {
  const start = entry?.[row] ?? -Infinity;
  const rows = `rows ${before + 1} and ${row + 1}`;
  const spell = (i: number) => `(${entry?.[i] ?? -Infinity}, ${exit[i]}]`;
  if (start < exit[before]!) {
    throw incorrect(
      "survival/subject-overlap",
      `spells of subject ${subject} overlap: ${spell(before)} and ${spell(row)} in ${rows}; a subject is in one spell at a time`
    );
  }
  if (start > exit[before]!) {
    throw incorrect(
      "survival/subject-gap",
      `gap between spells of subject ${subject}: ${spell(before)} and ${spell(row)} in ${rows}; start each spell where the one before ends`
    );
  }
  if (all.from[row] !== state) {
    throw incorrect(
      "survival/subject-state",
      `state of subject ${subject} changes without a transition: in "${states[state]}" after row ${before + 1}, from "${states[all.from[row]!]}" in row ${row + 1}; name the state that the subject is in`
    );
  }
}

function requireState(states: readonly string[], column: string, state: number, row: number): void {
  if (state >= 0 && state < states.length) return;
  throw incorrect(
    "survival/unknown-state",
    `unknown state in ${column}: ${state} in row ${row + 1}; give 0 to ${states.length - 1}${column === "to" ? `, or ${CENSORED} for censored` : ""}`
  );
}
