import type {EventFilter, MeasureFilter, Quantity, StandingOn, Test} from "../casebook/claim.ts";
import type {Standing} from "../sanctions/standing.ts";
import {verbWord} from "../sanctions/verb.ts";
import {type Day, formatDay} from "../time/day.ts";
import type {Value} from "./value.ts";

/** The counting convention of a quantity in one phrase, so that a number never stands without the rule that made it. */
export function quantityRule(quantity: Quantity): string {
  switch (quantity.kind) {
    case "count":
      return `counts ${quantity.of === "measures" ? "measures with at least one of the" : "the"} ${acts(quantity.events)}`;
    case "day":
      return `${quantity.clock === undefined ? "operative day" : "day of announcement"} of the ${quantity.pick} of the ${acts(quantity.events)}`;
    case "between":
      return `${quantity.unit} from the first of the ${acts(quantity.first)} to the last of the ${acts(quantity.last)}`;
    case "measures": {
      const also = quantity.also === undefined ? "" : ` and ${at(quantity.also)}`;
      return `counts measures${ofMeasures(quantity.where)} that stand ${at(quantity)}${also}; no other standing counts`;
    }
    case "share":
      return `of the measures${ofMeasures(quantity.where)} that stand ${at(quantity)}, the share that stands ${at(quantity.also)}`;
    case "net":
      return `acts of pressure (imposed, tightened, re-imposed) less acts of relief (eased, waived, suspended, lifted)${ofActs(quantity.events)}; threats and their withdrawal not counted`;
    case "stops":
      return `counts the sender's relief 1 to ${quantity.within} days after the latest pressure on the same measure${ofActs(quantity.events ?? {})}; stays by a court not counted`;
    case "motive":
      return `mean weight of ${quantity.keys.join(" + ")} by ${quantity.coder} over the ${acts(quantity.events)} that were weighed`;
    case "issued":
      return `day of issue of ${quantity.source}`;
    case "trade":
      return `${quantity.column} in ${quantity.year}`;
    case "columns": {
      const {atLeast, atMost} = quantity;
      const bounds = [
        ...(atLeast === undefined ? [] : [`at least ${number(atLeast)}`]),
        ...(atMost === undefined ? [] : [`at most ${number(atMost)}`])
      ].join(" and ");
      const figure = bounds === "" ? "a figure" : `a figure of ${bounds} million USD`;
      return `counts trade columns from ${quantity.origin} to ${quantity.destination} with ${figure} in ${quantity.year}`;
    }
    case "tradeYears":
      return `counts years ${quantity.from}–${quantity.to} in which ${quantity.columns.join(" + ")} ${quantity.where} against the year before`;
    case "balanceYears":
      return `counts years ${quantity.from}–${quantity.to} in which ${quantity.plus} less ${quantity.minus} is ${quantity.where === "positive" ? "above 0" : "not above 0"}`;
    case "sum":
      return `sum of: ${quantity.of.map(quantityRule).join("; ")}`;
    case "difference":
      return `${quantityRule(quantity.of)}; less: ${quantityRule(quantity.less)}`;
    case "ratio":
      return `${quantityRule(quantity.of)}; divided by: ${quantityRule(quantity.to)}`;
  }
}

/** `at least 20`, `in 1985`, `about 42,000 (± 500)`. */
export function relationWords(test: Test): string {
  const bound =
    test.bound === undefined ? "" : ` (the ${test.bound === "low" ? "lowest" : "highest"} that the dates allow)`;
  return `${relation(test)}${bound}`;
}

function relation(test: Test): string {
  switch (test.is) {
    case "equal":
      return number(test.to);
    case "atLeast":
      return `at least ${number(test.to)}`;
    case "atMost":
      return `at most ${number(test.to)}`;
    case "about":
      return `about ${number(test.to)} (± ${number(test.within)})`;
    case "in":
      return `in ${test.to}`;
    case "before":
      return `before ${test.to}`;
    case "onOrAfter":
      return `on or after ${test.to}`;
  }
}

/** `17 to 19 measures`, `1950-12-03`, `41,940 million USD`; `nothing on record` for null. */
export function valueWords(value: Value | null): string {
  if (value === null) return "nothing on record";
  const {unit, low, high} = value;
  const show = (one: number) => (unit === "day" ? formatDay(one as Day) : number(one));
  const range = low === high ? show(low) : `${show(low)} to ${show(high)}`;
  if (unit === "day" || unit === "share" || unit === "ratio") return range;
  return `${range} ${low === 1 && high === 1 ? unit.replace(/s$/, "") : unit}`;
}

const number = (value: number) => value.toLocaleString("en-GB", {maximumFractionDigits: 3});

const at = ({on, standing}: StandingOn) => `${or(standing.map(standingName))} on ${on}`;

/** As in the query, so that two words never stand for one standing. */
const standingName = (standing: Standing) =>
  standing === "inForce" ? "in force in full" : standing === "notYet" ? "not yet" : standing;

function acts(filter: EventFilter): string {
  const verbs = filter.verbs === undefined ? "" : `${or(filter.verbs.map(verbWord))} `;
  return `${verbs}acts${ofActs(filter)}`;
}

function ofActs({from, to, tags, topMotive, ...measures}: Omit<EventFilter, "verbs">): string {
  const parts = [
    ...(tags === undefined ? [] : [`tagged ${or(tags)}`]),
    ...(topMotive === undefined ? [] : [`in which ${topMotive.coder} weighs ${topMotive.key} most`]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(to === undefined ? [] : [`to ${to}`])
  ];
  const on = ofMeasures(measures);
  return [on === "" ? "" : ` on measures${on}`, ...parts.map((part) => ` ${part}`)].join("");
}

function ofMeasures({measures, packages, types, subtypes, senders}: MeasureFilter = {}): string {
  const parts = [
    ...(measures === undefined ? [] : [or(measures)]),
    ...(senders === undefined ? [] : [`with sender ${or(senders)}`]),
    ...(packages === undefined ? [] : [`of package ${or(packages)}`]),
    ...(types === undefined ? [] : [`of type ${or(types)}`]),
    ...(subtypes === undefined ? [] : [`of subtype ${or(subtypes)}`])
  ];
  return parts.map((part) => ` ${part}`).join("");
}

const or = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? "") : `${list.slice(0, -1).join(", ")} or ${list.at(-1)}`;
