import {rect} from "@observablehq/plot";
import {type Channel, channels} from "../sanctions/channel.ts";
import type {Era} from "../sanctions/era.ts";
import {type EraMix, instrumentMix} from "../sanctions/instrumentMix.ts";
import type {Life} from "../sanctions/life.ts";
import type {Day} from "../time/day.ts";
import {type Chart, type ChartOptions, cell, frame, type Settings, settings, type TableTwin} from "./chart.ts";
import {countShape, eraColumn, eraName} from "./eraRows.ts";
import {key, swatch} from "./key.ts";
import {noData} from "./noData.ts";
import {colour, textOn} from "./palette.ts";
import {label, type Shape, shapes, textWidth} from "./shapes.ts";

export type InstrumentMixInput = {readonly lives: readonly Life[]; readonly eras: readonly Era[]; readonly until: Day};

type Piece = {
  readonly channel: Channel;
  readonly share: number;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
};

/** Acts of pressure by channel in each era: a bar of 100 % an era, with the number of acts beside it. */
export function instrumentMixChart({lives, eras, until}: InstrumentMixInput, options: ChartOptions = {}): Chart {
  const set = settings(options);
  const {width, narrow, font, say, day, number} = set;
  const texts = {
    id: "instrument-mix",
    title: say("mix.title"),
    caption: say("mix.caption", {until: day(until)})
  };
  const mixes = instrumentMix(lives, eras, until);
  const table = tableOf(mixes, set, texts.title);
  if (mixes.every(({acts}) => acts === 0)) return noData(texts, table, set);

  const shown = channels.filter((channel) =>
    mixes.some(({byChannel}) => byChannel.some((c) => c.channel === channel && c.acts > 0))
  );
  const keyRows = key(
    shown.map((channel) => ({sample: swatch(colour(channel)), name: say(`channel.${channel}`)})),
    {x: -8, y: 0, right: width, font}
  );
  const left = eraColumn(eras, set);
  const right = narrow ? width : width - textWidth(say("n", {n: 888}), font) - 8;
  const [bar, pitch] = narrow ? [17, 42] : [22, 31];
  const first = keyRows.height + (narrow ? 24 : 8);
  const at = (row: number) => first + row * pitch;
  const pieces = mixes.flatMap((mix, row) => piecesOf(mix, at(row), left, right));
  const plot = frame(set, Math.ceil(at(mixes.length - 1) + bar + 4), {
    color: {type: "identity"},
    marks: [
      rect(pieces, {
        x1: "x1",
        x2: "x2",
        y1: ({y}: Piece) => y,
        y2: ({y}: Piece) => y + bar,
        fill: ({channel}: Piece) => colour(channel),
        insetRight: 1
      }),
      shapes([
        ...keyRows.shapes,
        ...mixes.flatMap(({era, acts}, row) => [
          ...eraName(era, at(row), bar, set),
          countShape(acts, width, at(row), bar, set),
          ...(acts === 0 ? [label(left, at(row) + bar / 2 + font * 0.35, say("noData"), {faint: true})] : [])
        ]),
        ...pieces.flatMap((piece) => shareLabel(piece, bar, set))
      ])
    ]
  });
  const counts = mixes.map(({acts}) => acts);
  const description = say("mix.description", {
    eras: mixes.length,
    least: number(Math.min(...counts), 0),
    most: number(Math.max(...counts), 0)
  });
  return {...texts, description, plot, table, empty: false};
}

function piecesOf({byChannel}: EraMix, y: number, left: number, right: number): Piece[] {
  let x = left;
  return byChannel
    .filter(({acts}) => acts > 0)
    .map(({channel, share}) => {
      const x1 = x;
      x += share * (right - left);
      return {channel, share, x1, x2: x, y};
    });
}

function shareLabel({channel, share, x1, x2, y}: Piece, bar: number, {number, say, font, narrow}: Settings): Shape[] {
  const size = narrow ? 10.5 : 11.5;
  const value = number(100 * share, 0);
  const fits = (text: string) => textWidth(text, size) + 5 <= x2 - x1;
  const text = [...(narrow ? [] : [say("percent", {value})]), value].find(fits);
  if (text === undefined) return [];
  return [label((x1 + x2) / 2, y + bar / 2 + font * 0.33, text, {anchor: "middle", size, fill: textOn[channel]})];
}

function tableOf(mixes: readonly EraMix[], {say}: Settings, caption: string): TableTwin {
  return {
    caption,
    columns: [
      {key: "era", label: say("table.era")},
      {key: "acts", label: say("table.acts"), numeric: true},
      ...channels.map(
        (channel) =>
          ({
            key: channel,
            label: say("table.percent", {name: say(`channel.${channel}`)}),
            numeric: true,
            digits: 0
          }) as const
      )
    ],
    rows: mixes.map(({era, acts, byChannel}) => ({
      era: era.title,
      acts,
      ...Object.fromEntries(byChannel.map(({channel, share}) => [channel, cell(100 * share)]))
    }))
  };
}
