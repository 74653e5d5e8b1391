import {cutsBefore} from "./censoringCurves.ts";
import {COMPETES, type FineGrayColumns, type FineGrayStratum, HAS_EVENT} from "./fineGrayColumns.ts";
import type {FineGrayHazard} from "./fineGraySweep.ts";

export type StratumHazard = {readonly stratum: FineGrayStratum; readonly hazard: FineGrayHazard};

/** Sums of the hazard and of hazard times mean covariates: over the times below a place, and with weights from it on. */
type HazardSums = {
  /** [K + 1], [(K + 1) × p] over k' < k */
  readonly jump: Float64Array;
  readonly mean: Float64Array;
  /** [groups × (K + 1)], [groups × (K + 1) × p] over k' ≥ k, times the weight of observation */
  readonly laterJump: Float64Array;
  readonly laterMean: Float64Array;
};

function hazardSums({time, groups, observed}: FineGrayStratum, hazard: FineGrayHazard, p: number): HazardSums {
  const K = time.length;
  const G = groups.length;
  const jump = new Float64Array(K + 1);
  const mean = new Float64Array((K + 1) * p);
  const laterJump = new Float64Array(G * (K + 1));
  const laterMean = new Float64Array(G * (K + 1) * p);
  for (let k = 0; k < K; k++) {
    jump[k + 1] = jump[k]! + hazard.jump[k]!;
    for (let a = 0; a < p; a++) mean[(k + 1) * p + a] = mean[k * p + a]! + hazard.mean[k * p + a]!;
  }
  for (let g = 0; g < G; g++) {
    for (let k = K - 1; k >= 0; k--) {
      const at = g * (K + 1) + k;
      const weight = observed[k * G + g]!;
      laterJump[at] = laterJump[at + 1]! + weight * hazard.jump[k]!;
      for (let a = 0; a < p; a++) {
        laterMean[at * p + a] = laterMean[(at + 1) * p + a]! + weight * hazard.mean[k * p + a]!;
      }
    }
  }
  return {jump, mean, laterJump, laterMean};
}

/**
 * Weighted score residuals: what each row adds to the score, p columns [n] in input order. They add up to the score.
 *
 * @param reach `whole` with the times after a competing event; `within` only those to the end of its spell
 */
export function scoreRows(
  parts: readonly StratumHazard[],
  n: number,
  p: number,
  reach: "whole" | "within" = "whole"
): Float64Array[] {
  const scores = Array.from({length: p}, () => new Float64Array(n));
  for (const {stratum, hazard} of parts) {
    const {rows, kind, weight, x, group, inverse, time, upTo, after} = stratum;
    const K = time.length;
    const sums = hazardSums(stratum, hazard, p);
    for (let i = 0; i < rows.length; i++) {
      const to = upTo[i]!;
      const from = after?.[i] ?? 0;
      const isEvent = kind[i] === HAS_EVENT;
      const end = isEvent ? to - 1 : to;
      const risk = hazard.risk[i]!;
      const later = group[i]! * (K + 1) + to;
      const goesOn = kind[i] === COMPETES && reach === "whole";
      const exposed =
        sums.jump[end]! -
        sums.jump[from]! +
        (isEvent ? hazard.ownJump[end]! : goesOn ? inverse[i]! * sums.laterJump[later]! : 0);
      for (let a = 0; a < p; a++) {
        const mean =
          sums.mean[end * p + a]! -
          sums.mean[from * p + a]! +
          (isEvent ? hazard.ownMean[end * p + a]! : goesOn ? inverse[i]! * sums.laterMean[later * p + a]! : 0);
        let score = -risk * (x[a]![i]! * exposed - mean);
        if (isEvent) score += weight[i]! * (x[a]![i]! - hazard.center[end * p + a]!);
        scores[a]![rows[i]!] = score;
      }
    }
  }
  return scores;
}

/**
 * Σ u uᵀ [p × p] over the pieces of all rows: a competing row is one piece until its weight changes for the first time
 * after its exit, and another between any two changes. One sweep back in time with running sums over the pieces:
 * O(n p²).
 */
export function pieceProducts(
  {curves}: FineGrayColumns,
  parts: readonly StratumHazard[],
  n: number,
  p: number
): Float64Array {
  const products = new Float64Array(p * p);
  const scores = scoreRows(parts, n, p, "within");
  for (const {stratum, hazard} of parts) {
    const {rows, exit, kind, x, group, groups, inverse, time, observed, cuts} = stratum;
    const G = groups.length;
    for (let g = 0; g < G; g++) {
      const curve = curves[groups[g]!]!;
      const later = new Float64Array(1 + p + p * p); // Σ over later pieces of (weight a)², weight² a b, weight² b bᵀ
      const piece = new Float64Array(1 + p); // a = Σ dΛ and b = Σ x̄ dΛ of the piece that is open
      let open = -1;
      let weight = 0;
      const close = (): void => {
        const square = weight * weight;
        later[0]! += square * piece[0]! * piece[0]!;
        for (let a = 0; a < p; a++) {
          later[1 + a]! += square * piece[0]! * piece[1 + a]!;
          for (let b = 0; b < p; b++) later[1 + p + a * p + b]! += square * piece[1 + a]! * piece[1 + b]!;
        }
        piece.fill(0);
      };
      let k = time.length - 1;
      for (let i = rows.length - 1; i >= 0; i--) {
        if (kind[i] !== COMPETES || group[i] !== g) continue;
        for (; k >= 0 && time[k]! > exit[i]!; k--) {
          if (cuts[k * G + g] !== open) close();
          open = cuts[k * G + g]!;
          weight = observed[k * G + g]!;
          piece[0]! += hazard.jump[k]!;
          for (let a = 0; a < p; a++) piece[1 + a]! += hazard.mean[k * p + a]!;
        }
        const own = cutsBefore(curve, exit[i]!);
        if (own !== open) close();
        open = own;
        const risk = hazard.risk[i]!;
        const scaled = (risk * inverse[i]!) ** 2;
        for (let a = 0; a < p; a++) {
          const xa = x[a]![i]!;
          scores[a]![rows[i]!]! -= risk * (xa * piece[0]! - piece[1 + a]!);
          for (let b = 0; b < p; b++) {
            const xb = x[b]![i]!;
            products[a * p + b]! +=
              scaled * (xa * xb * later[0]! - xa * later[1 + b]! - xb * later[1 + a]! + later[1 + p + a * p + b]!);
          }
        }
      }
    }
  }
  addProducts(scores, products);
  return products;
}

/** Σ u uᵀ [p × p] over clusters 0 … count − 1. */
export function clusterProducts(
  scores: readonly Float64Array[],
  cluster: Uint32Array | null,
  count: number
): Float64Array {
  const products = new Float64Array(scores.length ** 2);
  const sums =
    cluster === null
      ? scores
      : scores.map((score) => {
          const sum = new Float64Array(count);
          for (let i = 0; i < score.length; i++) sum[cluster[i]!]! += score[i]!;
          return sum;
        });
  addProducts(sums, products);
  return products;
}

function addProducts(columns: readonly Float64Array[], products: Float64Array): void {
  const p = columns.length;
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      const [left, right] = [columns[a]!, columns[b]!];
      for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
      products[a * p + b]! += sum;
      if (b < a) products[b * p + a]! += sum;
    }
  }
}
