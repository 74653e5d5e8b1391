import type {Figure} from "../../../casebook/reach.ts";
import type {Factor} from "../line.ts";

/** Low, likely and high; all one where the figure is known. */
const limits = (figure: Figure): readonly [number, number, number] =>
  figure.kind === "exact" ? [figure.value, figure.value, figure.value] : [figure.low, figure.likely, figure.high];

const fromLimits = (low: number, likely: number, high: number): Figure =>
  low === high ? {kind: "exact", value: likely} : {kind: "triangular", low, likely, high};

/** Σ weight · figure, the figures moving together. */
export function mixture(parts: readonly {readonly weight: number; readonly figure: Figure}[]): Figure {
  const sums: [number, number, number] = [0, 0, 0];
  for (const {weight, figure} of parts) for (const [k, value] of limits(figure).entries()) sums[k]! += weight * value;
  return fromLimits(...sums);
}

/** A figure in another unit, at most 1. */
export function shareOf(figure: Figure, whole: number): Figure {
  const [low, likely, high] = limits(figure).map((value) => Math.min(1, value / whole)) as [number, number, number];
  return fromLimits(low, likely, high);
}

export const isExactly = (figure: Figure | null, value: number): boolean =>
  figure !== null && figure.kind === "exact" && figure.value === value;

/** The factors of a size that are not 1. */
export const sizeFactors = (parts: readonly (readonly [key: string, figure: Figure | null])[]): Factor[] =>
  parts.flatMap(([key, value]) => (value === null || isExactly(value, 1) ? [] : [{key, value}]));
