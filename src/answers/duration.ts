import type {HowLong} from "../studies/howLong.ts";
import type {StateShares} from "../studies/stateShares.ts";
import {formatDay} from "../time/day.ts";

/** A study of durations with typed arrays as lists and days as dates. */
export function durationAnswer({table, durations, ...study}: HowLong) {
  const {from, until, ...options} = table.options;
  return {
    ...study,
    options: {...options, from: formatDay(from), until: formatDay(until)},
    durations: durations.map(({curves, ...duration}) => ({
      ...duration,
      curves: {low: curveAnswer(curves.low), high: curveAnswer(curves.high)}
    })),
    leftOut: table.excluded
  };
}

const curveAnswer = ({days, share, lower, upper, isComplete}: HowLong["durations"][number]["curves"]["low"]) => ({
  days: [...days],
  share: [...share],
  lower: [...lower],
  upper: [...upper],
  isComplete
});

/** The share of measures in each state by years, without the curve. */
export const stateAnswer = ({table, curve: _, ...study}: StateShares) => ({
  until: formatDay(table.until),
  ...study,
  leftOut: table.excluded
});
