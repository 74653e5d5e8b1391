/**
 * A Fenwick tree over places 0 … m − 1: running sums of values that change, in log₂ m steps for a change and for a sum.
 * It is a plain array [m + 1] of zeros to begin with.
 *
 * @see Fenwick (1994), Software: Practice and Experience 24:327–336
 */
export type Fenwick = Float64Array;

/** Adds to the value at a place. */
export function fenwickAdd(tree: Fenwick, place: number, value: number): void {
  for (let at = place + 1; at < tree.length; at += at & -at) tree[at]! += value;
}

/** The sum of the values at the places before `end`. */
export function fenwickSum(tree: Fenwick, end: number): number {
  let sum = 0;
  for (let at = end; at > 0; at -= at & -at) sum += tree[at]!;
  return sum;
}
