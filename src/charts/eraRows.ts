import type {Era} from "../sanctions/era.ts";
import {addDays, yearOf} from "../time/day.ts";
import type {Settings} from "./chart.ts";
import {label, type Shape, textWidth} from "./shapes.ts";

/** The years of an era as people write them: 1949–1969; an open era has no second year. */
export function eraYears({from, to}: Era, {say}: Settings): string {
  if (to === null) return say("since", {from: yearOf(from)});
  const last = yearOf(addDays(to, -1));
  return last === yearOf(from) ? String(last) : say("range", {from: yearOf(from), to: last});
}

/** Room for era names at the left, px; none on a narrow chart, where the name stands above its bar. */
export const eraColumn = (eras: readonly Era[], set: Settings): number =>
  set.narrow
    ? 0
    : Math.ceil(
        Math.max(0, ...eras.map((era) => textWidth(`${era.title}  ${eraYears(era, set)}`, set.font))) * 1.04 + 22
      );

/** The name and years of an era beside a bar that begins at y, or above it on a narrow chart. */
export function eraName(era: Era, y: number, bar: number, set: Settings): Shape[] {
  const {narrow, font} = set;
  const baseline = narrow ? y - 5 : y + bar / 2 + font * 0.35;
  return [
    [
      "text",
      {x: 0, y: baseline, "text-anchor": "start"},
      [
        ["tspan", {"font-weight": 600}, era.title],
        ["tspan", {dx: 7, "fill-opacity": 0.75}, eraYears(era, set)]
      ]
    ]
  ];
}

/** `n = 5` at the end of a row: right of the bar, or above its right end on a narrow chart. */
export function countShape(n: number, right: number, y: number, bar: number, set: Settings): Shape {
  const {narrow, font, say, number} = set;
  const text = say("n", {n: number(n, 0)});
  return label(right, narrow ? y - 5 : y + bar / 2 + font * 0.35, text, {anchor: "end", faint: true});
}
