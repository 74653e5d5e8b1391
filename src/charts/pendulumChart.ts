import {areaY, dot, lineY} from "@observablehq/plot";
import type {Era} from "../sanctions/era.ts";
import type {Life} from "../sanctions/life.ts";
import {BAND, type BandOptions} from "../sanctions/pendulum.ts";
import {type Chart, type ChartOptions, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {eraHeight, eraShapes, type TimeFrame, xAt, yearTicks} from "./eras.ts";
import {hatched, hatchShape} from "./hatch.ts";
import {key, lineSample} from "./key.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import {type PendulumYear, pendulumYears} from "./pendulumYears.ts";
import {label, type Shape, shapes, textWidth} from "./shapes.ts";

/** First and last year, both included; a year is read on its 31 December. */
export type PendulumInput = {
  readonly lives: readonly Life[];
  readonly eras: readonly Era[];
  readonly from: number;
  readonly to: number;
  readonly band?: BandOptions;
  /** The points, where they have been worked out already. */
  readonly points?: readonly PendulumYear[];
  /** Height of the curve's field, px. */
  readonly height?: number;
};

type Point = PendulumYear;

/** Where the curve's field is, px, for whoever lays something over it. */
export type PendulumChart = Chart & {
  readonly layout: {
    readonly time: TimeFrame;
    readonly top: number;
    readonly bottom: number;
    readonly yOf: (share: number) => number;
  } | null;
  readonly points: readonly PendulumYear[];
};

/** Restrictiveness by year under the severity rule, with the band over random weightings. */
export function pendulumChart(input: PendulumInput, options: ChartOptions = {}): PendulumChart {
  const {eras, from, to, band = BAND, height: field} = input;
  const set = settings(options);
  const {width, narrow, font, say, number} = set;
  const points = input.points ?? pendulumYears(input, band);
  const texts = {
    id: "pendulum",
    title: say("pendulum.title"),
    caption: say("pendulum.caption", {draws: number(band.draws, 0), seed: band.seed})
  };
  const table = tableOf(points, set, texts.title);
  if (points.every(({severityHigh}) => severityHigh === 0)) return {...noData(texts, table, set), layout: null, points};

  const time: TimeFrame = {from, to: to + 1, left: narrow ? 46 : 50, right: width - 1};
  const keyRows = key(
    [
      {sample: lineSample(colour("line"), 2.5), name: say("pendulum.line")},
      {
        sample: [["rect", {x: 0, y: -5, width: 22, height: 10, fill: hatched("hatch")}]],
        name: say("pendulum.band")
      }
    ],
    {x: 0, y: 0, right: width, font}
  );
  const top = keyRows.height + 8 + eraHeight(eras, time, font) + 8;
  const bottom = top + (field ?? (narrow ? 190 : 270));
  const height = bottom + font + 12;
  const y = (share: number) => bottom - (share / 100) * (bottom - top - font);
  const x = ({year}: Point) => year + 1;
  const marked = extremes(points);
  const plot = frame(set, Math.ceil(height), {
    x: {domain: [time.from, time.to], range: [time.left, time.right], axis: null},
    marks: [
      shapes([
        hatchShape("hatch"),
        ...keyRows.shapes,
        ...eraShapes(eras, time, {top, bottom, font}),
        ...shareTicks(set, time, y)
      ]),
      areaY(points, {x, y1: (p: Point) => y(p.bandLow), y2: (p: Point) => y(p.bandHigh), fill: hatched("hatch")}),
      lineY(points, {
        x,
        y: (p: Point) => y(p.share),
        stroke: colour("line"),
        strokeWidth: 2.5,
        strokeLinejoin: "round"
      }),
      dot(marked, {
        x,
        y: (p: Point) => y(p.share),
        r: 4,
        fill: colour("line"),
        stroke: colour("paper"),
        strokeWidth: 1.5
      }),
      shapes(yearTicks(time, bottom, font)),
      shapes(
        marked.map((point, i) =>
          pointLabel(point, {set, time, y: y(point.share), above: i % 2 === 0 || y(point.share) + 2 * font > bottom})
        )
      )
    ]
  });
  const [highest, lowest] = [highestOf(points), marked[1] ?? marked[0]!];
  const description = say("pendulum.description", {
    from,
    to,
    highest: highest.year,
    lowest: lowest.year,
    value: number(lowest.share, 0)
  });
  return {...texts, description, plot, table, empty: false, layout: {time, top, bottom, yOf: y}, points};
}

/** The first of the highest years. */
const highestOf = (points: readonly Point[]): Point => points.reduce((a, b) => (b.share > a.share ? b : a));

/** The peak before the trough, the trough, and the last year: the trough is the least share after the first peak. */
function extremes(points: readonly Point[]): Point[] {
  const half = points.slice(0, Math.ceil(points.length / 2));
  const peak = highestOf(half);
  const after = points.filter(({year}) => year > peak.year);
  if (after.length === 0) return [peak];
  const trough = after.reduce((a, b) => (b.share < a.share ? b : a));
  const last = points.at(-1)!;
  return last === trough ? [peak, trough] : [peak, trough, last];
}

function pointLabel(
  point: Point,
  {set: {say, number, font}, time, y, above}: {set: Settings; time: TimeFrame; y: number; above: boolean}
): Shape {
  const text = say("pendulum.point", {year: point.year, value: number(point.share, 0)});
  const x = xAt(time, point.year + 1);
  const half = textWidth(text, font) / 2;
  if (x + half > time.right) return label(x - 9, y + font * 0.35, text, {anchor: "end", weight: 600, halo: true});
  const anchor = x - half < time.left ? "start" : "middle";
  return label(x, above ? y - 9 : y + font + 9, text, {anchor, weight: 600, halo: true});
}

function shareTicks({say, number, font}: Settings, time: TimeFrame, y: (share: number) => number): Shape[] {
  return [0, 50, 100].flatMap((share): Shape[] => [
    ["line", {x1: time.left, x2: time.right, y1: y(share), y2: y(share), stroke: colour("grid"), "stroke-width": 1}],
    label(
      time.left - 5,
      y(share) + font * 0.35,
      share === 100 ? say("percent", {value: number(share, 0)}) : number(share, 0),
      {
        anchor: "end",
        size: Math.min(font, 11),
        faint: true
      }
    )
  ]);
}

function tableOf(points: readonly Point[], {say}: Settings, caption: string): TableTwin {
  return {
    caption,
    columns: [
      {key: "year", label: say("table.year"), numeric: true},
      {key: "severityLow", label: say("table.severityLow"), numeric: true, digits: 2},
      {key: "severityHigh", label: say("table.severityHigh"), numeric: true, digits: 2},
      {key: "share", label: say("table.share"), numeric: true, digits: 0},
      {key: "bandLow", label: say("table.bandLow"), numeric: true, digits: 0},
      {key: "bandMid", label: say("table.bandMid"), numeric: true, digits: 0},
      {key: "bandHigh", label: say("table.bandHigh"), numeric: true, digits: 0}
    ],
    rows: points
  };
}
