import {link, rect} from "@observablehq/plot";
import type {CostRow, WhatItCosts} from "../studies/whatItCosts.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import {fitText, label, type Shape, shapes, textWidth} from "./shapes.ts";

export type PriceInput = {
  readonly study: WhatItCosts;
  /** Ids of the groups to draw, one panel each. */
  readonly groups: readonly string[];
  readonly baseline: {readonly name: string; readonly year: number};
  /** The name of a step or group in the reader's language. */
  readonly nameOf?: (thing: {readonly id: string; readonly title: string}) => string;
};

const PITCH = 24;
const BAR = 12;
const HEAD = 24; // title of a panel
const AXIS = 22;

/** A panel for each group: a bar for each step, its change of real consumption, with the band over the draws. */
export function priceBarsChart(input: PriceInput, options: ChartOptions = {}): Chart {
  const {study, baseline, nameOf = ({title}) => title} = input;
  const set = settings(options);
  const {width, narrow, font, say, number} = set;
  const reference = nameOf(study.task.reference);
  const {made} = study.draws;
  const texts = {
    id: "what-it-costs",
    title: say("price.title"),
    caption: say(made > 0 ? "price.caption" : "price.captionPlain", {
      reference,
      draws: number(made, 0),
      baseline: baseline.name,
      year: baseline.year
    })
  };
  const panels = panelsOf(input, nameOf);
  const table = tableOf(study.rows, panels, nameOf, set, texts.title);
  if (study.rows.length === 0 || panels.length === 0) return noData(texts, table, set);

  const names = study.rows.map(({step}) => nameOf(step));
  const most = narrow ? 0.42 * width : 0.3 * width;
  const left = Math.min(most, Math.ceil(Math.max(...names.map((name) => textWidth(name, font)))) + 12);
  const gap = 28;
  const across = narrow ? 1 : panels.length;
  const room = (width - left - gap * (across - 1)) / across;
  const block = HEAD + study.rows.length * PITCH + AXIS;
  const {low, high, ticks} = scaleOf(panels, room);
  const marks = panels.flatMap(({costs}, panel) => {
    const x0 = left + (narrow ? 0 : panel * (room + gap));
    const y0 = narrow ? panel * block : 0;
    const x = (change: number) => x0 + ((Math.min(high, Math.max(low, 100 * change)) - low) / (high - low)) * room;
    const solved = costs.flatMap((cost, row) => (Number.isNaN(cost.change) ? [] : [{...cost, row}]));
    return solved.map(({change, band, row}) => ({
      x1: x(Math.min(0, change)),
      x2: x(Math.max(0, change)),
      y: y0 + HEAD + (row + 0.5) * PITCH,
      low: band === null ? null : x(band.low),
      high: band === null ? null : x(band.high)
    }));
  });
  type Mark = (typeof marks)[number];
  const guides = panels.flatMap(({name}, panel): Shape[] => {
    const x0 = left + (narrow ? 0 : panel * (room + gap));
    const y0 = narrow ? panel * block : 0;
    const bottom = y0 + HEAD + study.rows.length * PITCH;
    const x = (tick: number) => x0 + ((tick - low) / (high - low)) * room;
    return [
      label(x0, y0 + font, name, {weight: 600}),
      ...ticks.flatMap((tick): Shape[] => [
        [
          "line",
          {
            x1: x(tick),
            x2: x(tick),
            y1: y0 + HEAD,
            y2: bottom,
            stroke: tick === 0 ? "currentColor" : colour("grid"),
            "stroke-width": 1
          }
        ],
        label(x(tick), bottom + font + 2, number(tick, digitsOf(ticks)), {
          anchor: "middle",
          faint: true,
          size: font - 1
        })
      ]),
      ...(panel === 0 || narrow
        ? names.map((name, row) =>
            label(0, y0 + HEAD + (row + 0.5) * PITCH + font * 0.35, fitText(name, font, left - 8) ?? "")
          )
        : [])
    ];
  });
  const banded = marks.filter(({low: from}) => from !== null && made > 0);
  const plot = frame(set, block * (narrow ? panels.length : 1), {
    marks: [
      shapes(guides),
      rect(marks, {
        x1: "x1",
        x2: "x2",
        y1: ({y}: Mark) => y - BAR / 2,
        y2: ({y}: Mark) => y + BAR / 2,
        fill: colour("line")
      }),
      link(banded, {x1: "low", x2: "high", y1: "y", y2: "y", stroke: colour("second"), strokeWidth: 2.5})
    ]
  });
  const list = study.rows
    .map(({step}, row) =>
      say("price.step", {
        step: nameOf(step),
        list: panels
          .map(({name, costs}) => say("price.value", {group: name, value: number(100 * costs[row]!.change, 2)}))
          .join(", ")
      })
    )
    .join("; ");
  return {...texts, description: say("price.description", {reference, list}), plot, table, empty: false};
}

type Panel = {readonly id: string; readonly name: string; readonly costs: readonly CostRow["groups"][number][]};

const panelsOf = ({study, groups}: PriceInput, nameOf: NonNullable<PriceInput["nameOf"]>): Panel[] =>
  groups.flatMap((id) => {
    const at = study.groups.findIndex((group) => group.id === id);
    return at < 0 ? [] : [{id, name: nameOf(study.groups[at]!), costs: study.rows.map((row) => row.groups[at]!)}];
  });

/** One scale for all panels, per cent, that holds 0 and every bar and band, with round ticks a label apart. */
function scaleOf(panels: readonly Panel[], room: number) {
  const ends = panels.flatMap(({costs}) =>
    costs.flatMap(({change, band}) => (band === null ? [change] : [change, band.low, band.high]))
  );
  const finite = ends.filter(Number.isFinite).map((end) => 100 * end);
  const [least, greatest] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const range = Math.max(greatest - least, 1e-6);
  const [low, high] = [least - MARGIN * range, greatest + MARGIN * range];
  const step = roundStep((range * APART) / room);
  const first = Math.ceil(low / step);
  const ticks = Array.from({length: Math.floor(high / step) - first + 1}, (_, i) => tidy((first + i) * step));
  return {low, high, ticks};
}

const MARGIN = 0.04; // of the range, on either side
const APART = 36; // px between two ticks, at least

/** The next of 1, 2, 5 times a power of ten. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return tidy(([1, 2, 5, 10].find((k) => k * power >= least * (1 - 1e-9)) ?? 10) * power);
}

/** Without the rounding of sums such as 0.1 + 0.2. */
const tidy = (value: number): number => Number(value.toPrecision(12)) || 0;

const digitsOf = (ticks: readonly number[]): number =>
  Math.max(...ticks.map((tick) => (String(Math.abs(tick)).split(".")[1] ?? "").length));

function tableOf(
  rows: readonly CostRow[],
  panels: readonly Panel[],
  nameOf: NonNullable<PriceInput["nameOf"]>,
  {say}: Settings,
  caption: string
): TableTwin {
  const figure = {numeric: true, digits: 3} as const;
  return {
    caption,
    columns: [
      {key: "step", label: say("table.step")},
      ...panels.flatMap(({id, name}) => [
        {key: id, label: say("table.change", {name}), ...figure},
        {key: `${id}-low`, label: say("table.changeLow", {name}), ...figure},
        {key: `${id}-high`, label: say("table.changeHigh", {name}), ...figure}
      ])
    ],
    rows: rows.map(({step}, row) => ({
      step: nameOf(step),
      ...Object.fromEntries(
        panels.flatMap(({id, costs}) => {
          const {change, band} = costs[row]!;
          return [
            [id, cell(100 * change)],
            [`${id}-low`, cell(100 * (band?.low ?? Number.NaN))],
            [`${id}-high`, cell(100 * (band?.high ?? Number.NaN))]
          ];
        })
      )
    }))
  };
}
