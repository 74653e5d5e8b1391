import {rect} from "@observablehq/plot";
import {easings, type MeanMotives, meanMotives} from "../sanctions/easings.ts";
import {type Era, eraOf} from "../sanctions/era.ts";
import type {MotiveKey} from "../sanctions/event.ts";
import type {Life} from "../sanctions/life.ts";
import type {Day} from "../time/day.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {countShape, eraColumn, eraName} from "./eraRows.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import {label, type Shape, shapes, textWidth} from "./shapes.ts";

export type MotivesByEraInput = {
  readonly lives: readonly Life[];
  readonly eras: readonly Era[];
  readonly coder: {readonly id: string; readonly name: string};
  readonly until: Day;
};

/** The rival explanations come first: an honest chart shows them before the three motives. */
const rivals: readonly MotiveKey[] = ["compliance", "domestic", "humanitarian", "other"];
const three: readonly MotiveKey[] = ["balancing", "economic", "socialisation"];
const order: readonly MotiveKey[] = [...rivals, ...three];

type EraMotives = MeanMotives & {readonly era: Era};
type Column = {readonly motive: MotiveKey; readonly x: number; readonly full: number; readonly step: number};

/**
 * Mean motive weights of the easings of each era: an era a row, a motive a column, a bar for each mean. An easing is
 * placed by its nominal day; easings after `until` are not counted.
 */
export function motivesByEraChart({lives, eras, coder, until}: MotivesByEraInput, options: ChartOptions = {}): Chart {
  const set = settings(options);
  const {width, narrow, font, say, day, number} = set;
  const texts = {
    id: "motives-by-era",
    title: say("motives.title"),
    caption: say("motives.caption", {coder: coder.name, until: day(until)})
  };
  const all = easings(lives).filter(({when}) => when.nominal <= until);
  const means = eras.map((era): EraMotives => {
    const own = all.filter(({when}) => eraOf(eras, when.nominal)?.id === era.id);
    return {era, ...meanMotives(own, coder.id)};
  });
  const table = tableOf(means, set, texts.title);
  if (means.every(({n}) => n === 0)) return noData(texts, table, set);

  const left = eraColumn(eras, set);
  const right = narrow ? width : width - textWidth(say("n", {n: 888}), font) - 10;
  const columns = columnsOf(left, right, set);
  const [bar, pitch] = narrow ? [13, 38] : [16, 29];
  const small = narrow ? 10.5 : 12;
  const stagger = isTight(columns, set);
  const head = stagger ? 58 : 42;
  const first = head + (narrow ? 22 : 6);
  const at = (row: number) => first + row * pitch;
  const cells = means.flatMap(({n, mean}, row) =>
    n === 0 ? [] : columns.map((column) => ({...column, row, value: mean[column.motive]}))
  );
  type Cell = (typeof cells)[number];
  const bottom = at(means.length - 1) + bar;
  const plot = frame(set, Math.ceil(bottom + 6), {
    color: {type: "identity"},
    marks: [
      shapes([
        ...headShapes(columns, {right, head, stagger}, set),
        ...columns.flatMap(({x}): Shape[] =>
          narrow ? means.map((_, row) => upright(x, at(row) - 2, at(row) + bar + 2)) : [upright(x, head, bottom + 3)]
        )
      ]),
      rect(
        cells.filter(({value}) => value > 0),
        {
          x1: ({x}: Cell) => x,
          x2: ({x, full, value}: Cell) => x + value * full,
          y1: ({row}: Cell) => at(row),
          y2: ({row}: Cell) => at(row) + bar,
          fill: ({motive}: Cell) => colour(rivals.includes(motive) ? "rival" : "motive")
        }
      ),
      shapes([
        ...means.flatMap(({era, n}, row) => [
          ...eraName(era, at(row), bar, set),
          countShape(n, width, at(row), bar, set),
          ...(n === 0 ? [label(left + 4, at(row) + bar / 2 + font * 0.35, say("noData"), {faint: true})] : [])
        ]),
        ...cells.map(({x, full, value, row}) =>
          label(x + value * full + 4, at(row) + bar / 2 + small * 0.35, number(100 * value, 0), {
            size: small,
            faint: value === 0
          })
        )
      ])
    ]
  });
  const list = means
    .filter(({n}) => n > 0)
    .map(({era, mean}) => {
      const heaviest = order.reduce((a, b) => (mean[b] > mean[a] ? b : a));
      return `${era.title}: ${say(`motive.${heaviest}`)} ${say("percent", {value: number(100 * mean[heaviest], 0)})}`;
    });
  return {...texts, description: say("motives.description", {list: list.join("; ")}), plot, table, empty: false};
}

const groupGap = (narrow: boolean) => (narrow ? 8 : 22);

/** Seven columns with a wider gap between rivals and motives; `full` px stand for 100 %. */
function columnsOf(left: number, right: number, {narrow}: Settings): Column[] {
  const gap = groupGap(narrow);
  const step = (right - left - gap) / order.length;
  const full = step - (narrow ? 19 : 30);
  return order.map((motive, i) => ({motive, x: left + i * step + (i < rivals.length ? 0 : gap) + 0.5, full, step}));
}

const nameSize = ({narrow, font}: Settings) => (narrow ? 10.5 : font);

/** Is a motive's name wider than its column? */
const isTight = (columns: readonly Column[], set: Settings): boolean =>
  columns.some(({motive, step}) => textWidth(set.say(`motive.${motive}`), nameSize(set)) + 8 > step);

/** Group names, rules under them, and the motives' names; staggered, every other name stands a line higher. */
function headShapes(
  columns: readonly Column[],
  {right, head, stagger}: {readonly right: number; readonly head: number; readonly stagger: boolean},
  set: Settings
): Shape[] {
  const {say, font, narrow, width} = set;
  const size = nameSize(set);
  const middle = columns[rivals.length]!.x;
  const rule = (x1: number, x2: number, name: "rival" | "motive"): Shape => [
    "line",
    {x1, x2, y1: font + 6, y2: font + 6, stroke: colour(name), "stroke-width": 2}
  ];
  const isHigh = (i: number) => stagger && (i < rivals.length ? i : i - rivals.length) % 2 === 0;
  const baseline = (i: number) => head - 5 - (isHigh(i) ? size + 4 : 0);
  return [
    label(columns[0]!.x, font, say("motives.rivals"), {weight: 600}),
    rule(columns[0]!.x, middle - groupGap(narrow), "rival"),
    label(middle, font, say("motives.three"), {weight: 600}),
    rule(middle, right, "motive"),
    ...(stagger ? columns.map(({x}, i) => upright(x, isHigh(i) ? baseline(i) + 3 : baseline(i) - size, head)) : []),
    ...columns.map(({motive, x}, i) => {
      const name = say(`motive.${motive}`);
      const over = x + 3 + textWidth(name, size) > width;
      return label(over ? width : x + 3, baseline(i), name, {size, anchor: over ? "end" : "start", halo: true});
    })
  ];
}

const upright = (x: number, y1: number, y2: number): Shape => [
  "line",
  {x1: x, x2: x, y1, y2, stroke: "currentColor", "stroke-opacity": 0.3}
];

function tableOf(means: readonly EraMotives[], {say}: Settings, caption: string): TableTwin {
  return {
    caption,
    columns: [
      {key: "era", label: say("table.era")},
      {key: "n", label: say("table.easings"), numeric: true},
      ...order.map(
        (motive) =>
          ({
            key: motive,
            label: say("table.percent", {name: say(`motive.${motive}`)}),
            numeric: true,
            digits: 0
          }) as const
      )
    ],
    rows: means.map(({era, n, mean}) => ({
      era: era.title,
      n,
      ...Object.fromEntries(order.map((motive) => [motive, cell(100 * mean[motive])]))
    }))
  };
}
