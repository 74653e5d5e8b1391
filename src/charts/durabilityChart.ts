import {rect} from "@observablehq/plot";
import {type Durability, durability} from "../sanctions/durability.ts";
import type {Life} from "../sanctions/life.ts";
import type {Day} from "../time/day.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {noData} from "./noData.ts";
import {colour} from "./palette.ts";
import {label, type Shape, shapes, textWidth} from "./shapes.ts";

export type DurabilityInput = {readonly lives: readonly Life[]; readonly until: Day};

/** Four shares need no more than this, px. */
const WIDEST = 420;

type Row = Durability["byVerb"][number];
type ReliefWord = "verb.eased" | "verb.waived" | "verb.suspended" | "verb.lifted";

/** Relief by verb: the share that was later taken back, out of all grants, with both numbers. */
export function durabilityChart({lives, until}: DurabilityInput, options: ChartOptions = {}): Chart {
  const set = settings(options);
  const {width, font, say, day, number} = set;
  const texts = {
    id: "durability",
    title: say("durability.title"),
    caption: say("durability.caption", {until: day(until)})
  };
  const rows = durability(lives, until).byVerb;
  const name = ({verb}: Row) => say(`verb.${verb}` as ReliefWord);
  const table = tableOf(rows, name, set, texts.title);
  if (rows.every(({n}) => n === 0)) return noData(texts, table, set);

  const told = ({share, reversed, n}: Row) =>
    n === 0
      ? say("noData")
      : `${say("percent", {value: number(100 * share, 0)})} · ${say("durability.of", {k: number(reversed, 0), n: number(n, 0)})}`;
  const left = Math.ceil(Math.max(...rows.map((row) => textWidth(name(row), font))) + 12);
  const right = Math.min(
    left + WIDEST,
    Math.floor(width - Math.max(...rows.map((row) => textWidth(told(row), font))) - 10)
  );
  const [bar, pitch] = [16, 28];
  const at = (i: number) => 2 + i * pitch;
  const x = (share: number) => left + share * (right - left);
  const drawn = rows.map((row, i) => ({...row, y: at(i)})).filter(({share}) => share > 0);
  type Drawn = (typeof drawn)[number];
  const plot = frame(set, at(rows.length - 1) + bar + 6, {
    marks: [
      shapes(
        rows.map(
          (_, i): Shape => [
            "rect",
            {
              x: left + 0.5,
              y: at(i) + 0.5,
              width: right - left - 1,
              height: bar - 1,
              fill: colour("band"),
              stroke: colour("grid")
            }
          ]
        )
      ),
      rect(drawn, {
        x1: left,
        x2: ({share}: Drawn) => x(share),
        y1: ({y}: Drawn) => y,
        y2: ({y}: Drawn) => y + bar,
        fill: colour("line")
      }),
      shapes(
        rows.flatMap((row, i) => [
          label(0, at(i) + bar / 2 + font * 0.35, name(row)),
          label(right + 8, at(i) + bar / 2 + font * 0.35, told(row), {faint: row.n === 0})
        ])
      )
    ]
  });
  const list = rows.map((row) => `${name(row)} ${told(row)}`).join("; ");
  return {...texts, description: say("durability.description", {list}), plot, table, empty: false};
}

function tableOf(rows: readonly Row[], name: (row: Row) => string, {say}: Settings, caption: string): TableTwin {
  return {
    caption,
    columns: [
      {key: "verb", label: say("table.verb")},
      {key: "n", label: say("table.reliefs"), numeric: true},
      {key: "reversed", label: say("table.reversed"), numeric: true},
      {key: "share", label: say("table.reversedShare"), numeric: true, digits: 0}
    ],
    rows: rows.map((row) => ({verb: name(row), n: row.n, reversed: row.reversed, share: cell(100 * row.share)}))
  };
}
