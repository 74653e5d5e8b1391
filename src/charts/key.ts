import {label, type Shape, textWidth} from "./shapes.ts";

/** One entry of a key: a sample drawn in a box of SAMPLE × 10 px around (0, 0)'s right, and its name. */
export type KeyItem = {readonly sample: readonly Shape[]; readonly name: string};

const SAMPLE = 22;
const GAP = 16;

export const swatch = (fill: string): Shape[] => [["rect", {x: 8, y: -5, width: 14, height: 10, fill}]];

export const lineSample = (
  stroke: string,
  width: number,
  more: Readonly<Record<string, string | number>> = {}
): Shape[] => [["line", {x1: 0, x2: SAMPLE, y1: 0, y2: 0, stroke, "stroke-width": width, ...more}]];

/** A key as rows that wrap at `right`. @returns the shapes and the height they take, px */
export function key(
  items: readonly KeyItem[],
  at: {readonly x: number; readonly y: number; readonly right: number; readonly font: number}
): {readonly shapes: Shape[]; readonly height: number} {
  const line = at.font + 7;
  let [x, row] = [at.x, 0];
  const shapes = items.map(({sample, name}): Shape => {
    const length = SAMPLE + 6 + textWidth(name, at.font);
    if (x > at.x && x + length > at.right) [x, row] = [at.x, row + 1];
    const middle = at.y + row * line + line / 2;
    const group: Shape = [
      "g",
      {transform: `translate(${Math.round(x)},${middle})`},
      [...sample, label(SAMPLE + 6, at.font * 0.35, name)]
    ];
    x += length + GAP;
    return group;
  });
  return {shapes, height: items.length === 0 ? 0 : (row + 1) * line};
}
