import {describe, expect, test} from "vitest";
import {normalCdf} from "../../../src/numeric/distributions.ts";
import {centre, exact, quantileOf, triangular, type Uncertain} from "../../../src/numeric/uncertain.ts";

const ROUNDING = 1e-12; // a few operations on numbers of the order of 1 to 100
const steps = Array.from({length: 999}, (_, i) => (i + 1) / 1000);

const normal = (mean: number, sd: number, above: number): Uncertain => ({kind: "normal", mean, sd, above});

describe("exact", () => {
  test("every quantile and the centre are the value", () => {
    expect([0, 0.3, 0.999].map((p) => quantileOf(exact(-2.5), p))).toEqual([-2.5, -2.5, -2.5]);
    expect(centre(exact(-2.5))).toBe(-2.5);
  });
});

describe("triangular", () => {
  /** P(X ≤ x) in closed form. */
  const below = (low: number, likely: number, high: number, x: number) =>
    x <= likely
      ? (x - low) ** 2 / ((high - low) * (likely - low))
      : 1 - (high - x) ** 2 / ((high - low) * (high - likely));

  test.each([
    [0, 1, 2],
    [1, 5, 9],
    [2.79, 4, 4.46],
    [-3, -2.9, 40]
  ])("the quantile of [%d, %d, %d] inverts its distribution function", (low, likely, high) => {
    for (const p of steps)
      expect(below(low, likely, high, quantileOf(triangular(low, likely, high), p))).toBeCloseTo(p, 12);
  });

  test("the medians of a symmetric and of the two one-sided triangles are their closed forms", () => {
    expect(quantileOf(triangular(0, 1, 2), 0.5)).toBeCloseTo(1, 12);
    expect(quantileOf(triangular(0, 0, 1), 0.5)).toBeCloseTo(1 - Math.SQRT1_2, 12);
    expect(quantileOf(triangular(0, 1, 1), 0.5)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test("the limits are reached at 0 and approached at 1, with the mode at either limit too", () => {
    for (const likely of [1, 2.5, 4]) {
      expect(quantileOf(triangular(1, likely, 4), 0)).toBe(1);
      expect(quantileOf(triangular(1, likely, 4), 1 - 2 ** -53)).toBeCloseTo(4, 7);
    }
  });

  test("without width it is its mode", () => {
    expect(quantileOf(triangular(3, 3, 3), 0.7)).toBe(3);
    expect(centre(triangular(1, 2, 9))).toBe(2);
  });
});

describe("normal, cut off below", () => {
  test("far from the cut the quantiles are those of the normal", () => {
    // Φ⁻¹(0.975) and Φ⁻¹(0.9) to the digits of printed tables
    expect(quantileOf(normal(10, 2, -1e3), 0.5)).toBeCloseTo(10, 12);
    expect(quantileOf(normal(10, 2, -1e3), 0.975)).toBeCloseTo(10 + 2 * 1.959963984540054, 11);
    expect(quantileOf(normal(10, 2, -1e3), 0.9)).toBeCloseTo(10 + 2 * 1.2815515655446004, 11);
  });

  test("cut at its mean it is half a normal: the median is Φ⁻¹(0.75)", () => {
    expect(quantileOf(normal(0, 1, 0), 0.5)).toBeCloseTo(0.6744897501960817, 12);
  });

  test.each([
    [0.83, 0.65, 0.76],
    [51.08, 18.05, 0.76],
    [4.55, 0.35, 0.76],
    [0, 1, 3]
  ])("the quantile of mean %d, sd %d, above %d inverts (Φ(z) − Φ(a)) ⁄ (1 − Φ(a))", (mean, sd, above) => {
    const cut = normalCdf((above - mean) / sd);
    for (const p of steps) {
      const x = quantileOf(normal(mean, sd, above), p);
      expect(x).toBeGreaterThanOrEqual(above);
      expect(Math.abs((normalCdf((x - mean) / sd) - cut) / (1 - cut) - p)).toBeLessThan(ROUNDING);
    }
  });

  test("the limit is the cut, and the last uniform number below 1 is finite", () => {
    expect(quantileOf(normal(2, 1, 0.5), 0)).toBeCloseTo(0.5, 12);
    expect(quantileOf(normal(2, 1, 0.5), 1 - 2 ** -53)).toBeLessThan(2 + 9);
  });

  test("the centre is the mode: the mean, or the cut where the mean lies below it", () => {
    expect(centre(normal(2, 1, 0.5))).toBe(2);
    expect(centre(normal(0.2, 1, 0.5))).toBe(0.5);
    expect(quantileOf(normal(0.2, 0, 0.5), 0.3)).toBe(0.5);
  });
});
