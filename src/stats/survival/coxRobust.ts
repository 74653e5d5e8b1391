import type {CoxColumns} from "./coxColumns.ts";
import {groupsOf} from "./coxGroups.ts";
import type {CoxInput} from "./coxModel.ts";
import {weightedScoreResiduals} from "./coxScoreResiduals.ts";
import type {CoxSweep} from "./coxSweep.ts";

export type Clusters = {
  /** [m] the number of each sorted row's cluster, from 0; each row is its own when left out */
  readonly of?: Uint32Array;
  readonly count: number;
};

export function clustersOf({rows}: CoxColumns, {cluster, exit}: CoxInput): Clusters {
  if (cluster === undefined) return {count: exit.length};
  const {index, count} = groupsOf(cluster);
  const of = new Uint32Array(rows.length);
  for (let i = 0; i < of.length; i++) of[i] = index[rows[i]!]!;
  return {of, count};
}

/**
 * What the clusters add to the score, in scaled units.
 *
 * @param sweep as `sweepTo` left it
 * @returns the sum of their scores u [p], and Σ u uᵀ [p × p]
 */
export function clusterMoments(columns: CoxColumns, sweep: CoxSweep, {of, count}: Clusters) {
  const scores = weightedScoreResiduals(columns, sweep);
  const p = scores.length;
  const byCluster = new Float64Array(count * p);
  for (let i = 0; i < columns.rows.length; i++) {
    const at = (of === undefined ? i : of[i]!) * p;
    for (let a = 0; a < p; a++) byCluster[at + a]! += scores[a]![i]!;
  }
  const total = new Float64Array(p);
  const products = new Float64Array(p * p);
  for (let at = 0; at < byCluster.length; at += p) {
    for (let a = 0; a < p; a++) {
      const u = byCluster[at + a]!;
      total[a]! += u;
      for (let b = 0; b <= a; b++) products[a * p + b]! += u * byCluster[at + b]!;
    }
  }
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) products[b * p + a] = products[a * p + b]!;
  return {total, products};
}

/** The sandwich V (Σ u uᵀ) V [p × p] of Lin & Wei (1989). */
export function sandwich(naive: Float64Array, products: Float64Array, p: number): Float64Array {
  const half = matrixProduct(naive, products, p);
  return matrixProduct(half, naive, p);
}

function matrixProduct(a: Float64Array, b: Float64Array, p: number): Float64Array {
  const product = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let k = 0; k < p; k++) {
      const factor = a[i * p + k]!;
      for (let j = 0; j < p; j++) product[i * p + j]! += factor * b[k * p + j]!;
    }
  }
  return product;
}
