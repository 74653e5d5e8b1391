import {incorrect} from "../../errors.ts";
import {bucketsOf} from "../../numeric/codes.ts";
import {riskRows} from "./riskRows.ts";
import type {Spells} from "./spells.ts";

/** The sums behind `logRank`, over s strata and k groups. */
type LogRankSums = {
  /** [s] labels, increasing */
  readonly strata: Int32Array;
  /** [s × k] by rows */
  readonly observed: Float64Array;
  /** [s × k] by rows */
  readonly expected: Float64Array;
  /** [k × k] by rows */
  readonly variance: Float64Array;
  /** [k] Groups with one number were at risk together at an event that told them apart, directly or through others. */
  readonly meets: readonly number[];
  /** [k] sum of weights */
  readonly size: Float64Array;
};

/**
 * One sweep over each stratum, from its last row back.
 *
 * @throws incorrect `survival/rho-negative`
 */
export function logRankSums(
  spells: Spells,
  {codes, k}: {readonly codes: Uint32Array; readonly k: number},
  stratum: Int32Array | undefined,
  rho: number
): LogRankSums {
  const n = spells.exit.length;
  const {groups: strata, start, time, first, last} = riskRows(spells, stratum);
  const entries = bucketsOf(first, time.length);
  const exits = bucketsOf(new Uint32Array(last), time.length);
  const survivalBefore = rho === 0 ? null : pooledSurvival(spells, start, entries, exits);
  const observed = new Float64Array((start.length - 1) * k);
  const expected = new Float64Array((start.length - 1) * k);
  const variance = new Float64Array(k * k);
  const meets = Array.from({length: k}, (_, g) => g);
  const size = new Float64Array(k);
  for (let i = 0; i < n; i++) size[codes[i]!]! += spells.weight?.[i] ?? 1;
  const risk = new Float64Array(k);
  const events = new Float64Array(k);
  for (let s = 0; s + 1 < start.length; s++) {
    let atRisk = 0;
    for (let row = start[s + 1]! - 1; row >= start[s]!; row--) {
      let d = 0;
      for (let j = exits.start[row]!; j < exits.start[row + 1]!; j++) {
        const i = exits.rows[j]!;
        const w = spells.weight?.[i] ?? 1;
        atRisk += w;
        risk[codes[i]!]! += w;
        if (spells.event[i] === 0) continue;
        d += w;
        events[codes[i]!]! += w;
      }
      if (d > 0) {
        const factor = survivalBefore === null ? 1 : survivalBefore[row]! ** rho;
        if (factor === Infinity) throw negativeRho(rho, time[row]!);
        const spread = atRisk > 1 ? (factor * factor * d * (atRisk - d)) / (atRisk * (atRisk - 1)) : 0;
        let met = -1;
        for (let g = 0; g < k; g++) {
          if (risk[g] === 0) continue;
          observed[s * k + g]! += factor * events[g]!;
          expected[s * k + g]! += (factor * d * risk[g]!) / atRisk;
          events[g] = 0;
          if (spread === 0) continue;
          variance[g * k + g]! += spread * risk[g]!;
          for (let h = 0; h < k; h++) variance[g * k + h]! -= (spread * risk[g]! * risk[h]!) / atRisk;
          if (met >= 0) join(meets, met, g);
          met = g;
        }
      }
      for (let j = entries.start[row]!; j < entries.start[row + 1]!; j++) {
        const i = entries.rows[j]!;
        const w = spells.weight?.[i] ?? 1;
        atRisk -= w;
        risk[codes[i]!]! -= w;
      }
    }
  }
  return {strata: strata.labels, observed, expected, variance, meets, size};
}

const negativeRho = (rho: number, time: number) =>
  incorrect(
    "survival/rho-negative",
    `rho below 0: ${rho}; all at risk had ended before time ${time}, where S is 0: give 0 or more`
  );

type Buckets = ReturnType<typeof bucketsOf>;

/** S(t−) [m] of all groups of a stratum, Kaplan–Meier. */
function pooledSurvival({event, weight}: Spells, start: Uint32Array, entries: Buckets, exits: Buckets): Float64Array {
  const survival = new Float64Array(start.at(-1)!);
  for (let s = 0; s + 1 < start.length; s++) {
    let S = 1;
    let atRisk = 0;
    for (let row = start[s]!; row < start[s + 1]!; row++) {
      for (let j = entries.start[row]!; j < entries.start[row + 1]!; j++) atRisk += weight?.[entries.rows[j]!] ?? 1;
      let events = 0;
      let leaving = 0;
      for (let j = exits.start[row]!; j < exits.start[row + 1]!; j++) {
        const w = weight?.[exits.rows[j]!] ?? 1;
        leaving += w;
        if (event[exits.rows[j]!] !== 0) events += w;
      }
      survival[row] = S;
      S *= (atRisk - events) / atRisk;
      atRisk -= leaving;
    }
  }
  return survival;
}

/** Makes one set of the sets of a and b; a set is named by its first member. */
function join(sets: number[], a: number, b: number): void {
  const [one, other] = [sets[a]!, sets[b]!];
  if (one === other) return;
  for (let g = 0; g < sets.length; g++) if (sets[g] === Math.max(one, other)) sets[g] = Math.min(one, other);
}
