import {bucketsOf} from "../../numeric/codes.ts";
import type {RiskRows} from "./riskRows.ts";
import type {Spells} from "./spells.ts";

/** How a unit of weight moves a cumulative estimate: by `drift[r]` while at risk at row r, and by −`jump[r]` with an event there. */
export type Influence = {
  /** [m] */
  readonly drift: Float64Array;
  /** [m] */
  readonly jump: Float64Array;
};

/**
 * The infinitesimal-jackknife standard error of a cumulative estimate at each row,
 *
 *   se(r)² = Σ_k A_k(r)²,   A_k(r) = Σ_{i in cluster k} wᵢ (Σ_{s ≤ r, i at risk at s} drift_s − Σ_{s ≤ r, i ends at s} jump_s).
 *
 * With D the sum of drifts, A_k = c_k + W_k D where W_k is the weight of k at risk, and c_k and W_k change only when a
 * spell of k enters or leaves. Three running sums over clusters therefore give every row in O(n), where the definition
 * takes O(m k). D starts again from 0 as often as that costs no more than the changes since: a large early drift, when few
 * were at risk, would cancel out of later clusters with a loss of digits.
 *
 * @param cluster [n] 0 … k − 1
 * @returns [m]; clusters of different groups are apart, as rows of a group concern its own spells only
 */
export function jackknifeSe(
  {event, weight}: Spells,
  {start, time, first, last}: RiskRows,
  cluster: {readonly codes: Uint32Array; readonly size: number},
  {drift, jump}: Influence
): Float64Array {
  const n = event.length;
  const m = time.length;
  const {codes} = cluster;
  const covers = new Uint32Array(n).map((_, i) => (first[i]! <= last[i]! ? 0 : 1));
  const used = bucketsOf(covers, 2).rows.subarray(0, n - covers.reduce((sum, none) => sum + none, 0));
  const firstOf = Uint32Array.from(used, (i) => first[i]!);
  const lastOf = Uint32Array.from(used, (i) => last[i]!);
  const entries = bucketsOf(firstOf, m);
  const exits = bucketsOf(lastOf, m);
  const se = new Float64Array(m);
  const constant = new Float64Array(cluster.size); // c_k
  const slope = new Float64Array(cluster.size); // W_k
  const spellsAtRisk = new Uint32Array(cluster.size);
  const active = new Uint32Array(cluster.size); // clusters at risk, in no order
  const place = new Uint32Array(cluster.size);
  for (let g = 0; g + 1 < start.length; g++) {
    let [size, changes, rested, c2, cw, w2, D] = [0, 0, 0, 0, 0, 0, 0]; // rested: Σ c² of clusters not at risk
    const add = (k: number, sign: 1 | -1): void => {
      c2 += sign * constant[k]! ** 2;
      cw += sign * constant[k]! * slope[k]!;
      w2 += sign * slope[k]! ** 2;
    };
    for (let row = start[g]!; row < start[g + 1]!; row++) {
      for (let j = entries.start[row]!; j < entries.start[row + 1]!; j++) {
        const i = used[entries.rows[j]!]!;
        const k = codes[i]!;
        const w = weight?.[i] ?? 1;
        if (spellsAtRisk[k]!++ === 0) {
          rested -= constant[k]! ** 2;
          place[k] = size;
          active[size++] = k;
        } else {
          add(k, -1);
        }
        constant[k]! -= w * D;
        slope[k]! += w;
        add(k, 1);
      }
      D += drift[row]!;
      for (let j = exits.start[row]!; j < exits.start[row + 1]!; j++) {
        const i = used[exits.rows[j]!]!;
        const k = codes[i]!;
        const w = weight?.[i] ?? 1;
        add(k, -1);
        constant[k]! += w * (D - (event[i] === 0 ? 0 : jump[row]!));
        slope[k]! -= w;
        if (--spellsAtRisk[k]! === 0) {
          slope[k] = 0;
          rested += constant[k]! ** 2;
          active[place[k]!] = active[--size]!;
          place[active[size]!] = place[k]!;
        } else {
          add(k, 1);
        }
      }
      changes += entries.start[row + 1]! - entries.start[row]! + exits.start[row + 1]! - exits.start[row]!;
      if (size <= 4 * changes) {
        [changes, c2, cw, w2] = [0, 0, 0, 0];
        for (let a = 0; a < size; a++) {
          const k = active[a]!;
          constant[k]! += slope[k]! * D;
          add(k, 1);
        }
        D = 0;
      }
      const isStep = drift[row] !== 0 || jump[row] !== 0 || row === start[g];
      se[row] = isStep ? Math.sqrt(Math.max(0, rested + c2 + D * (2 * cw + D * w2))) : se[row - 1]!;
    }
    for (let j = exits.start[start[g]!]!; j < exits.start[start[g + 1]!]!; j++)
      constant[codes[used[exits.rows[j]!]!]!] = 0;
  }
  return se;
}
