import {areaY, lineY} from "@observablehq/plot";
import {DAYS_A_YEAR, type Duration, FEWEST_SPELLS, type HowLong, type IncidenceCurve} from "../studies/howLong.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import type {ChartWord} from "./chartWords.ts";
import {hatched, hatchShape} from "./hatch.ts";
import {key, lineSample} from "./key.ts";
import {noData} from "./noData.ts";
import {type Colour, colour} from "./palette.ts";
import {shapes} from "./shapes.ts";
import {shareByYears} from "./shareByYears.ts";

export type IncidenceOptions = ChartOptions & {readonly levelName?: (level: string) => string};

/** Hues and dashes of the levels, from the one with the most spells; the rest are in the table alone. */
const looks: readonly {readonly hue: Colour; readonly dash: string}[] = [
  {hue: "line", dash: "none"},
  {hue: "second", dash: "7 3"},
  {hue: "military", dash: "2.5 2.5"},
  {hue: "travel", dash: "9 3 2.5 3"},
  {hue: "other", dash: "none"},
  {hue: "arms", dash: "7 3"}
];

/** The share on one day under both bounds of the dates. */
type Point = {readonly years: number; readonly low: number; readonly high: number};

/**
 * Cumulative incidence of the ending asked for, a step line for each level of the factor. Levels with fewer than
 * FEWEST_SPELLS spells are in the table alone, unless all are that small.
 */
export function incidenceChart(study: HowLong, options: IncidenceOptions = {}): Chart {
  const set = settings(options);
  const {width, font, say, number} = set;
  const {durations, table: spells, endings} = study;
  const levelName = options.levelName ?? ((level: string) => level);
  const ended = say(`spec.ended.${spells.options.ended}` as ChartWord);
  const texts = {
    id: "incidence",
    title: say("incidence.title"),
    caption: say("incidence.caption", {ended, endings: number(endings, 0)})
  };
  const lines = durations.map((duration) => ({duration, points: merged(duration)}));
  const table = tableOf(lines, levelName, set, texts.title);
  const last = Math.max(0, ...lines.flatMap(({points}) => points.map(({years}) => years)));
  if (endings === 0 || last === 0) return noData(texts, table, set);

  const enough = lines.filter(({duration}) => duration.spells >= FEWEST_SPELLS);
  const drawn = (enough.length > 0 ? enough : lines)
    .slice(0, looks.length)
    .map((line, i) => ({...line, look: looks[i]!}));
  const keyRows = key(
    drawn.map(({duration, look}) => ({
      sample: lineSample(colour(look.hue), 2.2, {"stroke-dasharray": look.dash}),
      name: say("incidence.label", {level: levelName(duration.level), n: number(duration.spells, 0)})
    })),
    {x: 0, y: 0, right: width, font}
  );
  const field = shareByYears(set, keyRows.height + 12, last);
  const x = ({years}: Point) => field.x(years);
  const plot = frame(set, field.height, {
    marks: [
      shapes([...looks.map(({hue}) => hatchShape(hue)), ...keyRows.shapes, ...field.shapes]),
      ...drawn.flatMap(({points, look}) => [
        areaY(points, {
          x,
          y1: ({low}: Point) => field.y(low),
          y2: ({high}: Point) => field.y(high),
          curve: "step-after",
          fill: hatched(look.hue)
        }),
        lineY(points, {
          x,
          y: ({high}: Point) => field.y(high),
          curve: "step-after",
          stroke: colour(look.hue),
          strokeDasharray: look.dash,
          strokeWidth: 2.2
        })
      ])
    ]
  });
  const list = durations
    .map(({level, median: {low}}) =>
      Number.isNaN(low)
        ? say("incidence.never", {level: levelName(level)})
        : say("incidence.half", {level: levelName(level), years: number(low, 1)})
    )
    .join("; ");
  return {...texts, description: say("incidence.description", {ended, list}), plot, table, empty: false};
}

/** Both bounds on every day on which either steps, from the origin to the last day of the longer one. */
function merged({curves: {low: fewest, high: most}}: Duration): Point[] {
  const days = [...new Set([0, ...fewest.days, ...most.days])].sort((a, b) => a - b);
  return days.map((day) => {
    const [a, b] = [heldAt(fewest, day), heldAt(most, day)];
    return {years: day / DAYS_A_YEAR, low: Math.min(a, b), high: Math.max(a, b)};
  });
}

function heldAt({days, share}: IncidenceCurve, day: number): number {
  const row = days.findLastIndex((one) => one <= day);
  return row < 0 ? 0 : share[row]!;
}

function tableOf(
  lines: readonly {readonly duration: Duration; readonly points: readonly Point[]}[],
  levelName: (level: string) => string,
  {say}: Settings,
  caption: string
): TableTwin {
  return {
    caption,
    columns: [
      {key: "level", label: say("table.level")},
      {key: "years", label: say("table.years"), numeric: true, digits: 2},
      {key: "low", label: say("table.shareLow"), numeric: true, digits: 1},
      {key: "high", label: say("table.shareHigh"), numeric: true, digits: 1}
    ],
    rows: lines.flatMap(({duration, points}) =>
      points
        .filter(({low, high}, i) => i === 0 || low !== points[i - 1]!.low || high !== points[i - 1]!.high)
        .map(({years, low, high}) => ({
          level: levelName(duration.level),
          years,
          low: cell(100 * low),
          high: cell(100 * high)
        }))
    )
  };
}
