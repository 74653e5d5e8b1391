/**
 * Quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, R's
 * default).
 *
 * @param sorted [n] increasing; not modified
 * @param p in [0, 1]
 * @returns NaN when n is 0
 */
export function quantile(sorted: Float64Array, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (at - below) * (high - low);
}
