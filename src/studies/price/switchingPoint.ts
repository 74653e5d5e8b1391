import type {Economy} from "../../trade/economy.ts";
import {placeOf, tradeBetween} from "./adopted.ts";
import type {Choice} from "./gamePlay.ts";

/** Where a third country changes its choice as something grows: the share it is cut off, the share it must adopt, its exposure. */
export type SwitchingPoint =
  | {
      readonly kind: "switches";
      /** Below `at` it makes the first choice, above it the second. */
      readonly at: number;
      readonly below: Choice;
      readonly above: Choice;
      /** How often it switches on the grid; the point is that of the first where it is not 1. */
      readonly switches: number;
    }
  | {readonly kind: "stays"; readonly choice: Choice | "either"}
  /** The model has no equilibrium at a point of the grid. */
  | {readonly kind: "none"; readonly at: number};

const GRID = 8; // intervals searched for a change before one is halved
const WIDTH = 1e-6; // of the range; what is left of it at the end

/**
 * The point between `low` and `high` at which the gain from complying passes through 0, by halving. A change and its
 * reverse within an eighth of the range are not seen.
 *
 * @param width of the range, share of it that is left of the point at the end
 * @param gainAt as `gainFromComplying` gives it, with the game or the economy of that point; NaN where there is none
 */
export function switchingPoint(
  gainAt: (at: number) => number,
  low: number,
  high: number,
  width = WIDTH
): SwitchingPoint {
  const grid = Array.from({length: GRID + 1}, (_, i) => low + ((high - low) * i) / GRID);
  const gains = grid.map(gainAt);
  const lost = gains.findIndex(Number.isNaN);
  if (lost >= 0) return {kind: "none", at: grid[lost]!};
  const sides = gains.map(Math.sign);
  const decided = sides.flatMap((side, i) => (side === 0 ? [] : [i]));
  const changes = decided
    .slice(1)
    .flatMap((i, k) => (sides[i] === sides[decided[k]!] ? [] : [[decided[k]!, i] as const]));
  const first = changes[0];
  if (first === undefined)
    return {kind: "stays", choice: decided.length === 0 ? "either" : choiceOf(sides[decided[0]!]!)};
  let [below, above] = [grid[first[0]]!, grid[first[1]]!];
  const side = sides[first[0]]!;
  while (above - below > width * (high - low)) {
    const middle = (below + above) / 2;
    const gain = gainAt(middle);
    if (Number.isNaN(gain)) return {kind: "none", at: middle};
    if (Math.sign(gain) === side) below = middle;
    else above = middle;
  }
  return {
    kind: "switches",
    at: (below + above) / 2,
    below: choiceOf(side),
    above: choiceOf(-side),
    switches: changes.length
  };
}

const choiceOf = (side: number): Choice => (side > 0 ? "comply" : "defy");

/** A country's trade with the targets ÷ its trade with the senders, in the baseline. */
export const exposure = (
  economy: Economy,
  country: string,
  senders: readonly string[],
  targets: readonly string[]
): number => tradeBetween(economy, [country], targets) / tradeBetween(economy, [country], senders);

/** The economy with the trade of two countries in all sectors multiplied by a factor > 0; the rest as it is, so output follows. */
export function withScaledTrade(economy: Economy, a: string, b: string, factor: number): Economy {
  const {countries, sectors, flow} = economy;
  const [N, J] = [countries.length, sectors.length];
  const [x, y] = [placeOf(economy, a), placeOf(economy, b)];
  const scaled = flow.slice();
  for (const [o, d] of [
    [x, y],
    [y, x]
  ] as const)
    for (let s = 0; s < J; s++) scaled[(o * N + d) * J + s]! *= factor;
  return {...economy, flow: scaled};
}
