import {ruleY} from "@observablehq/plot";
import type {Era} from "../sanctions/era.ts";
import type {Life} from "../sanctions/life.ts";
import type {Measure} from "../sanctions/measure.ts";
import type {Standing} from "../sanctions/standing.ts";
import {addDays, type Day, formatDay, yearOf} from "../time/day.ts";
import {type Chart, type ChartOptions, frame, type Settings, settings, type TableTwin, yearPoint} from "./chart.ts";
import {eraHeight, eraShapes, type TimeFrame, yearTicks} from "./eras.ts";
import {key, lineSample} from "./key.ts";
import {type LifeLineLayout, layInRoom, layInRows} from "./lifeLineLayout.ts";
import {type Segment, type Strands, strandsByChannel} from "./lifeSegments.ts";
import {noData} from "./noData.ts";
import {type Colour, colour} from "./palette.ts";
import {label, type Shape, shapes, textWidth} from "./shapes.ts";
import {stepMark, strandEvents} from "./strandEvents.ts";
import {strandLabels} from "./strandLabels.ts";

export type LifeLineInput = {
  readonly lives: readonly Life[];
  readonly eras: readonly Era[];
  /** First and last day of the chart. */
  readonly from: Day;
  readonly to: Day;
};

export type LifeLineOptions = ChartOptions & {
  readonly measureTitle?: (measure: Measure) => string;
  /** Height to keep within as far as strands can be told apart, px; channels are then named in a margin at the left. */
  readonly room?: number;
  /** Marks every step on its strand. */
  readonly marksSteps?: boolean;
};

export type LifeLineChart = Chart & {readonly layout: LifeLineLayout | null};

/**
 * The life of a relationship on one page: a strand for every measure, in groups by channel, sorted by first day. A
 * strand is thick in force, medium eased, thin waived or suspended, dotted while a threat, hatched where the dates
 * allow more than one standing.
 */
export function lifeLine({lives, eras, from, to}: LifeLineInput, options: LifeLineOptions = {}): LifeLineChart {
  const set = settings(options);
  const {width, narrow, font, say, day} = set;
  const {room, marksSteps = false} = options;
  const titleOf = options.measureTitle ?? (({title}: Measure) => title);
  const groups = strandsByChannel(lives, from, to);
  const n = groups.reduce((sum, {strands}) => sum + strands.length, 0);
  const texts = {
    id: "life-line",
    title: say("lifeLine.title"),
    caption: say("lifeLine.caption", {n, from: day(from), to: day(to)})
  };
  const table = tableOf(groups, titleOf, set, texts.title);
  if (n === 0) return {...noData(texts, table, set), layout: null};

  const headingText = ({channel, count}: {channel: Strands["channel"]; count: number}) =>
    `${say(`channel.${channel}`)} · ${count}`;
  const margin = Math.max(
    ...groups.map(({channel, strands}) => textWidth(headingText({channel, count: strands.length}), font))
  );
  const left = room === undefined ? (narrow ? 10 : 4) : Math.ceil(margin * 1.04 + 8);
  const time: TimeFrame = {from: yearOf(from), to: yearPoint(addDays(to, 1)), left, right: width - 1};
  const top = eraHeight(eras, time, font) + 4;
  const items = keyItems(set, marksSteps);
  const below = font + 16 + key(items, {x: 0, y: 0, right: width, font}).height + 4;
  const layout =
    room === undefined
      ? layInRows(groups, time, {top, font, pitch: narrow ? 4.4 : 5.8})
      : layInRoom(groups, time, {top, font, room: room - below});
  const {lines, headings, bottom, pitch} = layout;
  const keyRows = key(items, {x: 0, y: bottom + font + 16, right: width, font});
  const height = Math.ceil(bottom + below);
  const scale = room === undefined ? (narrow ? 0.75 : 1) : Math.min(1.1, pitch / 5.8);
  const named = strandLabels(lines, room === undefined ? headings : [], {
    size: narrow ? 10 : room === undefined ? 11 : 10.5,
    faint: room !== undefined,
    left: room === undefined ? 0 : time.left + 2,
    right: time.right,
    bottom,
    longest: narrow ? 160 : 400,
    titleOf
  });
  const strokes = lines.flatMap((line) => line.segments.map((segment) => ({...segment, line})));
  type Stroke = (typeof strokes)[number];
  const looks = new Map(strokes.map((stroke) => [lookName(stroke), lookOf(stroke, scale)]));
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
      ...(marksSteps ? [shapes(strandEvents(layout))] : []),
      shapes([
        ...headings.map((heading) =>
          label(1, heading.y, headingText(heading), {weight: 600, halo: true, fill: "currentColor"})
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
  return {...texts, description, plot, table, empty: false, layout};
}

const isInForce = (standing: Standing) => standing === "inForce" || standing === "eased";

type Look = {
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
  readonly strokeLinecap?: "round";
  readonly strokeOpacity?: number;
};

const lookName = ({standing, certainty}: Segment) => `${standing} ${certainty}`;

/** Thickness by standing; short dashes at full thickness look like a hatch. */
function lookOf({standing, certainty}: Pick<Segment, "standing" | "certainty">, scale: number): Look {
  const thick: Partial<Record<Standing, number>> = {inForce: 4, eased: 2.3, threatened: 1.6};
  const strokeWidth = scale * (thick[standing] ?? 1.1);
  if (certainty === "possible") return {strokeWidth, strokeDasharray: "1.2 1.8"};
  if (standing === "threatened") return {strokeWidth, strokeDasharray: "0 3.2", strokeLinecap: "round"};
  return {strokeWidth};
}

function keyItems({say, narrow}: Settings, marksSteps: boolean) {
  const sample = (standing: Standing, certainty: Segment["certainty"]): Shape[] => {
    const {strokeWidth, strokeDasharray, strokeLinecap} = lookOf({standing, certainty}, narrow ? 0.75 : 1);
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
    {sample: sample("inForce", "possible"), name: say("possible")},
    ...(marksSteps
      ? (["pressure", "relief"] as const).map((kind) => ({
          sample: [stepMark(kind, {x: 16, y: 0, r: 3}, "currentColor")],
          name: say(`lifeLine.${kind}`)
        }))
      : [])
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
