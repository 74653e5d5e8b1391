import type {Settings} from "./chart.ts";
import {colour} from "./palette.ts";
import {label, type Shape} from "./shapes.ts";

/** The field of a chart of shares from 0 to 1 by years since the origin. */
export type ShareField = {
  /** px of a number of years, and of a share */
  readonly x: (years: number) => number;
  readonly y: (share: number) => number;
  readonly height: number;
  /** Grid, ticks and what the years are. */
  readonly shapes: readonly Shape[];
};

/** @param top px above the field @param last years at its right end */
export function shareByYears(set: Settings, top: number, last: number): ShareField {
  const {width, narrow, font, say, number} = set;
  const [left, right, bottom] = [44, width - 8, top + (narrow ? 210 : 300)];
  const x = (years: number) => left + (years / last) * (right - left);
  const y = (share: number) => bottom - share * (bottom - top);
  const gridLine = (share: number): Shape[] => [
    ["line", {x1: left, x2: right, y1: y(share), y2: y(share), stroke: share === 0 ? "currentColor" : colour("grid")}],
    label(left - 8, y(share) + font * 0.35, share === 1 ? say("percent", {value: 100}) : number(100 * share, 0), {
      anchor: "end",
      faint: true
    })
  ];
  return {
    x,
    y,
    height: Math.ceil(bottom + 2 * font + 18),
    shapes: [
      ...[0, 0.25, 0.5, 0.75, 1].flatMap(gridLine),
      ...yearTicksTo(last, narrow ? 4 : 8).map((years) =>
        label(x(years), bottom + font + 6, number(years, 0), {anchor: "middle", faint: true})
      ),
      label(right, bottom + 2 * font + 10, say("incidence.years"), {anchor: "end", faint: true})
    ]
  };
}

/** Whole years from 0, a step of 1, 2 or 5 times a power of ten, about `count` of them. */
function yearTicksTo(last: number, count: number): number[] {
  const rough = last / count;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].find((factor) => factor * power >= rough)! * power);
  return Array.from({length: Math.floor(last / step) + 1}, (_, i) => i * step);
}
