import type {Channel} from "../sanctions/channel.ts";
import {yearPoint} from "./chart.ts";
import {type TimeFrame, xAt} from "./eras.ts";
import type {Strands} from "./lifeSegments.ts";
import type {Line} from "./strandLabels.ts";

export type Heading = {readonly channel: Channel; readonly count: number; readonly y: number};

/** Where a life line has what, px: for its drawing, and for whoever lays something over it. */
export type LifeLineLayout = {
  readonly time: TimeFrame;
  readonly lines: readonly Line[];
  /** The names of the channels, each with its baseline. */
  readonly headings: readonly Heading[];
  /** The field of the strands. */
  readonly top: number;
  readonly bottom: number;
  /** From one strand to the next. */
  readonly pitch: number;
};

type Field = {readonly top: number; readonly font: number; readonly pitch: number};

/** Gives every strand its y, and every group a line above it for its name. */
export function layInRows(groups: readonly Strands[], time: TimeFrame, {top, font, pitch}: Field): LifeLineLayout {
  const lines: Line[] = [];
  const headings: Heading[] = [];
  let y = top;
  for (const group of groups) {
    y += font + 8;
    headings.push(headingOf(group, y - 2));
    y += 3;
    lines.push(...linesOf(group, time, y, pitch));
    y += group.strands.length * pitch + pitch + 2;
  }
  return {time, lines, headings, top, bottom: Math.round(y + 4), pitch};
}

const GAP = 7; // px between two groups
const [CLOSEST, WIDEST] = [3.3, 7.5]; // px between two strands

/** Gives every strand its y within `room` px, as far as strands can be told apart; groups are named in the margin. */
export function layInRoom(
  groups: readonly Strands[],
  time: TimeFrame,
  {top, font, room}: Omit<Field, "pitch"> & {readonly room: number}
): LifeLineLayout {
  const least = font + 5; // a group is no lower than its name
  const heightOf = (group: Strands, pitch: number) => Math.max(least, group.strands.length * pitch);
  const total = (pitch: number) => groups.reduce((sum, group) => sum + heightOf(group, pitch) + GAP, GAP);
  let pitch = WIDEST;
  while (pitch > CLOSEST && top + total(pitch) > room) pitch -= 0.1;
  const lines: Line[] = [];
  const headings: Heading[] = [];
  let y = top + GAP;
  for (const group of groups) {
    const height = heightOf(group, pitch);
    headings.push(headingOf(group, y + font));
    lines.push(...linesOf(group, time, y + (height - group.strands.length * pitch) / 2 - pitch / 2, pitch));
    y += height + GAP;
  }
  return {time, lines, headings, top, bottom: Math.round(y), pitch};
}

const headingOf = ({channel, strands}: Strands, y: number): Heading => ({channel, count: strands.length, y});

const linesOf = ({channel, strands}: Strands, time: TimeFrame, above: number, pitch: number): Line[] =>
  strands.map(({life, segments}, i) => ({
    life,
    segments,
    channel,
    y: above + (i + 1) * pitch,
    x1: xAt(time, yearPoint(segments[0]!.from)),
    x2: xAt(time, yearPoint(segments.at(-1)!.to))
  }));
