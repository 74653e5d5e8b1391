import type {Quantity} from "../casebook/claim.ts";
import {valueIn} from "../trade/series.ts";
import {type Ground, lacking, requireKnown} from "./ground.ts";
import type {Value} from "./value.ts";

/**
 * One figure of one column, million USD.
 * @throws incorrect `studies/unknown-name`, `studies/missing-data`
 */
export function figure(ground: Ground, column: string, year: number): Value {
  const value = read(ground, column, year);
  return {...exact, unit: "million USD", low: value, high: value, counted: [`${column}:${year}`]};
}

/** How many columns of a flow have a figure between two bounds in a year. */
export function columnsWith(
  ground: Ground,
  {origin, destination, year, atLeast = -Infinity, atMost = Infinity}: Extract<Quantity, {kind: "columns"}>
): Value {
  requireKnown(ground, "party", [origin, destination]);
  const {trade} = ground.one;
  const flow = (trade?.columns ?? []).filter((c) => c.origin === origin && c.destination === destination);
  const given = flow.filter(({id}) => valueIn(trade!, id, year) !== null);
  if (given.length === 0) {
    throw lacking(
      ground,
      `trade from ${origin} to ${destination} in ${year}`,
      "choose a year that trade.csv has, or add it"
    );
  }
  const hits = given.filter(({id}) => {
    const value = valueIn(trade!, id, year)!;
    return value >= atLeast && value <= atMost;
  });
  return {...exact, unit: "columns", low: hits.length, high: hits.length, counted: hits.map(({id}) => `${id}:${year}`)};
}

/** In how many of the years `from` to `to` the sum of the columns is below (above) that of the year before. */
export function tradeYears(ground: Ground, {columns, from, to, where}: Extract<Quantity, {kind: "tradeYears"}>): Value {
  const total = (year: number) => columns.reduce((sum, column) => sum + read(ground, column, year), 0);
  return countYears(from, to, (year) => {
    const change = total(year) - total(year - 1);
    return where === "falls" ? change < 0 : change > 0;
  });
}

/** In how many of the years `from` to `to` plus less minus is above 0 (is not). */
export function balanceYears(
  ground: Ground,
  {plus, minus, from, to, where}: Extract<Quantity, {kind: "balanceYears"}>
): Value {
  return countYears(from, to, (year) => {
    const positive = read(ground, plus, year) > read(ground, minus, year);
    return positive === (where === "positive");
  });
}

function countYears(from: number, to: number, holds: (year: number) => boolean): Value {
  const years = Array.from({length: Math.max(0, to - from + 1)}, (_, i) => from + i).filter(holds);
  return {...exact, unit: "years", low: years.length, high: years.length, counted: years.map(String)};
}

const exact = {sure: true, possible: []} as const;

function read(ground: Ground, column: string, year: number): number {
  requireKnown(ground, "column", [column]);
  const value = valueIn(ground.one.trade!, column, year);
  if (value !== null) return value;
  throw lacking(ground, `${column} in ${year}`, "choose a year or a column that has a figure");
}
