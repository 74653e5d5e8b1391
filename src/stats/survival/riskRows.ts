import {bucketsOf, type Codes, codesOf} from "../../numeric/codes.ts";
import {orderOf, wholeSpan} from "../../numeric/order.ts";
import type {Spells} from "./spells.ts";

/**
 * The rows of risk tables, and the rows that each spell covers.
 *
 * A table has a row for each distinct time at which a spell of its group ends or is censored. The tables of all groups
 * stand one after another. A spell is at risk in the rows `first` … `last` of its group; a spell that is cut and continued
 * may cover none, and then `first` is `last` + 1.
 */
export type RiskRows = {
  readonly groups: Codes;
  /** [g + 1] The table of group c has the rows start[c] … start[c + 1] − 1. */
  readonly start: Uint32Array;
  /** [m] increasing within a group */
  readonly time: Float64Array;
  /** [n] */
  readonly first: Uint32Array;
  /** [n] The row of the exit, or the one before it when the exit has no row of its own; it may be −1. */
  readonly last: Int32Array;
};

/**
 * Finds them: whole times of a short span are counted into cells, others are sorted once.
 *
 * @param group [n] any integers; one group when left out
 * @param continued [n] 1 where the same subject goes on in another row, so that the exit is no censoring and makes no row
 */
export function riskRows(spells: Spells, group?: Int32Array, continued?: Uint8Array): RiskRows {
  const n = spells.exit.length;
  const groups = group === undefined ? {codes: new Uint32Array(n), labels: Int32Array.of(0)} : codesOf(group);
  const span = wholeSpan(spells.exit);
  return span !== null && span.width * groups.labels.length <= 4 * n + 65_536
    ? countedRows(spells, groups, continued, span)
    : sortedRows(spells, groups, continued);
}

/** A cell for each whole time of each group; its number becomes the count of rows up to and with it. */
function countedRows(
  {entry, exit}: Spells,
  groups: Codes,
  continued: Uint8Array | undefined,
  {least, width}: {readonly least: number; readonly width: number}
): RiskRows {
  const n = exit.length;
  const {codes} = groups;
  const k = groups.labels.length;
  const upTo = new Uint32Array(k * width);
  for (let i = 0; i < n; i++) if (continued?.[i] !== 1) upTo[codes[i]! * width + exit[i]! - least] = 1;
  const start = new Uint32Array(k + 1);
  const time = new Float64Array(upTo.reduce((sum, present) => sum + present, 0));
  let rows = 0;
  for (let c = 0; c < k; c++) {
    for (let cell = c * width; cell < (c + 1) * width; cell++) {
      if (upTo[cell] === 1) time[rows++] = least + cell - c * width;
      upTo[cell] = rows;
    }
    start[c + 1] = rows;
  }
  const last = new Int32Array(n);
  for (let i = 0; i < n; i++) last[i] = upTo[codes[i]! * width + exit[i]! - least]! - 1;
  const first = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const c = codes[i]!;
    const from = entry === undefined ? -1 : Math.floor(entry[i]! - least);
    first[i] = from < 0 ? start[c]! : upTo[c * width + from]!;
  }
  return {groups, start, time, first, last};
}

function sortedRows({entry, exit}: Spells, groups: Codes, continued: Uint8Array | undefined): RiskRows {
  const n = exit.length;
  const k = groups.labels.length;
  const exits = bucketsOf(groups.codes, k, orderOf(exit));
  const times = new Float64Array(n);
  const start = new Uint32Array(k + 1);
  let rows = 0;
  for (let c = 0; c < k; c++) {
    for (let j = exits.start[c]!; j < exits.start[c + 1]!; j++) {
      const i = exits.rows[j]!;
      const at = exit[i]!;
      if (continued?.[i] !== 1 && (rows === start[c] || times[rows - 1]! < at)) times[rows++] = at;
    }
    start[c + 1] = rows;
  }
  const time = times.slice(0, rows);
  const upTo = (values: Float64Array, {rows: inOrder, start: from}: typeof exits): Uint32Array => {
    const counts = new Uint32Array(n);
    for (let c = 0; c < k; c++) {
      let row = start[c]!;
      for (let j = from[c]!; j < from[c + 1]!; j++) {
        const value = values[inOrder[j]!]!;
        while (row < start[c + 1]! && time[row]! <= value) row++;
        counts[inOrder[j]!] = row;
      }
    }
    return counts;
  };
  const last = new Int32Array(upTo(exit, exits)).map((count) => count - 1);
  const first =
    entry === undefined ? groups.codes.map((c) => start[c]!) : upTo(entry, bucketsOf(groups.codes, k, orderOf(entry)));
  return {groups, start, time, first, last};
}
