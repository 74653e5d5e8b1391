import type {Quantity} from "../casebook/claim.ts";
import {incorrect} from "../errors.ts";
import {countEvents, countMeasures, net, stops} from "./countQuantity.ts";
import {between, issued, pickDay} from "./dayQuantity.ts";
import type {Ground} from "./ground.ts";
import {meanMotive} from "./motiveQuantity.ts";
import {selectActs} from "./selectActs.ts";
import {measuresAt, shareAt} from "./standingQuantity.ts";
import {balanceYears, columnsWith, figure, tradeYears} from "./tradeQuantity.ts";
import {joined, type Unit, type Value} from "./value.ts";

/**
 * Evaluates a quantity. Null when the record holds nothing to measure: the first day of no event, the mean of no
 * weights, a ratio to nothing. An event that is not there is an answer; a name or figure that is not there is an error.
 * @throws incorrect `studies/unknown-name`, `studies/missing-data`, `studies/unit-mismatch`, `time/invalid-edtf`,
 *   `time/invalid-day`
 */
export function evaluate(quantity: Quantity, ground: Ground): Value | null {
  switch (quantity.kind) {
    case "count":
      return quantity.of === "measures" ? countMeasures(ground, quantity.events) : countEvents(ground, quantity.events);
    case "day":
      return pickDay(selectActs(ground, quantity.events), quantity.pick, quantity.clock);
    case "between":
      return between(ground, quantity);
    case "measures":
      return measuresAt(ground, quantity);
    case "share":
      return shareAt(ground, quantity);
    case "net":
      return net(ground, quantity.events);
    case "stops":
      return stops(ground, quantity);
    case "motive":
      return meanMotive(ground, quantity);
    case "issued":
      return issued(ground, quantity.source);
    case "trade":
      return figure(ground, quantity.column, quantity.year);
    case "columns":
      return columnsWith(ground, quantity);
    case "tradeYears":
      return tradeYears(ground, quantity);
    case "balanceYears":
      return balanceYears(ground, quantity);
    case "sum":
      return quantity.of.map((part) => evaluate(part, ground)).reduce((a, b) => add(ground, a, b, 1));
    case "difference":
      return add(ground, evaluate(quantity.of, ground), evaluate(quantity.less, ground), -1);
    case "ratio":
      return divide(ground, evaluate(quantity.of, ground), evaluate(quantity.to, ground));
  }
}

function add(ground: Ground, a: Value | null, b: Value | null, sign: 1 | -1): Value | null {
  if (a === null || b === null) return null;
  if (a.unit !== b.unit || a.unit === "day") throw mismatch(ground, a.unit, b.unit);
  const [low, high] = sign === 1 ? [b.low, b.high] : [-b.high, -b.low];
  return {...joined(a, b), unit: a.unit, low: a.low + low, high: a.high + high};
}

/** Null when the divisor may be 0 or negative. The bounds treat the two as independent, so they err to the wide side. */
function divide(ground: Ground, a: Value | null, b: Value | null): Value | null {
  if (a === null || b === null || b.low <= 0) return null;
  if (a.unit !== b.unit || a.unit === "day") throw mismatch(ground, a.unit, b.unit);
  const ends = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return {...joined(a, b), unit: "ratio", low: Math.min(...ends), high: Math.max(...ends)};
}

const mismatch = ({at}: Ground, a: Unit, b: Unit) =>
  incorrect("studies/unit-mismatch", `mixed units in ${at}: ${a} and ${b}; combine numbers of one unit, and no days`);
