import type {Test} from "../casebook/claim.ts";
import {incorrect} from "../errors.ts";
import {parseEdtf} from "../time/edtf.ts";
import type {Answer} from "../time/impreciseDay.ts";
import type {Ground} from "./ground.ts";
import {evaluate} from "./quantity.ts";
import {quantityRule, relationWords} from "./quantityWords.ts";
import type {Value} from "./value.ts";

export type TestResult = {
  readonly name: string;
  /** What was counted and how, in words. */
  readonly rule: string;
  /** Null when the record holds nothing to measure. */
  readonly value: Value | null;
  readonly expected: string;
  readonly answer: Answer;
  /** Only a test that certainly holds holds. */
  readonly holds: boolean;
};

/**
 * Runs one test. The answer is `certainly` when the relation holds at every value that the record's dates allow,
 * `possibly` when it holds at some, `no` when at none or when there is nothing to measure.
 * @throws what `evaluate` throws, and incorrect `studies/day-and-number` when a day is compared with a number
 */
export function runTest(test: Test, ground: Ground): TestResult {
  const value = evaluate(test.value, ground);
  const answer = value === null ? "no" : answerOf(test, value, ground);
  return {
    name: test.name,
    rule: quantityRule(test.value),
    value,
    expected: relationWords(test),
    answer,
    holds: answer === "certainly"
  };
}

/** Differences that arithmetic on decimals makes: a mean of 0.1 and 0.2 is 0.15 to this. */
const ROUNDING = 1e-9;

function answerOf(test: Test, value: Value, ground: Ground): Answer {
  const [from, to] = range(test, value.unit === "day", ground);
  const {sure} = value;
  const low = test.bound === "high" ? value.high : value.low;
  const high = test.bound === "low" ? value.low : value.high;
  if (high < from - ROUNDING || low > to + ROUNDING) return "no";
  return sure && low >= from - ROUNDING && high <= to + ROUNDING ? "certainly" : "possibly";
}

/** The values at which the relation holds, both ends included. */
function range(test: Test, isDay: boolean, {at}: Ground): readonly [number, number] {
  if (isDay !== (typeof test.to === "string")) {
    throw incorrect(
      "studies/day-and-number",
      `${isDay ? "day compared with a number" : "number compared with a day"} in ${at}: ${test.is} ${test.to}; days are in, before or onOrAfter a date, numbers equal, atLeast, atMost or about a number`
    );
  }
  switch (test.is) {
    case "equal":
      return [test.to, test.to];
    case "atLeast":
      return [test.to, Infinity];
    case "atMost":
      return [-Infinity, test.to];
    case "about":
      return [test.to - test.within, test.to + test.within];
  }
  const {earliest, latest} = parseEdtf(test.to, `to in ${at}`);
  if (test.is === "in") return [earliest, latest];
  return test.is === "before" ? [-Infinity, earliest - 1] : [earliest, Infinity];
}
