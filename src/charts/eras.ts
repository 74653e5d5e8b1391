import type {Era} from "../sanctions/era.ts";
import {yearPoint} from "./chart.ts";
import {colour} from "./palette.ts";
import {label, type Shape, textWidth} from "./shapes.ts";

/** Where years lie: `from` at `left` px and `to` at `right` px. */
export type TimeFrame = {readonly from: number; readonly to: number; readonly left: number; readonly right: number};

export const xAt = ({from, to, left, right}: TimeFrame, year: number): number =>
  left + ((Math.min(Math.max(year, from), to) - from) / (to - from)) * (right - left);

type Placed = {
  readonly era: Era;
  readonly x: number;
  readonly row: number;
  readonly left: number;
  readonly right: number;
};

/**
 * Puts each era's name at its first day, or up to its right where the name would leave the chart, in the lowest of as
 * few rows as keep names apart. Eras outside the frame are left out.
 */
function place(eras: readonly Era[], time: TimeFrame, font: number): Placed[] {
  const inside = eras.filter(
    (era) => yearPoint(era.from) < time.to && (era.to === null || yearPoint(era.to) > time.from)
  );
  const placed: Placed[] = [];
  for (const era of inside) {
    const x = xAt(time, yearPoint(era.from));
    const width = textWidth(era.title, font);
    const left = x + 3 + width > time.right ? time.right - width : x + 3;
    let row = 0;
    while (placed.some((other) => other.row === row && left < other.right + 6)) row++;
    placed.push({era, x, row, left, right: left + width});
  }
  return placed;
}

/** Height that the era names take, px. */
export function eraHeight(eras: readonly Era[], time: TimeFrame, font: number): number {
  const rows = Math.max(0, ...place(eras, time, font).map(({row}) => row + 1));
  return rows === 0 ? 0 : rows * (font + 3) + 6;
}

/** Eras as faint bands from `top` to `bottom`, every other one tinted, their names in rows above `top`. */
export function eraShapes(
  eras: readonly Era[],
  time: TimeFrame,
  {top, bottom, font}: {readonly top: number; readonly bottom: number; readonly font: number}
): Shape[] {
  const names = place(eras, time, font);
  const line = font + 3;
  const height = (row: number) => top - 6 - row * line;
  const bands = names.flatMap(({era, x}, i): Shape[] => {
    const end = xAt(time, era.to === null ? time.to : yearPoint(era.to));
    return i % 2 === 0 ? [["rect", {x, y: top, width: end - x, height: bottom - top, fill: colour("band")}]] : [];
  });
  const leaders = names.map(
    ({x, row}): Shape => [
      "line",
      {x1: x, x2: x, y1: height(row) - font + 3, y2: bottom, stroke: colour("grid"), "stroke-width": 1}
    ]
  );
  return [
    ...bands,
    ...leaders,
    ...names.map(({era, left, row}) => label(left, height(row), era.title, {size: font, halo: true}))
  ];
}

/** Years along the bottom, every tenth, or every fifth where less than four decades are shown. */
export function yearTicks(time: TimeFrame, y: number, font: number): Shape[] {
  const every = time.to - time.from < 40 ? 5 : 10;
  const first = Math.ceil(time.from / every) * every;
  const count = Math.floor((time.to - first) / every) + 1;
  return Array.from({length: Math.max(0, count)}, (_, i) => first + i * every).flatMap((year): Shape[] => {
    const x = xAt(time, year);
    const half = textWidth(String(year), font) / 2;
    const middle = Math.max(half, Math.min(x, time.right - half));
    return [
      ["line", {x1: x, x2: x, y1: y, y2: y + 4, stroke: "currentColor", "stroke-opacity": 0.5}],
      label(middle, y + font + 6, String(year), {anchor: "middle", size: font, faint: true})
    ];
  });
}
