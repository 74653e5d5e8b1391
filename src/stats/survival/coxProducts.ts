const BLOCK = 1024; // rows of a few columns that stay in the first cache

/** Σ xᵢ yᵢ, in four partial sums that the processor adds side by side. */
export function dot(x: Float64Array, y: Float64Array): number {
  return dotRange(x, y, 0, x.length, 0);
}

/** Σ x[i] y[at + i − from] for i from `from` to `to`. */
function dotRange(x: Float64Array, y: Float64Array, from: number, to: number, at: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = from;
  let j = at;
  for (; i + 3 < to; i += 4, j += 4) {
    s0 += x[i]! * y[j]!;
    s1 += x[i + 1]! * y[j + 1]!;
    s2 += x[i + 2]! * y[j + 2]!;
    s3 += x[i + 3]! * y[j + 3]!;
  }
  for (; i < to; i++, j++) s0 += x[i]! * y[j]!;
  return s0 + s1 + (s2 + s3);
}

/**
 * Adds Σᵢ cᵢ xᵢ xᵢᵀ to a matrix. Columns are taken a block at a time, and two against one, so that most reads are from the
 * first cache and one read serves two products.
 *
 * @param x p columns [n]; not modified
 * @param c [n]; not modified
 * @param sum [p × p] symmetric
 */
export function addWeightedProducts(x: readonly Float64Array[], c: Float64Array, sum: Float64Array): void {
  const p = x.length;
  const weighted = new Float64Array(BLOCK);
  const pair = new Float64Array(2);
  for (let from = 0; from < c.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, c.length);
    for (let a = 0; a < p; a++) {
      const column = x[a]!;
      for (let i = from, j = 0; i < to; i++, j++) weighted[j] = c[i]! * column[i]!;
      let b = 0;
      for (; b < a; b += 2) {
        dotPair(x[b]!, x[b + 1]!, weighted, from, to, pair);
        sum[a * p + b]! += pair[0]!;
        sum[a * p + b + 1]! += pair[1]!;
      }
      if (b === a) sum[a * p + a]! += dotRange(column, weighted, from, to, 0);
    }
  }
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) sum[b * p + a] = sum[a * p + b]!;
}

/** Puts Σ x[i] z[i − from] and Σ y[i] z[i − from] for i from `from` to `to` into `sums`. */
function dotPair(
  x: Float64Array,
  y: Float64Array,
  z: Float64Array,
  from: number,
  to: number,
  sums: Float64Array
): void {
  let x0 = 0;
  let x1 = 0;
  let y0 = 0;
  let y1 = 0;
  let i = from;
  let j = 0;
  for (; i + 1 < to; i += 2, j += 2) {
    const z0 = z[j]!;
    const z1 = z[j + 1]!;
    x0 += x[i]! * z0;
    x1 += x[i + 1]! * z1;
    y0 += y[i]! * z0;
    y1 += y[i + 1]! * z1;
  }
  if (i < to) {
    x0 += x[i]! * z[j]!;
    y0 += y[i]! * z[j]!;
  }
  sums[0] = x0 + x1;
  sums[1] = y0 + y1;
}
