import {GRAIN} from "./worth.ts";

/** What a third country does. */
export type Choice = "comply" | "defy";

/** What happens to a third country: one that defies is punished; `spared` defies and is not. */
export type Stance = Choice | "spared";

/** A game of k players with two choices each; payoffs are asked for once. */
export type Play = {
  readonly players: readonly string[];
  /** null where the profile [k] has none. */
  payoff(choices: readonly Choice[], player: number): number | null;
  /** The better choice of a player against those of the others; its own is not read. Null where either has no payoff. */
  best(choices: readonly Choice[], player: number): Choice | "either" | null;
  /** The profiles whose payoffs were asked for. */
  met(): (readonly Choice[])[];
};

/** @param payoffOf payoffs that differ by no more than `GRAIN` are equal */
export function play(
  players: readonly string[],
  payoffOf: (choices: readonly Choice[], player: number) => number | null
): Play {
  const met = new Map<string, readonly Choice[]>();
  const payoff = (choices: readonly Choice[], player: number): number | null => {
    const value = payoffOf(choices, player);
    met.set(choices.join(), choices);
    return value;
  };
  const best = (choices: readonly Choice[], player: number): Choice | "either" | null => {
    const complies = payoff(choices.with(player, "comply"), player);
    const defies = payoff(choices.with(player, "defy"), player);
    if (complies === null || defies === null) return null;
    if (Math.abs(complies - defies) <= GRAIN) return "either";
    return complies > defies ? "comply" : "defy";
  };
  return {players, payoff, best, met: () => [...met.values()]};
}

/** Whether no player gains by changing its choice; one that has nothing to compare does not. */
export const isEquilibrium = ({best}: Play, choices: readonly Choice[]): boolean =>
  choices.every((choice, player) => {
    const better = best(choices, player);
    return better === null || better === "either" || better === choice;
  });

/** How a search by best responses ended. */
export type Search = {
  /** Where it started: all make this choice. */
  readonly from: Choice;
  /** [k] where it ended */
  readonly choices: readonly Choice[];
  readonly rounds: number;
  readonly end: "equilibrium" | "cycle" | "no equilibrium of the model";
};

/**
 * Follows best responses, one player after the other by code, until nobody changes or a round starts where an earlier
 * one did. A player that is indifferent, or has nothing to compare, stays.
 */
export function bestResponses({players, payoff, best}: Play, from: Choice): Search {
  const turns = players.map((_, i) => i).sort((a, b) => (players[a]! < players[b]! ? -1 : 1));
  let choices: readonly Choice[] = players.map(() => from);
  const starts = new Set<string>();
  for (let rounds = 0; ; rounds++) {
    const start = choices.join();
    if (starts.has(start)) return {from, choices, rounds, end: "cycle"};
    starts.add(start);
    for (const i of turns) {
      const better = best(choices, i);
      if (better === "comply" || better === "defy") choices = choices.with(i, better);
    }
    if (choices.join() !== start) continue;
    const end = payoff(choices, 0) === null ? "no equilibrium of the model" : "equilibrium";
    return {from, choices, rounds: rounds + 1, end};
  }
}
