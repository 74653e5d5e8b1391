import type {RiskRows} from "./riskRows.ts";
import type {Spells} from "./spells.ts";

/** Who is at risk, ends and is censored at each row of `riskRows`: sums of weights, and counts of spells. All are [m]. */
export type RiskTable = {
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly atRiskCount: Uint32Array;
  readonly eventCount: Uint32Array;
};

/**
 * Sums weights by row, from the last row back. At a tied time a spell that ends or is censored there is still at risk and
 * one that enters there is not. Where nobody is at risk the sum of weights starts again from 0, so that rounding of one
 * stretch does not reach the stretch before it; where all at risk end, `events` is `atRisk` to the last bit.
 */
export function riskTable({event, weight}: Spells, {time, first, last}: RiskRows, continued?: Uint8Array): RiskTable {
  const m = time.length;
  const events = new Float64Array(m);
  const censored = new Float64Array(m);
  const eventCount = new Uint32Array(m);
  const leaving = new Float64Array(m); // weight and number of spells whose last row this is,
  const leavingCount = new Uint32Array(m);
  const coming = new Float64Array(m); // and of those whose first row it is
  const comingCount = new Uint32Array(m);
  for (let i = 0; i < event.length; i++) {
    const to = last[i]!;
    const from = first[i]!;
    if (from > to) continue;
    const w = weight === undefined ? 1 : weight[i]!;
    leaving[to]! += w;
    leavingCount[to]!++;
    coming[from]! += w;
    comingCount[from]!++;
    if (event[i]! !== 0) {
      events[to]! += w;
      eventCount[to]!++;
    } else if (continued?.[i] !== 1) {
      censored[to]! += w;
    }
  }
  const atRisk = new Float64Array(m);
  const atRiskCount = new Uint32Array(m);
  let sum = 0;
  let count = 0;
  for (let row = m - 1; row >= 0; row--) {
    sum += leaving[row]!;
    count += leavingCount[row]!;
    if (eventCount[row] === count) events[row] = sum;
    atRisk[row] = sum;
    atRiskCount[row] = count;
    sum -= coming[row]!;
    count -= comingCount[row]!;
    if (count === 0) sum = 0;
  }
  return {atRisk, events, censored, atRiskCount, eventCount};
}
