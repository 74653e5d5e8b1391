import {areaY, lineY} from "@observablehq/plot";
import {type Channel, channels} from "../sanctions/channel.ts";
import {pendulumByChannel} from "../sanctions/pendulum.ts";
import {type Chart, type ChartOptions, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {eraHeight, eraShapes, type TimeFrame, yearTicks} from "./eras.ts";
import {hatched, hatchShape} from "./hatch.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import type {PendulumInput} from "./pendulumChart.ts";
import {yearEnds} from "./pendulumYears.ts";
import {label, type Shape, shapes} from "./shapes.ts";

type Point = {readonly year: number; readonly low: number; readonly high: number};
type Panel = {readonly channel: Channel; readonly points: readonly Point[]; readonly peak: Point; readonly last: Point};

/** The severity pendulum by channel: one panel each under one another, on one scale, so that they compare by eye. */
export function pendulumByChannelChart(input: Omit<PendulumInput, "band">, options: ChartOptions = {}): Chart {
  const {lives, eras, from, to} = input;
  const set = settings(options);
  const {width, narrow, font, say, number} = set;
  const texts = {id: "pendulum-by-channel", title: say("byChannel.title"), caption: say("byChannel.caption", {to})};
  const cells = pendulumByChannel(lives, yearEnds(from, to), "severity");
  const panels = channels.map((channel) =>
    panelOf(
      channel,
      cells.filter((cell) => cell.channel === channel),
      from
    )
  );
  const table = tableOf(panels, set, texts.title);
  const top = Math.max(...panels.map(({peak}) => peak.high));
  if (top === 0) return noData(texts, table, set);

  const time: TimeFrame = {from, to: to + 1, left: narrow ? 12 : 4, right: width - (narrow ? 34 : 44)};
  const first = eraHeight(eras, time, font) + 4;
  const unit = (narrow ? 120 : 170) / top;
  let base = first;
  const placed = panels.map((panel) => {
    base += Math.max(panel.peak.high * unit + 14, font * 2 + 16);
    return {...panel, base};
  });
  const bottom = base + 2;
  const plot = frame(set, Math.ceil(bottom + font + 12), {
    x: {domain: [time.from, time.to], range: [time.left, time.right], axis: null},
    marks: [
      shapes([
        ...channels.map(hatchShape),
        ...eraShapes(eras, time, {top: first, bottom, font}),
        ...yearTicks(time, bottom, font)
      ]),
      ...placed.flatMap(({channel, points, base: y}) => {
        const x = ({year}: Point) => year + 1;
        return [
          areaY(points, {x, y1: y, y2: (p: Point) => y - p.low * unit, fill: colour(channel)}),
          areaY(points, {
            x,
            y1: (p: Point) => y - p.low * unit,
            y2: (p: Point) => y - p.high * unit,
            fill: hatched(channel)
          }),
          lineY(points, {x, y: (p: Point) => y - p.high * unit, stroke: colour(channel), strokeWidth: 1})
        ];
      }),
      shapes(placed.flatMap((panel) => panelShapes(panel, panel.base, unit, time, set)))
    ]
  });
  const list = panels.map(({channel, peak}) => `${say(`channel.${channel}`)} ${number(peak.high, 1)} (${peak.year})`);
  const description = say("byChannel.description", {from, to, list: list.join(", ")});
  return {...texts, description, plot, table, empty: false};
}

function panelOf(
  channel: Channel,
  cells: readonly {readonly low: number; readonly high: number}[],
  from: number
): Panel {
  const points = cells.map(({low, high}, i) => ({year: from + i, low, high}));
  const none = {year: from, low: 0, high: 0};
  const peak = points.reduce((a, b) => (b.high > a.high ? b : a), none);
  return {channel, points, peak, last: points.at(-1) ?? none};
}

function panelShapes(
  {channel, last, peak}: Panel,
  base: number,
  unit: number,
  time: TimeFrame,
  {say, number, font}: Settings
): Shape[] {
  const start = base - peak.high * unit;
  const name = Math.min(base - font * 1.4, start + font * 0.7);
  return [
    ["line", {x1: time.left, x2: time.right, y1: base, y2: base, stroke: "currentColor", "stroke-opacity": 0.35}],
    label(time.left + 3, name, say(`channel.${channel}`), {weight: 600, halo: true}),
    label(
      time.right + 5,
      Math.min(base - 1, base - last.high * unit + font * 0.7),
      number((last.low + last.high) / 2, 1),
      {
        size: Math.min(font, 12)
      }
    )
  ];
}

function tableOf(panels: readonly Panel[], {say}: Settings, caption: string): TableTwin {
  const years = panels[0]!.points.map(({year}) => year);
  return {
    caption,
    columns: [
      {key: "year", label: say("table.year"), numeric: true},
      ...panels.flatMap(({channel}) => {
        const name = say(`channel.${channel}`);
        return [
          {key: `${channel}Low`, label: say("table.least", {channel: name}), numeric: true, digits: 2} as const,
          {key: `${channel}High`, label: say("table.most", {channel: name}), numeric: true, digits: 2} as const
        ];
      })
    ],
    rows: years.map((year, i) =>
      Object.fromEntries([
        ["year", year],
        ...panels.flatMap(({channel, points}) => [
          [`${channel}Low`, points[i]!.low],
          [`${channel}High`, points[i]!.high]
        ])
      ])
    )
  };
}
