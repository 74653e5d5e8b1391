import {orderOf} from "../../numeric/order.ts";
import type {CoxColumns} from "./coxColumns.ts";
import {type CoxSweep, exposures} from "./coxSweep.ts";

/**
 * Minus the second derivative of the partial likelihood in each log frailty [groups]:
 *
 *   E_g − Σ_k ∫ (S_g / S)²,   S_g the part of group g in the sum over the risk set
 *
 * S_g only changes where a row of the group comes or goes, so the sum runs over those changes: time n log n.
 *
 * @param sweep as `sweepLikelihood` left it
 * @param groupOf [m] the group of each sorted row
 */
export function frailtyDiagonal(
  columns: CoxColumns,
  sweep: CoxSweep,
  groupOf: Uint32Array,
  groups: number
): Float64Array {
  const {binStart, eventEnd, entryBin, stratumBin} = columns;
  const {risk, square, squareG, squareGG} = sweep;
  const K = square.length;
  const m = groupOf.length;
  const diagonal = new Float64Array(groups);
  exposures(columns, sweep).forEach((exposure, i) => {
    diagonal[groupOf[i]!]! += exposure;
  });
  const squareBefore = new Float64Array(K + 1);
  for (let k = 0; k < K; k++) squareBefore[k + 1] = squareBefore[k]! + square[k]!;
  // A row joins `rest` of its group at one bin and leaves it at another; at its own event it is `tied` there.
  const place = new Float64Array(2 * m);
  const change = new Float64Array(2 * m);
  const tied = new Float64Array(2 * m);
  let s = 0;
  for (let k = 0; k < K; k++) {
    while (k >= stratumBin[s + 1]!) s++;
    for (let i = binStart[k]!; i < binStart[k + 1]!; i++) {
      const isEvent = i < eventEnd[k]!;
      const entered = entryBin === undefined ? -1 : entryBin[i]!;
      const from = groupOf[i]! * (K + 1);
      place[i] = from + (entered < 0 ? stratumBin[s]! : entered + 1);
      change[i] = risk[i]!;
      place[m + i] = from + (isEvent ? k : k + 1);
      change[m + i] = -risk[i]!;
      if (isEvent) tied[m + i] = risk[i]!;
    }
  }
  const order = orderOf(place);
  let rest = 0;
  let group = 0;
  let bin = 0;
  for (let at = 0; at < order.length; ) {
    const here = place[order[at]!]!;
    const nextGroup = Math.floor(here / (K + 1));
    const nextBin = here - nextGroup * (K + 1);
    if (nextGroup === group) diagonal[group]! -= rest ** 2 * (squareBefore[nextBin]! - squareBefore[bin]!);
    else rest = 0;
    let ended = 0;
    for (; at < order.length && place[order[at]!] === here; at++) {
      rest += change[order[at]!]!;
      ended += tied[order[at]!]!;
    }
    if (ended > 0) diagonal[nextGroup]! -= 2 * squareG[nextBin]! * rest * ended + squareGG[nextBin]! * ended ** 2;
    group = nextGroup;
    bin = nextBin;
  }
  return diagonal;
}
