/**
 * Standard error of a smooth function of estimates, √(gᵀ V g).
 *
 * @param gradient [k] of the function at the estimates
 * @param vcov [k × k] by rows
 */
export function deltaMethod(gradient: Float64Array, vcov: Float64Array): number {
  const k = gradient.length;
  let variance = 0;
  for (let i = 0; i < k; i++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += vcov[i * k + j]! * gradient[j]!;
    variance += gradient[i]! * sum;
  }
  return Math.sqrt(Math.max(variance, 0)); // rounding may leave −1e-20 for a variance of zero
}
