import {orderOf} from "./order.ts";

export type Codes = {
  /** [n] The place of each label in `labels`. */
  readonly codes: Uint32Array;
  /** [k] The distinct labels, increasing. */
  readonly labels: Int32Array;
};

/**
 * Labels as codes 0 … k − 1 in the order of the labels.
 *
 * @param labels [n] any integers; not modified
 */
export function codesOf(labels: Int32Array): Codes {
  const n = labels.length;
  const order = orderOf(Float64Array.from(labels));
  const codes = new Uint32Array(n);
  const distinct: number[] = [];
  for (let i = 0; i < n; i++) {
    const label = labels[order[i]!]!;
    if (label !== distinct.at(-1)) distinct.push(label);
    codes[order[i]!] = distinct.length - 1;
  }
  return {codes, labels: Int32Array.from(distinct)};
}

/**
 * Rows in the order of their codes, first come first within a code: the rows of code c are
 * `rows[start[c]]` … `rows[start[c + 1] − 1]`.
 *
 * @param codes [n] 0 … k − 1; not modified
 * @param k number of codes
 * @param order [n] the order the rows come in; 0 … n − 1 when left out
 */
export function bucketsOf(
  codes: Uint32Array,
  k: number,
  order?: Uint32Array
): {readonly start: Uint32Array; readonly rows: Uint32Array} {
  const n = codes.length;
  if (k === 1 && order !== undefined) return {start: Uint32Array.of(0, n), rows: order};
  const start = new Uint32Array(k + 1);
  for (let i = 0; i < n; i++) start[codes[i]! + 1]!++;
  for (let c = 0; c < k; c++) start[c + 1]! += start[c]!;
  const next = start.slice(0, k);
  const rows = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const row = order === undefined ? i : order[i]!;
    rows[next[codes[row]!]!++] = row;
  }
  return {start, rows};
}
