import type {Channel} from "../sanctions/channel.ts";
import type {Life} from "../sanctions/life.ts";
import type {Measure} from "../sanctions/measure.ts";
import type {Segment} from "./lifeSegments.ts";
import {fitText, label, type Shape, textWidth} from "./shapes.ts";

/** A strand where it is drawn: its y and its ends, px. */
export type Line = {
  readonly life: Life;
  readonly segments: readonly Segment[];
  readonly channel: Channel;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
};

type Box = {readonly left: number; readonly right: number; readonly top: number; readonly bottom: number};

type Place = Box & {readonly text: string; readonly anchor: "start" | "end"};

/**
 * Names the strands with the most steps where the chart has room for a name: left of the first day or right of the
 * last, one touching nothing. The longest lives come first, so that what is named is what happened most; a name that
 * finds no free place is not shown.
 *
 * @param headings baselines of the group names, which stand at the left
 */
export function strandLabels(
  lines: readonly Line[],
  headings: readonly {readonly y: number}[],
  room: {
    readonly size: number;
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
    readonly longest: number;
    readonly faint?: boolean;
    readonly titleOf: (measure: Measure) => string;
  }
): Shape[] {
  const {size, left: leftmost, right, bottom, longest, faint = false, titleOf} = room;
  const taken: Box[] = [
    ...lines.map(({x1, x2, y}) => ({left: x1 - 2, right: x2 + 2, top: y - 1.6, bottom: y + 1.6})),
    ...headings.map(({y}) => ({left: 0, right: 130, top: y - 14, bottom: y + 4}))
  ];
  const ranked = [...lines].sort((a, b) => b.life.steps.length - a.life.steps.length || a.y - b.y || a.x1 - b.x1);
  const free = (box: Box) =>
    box.left >= leftmost && box.right <= right && box.bottom <= bottom && !taken.some((other) => touch(box, other));
  return ranked.flatMap((line): Shape[] => {
    const title = titleOf(line.life.measure);
    const [before, after] = [line.x1 - 5, line.x2 + 5];
    const left = fitText(title, size, Math.min(longest, before - leftmost), LEAST);
    const rest = fitText(title, size, Math.min(longest, right - after), LEAST);
    const places = [-0.1, 0.35, -0.5, 0.7].flatMap((shift): Place[] => {
      const middle = line.y + shift * size;
      const [top, bottom] = [middle - size / 2, middle + size / 2];
      return [
        ...(left === null
          ? []
          : [{text: left, left: before - textWidth(left, size), right: before, top, bottom, anchor: "end" as const}]),
        ...(rest === null
          ? []
          : [{text: rest, left: after, right: after + textWidth(rest, size), top, bottom, anchor: "start" as const}])
      ];
    });
    const place = places.find(free);
    if (place === undefined) return [];
    const {text} = place;
    taken.push({...place, left: place.left - 8, right: place.right + 8, top: place.top - 1, bottom: place.bottom + 1});
    const x = place.anchor === "end" ? place.right : place.left;
    return [label(x, place.bottom - size * 0.16, text, {anchor: place.anchor, size, faint, halo: true})];
  });
}

/** Letters that a name keeps when it is cut. */
const LEAST = 14;

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
