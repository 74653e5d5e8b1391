import {areaY, dot, lineY} from "@observablehq/plot";
import {type MirrorGap, mirrorGap, type TradeColumn, type TradeSeries} from "../trade/series.ts";
import {type Chart, type ChartOptions, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {type TimeFrame, yearTicks} from "./eras.ts";
import {hatched, hatchShape} from "./hatch.ts";
import {lineSample} from "./key.ts";
import {noData} from "./noData.ts";
import {type Colour, colour} from "./palette.ts";
import {label, type Shape, shapes, textWidth, wrapText} from "./shapes.ts";

export type TradeChartInput = {
  readonly series: TradeSeries | null;
  readonly parties: readonly {readonly id: string; readonly name: string}[];
};

type Flow = {readonly origin: string; readonly destination: string; readonly columns: readonly TradeColumn[]};
type Point = {readonly year: number; readonly value: number};
/** Where one direction is drawn, px. */
export type TradePanel = {
  readonly flow: Flow;
  readonly time: TimeFrame;
  readonly top: number;
  readonly bottom: number;
  /** The y of a value in million USD above zero. */
  readonly yOf: (value: number) => number;
  /** The colour of a column: that of its reporter. */
  readonly hueOf: (column: TradeColumn) => string;
};

export type TradeChart = Chart & {readonly panels: readonly TradePanel[]};

type Panel = Pick<TradePanel, "flow" | "time" | "top" | "bottom">;
type Scale = {readonly low: number; readonly high: number};

/** Line styles of the columns of one reporter, in their order. */
const dashes = ["none", "7 3", "2.5 2.5", "9 3 2.5 3", "1 4", "5 2 1 2 1 2", "12 3", "1 2"] as const;

/** Room for the figures of the y axis, px. */
const MARGIN = 48;

/** Annual goods trade: a panel for each direction, a line for each published column, on one log scale. */
export function tradeChart({series, parties}: TradeChartInput, options: ChartOptions = {}): TradeChart {
  const set = settings(options);
  const {width, narrow, font, say} = set;
  const texts = {id: "trade", title: say("trade.title"), caption: say("trade.caption")};
  const flows = flowsOf(series);
  const table = tableOf(series, set, texts.title);
  const values =
    series?.columns.flatMap((column) => column.values.filter((v): v is number => v !== null && v > 0)) ?? [];
  if (series === null || values.length === 0) return {...noData(texts, table, set), panels: []};

  const scale = {low: Math.floor(Math.log10(Math.min(...values))), high: Math.log10(Math.max(...values))};
  const [from, to] = [series.years[0]!, series.years.at(-1)!];
  const panels: Panel[] = [];
  const gap = 34;
  const cellWidth = narrow ? width : (width - gap * (flows.length - 1)) / flows.length;
  const plotHeight = narrow ? 230 : 330;
  let bottomMost = 0;
  const keys: Shape[] = [];
  flows.forEach((flow, i) => {
    const start = narrow ? 0 : i * (cellWidth + gap);
    const top = (narrow ? bottomMost + (i === 0 ? 0 : 26) : 0) + font + 12;
    const time = {from, to, left: start + MARGIN, right: start + cellWidth - 8};
    const panel = {flow, time, top, bottom: top + plotHeight};
    panels.push(panel);
    const rows = keyOf(flow, {x: start, y: panel.bottom + font + 20, width: cellWidth}, set);
    keys.push(...rows.shapes);
    bottomMost = Math.max(bottomMost, panel.bottom + font + 20 + rows.height);
  });
  const nameOf = (id: string) => parties.find((party) => party.id === id)?.name ?? id;
  const titleOf = ({origin, destination}: Flow) =>
    say("trade.flow", {origin: nameOf(origin), destination: nameOf(destination)});
  const plot = frame(set, Math.ceil(bottomMost + 6), {
    marks: [
      shapes([
        hatchShape("hatch"),
        ...panels.map(({time, top, flow}) => label(time.left - MARGIN, top - 12, titleOf(flow), {weight: 600})),
        ...panels.flatMap((panel) => axes(panel, scale, set)),
        ...panels.flatMap((panel) => reporterShapes(panel, nameOf, set))
      ]),
      ...panels.flatMap((panel) => panelMarks(panel, series, scale)),
      shapes(keys)
    ]
  });
  const description = say("trade.description", {from, to, flows: flows.length, columns: series.columns.length});
  const places = panels.map((panel) => ({
    ...panel,
    yOf: (value: number) => yOf(panel, scale, value),
    hueOf: ({reporter}: TradeColumn) => hueOf(panel.flow, reporter)
  }));
  return {...texts, description, plot, table, empty: false, panels: places};
}

function flowsOf(series: TradeSeries | null): Flow[] {
  const groups = Map.groupBy(series?.columns ?? [], ({origin, destination}) => `${origin} ${destination}`);
  return [...groups.values()].map((columns) => ({
    origin: columns[0]!.origin,
    destination: columns[0]!.destination,
    columns
  }));
}

const xOf = ({time: {from, to, left, right}}: Panel, year: number) =>
  left + ((year - from) / Math.max(1, to - from)) * (right - left);

const yOf = ({top, bottom}: Panel, {low, high}: Scale, value: number) =>
  bottom - ((Math.log10(value) - low) / (high - low || 1)) * (bottom - top - 4);

function panelMarks(panel: Panel, series: TradeSeries, scale: Scale) {
  const {flow} = panel;
  const gaps = mirrorGap(series, flow.origin, flow.destination).filter(
    ({exporter, importer}) => exporter > 0 && importer > 0
  );
  const x = ({year}: Point | MirrorGap) => xOf(panel, year);
  const y = ({value}: Point) => yOf(panel, scale, value);
  return [
    ...runs(gaps).map((run) =>
      areaY(run.length === 1 ? [-0.3, 0.3].map((shift) => ({...run[0]!, year: run[0]!.year + shift})) : run, {
        x,
        y1: ({exporter}: MirrorGap) => yOf(panel, scale, exporter),
        y2: ({importer}: MirrorGap) => yOf(panel, scale, importer),
        fill: hatched("hatch")
      })
    ),
    ...flow.columns.flatMap((column) => {
      const points = pointsOf(column, series);
      const parts = runs(points);
      const look = lookOf(column, flow);
      return [
        ...parts.filter((run) => run.length > 1).map((run) => lineY(run, {x, y, ...look, strokeWidth: 1.8})),
        dot(parts.filter((run) => run.length === 1).flat(), {
          x,
          y,
          r: 2.6,
          stroke: look.stroke,
          strokeWidth: 1.4,
          fill: column.verification === "recalled" ? colour("paper") : look.stroke
        })
      ];
    })
  ];
}

const reporterHues: readonly Colour[] = ["second", "line", "military", "travel"];

const reportersOf = ({columns}: Flow): string[] => [...new Set(columns.map(({reporter}) => reporter))].sort();

const hueOf = (flow: Flow, reporter: string): string =>
  colour(reporterHues[reportersOf(flow).indexOf(reporter) % reporterHues.length]!);

/** Whose statistics a colour stands for, at the lower right, which growing trade leaves empty. */
function reporterShapes({flow, time, bottom}: Panel, nameOf: (id: string) => string, {say, font}: Settings): Shape[] {
  const names = reportersOf(flow).map((reporter) => say("trade.reporter", {reporter: nameOf(reporter)}));
  const x = time.right - 34 - Math.max(...names.map((name) => textWidth(name, font)));
  const first = bottom - 14 - (names.length - 1) * (font + 7);
  return reportersOf(flow).map(
    (reporter, i): Shape => [
      "g",
      {transform: `translate(${x},${first + i * (font + 7)})`},
      [...lineSample(hueOf(flow, reporter), 4), label(30, font * 0.35, names[i]!, {halo: true})]
    ]
  );
}

function lookOf(column: TradeColumn, flow: Flow): {readonly stroke: string; readonly strokeDasharray: string} {
  const own = flow.columns.filter(({reporter}) => reporter === column.reporter);
  return {
    stroke: hueOf(flow, column.reporter),
    strokeDasharray: dashes[own.indexOf(column) % dashes.length]!
  };
}

/** Figures above zero: zero has no place on a log scale and stands in the table alone. */
function pointsOf({values}: TradeColumn, {years}: TradeSeries): Point[] {
  return years.flatMap((year, i) => {
    const value = values[i] ?? null;
    return value === null || value <= 0 ? [] : [{year, value}];
  });
}

/** Cuts a list by year where a year is missing. */
function runs<Item extends {readonly year: number}>(list: readonly Item[]): Item[][] {
  const out: Item[][] = [];
  for (const item of list) {
    const run = out.at(-1);
    if (run !== undefined && run.at(-1)!.year === item.year - 1) run.push(item);
    else out.push([item]);
  }
  return out;
}

function axes(panel: Panel, scale: Scale, {say, number, font}: Settings): Shape[] {
  const {time, bottom} = panel;
  const powers = Array.from({length: Math.floor(scale.high) - scale.low + 1}, (_, i) => scale.low + i);
  return [
    ...powers.flatMap((power): Shape[] => {
      const y = yOf(panel, scale, 10 ** power);
      const text =
        power >= 3
          ? say("trade.billion", {value: number(10 ** (power - 3), 0)})
          : say("trade.million", {value: number(10 ** power, Math.max(0, -power))});
      return [
        ["line", {x1: time.left, x2: time.right, y1: y, y2: y, stroke: colour("grid"), "stroke-width": 1}],
        label(time.left - 5, y + 4, text, {anchor: "end", size: Math.min(font, 11), faint: true})
      ];
    }),
    ...yearTicks(time, bottom, Math.min(font, 11.5))
  ];
}

/** The columns of a flow under its panel, a line each, then the mirror gap. */
function keyOf(
  flow: Flow,
  at: {readonly x: number; readonly y: number; readonly width: number},
  {say, narrow}: Settings
) {
  const size = narrow ? 10.5 : 11.5;
  const items = [
    ...flow.columns.map((column) => {
      const {stroke, strokeDasharray} = lookOf(column, flow);
      return {name: column.title, sample: lineSample(stroke, 1.8, {"stroke-dasharray": strokeDasharray, x2: 30})};
    }),
    {
      name: say("trade.gap"),
      sample: [["rect", {x: 0, y: -4, width: 30, height: 9, fill: hatched("hatch")}]] as Shape[]
    }
  ];
  let y = at.y;
  const shapes = items.map(({name, sample}): Shape => {
    const lines = wrapText(name, size, at.width - 40);
    const group: Shape = [
      "g",
      {transform: `translate(${at.x},${y + size / 2})`},
      [...sample, ...lines.map((line, i) => label(38, size * 0.36 + i * (size + 2), line, {size}))]
    ];
    y += lines.length * (size + 2) + 4;
    return group;
  });
  return {shapes, height: y - at.y};
}

function tableOf(series: TradeSeries | null, {say}: Settings, caption: string): TableTwin {
  const columns = series?.columns ?? [];
  return {
    caption,
    columns: [
      {key: "year", label: say("table.year"), numeric: true},
      ...columns.map(({id, title}) => ({key: id, label: title, numeric: true}) as const)
    ],
    rows: (series?.years ?? []).map((year, i) => ({
      year,
      ...Object.fromEntries(columns.map(({id, values}) => [id, values[i] ?? null]))
    }))
  };
}
