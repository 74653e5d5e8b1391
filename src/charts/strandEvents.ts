import {type Step, verbOf} from "../sanctions/life.ts";
import {isEasing, isPressure} from "../sanctions/verb.ts";
import {yearPoint} from "./chart.ts";
import type {LifeLineLayout} from "./lifeLineLayout.ts";
import {type Colour, colour} from "./palette.ts";
import type {Shape} from "./shapes.ts";

/** What a step does to the burden: heavier, lighter, or neither (a threat, an extension, a change of legal basis). */
export type StepKind = "pressure" | "relief" | "other";

export function stepKind({cause}: Step): StepKind {
  const verb = verbOf(cause);
  return isPressure(verb) ? "pressure" : isEasing(verb) ? "relief" : "other";
}

/** The mark of a step at (x, y): filled for pressure, hollow for relief, a tick for the rest. */
export function stepMark(kind: StepKind, {x, y, r}: {x: number; y: number; r: number}, stroke: string): Shape {
  if (kind === "other")
    return ["line", {x1: x, x2: x, y1: y - r, y2: y + r, stroke, "stroke-width": 1, "stroke-opacity": 0.9}];
  const [fill, edge] = kind === "pressure" ? [stroke, colour("paper")] : [colour("paper"), stroke];
  return ["circle", {cx: x, cy: y, r, fill, stroke: edge, "stroke-width": kind === "pressure" ? 0.7 : 1.1}];
}

/** A mark for every step that falls within the frame, at the nominal day inside its bounds. */
export function strandEvents({lines, time, pitch}: LifeLineLayout): Shape[] {
  const r = Math.min(2.6, pitch * 0.46);
  const perYear = (time.right - time.left) / (time.to - time.from);
  return lines.flatMap(({life, channel, y}) =>
    life.steps.flatMap((step): Shape[] => {
      const {earliest, latest, nominal} = step.when;
      const year = yearPoint(Math.min(Math.max(nominal, earliest), latest) as typeof nominal);
      if (year < time.from || year >= time.to) return [];
      const x = time.left + (year - time.from) * perYear;
      return [stepMark(stepKind(step), {x, y, r}, colour(channel as Colour))];
    })
  );
}
