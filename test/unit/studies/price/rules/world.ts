import {openBaseline} from "../../../../../src/casebook/baselines.ts";
import {livesOf} from "../../../../../src/casebook/livesOf.ts";
import {openCase} from "../../../../../src/casebook/node.ts";
import type {Line} from "../../../../../src/studies/price/line.ts";
import {type MeasureReading, readMeasures} from "../../../../../src/studies/price/rules/readMeasures.ts";
import {parseDay} from "../../../../../src/time/day.ts";
import type {Economy} from "../../../../../src/trade/economy.ts";

export const usChina = openCase("us-china", process.cwd());
export const lives = livesOf(usChina);
export const wiod = openBaseline("wiod2014-44x14", process.cwd()).economy;
export const goods2023 = openBaseline("world2023-goods", process.cwd()).economy;

/** What the rules make of the bundled case on a day, by measure. */
export const readOn = (day: string, economy: Economy = wiod, one = usChina): ReadonlyMap<string, MeasureReading> =>
  new Map(readMeasures(one, lives, parseDay(day), economy).map((reading) => [reading.measure.id, reading]));

export const linesOn = (day: string, economy: Economy = wiod): Line[] =>
  [...readOn(day, economy).values()].flatMap(({outcome}) => (outcome.kind === "priced" ? [outcome.line] : []));

/** The line of a priced reading. */
export function lineOf(reading: MeasureReading | undefined): Line {
  if (reading?.outcome.kind !== "priced") throw new Error(`not priced: ${JSON.stringify(reading?.outcome)}`);
  return reading.outcome.line;
}
