import {incorrect} from "../../errors.ts";
import {codesOf} from "../../numeric/codes.ts";

/**
 * The sandwich variance B (Σ_c s_c s_cᵀ) B, where s_c is the sum of the weighted scores of cluster c (Huber 1967; Lin & Wei
 * 1989), without a correction for the number of clusters.
 *
 * @param bread [k × k] by rows: the inverse information
 * @param cluster [n] any integers; left out, each row is a cluster of its own
 * @param addScore adds the weighted score of a row to k numbers of `sums` from `from`
 * @throws incorrect `survival/one-cluster`
 */
export function robustVariance(
  bread: Float64Array,
  k: number,
  n: number,
  cluster: Int32Array | undefined,
  addScore: (row: number, sums: Float64Array, from: number) => void
): {readonly vcov: Float64Array; readonly clusters: number} {
  const coded = cluster === undefined ? undefined : codesOf(cluster);
  const clusters = coded?.labels.length ?? n;
  if (clusters < 2) {
    throw incorrect(
      "survival/one-cluster",
      `one cluster: ${coded?.labels[0] ?? 1}; a robust variance needs two or more`
    );
  }
  const sums = new Float64Array(clusters * k);
  for (let i = 0; i < n; i++) addScore(i, sums, (coded?.codes[i] ?? i) * k);
  const meat = new Float64Array(k * k);
  for (let c = 0; c < clusters * k; c += k) {
    for (let i = 0; i < k; i++) {
      const score = sums[c + i]!;
      for (let j = 0; j <= i; j++) meat[i * k + j]! += score * sums[c + j]!;
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) meat[j * k + i] = meat[i * k + j]!;
  return {vcov: congruent(bread, meat, k), clusters};
}

/** A M Aᵀ [k × k], symmetric to the last bit, from A [k × k] and a symmetric M [k × k], all by rows. */
export function congruent(a: Float64Array, m: Float64Array, k: number): Float64Array {
  const left = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let l = 0; l < k; l++) {
      const factor = a[i * k + l]!;
      if (factor === 0) continue;
      for (let j = 0; j < k; j++) left[i * k + j]! += factor * m[l * k + j]!;
    }
  }
  const product = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) sum += left[i * k + l]! * a[j * k + l]!;
      product[i * k + j] = sum;
      product[j * k + i] = sum;
    }
  }
  return product;
}
