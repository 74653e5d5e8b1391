import type {Case} from "../casebook/case.ts";
import type {Chart, ChartOptions} from "../charts/chart.ts";
import type {Life} from "../sanctions/life.ts";
import {dayWords, type Language} from "../time/dateWords.ts";
import type {Day} from "../time/day.ts";
import {type Say, sayIn} from "./briefWords.ts";
import {chartWordsIn} from "./chartWordsIn.ts";
import type {Block} from "./document.ts";
import {type Worded, wordedIn} from "./worded.ts";

/** What every section of a brief is built from. */
export type Context = {
  readonly one: Case;
  readonly lives: readonly Life[];
  /** The day that the brief is written for. */
  readonly on: Day;
  readonly language: Language;
  readonly say: Say;
  readonly worded: Worded;
  readonly day: (day: Day) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number) => string;
  readonly drawn: (draw: (options: ChartOptions) => Chart) => Block;
};

const WIDE = 960;
/** A phone of 375 px less the page's margins. */
const NARROW = 343;

export function contextOf(one: Case, lives: readonly Life[], on: Day, language: Language): Context {
  const locale = language === "ru" ? "ru-RU" : "en-GB";
  const number = (value: number, digits = 0) =>
    value.toLocaleString(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits});
  const day = (one: Day) => dayWords(one, language);
  const options: ChartOptions = {words: chartWordsIn(language), day, number};
  return {
    one,
    lives,
    on,
    language,
    say: sayIn(language),
    worded: wordedIn(one, language),
    day,
    number,
    percent: (share) => (Number.isNaN(share) ? "–" : `${number(100 * share)} %`),
    drawn: (draw) => ({
      kind: "chart",
      wide: draw({...options, width: WIDE}),
      narrow: draw({...options, width: NARROW})
    })
  };
}
