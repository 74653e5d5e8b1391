import type {PlotOptions} from "@observablehq/plot";
import {dayWords} from "../time/dateWords.ts";
import {type Day, firstOfYear, yearOf} from "../time/day.ts";
import {type ChartWord, type ChartWords, chartWords} from "./chartWords.ts";

export type TableColumn = {
  readonly key: string;
  readonly label: string;
  readonly numeric?: true;
  /** Digits after the point that are worth printing. */
  readonly digits?: number;
};

/** The numbers of a chart as a table, unrounded. A cell without a value is null. */
export type TableTwin = {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
};

/** A chart as data: what Plot draws, the same numbers as a table, and the texts around both. */
export type Chart = {
  /** Kebab-case; names the chart in ids and classes. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** What a reader who cannot see the chart should know. */
  readonly description: string;
  readonly plot: PlotOptions;
  readonly table: TableTwin;
  /** True when there was nothing to draw: the plot says so and the table has no row. */
  readonly empty: boolean;
};

/** `width` in px, 1000 by default; below NARROW a chart drops labels and stacks what stood side by side. */
export type ChartOptions = {
  readonly width?: number;
  readonly words?: ChartWords;
  readonly day?: (day: Day) => string;
  readonly number?: (value: number, digits: number) => string;
};

export const NARROW = 600;

export type Settings = {
  readonly width: number;
  readonly narrow: boolean;
  /** Size of text, px. */
  readonly font: number;
  readonly say: (word: ChartWord, values?: Readonly<Record<string, string | number>>) => string;
  readonly day: (day: Day) => string;
  readonly number: (value: number, digits: number) => string;
};

export function settings({width = 1000, words = chartWords, day = dayWords, number = plain}: ChartOptions): Settings {
  const narrow = width < NARROW;
  const say: Settings["say"] = (word, values = {}) =>
    words[word].replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
  return {width, narrow, font: narrow ? 11 : 12.5, say, day, number};
}

const plain = (value: number, digits: number): string =>
  value.toLocaleString("en-GB", {minimumFractionDigits: digits, maximumFractionDigits: digits});

/** A day as a point on an axis of years: 1 July 1971 is about 1971.5. */
export function yearPoint(day: Day): number {
  const year = yearOf(day);
  const first = firstOfYear(year);
  return year + (day - first) / (firstOfYear(year + 1) - first);
}

/** Plot options of a chart whose y is in px from the top and whose x is in px too, unless `x` says otherwise. */
export function frame({width, font}: Settings, height: number, plot: PlotOptions): PlotOptions {
  return {
    x: {type: "identity", axis: null},
    y: {type: "identity", axis: null},
    ...plot,
    width,
    height,
    margin: 0,
    style: {fontSize: `${font}px`}
  };
}

/** A number as a table cell: NaN, "not defined", is an empty cell. */
export const cell = (value: number): number | null => (Number.isNaN(value) ? null : value);
