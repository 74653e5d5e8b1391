/**
 * What harm to the target costs the sender: `ratio` is damage per unit of own cost. A package that costs the sender
 * nothing, or pays it by better terms of trade, is `free`, as a ratio would say nothing of its size; one that does the
 * target no harm is `harmless`, whatever it costs.
 */
export type Worth =
  | {readonly kind: "free"; readonly damage: number}
  | {readonly kind: "ratio"; readonly value: number}
  | {readonly kind: "harmless"; readonly cost: number};

/** Of spending; the solver's residuals are 1e-10, so what differs by less than this is equal. */
export const GRAIN = 1e-9;

/** @param damage, cost million USD as `lossOf` gives them */
export function worthOf(damage: number, cost: number): Worth {
  if (!(damage > 0)) return {kind: "harmless", cost};
  return cost > 0 ? {kind: "ratio", value: damage / cost} : {kind: "free", damage};
}

const RANK = {free: 0, ratio: 1, harmless: 2};

/** Order of sorting, best first: free by damage, then the highest ratio, then harmless by cost. */
export function compareWorth(a: Worth, b: Worth): number {
  if (a.kind === "free" && b.kind === "free") return b.damage - a.damage;
  if (a.kind === "ratio" && b.kind === "ratio") return b.value - a.value;
  if (a.kind === "harmless" && b.kind === "harmless") return a.cost - b.cost;
  return RANK[a.kind] - RANK[b.kind];
}

/**
 * Real consumption that countries lose between two worlds, million USD a year of the baseline; below 0 where they gain.
 * It is rounded to `GRAIN` of what they spend, so that worlds that are equal give equal figures.
 *
 * @param after, before welfareHat [N]; no change where `before` is absent
 * @param members places of the countries
 */
export function lossOf(
  spending: Float64Array,
  members: readonly number[],
  after: Float64Array,
  before?: Float64Array
): number {
  let [lost, all] = [0, 0];
  for (const c of members) {
    lost += spending[c]! * ((before?.[c] ?? 1) - after[c]!);
    all += spending[c]!;
  }
  const grain = GRAIN * all;
  return grain > 0 ? Math.round(lost / grain) * grain + 0 : 0; // + 0 turns −0 into 0
}
