import {dot, link} from "@observablehq/plot";
import type {Cost, WhatItCosts} from "../studies/whatItCosts.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import {label, type Shape, shapes, textWidth, wrapText} from "./shapes.ts";

export type PairInput = {
  readonly study: WhatItCosts;
  /** Ids of the two groups whose losses stand against each other. */
  readonly sender: string;
  readonly target: string;
  readonly nameOf?: (thing: {readonly id: string; readonly title: string}) => string;
};

/** How far ticks stand apart at least, as a share of the axis. */
const APART = 0.08;

type Point = {readonly n: number; readonly name: string; readonly sender: Cost; readonly target: Cost};

/** Ticks of the axes, per cent; those inside the data are drawn. */
const TICKS = [-50, -20, -10, -5, -2, -1, -0.5, -0.2, -0.05, 0, 0.05, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/**
 * Loss of the sender against loss of the target, one numbered dot a step, with bands. Both axes show the square root of
 * the loss (of a gain, minus the root of the gain), so that small steps stand apart, and have one scale, so that the
 * line of equal shares is straight.
 */
export function pairChart(input: PairInput, options: ChartOptions = {}): Chart {
  const {study, nameOf = ({title}) => title} = input;
  const set = settings(options);
  const {width, narrow, font, say, number} = set;
  const group = (id: string) => study.groups.findIndex((one) => one.id === id);
  const [s, t] = [group(input.sender), group(input.target)];
  const [sender, target] = [s, t].map((at) => (at < 0 ? "" : nameOf(study.groups[at]!))) as [string, string];
  const reference = nameOf(study.task.reference);
  const texts = {
    id: "sender-against-target",
    title: say("pair.title", {sender, target}),
    caption: say(study.draws.made > 0 ? "pair.caption" : "pair.captionPlain", {
      reference,
      draws: number(study.draws.made, 0)
    })
  };
  const points =
    s < 0 || t < 0
      ? []
      : study.rows.map(({step, groups}, row): Point => {
          return {n: row + 1, name: nameOf(step), sender: groups[s]!, target: groups[t]!};
        });
  const table = tableOf(points, sender, target, set, texts.title);
  const solved = points.filter(({sender: {change}}) => !Number.isNaN(change));
  if (solved.length === 0) return noData(texts, table, set);

  const left = 46;
  const side = narrow ? width - left - 8 : Math.min(460, 0.52 * width);
  const bottom = 10 + side;
  const {at, ticks} = rootScale(solved, side);
  const x = (loss: number) => left + at(loss);
  const y = (loss: number) => bottom - at(loss);
  const legend = legendOf(
    points,
    set,
    narrow ? {x: 0, y: bottom + 48, room: width} : {x: left + side + 28, y: 20, room: width - left - side - 28}
  );
  const banded = solved.filter(({sender: a, target: b}) => a.band !== null && b.band !== null);
  const cross = banded.flatMap(({sender: a, target: b}) => [
    {x1: x(-a.band!.high), x2: x(-a.band!.low), y1: y(-b.change), y2: y(-b.change)},
    {x1: x(-a.change), x2: x(-a.change), y1: y(-b.band!.high), y2: y(-b.band!.low)}
  ]);
  const guides: Shape[] = [
    ...ticks.flatMap((tick): Shape[] => {
      const look = {stroke: tick === 0 ? "currentColor" : colour("grid"), "stroke-width": 1};
      const text = number(tick, String(Math.abs(tick)).split(".")[1]?.length ?? 0);
      return [
        ["line", {x1: x(tick / 100), x2: x(tick / 100), y1: bottom - side, y2: bottom, ...look}],
        ["line", {x1: left, x2: left + side, y1: y(tick / 100), y2: y(tick / 100), ...look}],
        label(x(tick / 100), bottom + font + 3, text, {anchor: "middle", faint: true, size: font - 1}),
        label(left - 6, y(tick / 100) + font * 0.35, text, {anchor: "end", faint: true, size: font - 1})
      ];
    }),
    [
      "line",
      {
        ...{x1: left, x2: left + side, y1: bottom, y2: bottom - side},
        ...{stroke: colour("hatch"), "stroke-dasharray": "4 4", "stroke-width": 1}
      }
    ],
    label(left + side, bottom + 2 * font + 8, say("pair.axis", {name: sender}), {anchor: "end"}),
    label(left + 6, bottom - side + font, say("pair.axis", {name: target}), {halo: true}),
    label(left + side - 6, bottom - side + 2.6 * font, say("pair.even"), {anchor: "end", faint: true, halo: true})
  ];
  const numbers = placeNumbers(
    solved.map(({n, sender: a, target: b}) => ({text: String(n), x: x(-a.change), y: y(-b.change)})),
    font
  );
  const plot = frame(set, Math.ceil(narrow ? bottom + 48 + legend.height : Math.max(bottom + 40, legend.height + 20)), {
    marks: [
      shapes([...guides, ...legend.shapes]),
      link(cross, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        stroke: colour("second"),
        strokeWidth: 1.5,
        strokeOpacity: 0.8
      }),
      dot(solved, {
        x: ({sender: {change}}: Point) => x(-change),
        y: ({target: {change}}: Point) => y(-change),
        r: DOT,
        fill: colour("line")
      }),
      shapes(numbers)
    ]
  });
  const list = points
    .map(({name, sender: a, target: b}) => `${name} ${number(-100 * a.change, 2)}, ${number(-100 * b.change, 2)}`)
    .join("; ");
  return {...texts, description: say("pair.description", {sender, target, list}), plot, table, empty: false};
}

type Box = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

const DOT = 4; // its radius, px

/** Numbers beside their dots, each where it covers no dot and no other number, if there is such a place. */
function placeNumbers(
  dots: readonly {readonly text: string; readonly x: number; readonly y: number}[],
  font: number
): Shape[] {
  const taken: Box[] = dots.map(({x, y}) => ({x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT}));
  return dots.map(({text, x, y}) => {
    const [width, height] = [textWidth(text, font), font];
    const places = [6, 16, 28].flatMap((away) =>
      [y - away / 2 - height / 2, y + away / 2].flatMap((top): Box[] => [
        {x: x + away, y: top, width, height},
        {x: x - away - width, y: top, width, height}
      ])
    );
    const at = places.find((place) => taken.every((box) => !overlaps(place, box))) ?? places[0]!;
    taken.push(at);
    return label(at.x, at.y + height * 0.85, text, {halo: true, weight: 600});
  });
}

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function rootScale(points: readonly Point[], side: number) {
  const losses = points.flatMap(({sender, target}) =>
    [sender, target].flatMap(({change, band}) => (band === null ? [change] : [change, band.low, band.high]))
  );
  const finite = losses.filter(Number.isFinite).map((change) => -100 * change);
  const root = (percent: number) => Math.sign(percent) * Math.sqrt(Math.abs(percent));
  const [low, high] = [root(Math.min(0, ...finite)), root(Math.max(0.01, ...finite))];
  const margin = 0.04 * (high - low);
  const from = low < 0 ? low - margin : low;
  const at = (loss: number) => ((root(100 * loss) - from) / (high + margin - from)) * side;
  const inside = TICKS.filter((tick) => root(tick) >= from && root(tick) <= high + margin);
  const ticks: number[] = [];
  for (const tick of inside.toSorted((a, b) => Number(b === 0) - Number(a === 0) || Math.abs(b) - Math.abs(a)))
    if (ticks.every((other) => Math.abs(root(tick) - root(other)) > APART * (high - low))) ticks.push(tick);
  return {at, ticks};
}

/** The numbers and the steps that they stand for, over as many lines as the room asks for. */
function legendOf(
  points: readonly Point[],
  {font}: Settings,
  {x, y, room}: {readonly x: number; readonly y: number; readonly room: number}
) {
  const line = font + 5;
  const indent = textWidth("00 ", font) + 4;
  let row = 0;
  const list = points.flatMap(({n, name}): Shape[] => {
    const start = row;
    const lines = wrapText(name, font, room - indent);
    row += lines.length;
    return [
      label(x, y + start * line, String(n), {weight: 600}),
      ...lines.map((text, i) => label(x + indent, y + (start + i) * line, text))
    ];
  });
  return {shapes: list, height: row * line};
}

function tableOf(
  points: readonly Point[],
  sender: string,
  target: string,
  {say}: Settings,
  caption: string
): TableTwin {
  const figure = {numeric: true, digits: 3} as const;
  const columns = (id: string, name: string) => [
    {key: id, label: say("table.change", {name}), ...figure},
    {key: `${id}Low`, label: say("table.changeLow", {name}), ...figure},
    {key: `${id}High`, label: say("table.changeHigh", {name}), ...figure}
  ];
  const cells = (id: string, {change, band}: Cost) => ({
    [id]: cell(100 * change),
    [`${id}Low`]: cell(100 * (band?.low ?? Number.NaN)),
    [`${id}High`]: cell(100 * (band?.high ?? Number.NaN))
  });
  return {
    caption,
    columns: [
      {key: "n", label: "n", numeric: true},
      {key: "step", label: say("table.step")},
      ...columns("sender", sender),
      ...columns("target", target)
    ],
    rows: points.map(({n, name, sender: a, target: b}) => ({
      n,
      step: name,
      ...cells("sender", a),
      ...cells("target", b)
    }))
  };
}
