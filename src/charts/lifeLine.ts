import {ruleY} from "@observablehq/plot";
import type {Era} from "../sanctions/era.ts";
import type {Life} from "../sanctions/life.ts";
import type {Measure} from "../sanctions/measure.ts";
import type {Standing} from "../sanctions/standing.ts";
import {addDays, type Day, formatDay, yearOf} from "../time/day.ts";
import {type Chart, type ChartOptions, frame, type Settings, settings, type TableTwin, yearPoint} from "./chart.ts";
import {eraHeight, eraShapes, type TimeFrame, xAt, yearTicks} from "./eras.ts";
import {key, lineSample} from "./key.ts";
import {type Segment, type Strands, strandsByChannel} from "./lifeSegments.ts";
import {noData} from "./noData.ts";
import {type Colour, colour} from "./palette.ts";
import {label, type Shape, shapes} from "./shapes.ts";
import {type Line, strandLabels} from "./strandLabels.ts";

export type LifeLineInput = {
  readonly lives: readonly Life[];
  readonly eras: readonly Era[];
  /** First and last day of the chart. */
  readonly from: Day;
  readonly to: Day;
};

export type LifeLineOptions = ChartOptions & {readonly measureTitle?: (measure: Measure) => string};

/**
 * The life of a relationship on one page: a strand for every measure, in groups by channel, sorted by first day. A
 * strand is thick in force, medium eased, thin waived or suspended, dotted while a threat, hatched where the dates
 * allow more than one standing.
 */
export function lifeLine({lives, eras, from, to}: LifeLineInput, options: LifeLineOptions = {}): Chart {
  const set = settings(options);
  const {width, narrow, font, say, day} = set;
  const titleOf = options.measureTitle ?? (({title}: Measure) => title);
  const groups = strandsByChannel(lives, from, to);
  const n = groups.reduce((sum, {strands}) => sum + strands.length, 0);
  const texts = {
    id: "life-line",
    title: say("lifeLine.title"),
    caption: say("lifeLine.caption", {n, from: day(from), to: day(to)})
  };
  const table = tableOf(groups, titleOf, set, texts.title);
  if (n === 0) return noData(texts, table, set);

  const time: TimeFrame = {from: yearOf(from), to: yearPoint(addDays(to, 1)), left: narrow ? 10 : 4, right: width - 1};
  const top = eraHeight(eras, time, font) + 4;
  const {lines, headings, bottom} = layOut(groups, time, {top, narrow, font});
  const keyRows = key(keyItems(set), {x: 0, y: bottom + font + 16, right: width, font});
  const height = Math.ceil(bottom + font + 16 + keyRows.height + 4);
  const named = strandLabels(lines, headings, {
    size: narrow ? 10 : 11,
    right: time.right,
    bottom,
    longest: narrow ? 160 : 400,
    titleOf
  });
  const strokes = lines.flatMap((line) => line.segments.map((segment) => ({...segment, line})));
  type Stroke = (typeof strokes)[number];
  const looks = new Map(strokes.map((stroke) => [lookName(stroke), lookOf(stroke, narrow)]));
  const plot = frame(set, height, {
    x: {domain: [time.from, time.to], range: [time.left, time.right], axis: null},
    marks: [
      shapes(eraShapes(eras, time, {top, bottom, font})),
      shapes(yearTicks(time, bottom, font)),
      ...[...looks].map(([name, look]) =>
        ruleY(
          strokes.filter((stroke) => lookName(stroke) === name),
          {
            x1: ({from: first}: Stroke) => yearPoint(first),
            x2: ({to: end}: Stroke) => yearPoint(end),
            y: ({line}: Stroke) => line.y,
            stroke: ({line}: Stroke) => colour(line.channel as Colour),
            title: (stroke: Stroke) =>
              say(stroke.certainty === "certain" ? "lifeLine.strand" : "lifeLine.strandPossible", {
                title: titleOf(stroke.line.life.measure),
                standing: say(`standing.${stroke.standing}` as "standing.inForce"),
                from: day(stroke.from),
                to: day(stroke.to)
              }),
            ...look
          }
        )
      ),
      shapes([
        ...headings.map(({y, channel, count}) =>
          label(1, y, `${say(`channel.${channel}`)} · ${count}`, {weight: 600, halo: true, fill: "currentColor"})
        ),
        ...named,
        ...keyRows.shapes
      ])
    ],
    color: {type: "identity"}
  });
  const open = strokes.filter((s) => s.to > to && s.certainty === "certain" && isInForce(s.standing)).length;
  const list = groups.map(({channel, strands}) => `${say(`channel.${channel}`)} ${strands.length}`).join(", ");
  const description = say("lifeLine.description", {n, from: day(from), to: day(to), list, open});
  return {...texts, description, plot, table, empty: false};
}

const isInForce = (standing: Standing) => standing === "inForce" || standing === "eased";

type Heading = {readonly y: number; readonly channel: Strands["channel"]; readonly count: number};

/** Gives every strand its y, px, and every group room for its name. */
function layOut(
  groups: readonly Strands[],
  time: TimeFrame,
  {top, narrow, font}: {top: number; narrow: boolean; font: number}
) {
  const pitch = narrow ? 4.4 : 5.8;
  const lines: Line[] = [];
  const headings: Heading[] = [];
  let y = top;
  for (const {channel, strands} of groups) {
    y += font + 8;
    headings.push({y: y - 2, channel, count: strands.length});
    y += 3;
    for (const {life, segments} of strands) {
      y += pitch;
      const [first, last] = [segments[0]!.from, segments.at(-1)!.to];
      const [x1, x2] = [xAt(time, yearPoint(first)), xAt(time, yearPoint(last))];
      lines.push({life, segments, channel, y, x1, x2});
    }
    y += pitch + 2;
  }
  return {lines, headings, bottom: Math.round(y + 4)};
}

type Look = {
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: "round";
  readonly strokeOpacity?: number;
};

const lookName = ({standing, certainty}: Segment) => `${standing} ${certainty}`;

/** Thickness by standing; short dashes at full thickness look like a hatch. */
function lookOf({standing, certainty}: Pick<Segment, "standing" | "certainty">, narrow: boolean): Look {
  const scale = narrow ? 0.75 : 1;
  const thick: Partial<Record<Standing, number>> = {inForce: 4, eased: 2.3, threatened: 1.6};
  const strokeWidth = scale * (thick[standing] ?? 1.1);
  if (certainty === "possible") return {strokeWidth, strokeDasharray: "1.2 1.8"};
  if (standing === "threatened") return {strokeWidth, strokeDasharray: "0 3.2", strokeLinecap: "round"};
  return {strokeWidth};
}

function keyItems({say, narrow}: Settings) {
  const sample = (standing: Standing, certainty: Segment["certainty"]): Shape[] => {
    const {strokeWidth, strokeDasharray, strokeLinecap} = lookOf({standing, certainty}, narrow);
    return lineSample("currentColor", strokeWidth, {
      ...(strokeDasharray === undefined ? {} : {"stroke-dasharray": strokeDasharray}),
      ...(strokeLinecap === undefined ? {} : {"stroke-linecap": strokeLinecap})
    });
  };
  return [
    {sample: sample("inForce", "certain"), name: say("standing.inForce")},
    {sample: sample("eased", "certain"), name: say("standing.eased")},
    {sample: sample("waived", "certain"), name: say("standing.held")},
    {sample: sample("threatened", "certain"), name: say("standing.threatened")},
    {sample: sample("inForce", "possible"), name: say("possible")}
  ];
}

function tableOf(
  groups: readonly Strands[],
  titleOf: (measure: Measure) => string,
  {say}: Settings,
  caption: string
): TableTwin {
  return {
    caption,
    columns: [
      {key: "measure", label: say("table.measure")},
      {key: "channel", label: say("table.channel")},
      {key: "standing", label: say("table.standing")},
      {key: "from", label: say("table.from")},
      {key: "to", label: say("table.to")},
      {key: "certainty", label: say("table.certainty")}
    ],
    rows: groups.flatMap(({channel, strands}) =>
      strands.flatMap(({life, segments}) =>
        segments.map(({from, to, standing, certainty}) => ({
          measure: titleOf(life.measure),
          channel: say(`channel.${channel}`),
          standing: say(`standing.${standing}` as "standing.inForce"),
          from: formatDay(from),
          to: formatDay(to),
          certainty: say(`table.${certainty}`)
        }))
      )
    )
  };
}
