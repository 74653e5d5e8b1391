import {incorrect, ThawError} from "../errors.ts";
import {fixedPoint} from "./anderson.ts";

export type MultilateralResistance = {
  /** Π^(−θ) [N] of origins. */
  readonly outwardPower: Float64Array;
  /** P^(−θ) [N] of destinations; 1 at the reference. */
  readonly inwardPower: Float64Array;
  /** [N × N] at o · N + d: the flows that add up to output and expenditure at these trade costs. */
  readonly flow: Float64Array;
  readonly residual: number;
  readonly iterations: number;
};

const TOLERANCE = 1e-12; // relative; of sums that are to match output and expenditure
const BALANCED = 1e-9; // relative; what output and expenditure of the world may differ by

/**
 * Multilateral resistances at given output and expenditure (conditional general equilibrium), from equations (10) and
 * (11) of Anderson & van Wincoop (2003) with θ = σ − 1:
 *
 *   Π[o]^(−θ) = Σ_d t[o,d]^(−θ) P[d]^θ E[d] ⁄ Y_world,   P[d]^(−θ) = Σₒ t[o,d]^(−θ) Π[o]^θ Y[o] ⁄ Y_world
 *   flow[o,d] = Y[o] E[d] ⁄ Y_world · t[o,d]^(−θ) Π[o]^θ P[d]^θ
 *
 * The two are known up to one factor, which the reference destination fixes.
 *
 * @param openness t^(−θ) ≥ 0 [N × N] at o · N + d
 * @param output Y > 0 [N]
 * @param expenditure E > 0 [N], of the same sum as output
 * @param reference index of the destination with P = 1
 * @throws incorrect `trade/unbalanced-world`; noConvergence `trade/no-convergence`
 */
export function multilateralResistance(
  openness: Float64Array,
  output: Float64Array,
  expenditure: Float64Array,
  reference: number
): MultilateralResistance {
  const N = output.length;
  const world = output.reduce((sum, value) => sum + value, 0);
  const spent = expenditure.reduce((sum, value) => sum + value, 0);
  if (!(Math.abs(spent / world - 1) <= BALANCED))
    throw incorrect(
      "trade/unbalanced-world",
      `unequal sums of output and expenditure: ${world} and ${spent}; scale one to the other`
    );
  const inward = new Float64Array(N);
  const outward = new Float64Array(N);
  const map = (at: Float64Array, image: Float64Array): number => {
    for (let d = 0; d < N; d++) inward[d] = Math.exp(at[d]!);
    outward.fill(0);
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) outward[o]! += (openness[o * N + d]! * expenditure[d]!) / inward[d]! / world;
    image.fill(0);
    for (let o = 0; o < N; o++)
      for (let d = 0; d < N; d++) image[d]! += (openness[o * N + d]! * output[o]!) / outward[o]! / world;
    let residual = 0;
    const scale = Math.log(image[reference]!);
    for (let d = 0; d < N; d++) {
      image[d] = Math.log(image[d]!) - scale;
      residual = Math.max(residual, Math.abs(image[d]! - at[d]!));
    }
    return residual;
  };
  const {converged, residual, iterations} = fixedPoint(map, new Float64Array(N), {
    tolerance: TOLERANCE,
    maxIterations: 5000
  });
  if (!converged)
    throw new ThawError(
      "noConvergence",
      "trade/no-convergence",
      `no multilateral resistances found: the sums are ${residual.toExponential(2)} off after ${iterations} iterations; at most ${TOLERANCE} is needed`
    );
  const flow = new Float64Array(N * N);
  for (let o = 0; o < N; o++)
    for (let d = 0; d < N; d++)
      flow[o * N + d] = (output[o]! * expenditure[d]! * openness[o * N + d]!) / outward[o]! / inward[d]! / world;
  return {outwardPower: outward, inwardPower: inward, flow, residual, iterations};
}
