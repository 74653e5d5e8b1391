import type {ClaimResult} from "../studies/claims.ts";
import type {TestResult} from "../studies/claimTest.ts";
import {type Day, formatDay} from "../time/day.ts";

/** A claim with its verdict and the numbers behind it; a value that is a day is written as one. */
export const claimAnswer = ({tests, quoted, ...result}: ClaimResult) => ({
  ...result,
  tests: tests.map(testAnswer),
  quoted: quoted.map(testAnswer)
});

function testAnswer({value, ...test}: TestResult) {
  if (value?.unit !== "day") return {...test, value};
  return {...test, value: {...value, low: formatDay(value.low as Day), high: formatDay(value.high as Day)}};
}
