const DIGIT = 11; // bits; 2048 counters stay in the fastest cache
const BUCKETS = 1 << DIGIT;
const DIGITS = 6; // 6 × 11 bits hold the 64 of a number

/**
 * The stable permutation that sorts numbers increasingly: `values[order[i]]` never falls with i. O(n): whole numbers of a
 * span of a few n, such as days, are counted; others go through a radix sort on their bits, 11 at a time, that skips
 * digits which are the same everywhere. −0 and 0 are one value.
 *
 * @param values [n] without NaN; not modified
 */
export function orderOf(values: Float64Array): Uint32Array {
  const n = values.length;
  const order = new Uint32Array(n);
  if (isSorted(values)) {
    for (let i = 0; i < n; i++) order[i] = i;
    return order;
  }
  const span = wholeSpan(values);
  return span !== null && span.width <= 4 * n + BUCKETS
    ? countingOrder(values, span, order)
    : radixOrder(values, order);
}

/** The least value and the number of whole numbers up to the greatest, or null when some value is not whole. */
export function wholeSpan(values: Float64Array): {readonly least: number; readonly width: number} | null {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Math.floor(value) !== value) return null;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return {least, width: greatest - least + 1};
}

function isSorted(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i]! < values[i - 1]!) return false;
  return true;
}

/** Turns counts into the place where each bucket begins. */
function accumulate(counts: Uint32Array): void {
  let sum = 0;
  for (let b = 0; b < counts.length; b++) {
    const count = counts[b]!;
    counts[b] = sum;
    sum += count;
  }
}

function countingOrder(
  values: Float64Array,
  {least, width}: {readonly least: number; readonly width: number},
  order: Uint32Array
): Uint32Array {
  const counts = new Uint32Array(width);
  for (let i = 0; i < values.length; i++) counts[values[i]! - least]!++;
  accumulate(counts);
  for (let i = 0; i < values.length; i++) order[counts[values[i]! - least]!++] = i;
  return order;
}

/** Keys move with their row, so that every pass reads straight through memory. */
function radixOrder(values: Float64Array, order: Uint32Array<ArrayBuffer>): Uint32Array {
  const n = values.length;
  let [low, high] = keysOf(values);
  let [nextLow, nextHigh] = [new Uint32Array(n), new Uint32Array(n)];
  let rows = order;
  let nextRows = new Uint32Array(n);
  for (let i = 0; i < n; i++) rows[i] = i;
  const counts = new Uint32Array(BUCKETS);
  for (let d = 0; d < DIGITS; d++) {
    const shift = (d % 3) * DIGIT;
    const word = d < 3 ? low : high;
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[(word[i]! >>> shift) & (BUCKETS - 1)]!++;
    if (counts[(word[0]! >>> shift) & (BUCKETS - 1)] === n) continue;
    accumulate(counts);
    for (let i = 0; i < n; i++) {
      const to = counts[(word[i]! >>> shift) & (BUCKETS - 1)]!++;
      if (d < 2) nextLow[to] = low[i]!;
      nextHigh[to] = high[i]!;
      nextRows[to] = rows[i]!;
    }
    [low, nextLow] = [nextLow, low];
    [high, nextHigh] = [nextHigh, high];
    [rows, nextRows] = [nextRows, rows];
  }
  return rows;
}

/** The bits of each number as two unsigned words [n] whose order is the order of the numbers. */
function keysOf(values: Float64Array): [low: Uint32Array<ArrayBuffer>, high: Uint32Array<ArrayBuffer>] {
  const n = values.length;
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  for (let i = 0; i < n; i++) {
    number[0] = values[i]! + 0; // −0 + 0 is 0
    const top = words[1]!;
    const negative = top >>> 31 === 1;
    low[i] = negative ? ~words[0]! : words[0]!;
    high[i] = negative ? ~top : top ^ 0x80000000;
  }
  return [low, high];
}
