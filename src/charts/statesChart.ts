import {areaY} from "@observablehq/plot";
import {DAYS_A_YEAR} from "../studies/howLong.ts";
import type {StateShares} from "../studies/stateShares.ts";
import {type MeasureState, measureStates} from "../studies/stateSpells.ts";
import {type Chart, type ChartOptions, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import type {ChartWord} from "./chartWords.ts";
import {hatched, hatchShape} from "./hatch.ts";
import {key, swatch} from "./key.ts";
import {colour} from "./palette.ts";
import {shapes} from "./shapes.ts";
import {shareByYears} from "./shareByYears.ts";

const looks: Readonly<Record<MeasureState, {readonly word: ChartWord; readonly fill: string}>> = {
  "in force": {word: "standing.inForce", fill: colour("line")},
  eased: {word: "standing.eased", fill: hatched("line")},
  held: {word: "standing.held", fill: hatched("second")},
  ended: {word: "standing.ended", fill: colour("grid")}
};

type Row = {readonly years: number; readonly shares: readonly number[]};

/** The share of measures in each state since they came into force, stacked: in force below, ended on top. */
export function statesChart({curve, measures, table: {excluded}}: StateShares, options: ChartOptions = {}): Chart {
  const set = settings(options);
  const {width, font, say, number} = set;
  const S = measureStates.length;
  const rows = Array.from(
    curve.days,
    (day, i): Row => ({
      years: day / DAYS_A_YEAR,
      shares: [...curve.share.subarray(i * S, (i + 1) * S)]
    })
  );
  const texts = {
    id: "states",
    title: say("states.title"),
    caption: say("states.caption", {n: number(measures, 0), left: number(excluded.length, 0)})
  };
  const keyRows = key(
    measureStates.map((state) => ({sample: swatch(looks[state].fill), name: say(looks[state].word)})),
    {x: -8, y: 0, right: width, font}
  );
  const last = rows.at(-1)!;
  const {x, y, height, shapes: field} = shareByYears(set, keyRows.height + 12, last.years);
  const below = ({shares}: Row, s: number) => shares.slice(0, s).reduce((sum, share) => sum + share, 0);
  const plot = frame(set, height, {
    marks: [
      shapes([hatchShape("line"), hatchShape("second"), ...keyRows.shapes, ...field]),
      ...measureStates.map((state, s) =>
        areaY(rows, {
          x: ({years}: Row) => x(years),
          y1: (row: Row) => y(below(row, s)),
          y2: (row: Row) => y(below(row, s + 1)),
          curve: "step-after",
          fill: looks[state].fill
        })
      )
    ]
  });
  const list = measureStates.map((state, s) => `${say(looks[state].word)} ${percent(last.shares[s]!, set)}`).join("; ");
  const description = say("states.description", {years: number(last.years, 1), list});
  return {...texts, description, plot, table: tableOf(rows, set, texts.title), empty: false};
}

const percent = (share: number, {say, number}: Settings): string => say("percent", {value: number(100 * share, 0)});

function tableOf(rows: readonly Row[], {say}: Settings, caption: string): TableTwin {
  return {
    caption,
    columns: [
      {key: "years", label: say("table.years"), numeric: true, digits: 2},
      ...measureStates.map(
        (state) =>
          ({key: state, label: say("table.percent", {name: say(looks[state].word)}), numeric: true, digits: 1}) as const
      )
    ],
    rows: rows.map(({years, shares}) => ({
      years,
      ...Object.fromEntries(measureStates.map((state, s) => [state, 100 * shares[s]!]))
    }))
  };
}
