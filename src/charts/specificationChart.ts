import {dot, link} from "@observablehq/plot";
import type {Contrast, Specification, SpecificationResult} from "../studies/specificationCurve.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import type {ChartWord} from "./chartWords.ts";
import {key} from "./key.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import {label, type Shape, shapes, textWidth} from "./shapes.ts";

export type SpecificationInput = {
  readonly results: readonly SpecificationResult[];
  readonly contrast: Contrast;
  /** The contrast as people say it; its factor and level when left out. */
  readonly name?: string;
};

/** The choices of a specification, in the order of the rows below the curve. */
const choices = {
  ended: ["lifted", "first-easing", "any-relief", "lifted-or-expired", "revoked"],
  unit: ["measure", "package"],
  origin: ["in-force", "threat"],
  dates: ["low", "high"],
  strata: ["none", "era"]
} as const satisfies {readonly [K in keyof Specification]: readonly Specification[K][]};

type Choice = keyof typeof choices;
type Row = {readonly choice: Choice; readonly value: string; readonly y: number};

/**
 * The specification curve: a hazard ratio with its interval for every definition, from the lowest to the highest, on a log
 * scale, and below each the choices that made it. A ratio whose interval holds 1 is hollow.
 */
export function specificationChart(input: SpecificationInput, options: ChartOptions = {}): Chart {
  const {results} = input;
  const contrast = input.name ?? `${input.contrast.factor} ${input.contrast.level}`;
  const set = settings(options);
  const {width, narrow, font, say, number} = set;
  const estimated = results.filter(({ratio}) => !Number.isNaN(ratio));
  const texts = {
    id: "specification-curve",
    title: say("spec.title", {contrast}),
    caption: say("spec.caption", {n: results.length, contrast})
  };
  const table = tableOf(results, set, texts.title);
  if (estimated.length === 0) return noData(texts, table, set);

  const small = font - 1;
  const names = rowNames(set);
  const left = Math.ceil(Math.max(...names.map(({name}) => textWidth(name, small))) + 14);
  const keyRows = key(keyItems(set), {x: left, y: 0, right: width, font});
  const [top, height] = [keyRows.height + 12, narrow ? 190 : 240];
  const bottom = top + height;
  const pitch = small + (narrow ? 3 : 5);
  const rows = names.map((row, i): Row & {readonly name: string} => ({
    ...row,
    y: bottom + 26 + i * pitch + 9 * choiceIndex(row.choice)
  }));
  const step = (width - left - 2) / estimated.length;
  const x = (i: number) => left + (i + 0.5) * step;
  const {y, ticks} = logScale(estimated, top, bottom);
  const points = estimated.map((result, i) => ({...result, x: x(i)}));
  type Point = (typeof points)[number];
  const isClear = ({interval: [low, high]}: Point) => low > 1 || high < 1;
  const radius = Math.min(3.2, Math.max(1.4, step * 0.36));
  const marks = rows.flatMap((row) =>
    points.filter((point) => point[row.choice] === row.value).map((point) => ({x: point.x, y: row.y - small * 0.35}))
  );
  type Mark = (typeof marks)[number];
  const plot = frame(set, Math.ceil(rows.at(-1)!.y + 8), {
    marks: [
      shapes([
        ...keyRows.shapes,
        ...ticks.flatMap((tick): Shape[] => [
          [
            "line",
            {
              x1: left,
              x2: width,
              y1: y(tick),
              y2: y(tick),
              stroke: tick === 1 ? "currentColor" : colour("grid"),
              "stroke-width": 1
            }
          ],
          label(left - 8, y(tick) + font * 0.35, number(tick, tick < 1 ? 2 : 0), {anchor: "end", faint: tick !== 1})
        ]),
        ...rows.map((row) => label(left - 10, row.y, row.name, {anchor: "end", size: small}))
      ]),
      link(points, {
        x1: "x",
        x2: "x",
        y1: ({interval}: Point) => y(interval[0]),
        y2: ({interval}: Point) => y(interval[1]),
        stroke: colour("hatch"),
        strokeWidth: Math.min(1.5, step * 0.3)
      }),
      dot(points, {
        x: "x",
        y: ({ratio}: Point) => y(ratio),
        r: radius,
        fill: (point: Point) => (isClear(point) ? colour("line") : colour("paper")),
        stroke: colour("line"),
        strokeWidth: 1.2
      }),
      dot(marks, {
        x: ({x: at}: Mark) => at,
        y: ({y: at}: Mark) => at,
        r: Math.min(2, step * 0.32),
        fill: "currentColor"
      })
    ],
    color: {type: "identity"}
  });
  const [lowest, highest] = [estimated[0]!, estimated.at(-1)!];
  const description = say("spec.description", {
    contrast,
    n: estimated.length,
    lowest: number(lowest.ratio, 2),
    highest: number(highest.ratio, 2),
    above: estimated.filter(({ratio}) => ratio > 1).length,
    clear: points.filter(isClear).length
  });
  return {...texts, description, plot, table, empty: false};
}

const choiceIndex = (choice: Choice): number => Object.keys(choices).indexOf(choice);

const rowNames = ({say}: Settings) =>
  (Object.keys(choices) as Choice[]).flatMap((choice) =>
    choices[choice].map((value) => ({choice, value, name: say(`spec.${choice}.${value}` as ChartWord)}))
  );

const keyItems = ({say}: Settings) => [
  {
    sample: [["circle", {cx: 11, cy: 0, r: 3.2, fill: colour("line"), stroke: colour("line")}] as Shape],
    name: say("spec.clear")
  },
  {
    sample: [["circle", {cx: 11, cy: 0, r: 3.2, fill: colour("paper"), stroke: colour("line")}] as Shape],
    name: say("spec.unclear")
  }
];

/** A log scale over all intervals, cut at 1/32 and 32, with ticks at powers of two. */
function logScale(results: readonly SpecificationResult[], top: number, bottom: number) {
  const ends = results.flatMap(({interval}) => interval).map((end) => Math.min(32, Math.max(1 / 32, end)));
  const low = Math.floor(Math.log2(Math.min(1, ...ends)));
  const high = Math.ceil(Math.log2(Math.max(1, ...ends)));
  const y = (ratio: number) => {
    const at = Math.min(high, Math.max(low, Math.log2(ratio)));
    return bottom - ((at - low) / (high - low || 1)) * (bottom - top);
  };
  return {y, ticks: Array.from({length: high - low + 1}, (_, i) => 2 ** (low + i))};
}

function tableOf(results: readonly SpecificationResult[], {say}: Settings, caption: string): TableTwin {
  return {
    caption,
    columns: [
      ...(Object.keys(choices) as Choice[]).map((choice) => ({key: choice, label: say(`spec.${choice}` as ChartWord)})),
      {key: "n", label: say("table.spells"), numeric: true},
      {key: "events", label: say("table.ended"), numeric: true},
      {key: "ratio", label: say("spec.ratio"), numeric: true, digits: 2},
      {key: "low", label: say("table.low95"), numeric: true, digits: 2},
      {key: "high", label: say("table.high95"), numeric: true, digits: 2},
      {key: "p", label: "p", numeric: true, digits: 4},
      {key: "note", label: say("table.note")}
    ],
    rows: results.map(({ratio, interval: [low, high], p, ...result}) => ({
      ...Object.fromEntries(
        (Object.keys(choices) as Choice[]).map((choice) => [
          choice,
          say(`spec.${choice}.${result[choice]}` as ChartWord)
        ])
      ),
      n: result.n,
      events: result.events,
      ratio: cell(ratio),
      low: cell(low),
      high: cell(high),
      p: cell(p),
      note: result.note
    }))
  };
}
