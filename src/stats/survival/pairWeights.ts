import type {Spells} from "./spells.ts";

/**
 * How much a pair counts that is compared at an event time t, with n(t) at risk out of n, S(t−) and G(t−) the
 * Kaplan–Meier curves of the event and of censoring: `n` 1 (Harrell); `S` n S / n(t); `S/G` n S / (G n(t)) (Schemper);
 * `n/G2` 1 / G² (Uno); `I` 1 / n(t).
 */
export type TimeWeight = "n" | "S" | "S/G" | "n/G2" | "I";

/**
 * The weights of pairs at each exit of a stratum without delayed entry; undefined when all are 1. At a tied time events
 * come before censorings.
 *
 * @param exits rows by exit
 */
export function pairWeights(
  timeWeight: TimeWeight,
  {exit, event, weight}: Spells,
  exits: Uint32Array
): Float64Array | undefined {
  if (timeWeight === "n") return undefined;
  const weights = new Float64Array(exits.length);
  const atRisk = new Float64Array(exits.length + 1);
  for (let at = exits.length - 1; at >= 0; at--) atRisk[at] = atRisk[at + 1]! + (weight?.[exits[at]!] ?? 1);
  const n = atRisk[0]!;
  let S = 1;
  let G = 1;
  for (let start = 0, end = 0; start < exits.length; start = end) {
    const here = atRisk[start]!;
    const factors = {S: (n * S) / here, "S/G": (n * S) / (G * here), "n/G2": 1 / G ** 2, I: 1 / here};
    let events = 0;
    for (; end < exits.length && exit[exits[end]!] === exit[exits[start]!]; end++) {
      weights[end] = factors[timeWeight];
      if (event[exits[end]!] === 1) events += weight?.[exits[end]!] ?? 1;
    }
    const left = here - events;
    S *= left / here;
    if (left > 0) G *= atRisk[end]! / left;
  }
  return weights;
}
