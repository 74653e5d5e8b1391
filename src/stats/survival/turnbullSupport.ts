import {orderOf} from "../../numeric/order.ts";
import type {CensoredEnds} from "./turnbull.ts";

/**
 * The innermost intervals of interval-censored data, and those that each spell may have ended in.
 *
 * Only on an interval whose left end is somebody's `left` and whose right end is somebody's `right` or `entry`, with no
 * other end between, does the likelihood gain from mass (Turnbull 1976; with delayed entry, Frydman 1994).
 */
export type Support = {
  /** [m] increasing; an interval is (left, right], or the point when both are equal. */
  readonly left: Float64Array;
  /** [m] ∞ in the last place when mass may lie after all finite times. */
  readonly right: Float64Array;
  /** [n] The first interval within the spell's own, and the last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** [n] The first interval after the entry. */
  readonly enters: Uint32Array;
};

export function supportOf({left, right, entry}: CensoredEnds): Support {
  const n = left.length;
  // At one value the order is: left end of a point, any right end, left end of an open interval.
  const size = n * (entry === undefined ? 2 : 3);
  const value = new Float64Array(size);
  const rank = new Uint8Array(size);
  for (let i = 0; i < n; i++) {
    value[i] = left[i]!;
    rank[i] = left[i] === right[i] ? 0 : 2;
    value[n + i] = right[i]!;
    rank[n + i] = 1;
    if (entry === undefined) continue;
    value[2 * n + i] = entry[i]!;
    rank[2 * n + i] = 1;
  }
  const byRank = orderOf(Float64Array.from(rank));
  const order = orderOf(Float64Array.from(byRank, (at) => value[at]!)).map((at) => byRank[at]!);
  const lefts: number[] = [];
  const rights: number[] = [];
  const before = new Uint32Array(size); // intervals wholly before each end
  for (let j = 0; j < size; j++) {
    const at = order[j]!;
    const previous = order[j - 1];
    if (rank[at] === 1 && previous !== undefined && rank[previous] !== 1) {
      lefts.push(value[previous]!);
      rights.push(value[at]!);
    }
    before[at] = lefts.length;
  }
  return {
    left: Float64Array.from(lefts),
    right: Float64Array.from(rights),
    from: before.slice(0, n),
    to: before.slice(n, 2 * n).map((count) => count - 1),
    enters: entry === undefined ? new Uint32Array(n) : before.slice(2 * n)
  };
}
