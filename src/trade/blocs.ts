import type {Model} from "./calibrate.ts";
import type {Wedges} from "./shock.ts";

/** Which countries trade can still reach. */
export type Blocs = {
  /** [N] Bloc of a country, from 0: two countries share one when a chain of open flows in either direction joins them. */
  readonly of: readonly number[];
  readonly count: number;
  /** Countries that reach each other along the flows, and the rest of their bloc in one direction only. */
  readonly deadEnds: readonly DeadEnd[];
};

/** `sells`: flows leave the members and none arrives; `buys`: the other way round. */
export type DeadEnd = {readonly members: readonly number[]; readonly only: "sells" | "buys"};

/** The blocs that a shock leaves; one, unless prohibitions (or zeros in the data) cut the world up. */
export function blocs({tradeShare, labourIncome}: Model, {priceWedge}: Wedges): Blocs {
  const N = labourIncome.length;
  const isOpen = new Uint8Array(N * N);
  for (let at = 0; at < tradeShare.length; at++)
    if (tradeShare[at]! > 0 && priceWedge[at]! < Infinity) isOpen[at % (N * N)] = 1;
  const sells = (o: number, d: number) => isOpen[o * N + d] === 1;
  const of = new Array<number>(N).fill(-1);
  const isPlaced = new Uint8Array(N);
  const deadEnds: DeadEnd[] = [];
  let count = 0;
  for (let c = 0; c < N; c++) {
    if (of[c] === -1) {
      for (const member of reached(N, c, (a, b) => sells(a, b) || sells(b, a))) of[member] = count;
      count++;
    }
    if (isPlaced[c]) continue;
    const customers = reached(N, c, sells);
    const suppliers = new Set(reached(N, c, (a, b) => sells(b, a)));
    const members = customers.filter((member) => suppliers.has(member));
    for (const member of members) isPlaced[member] = 1;
    const [hasCustomers, hasSuppliers] = [customers.length > members.length, suppliers.size > members.length];
    if (hasCustomers !== hasSuppliers) deadEnds.push({members, only: hasCustomers ? "sells" : "buys"});
  }
  return {of, count, deadEnds};
}

function reached(N: number, from: number, isJoined: (a: number, b: number) => boolean): number[] {
  const seen = new Uint8Array(N);
  seen[from] = 1;
  const found = [from];
  for (const a of found)
    for (let b = 0; b < N; b++)
      if (!seen[b] && isJoined(a, b)) {
        seen[b] = 1;
        found.push(b);
      }
  return found;
}

/** Sums of values [N] by bloc. */
export function sumByBloc({of, count}: Blocs, values: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (const [c, value] of values.entries()) sums[of[c]!]! += value;
  return sums;
}
