import type {Case} from "../casebook/case.ts";
import type {Chart, ChartOptions} from "../charts/chart.ts";
import type {Channel} from "../sanctions/channel.ts";
import type {Era} from "../sanctions/era.ts";
import type {Event, MotiveKey} from "../sanctions/event.ts";
import type {Life} from "../sanctions/life.ts";
import {dateWords, dayWords, type Language} from "../time/dateWords.ts";
import type {Day} from "../time/day.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";
import {type Say, sayIn} from "./briefWords.ts";
import {chartWordsIn} from "./chartWordsIn.ts";
import type {Block, Inline} from "./document.ts";
import {type FormatNumber, numberIn} from "./numbers.ts";
import type {BriefPrice} from "./sections/price.ts";
import {type Worded, wordedIn} from "./worded.ts";

/** What every section of a brief is built from. */
export type Context = {
  readonly one: Case;
  /** The lives as far as they were on record on the day (recordUpTo.ts). */
  readonly lives: readonly Life[];
  /** The day that the brief is written for. */
  readonly on: Day;
  /** Is the day after the last that the record covers? Then nothing is certain: nobody has looked who acted since. */
  readonly beyond: boolean;
  /** Eras that had begun, in the language. */
  readonly eras: readonly Era[];
  readonly language: Language;
  /** What steps cost, where the brief is priced. */
  readonly price: BriefPrice | null;
  readonly say: Say;
  readonly worded: Worded;
  readonly channel: (channel: Channel) => string;
  /** A motive in a word, as charts name it. */
  readonly motive: (motive: MotiveKey) => string;
  readonly day: (day: Day) => string;
  readonly when: (when: ImpreciseDay) => string;
  readonly number: FormatNumber;
  readonly percent: (share: number) => string;
  readonly drawn: (draw: (options: ChartOptions) => Chart) => Block;
};

const WIDE = 960;
/** A phone of 375 px less the page's margins. */
const NARROW = 343;

export function contextOf(
  one: Case,
  lives: readonly Life[],
  on: Day,
  language: Language,
  price: BriefPrice | null = null
): Context {
  const number = numberIn(language);
  const day = (one: Day) => dayWords(one, language);
  const words = chartWordsIn(language);
  const options: ChartOptions = {words, day, number};
  const worded = wordedIn(one, language);
  return {
    one,
    lives,
    on,
    beyond: on > one.coverage.to,
    eras: worded.eras.filter(({from}) => from <= on),
    language,
    price,
    say: sayIn(language),
    worded,
    channel: (channel) => words[`channel.${channel}`],
    motive: (motive) => words[`motive.${motive}`],
    day,
    when: (when) => dateWords(when, language),
    number,
    percent: (share) => (Number.isNaN(share) ? "–" : `${number(100 * share)}\u00a0%`),
    drawn: (draw) => ({
      kind: "chart",
      wide: draw({...options, width: WIDE}),
      narrow: draw({...options, width: NARROW})
    })
  };
}

/** The reference to what an event cites. */
export const cited = (event: Event): Inline => ({cite: sourcesOf(event)});

export const sourcesOf = ({sources}: Event): readonly string[] => sources.map(({source}) => source);
