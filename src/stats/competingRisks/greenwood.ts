import type {Curve} from "./jackknife.ts";
import {applyStep} from "./transitionSteps.ts";

/**
 * Greenwood-type standard errors: at each time those at risk in a state are a multinomial sample of its transitions,
 *
 *   V ← AᵀVA + Σ_j φ_j² Cov_j,   Cov(d_jk/n_j, d_jl/n_j) = (d_jk n_j [k = l] − d_jk d_jl) / n_j³.
 *
 * Weights count as copies; clusters are not looked at. For competing risks without weights it is the jackknife.
 *
 * @returns `probability` [T × S], `hazard` [T × H]
 * @see Andersen, Borgan, Gill & Keiding (1993), section IV.4.1.3
 */
export function greenwoodErrors({counts, steps, transitions, before, initial, clusters}: Curve): {
  readonly probability: Float64Array;
  readonly hazard: Float64Array;
} {
  const {time, atRisk, hasEvent} = counts;
  const S = steps.states;
  const H = transitions.from.length;
  const variance = new Float64Array(S * S);
  const varianceHazard = new Float64Array(H);
  const scratch = new Float64Array(S);
  const move = new Float64Array(S);
  const mean = new Float64Array(S);
  const probability = new Float64Array(time.length * S);
  const hazard = new Float64Array(time.length * H);
  if (initial !== undefined) {
    for (let g = 0; g < clusters; g++) addSquare(variance, initial.subarray(g * S, (g + 1) * S), 1);
  }
  let step = 0;
  for (let t = 0; t < time.length; t++) {
    if (hasEvent[t] === 1) {
      for (let r = 0; r < S; r++) applyStep(steps, step, variance, r * S, scratch);
      for (let c = 0; c < S; c++) {
        const column = Float64Array.from({length: S}, (_, r) => variance[r * S + c]!);
        applyStep(steps, step, column, 0, scratch);
        for (let r = 0; r < S; r++) variance[r * S + c] = column[r]!;
      }
      for (let j = 0; j < S; j++) {
        const risk = atRisk[t * S + j]!;
        const scale = before[t * S + j]! ** 2 / risk;
        mean.fill(0);
        for (let h = steps.start[step]!; h < steps.start[step + 1]!; h++) {
          if (steps.from[h] !== j) continue;
          move.fill(0);
          move[steps.to[h]!] = 1;
          move[j] = -1;
          addSquare(variance, move, scale * steps.hazard[h]!);
          for (let s = 0; s < S; s++) mean[s]! += steps.hazard[h]! * move[s]!;
        }
        if (risk > 0) addSquare(variance, mean, -scale);
      }
      for (let h = 0; h < H; h++) {
        const d = counts.transitions[t * H + h]!;
        const risk = atRisk[t * S + transitions.from[h]!]!;
        if (d > 0) varianceHazard[h]! += (d * (risk - d)) / risk ** 3;
      }
      step++;
    }
    for (let s = 0; s < S; s++) probability[t * S + s] = Math.sqrt(Math.max(variance[s * S + s]!, 0));
    for (let h = 0; h < H; h++) hazard[t * H + h] = Math.sqrt(Math.max(varianceHazard[h]!, 0));
  }
  return {probability, hazard};
}

/** matrix ← matrix + factor xᵀx */
function addSquare(matrix: Float64Array, x: Float64Array, factor: number): void {
  const S = x.length;
  for (let r = 0; r < S; r++) for (let c = 0; c < S; c++) matrix[r * S + c]! += factor * x[r]! * x[c]!;
}
