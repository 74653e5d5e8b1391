import type {Spell} from "./spells.ts";

/** Which of the days that the dates allow: the fewest or the most. */
export type Bound = "low" | "high";

/** Spells as columns [n], in the order of the list, for the estimators of stats/. */
export type SpellColumns = {
  readonly entry: Float64Array;
  readonly exit: Float64Array;
  /** 0 censored, 1 ended, 2 otherwise */
  readonly event: Uint8Array;
  readonly cluster: Int32Array;
};

/** Days that a spell counts which, by one bound of its dates, lasted none. */
const SHORTEST = 0.5;

/** How spells end, as the estimators of stats/ number it. */
export const causeCodes = {censored: 0, ended: 1, otherwise: 2} as const;

/**
 * Spells with known days, as far as one bound of their dates goes. A spell that had not ended is censored at its last
 * certain day under both bounds. One that by its dates may have lasted no day counts SHORTEST days.
 */
export function spellColumns(spells: readonly Spell[], bound: Bound): SpellColumns {
  const clusters = new Map([...new Set(spells.map(({cluster}) => cluster))].sort().map((name, code) => [name, code]));
  const exitOf = ({entry, exit: {low, high}}: Spell) =>
    Math.max(bound === "high" && high < Infinity ? high : low, entry[bound] + SHORTEST);
  return {
    entry: Float64Array.from(spells, ({entry}) => entry[bound]),
    exit: Float64Array.from(spells, exitOf),
    event: Uint8Array.from(spells, ({cause}) => causeCodes[cause]),
    cluster: Int32Array.from(spells, ({cluster}) => clusters.get(cluster)!)
  };
}
