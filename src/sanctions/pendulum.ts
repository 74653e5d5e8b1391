import {quantile} from "../numeric/quantile.ts";
import {random} from "../numeric/random.ts";
import type {Day} from "../time/day.ts";
import {standingAsOf} from "./asOf.ts";
import {type Channel, channelOf, channels} from "./channel.ts";
import type {Life} from "./life.ts";
import {type MeasureType, measureTypes} from "./measure.ts";
import {severity} from "./severity.ts";
import type {Standing} from "./standing.ts";

/**
 * How much a measure in each standing weighs, under three named rules:
 *
 * - `count`: 1 in force (in full or eased), 0 otherwise;
 * - `state`: 1 in force in full, EASED when eased, 0 when waived, suspended, threatened or ended;
 * - `severity`: `state` times the severity of the measure's type (severity.ts).
 */
export const pendulumRules = ["count", "state", "severity"] as const;
export type PendulumRule = (typeof pendulumRules)[number];

/** Weight of an eased measure under `state` and `severity`: half, by convention; the band draws it from [0, 1]. */
export const EASED = 0.5;

/** Restrictiveness on one day. `low` and `high` differ only by what imprecise dates leave open. */
export type PendulumPoint = {readonly day: Day; readonly low: number; readonly high: number};

export type ChannelPoint = PendulumPoint & {readonly channel: Channel};

/** The pendulum under a rule on each day. Days may be in any order; the answer keeps it. */
export function pendulum(lives: readonly Life[], days: readonly Day[], rule: PendulumRule): PendulumPoint[] {
  return days.map((day) => ({day, ...total(lives, day, rule)}));
}

/** The pendulum split by channel: days × channels rows, in that order. */
export function pendulumByChannel(lives: readonly Life[], days: readonly Day[], rule: PendulumRule): ChannelPoint[] {
  const byChannel = channels.map((channel) => ({
    channel,
    own: lives.filter(({measure}) => channelOf(measure) === channel)
  }));
  return days.flatMap((day) => byChannel.map(({channel, own}) => ({day, channel, ...total(own, day, rule)})));
}

/** Sums by type in a fixed order, so that the order of `lives` cannot move the last digit. */
function total(lives: readonly Life[], day: Day, rule: PendulumRule): {low: number; high: number} {
  const bounds = measureTypes.map(() => ({low: 0, high: 0}));
  for (const life of lives) {
    const bound = bounds[measureTypes.indexOf(life.measure.type)]!;
    const [low, high] = boundsOf(life, day, rule);
    bound.low += low;
    bound.high += high;
  }
  let [low, high] = [0, 0];
  measureTypes.forEach((type, i) => {
    const scale = rule === "severity" ? severity[type] : 1;
    low += scale * bounds[i]!.low;
    high += scale * bounds[i]!.high;
  });
  return {low, high};
}

/** The least and the most that a measure may weigh on a day, before severity. */
function boundsOf(life: Life, day: Day, rule: PendulumRule): readonly [low: number, high: number] {
  const weights = standingAsOf(life, day).standings.map((standing) => ruleWeight(standing, rule));
  return [Math.min(...weights), Math.max(...weights)];
}

/** 0, EASED or 1: multiples of a half, so that sums over measures are exact. */
function ruleWeight(standing: Standing, rule: PendulumRule): number {
  if (standing === "inForce") return 1;
  if (standing !== "eased") return 0;
  return rule === "count" ? 1 : EASED;
}

/** Share of the highest value of each weighting: 5 %, 50 % and 95 % over the weightings. In [0, 1]. */
export type BandPoint = {readonly day: Day; readonly low: number; readonly mid: number; readonly high: number};

export type BandOptions = {readonly draws: number; readonly seed: number};

export const BAND: BandOptions = {draws: 1000, seed: 1949};

/**
 * The band over random weightings: each draw takes a severity for every type and a weight for eased measures,
 * independently and uniformly from [0, 1], and divides the series by its own maximum over `days`. Where dates leave
 * the standing open, the midpoint of the bounds counts. A draw that is 0 on every day gives 0.
 */
export function pendulumBand(lives: readonly Life[], days: readonly Day[], options: BandOptions = BAND): BandPoint[] {
  const cells = days.map((day) => cellsOn(lives, day));
  const series = weightings(options).map((weighting) => {
    const values = cells.map((cell) => weigh(cell, weighting));
    const top = Math.max(...values);
    return values.map((value) => (top === 0 ? 0 : value / top));
  });
  return days.map((day, i) => {
    const values = Float64Array.from(series, (one) => one[i]!).sort();
    return {day, low: quantile(values, 0.05), mid: quantile(values, 0.5), high: quantile(values, 0.95)};
  });
}

export type Comparison = {
  /** Share of random weightings under which the first day is strictly lower than the second. */
  readonly shareLower: number;
  /** Is the first day lower or equal under every non-negative weighting, with no draw involved? */
  readonly always: boolean;
  /** Types for which the first day is heavier: a weighting on these alone turns the comparison round. */
  readonly against: readonly {readonly type: MeasureType; readonly first: string; readonly second: string}[];
  readonly draws: number;
  readonly seed: number;
};

/**
 * Is restrictiveness lower on `first` than on `second`, whatever the weights? It holds under every weighting exactly
 * when it holds for each type alone with eased measures at 0 and at 1, because the sum is linear in the severities
 * and, for each type, in the weight of the eased.
 */
export function compareDays(lives: readonly Life[], first: Day, second: Day, options: BandOptions = BAND): Comparison {
  const [a, b] = [cellsOn(lives, first), cellsOn(lives, second)];
  const draws = weightings(options);
  const lower = draws.filter((w) => weigh(a, w) < weigh(b, w)).length;
  const against = measureTypes.flatMap((type, i) => {
    const [fa, ea, fb, eb] = [a.full[i]!, a.eased[i]!, b.full[i]!, b.eased[i]!];
    return fa <= fb && fa + ea <= fb + eb ? [] : [{type, first: cellWord(fa, ea), second: cellWord(fb, eb)}];
  });
  return {shareLower: lower / draws.length, always: against.length === 0, against, ...options};
}

const cellWord = (full: number, eased: number) => `${full} in full, ${eased} eased`;

/** Measures by type on one day: [types] in full and [types] eased; a doubtful one counts half at each of its bounds. */
type Cells = {readonly full: Float64Array; readonly eased: Float64Array};
type Weighting = {readonly types: Float64Array; readonly eased: number};

function cellsOn(lives: readonly Life[], day: Day): Cells {
  const full = new Float64Array(measureTypes.length);
  const eased = new Float64Array(measureTypes.length);
  for (const life of lives) {
    const i = measureTypes.indexOf(life.measure.type);
    for (const bound of boundsOf(life, day, "state")) {
      if (bound === 1) full[i]! += 0.5;
      if (bound === EASED) eased[i]! += 0.5;
    }
  }
  return {full, eased};
}

function weigh({full, eased}: Cells, weighting: Weighting): number {
  let sum = 0;
  for (let i = 0; i < full.length; i++) sum += weighting.types[i]! * (full[i]! + weighting.eased * eased[i]!);
  return sum;
}

function weightings({draws, seed}: BandOptions): Weighting[] {
  const next = random(seed);
  return Array.from({length: draws}, () => ({types: Float64Array.from(measureTypes, next), eased: next()}));
}
