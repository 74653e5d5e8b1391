import {normalCdf, normalQuantile} from "./distributions.ts";

/**
 * A number and how well it is known. `triangular` has its mode at `likely` and is 0 outside [low, high]; `normal` is cut
 * off below `above`, so its mean lies a little over `mean`.
 */
export type Uncertain =
  | {readonly kind: "exact"; readonly value: number}
  | {readonly kind: "triangular"; readonly low: number; readonly likely: number; readonly high: number}
  | {readonly kind: "normal"; readonly mean: number; readonly sd: number; readonly above: number};

export const exact = (value: number): Uncertain => ({kind: "exact", value});

export const triangular = (low: number, likely: number, high: number): Uncertain => ({
  kind: "triangular",
  low,
  likely,
  high
});

/** The value of the central answer: the mode. */
export function centre(number: Uncertain): number {
  switch (number.kind) {
    case "exact":
      return number.value;
    case "triangular":
      return number.likely;
    case "normal":
      return Math.max(number.mean, number.above);
  }
}

/**
 * The quantile of the distribution at `p`: a draw, when p is uniform.
 *
 * @param p in [0, 1)
 */
export function quantileOf(number: Uncertain, p: number): number {
  switch (number.kind) {
    case "exact":
      return number.value;
    case "triangular": {
      const {low, likely, high} = number;
      const width = high - low;
      if (!(width > 0)) return likely;
      const below = (likely - low) / width;
      return p < below
        ? low + Math.sqrt(p * width * (likely - low))
        : high - Math.sqrt((1 - p) * width * (high - likely));
    }
    case "normal": {
      const {mean, sd, above} = number;
      if (!(sd > 0)) return Math.max(mean, above);
      // From the upper tail, where 1 − p keeps its digits.
      return Math.max(above, mean - sd * normalQuantile((1 - p) * normalCdf((mean - above) / sd)));
    }
  }
}
