import {incorrect, type ThawError} from "../../errors.ts";
import {orderOf} from "../../numeric/order.ts";
import type {CoxColumns} from "./coxColumns.ts";
import type {Ties} from "./coxModel.ts";

const MATERIAL = 1e-3; // the share of a direction below which a covariate has no part in it
const ALONG_THE_WAY = 1e-6; // how far, in the range of the score, a risk set may break the rule
const AT_THE_END = 1e-3; // the same once Newton's method cannot go on

/**
 * The error for a likelihood that rises for ever along a direction, or undefined when it does not.
 *
 * A direction is one of separation when at every event time the score xᵀdirection of the events is the largest of the risk
 * set (with exact ties: not below that of any spell without an event). This is necessary and sufficient for the partial
 * likelihood to rise along it without end (Bryson & Johnson 1981), given that the covariates are not collinear. Newton's
 * steps tend to such a direction, so it is checked within a tolerance.
 *
 * @param direction [p] in scaled units; not modified
 */
export function separation(
  names: readonly string[],
  columns: CoxColumns,
  direction: Float64Array,
  ties: Ties,
  isLast: boolean
): ThawError | undefined {
  const largest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  const score = new Float64Array(columns.rows.length);
  direction.forEach((d, a) => {
    if (Math.abs(d) <= MATERIAL * largest) return;
    const x = columns.x[a]!;
    for (let i = 0; i < score.length; i++) score[i]! += d * x[i]!;
  });
  const highest = highestAtRisk(columns, score, ties);
  const range =
    score.reduce((most, s) => Math.max(most, s), -Infinity) - score.reduce((m, s) => Math.min(m, s), Infinity);
  const slack = range * (isLast ? AT_THE_END : ALONG_THE_WAY);
  for (let k = 0; k < highest.length; k++) {
    for (let i = columns.binStart[k]!; i < columns.eventEnd[k]!; i++) {
      if (score[i]! < highest[k]! - slack) return undefined;
    }
  }
  const guilty = names.filter((_, a) => Math.abs(direction[a]!) > MATERIAL * largest);
  const who = guilty.length === 1 ? guilty[0]! : `a combination of ${guilty.join(", ")}`;
  const signs = guilty.map((name) => (direction[names.indexOf(name)]! > 0 ? "∞" : "−∞"));
  return incorrect(
    "survival/separation",
    `separation: at every event, the spell that ends has the extreme value of ${who} among those at risk, ` +
      `so the coefficient goes to ${signs.join(", ")}; use Firth's penalty, or leave the covariate out`,
    {covariates: guilty}
  );
}

/** [K] The highest score among the spells at risk in each bin; with exact ties, among those without an event there. */
function highestAtRisk(columns: CoxColumns, score: Float64Array, ties: Ties): Float64Array {
  const {binStart, eventEnd, stratumBin, entryBin} = columns;
  const K = eventEnd.length;
  const first = new Int32Array(score.length);
  const last = new Int32Array(score.length);
  for (let s = 0; s + 1 < stratumBin.length; s++) {
    for (let k = stratumBin[s]!; k < stratumBin[s + 1]!; k++) {
      for (let i = binStart[k]!; i < binStart[k + 1]!; i++) {
        first[i] = Math.max(stratumBin[s]!, (entryBin?.[i] ?? -1) + 1);
        last[i] = ties === "exact" && i < eventEnd[k]! ? k - 1 : k;
      }
    }
  }
  const highest = new Float64Array(K).fill(-Infinity);
  const open = Int32Array.from({length: K + 1}, (_, k) => k);
  const nextOpen = (k: number) => {
    let end = k;
    while (open[end] !== end) end = open[end]!;
    for (let at = k; at !== end; ) [at, open[at]] = [open[at]!, end];
    return end;
  };
  const order = orderOf(score);
  for (let i = order.length - 1; i >= 0; i--) {
    const row = order[i]!;
    for (let k = nextOpen(first[row]!); k <= last[row]!; k = nextOpen(k)) {
      highest[k] = score[row]!;
      open[k] = k + 1;
    }
  }
  return highest;
}
