import {incorrect} from "../../errors.ts";
import {countUpTo} from "./countUpTo.ts";
import {riskRows} from "./riskRows.ts";
import {riskTable} from "./riskTable.ts";
import type {Spells} from "./spells.ts";

/**
 * A time scale for tests of proportional hazards: `km` is 1 − S(t−) with the Kaplan–Meier S of all spells together, `rank`
 * the mean rank of t among all exits, `identity` t and `log` log t. Neither the curve nor the ranks are weighted or by
 * stratum, as in R. A function is used as it is.
 */
export type TimeTransform = "km" | "rank" | "identity" | "log" | ((time: number) => number);

/**
 * @param time [K] event times; those of strata may repeat
 * @throws incorrect `survival/transform-not-finite`
 */
export function transformedTimes(transform: TimeTransform, spells: Spells, time: Float64Array): Float64Array {
  const g = scaled(transform, spells, time);
  const at = g.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) {
    const what = typeof transform === "string" ? transform : "the transform";
    throw incorrect(
      "survival/transform-not-finite",
      `${what} of a time not finite: ${g[at]} at ${time[at]}; use a transform that suits times of 0 and below, as km`
    );
  }
  return g;
}

function scaled(transform: TimeTransform, spells: Spells, time: Float64Array): Float64Array {
  if (transform === "identity") return time.slice();
  if (transform === "log") return time.map(Math.log);
  if (typeof transform === "function") return time.map(transform);
  const {entry, exit, event} = spells;
  const together = {exit, event, ...(entry && {entry})};
  const rows = riskRows(together);
  const {atRisk, events, censored} = riskTable(together, rows);
  const scale = new Float64Array(atRisk.length);
  let survival = 1;
  let before = 0;
  for (let row = 0; row < atRisk.length; row++) {
    const exits = events[row]! + censored[row]!;
    scale[row] = transform === "km" ? 1 - survival : before + (exits + 1) / 2;
    survival *= 1 - events[row]! / atRisk[row]!;
    before += exits;
  }
  return time.map((t) => scale[countUpTo(rows.time, t) - 1]!);
}
