import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";

/** P(Z ≤ x) of the standard normal; exact to a few ulp in both tails. */
export const normalCdf = (x: number): number => erfc(-x / Math.SQRT2) / 2;

/** z with P(Z ≤ z) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. */
export const normalQuantile = (p: number): number => -Math.SQRT2 * erfcinv(2 * p);

/** P(X > x) of the chi-square with `df` > 0 degrees of freedom, accurate in the far tail; NaN for NaN. */
export const chiSquareUpper = (x: number, df: number): number => (x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true));

/** The two-sided p-value of a standard normal statistic. */
export const twoSided = (z: number): number => erfc(Math.abs(z) / Math.SQRT2);

/** Half-width of a symmetric normal interval in standard errors: 1.96 at level 0.95. */
export const criticalValue = (level: number): number => Math.SQRT2 * erfcinv(1 - level);
