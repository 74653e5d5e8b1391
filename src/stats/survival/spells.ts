import {incorrect} from "../../errors.ts";

/**
 * Spells of n ≥ 1 subjects as columns, in any order. A spell is at risk on (entry, exit]: it is in the risk set of t when
 * entry < t ≤ exit. Times are in one unit from one origin.
 */
export type Spells = {
  /** [n] Left out, every spell is at risk from before the first time. */
  readonly entry?: Float64Array;
  /** [n] */
  readonly exit: Float64Array;
  /** [n] 0 censored at exit, 1 ended at exit; with competing causes, the cause 1, 2, …, or 0. */
  readonly event: Uint8Array;
  /** [n] finite, > 0; 1 each when left out. */
  readonly weight?: Float64Array;
};

/**
 * Checks spells once, so that estimators can trust them.
 *
 * @throws incorrect `survival/no-spells`, `survival/columns-differ`, `survival/not-finite`,
 *   `survival/exit-not-after-entry`, `survival/weight-not-positive`; the message names the row, counted from 1
 */
export function requireSpells({entry, exit, event, weight}: Spells): void {
  const n = exit.length;
  if (n === 0) throw incorrect("survival/no-spells", "no spells; an estimate needs at least one");
  requireLength("event", event, n);
  if (entry !== undefined) requireLength("entry", entry, n);
  if (weight !== undefined) requireLength("weight", weight, n);
  for (let i = 0; i < n; i++) {
    const end = exit[i]!;
    if (!Number.isFinite(end)) throw notFinite("exit", end, i);
    const start = entry?.[i];
    if (start !== undefined && (Number.isNaN(start) || start === Infinity)) throw notFinite("entry", start, i);
    if (start !== undefined && !(start < end)) {
      throw incorrect(
        "survival/exit-not-after-entry",
        `exit not after entry: (${start}, ${end}] in row ${i + 1}; a spell lasts longer than 0`
      );
    }
    const w = weight?.[i];
    if (w !== undefined && !(w > 0 && w < Infinity)) {
      throw incorrect(
        "survival/weight-not-positive",
        `weight not positive: ${w} in row ${i + 1}; leave the row out, or give it a weight above 0`
      );
    }
  }
}

/** @throws incorrect `survival/columns-differ` when a column has not n rows */
export function requireLength(name: string, column: {readonly length: number}, n: number): void {
  if (column.length !== n) {
    throw incorrect(
      "survival/columns-differ",
      `columns differ in length: ${name} has ${column.length} rows, exit has ${n}; give one value a spell`
    );
  }
}

export const notFinite = (name: string, value: number, row: number) =>
  incorrect("survival/not-finite", `${name} not finite: ${value} in row ${row + 1}; leave the row out, or correct it`);
