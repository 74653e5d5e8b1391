/**
 * The lower Cholesky factor L of a symmetric positive definite matrix, A = L Lᵀ.
 *
 * @param matrix [p × p] by rows; the lower triangle is read, nothing is modified
 * @param tolerance a pivot no larger than this times its own diagonal element counts as zero
 * @returns `factor` [p × p] by rows with zeros above the diagonal, or the first column that depends on those before it
 */
export function cholesky(
  matrix: Float64Array,
  p: number,
  tolerance: number = Number.EPSILON ** 0.75
): {readonly factor: Float64Array} | {readonly dependent: number} {
  const factor = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    let pivot = matrix[j * p + j]!;
    for (let k = 0; k < j; k++) pivot -= factor[j * p + k]! ** 2;
    if (!(pivot > tolerance * matrix[j * p + j]!)) return {dependent: j};
    const root = Math.sqrt(pivot);
    factor[j * p + j] = root;
    for (let i = j + 1; i < p; i++) {
      let sum = matrix[i * p + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * p + k]! * factor[j * p + k]!;
      factor[i * p + j] = sum / root;
    }
  }
  return {factor};
}

/** x [p] with A x = b, from the factor of A. */
export function choleskySolve(factor: Float64Array, p: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < p; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * p + k]! * x[k]!;
    x[i] = sum / factor[i * p + i]!;
  }
  for (let i = p - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < p; k++) sum -= factor[k * p + i]! * x[k]!;
    x[i] = sum / factor[i * p + i]!;
  }
  return x;
}

/** A⁻¹ [p × p] by rows, symmetric to the last bit, from the factor of A. */
export function choleskyInverse(factor: Float64Array, p: number): Float64Array {
  const inverse = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    const unit = new Float64Array(p);
    unit[j] = 1;
    const column = choleskySolve(factor, p, unit);
    for (let i = 0; i <= j; i++) {
      inverse[i * p + j] = column[i]!;
      inverse[j * p + i] = column[i]!;
    }
  }
  return inverse;
}

/** log det A, from the factor of A. */
export function logDeterminant(factor: Float64Array, p: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) sum += Math.log(factor[i * p + i]!);
  return 2 * sum;
}
