import {expect, test} from "vitest";
import {bestResponses, type Choice, isEquilibrium, type Play, play} from "../../../../src/studies/price/gamePlay.ts";

/** Two players; payoffs by what both do, c for complying: [first][second] → [payoff of the first, of the second]. */
const table = (payoffs: Record<"cc" | "cd" | "dc" | "dd", readonly [number, number] | null>): Play =>
  play(["A", "B"], (choices, player) => {
    const key = choices.map((choice) => choice[0]).join("") as "cc";
    return payoffs[key]?.[player] ?? null;
  });

const profiles: Choice[][] = [
  ["comply", "comply"],
  ["comply", "defy"],
  ["defy", "comply"],
  ["defy", "defy"]
];
const equilibria = (game: Play) =>
  profiles.filter((choices) => isEquilibrium(game, choices)).map((choices) => choices.join());

test("each complies only if the other does: two equilibria, and the start decides between them", () => {
  const game = table({cc: [2, 2], cd: [0, 1], dc: [1, 0], dd: [1, 1]});
  expect(equilibria(game)).toEqual(["comply,comply", "defy,defy"]);
  expect(bestResponses(game, "comply")).toMatchObject({choices: ["comply", "comply"], rounds: 1, end: "equilibrium"});
  expect(bestResponses(game, "defy")).toMatchObject({choices: ["defy", "defy"], rounds: 1, end: "equilibrium"});
});

test("a prisoner's dilemma ends in the dominant choices from either start", () => {
  const game = table({cc: [2, 2], cd: [0, 3], dc: [3, 0], dd: [1, 1]});
  expect(equilibria(game)).toEqual(["defy,defy"]);
  expect(bestResponses(game, "comply")).toMatchObject({choices: ["defy", "defy"], rounds: 2, end: "equilibrium"});
});

test("one wants to match and the other to differ: no equilibrium, and best responses go round", () => {
  const game = table({cc: [1, 0], cd: [0, 1], dc: [0, 1], dd: [1, 0]});
  expect(equilibria(game)).toEqual([]);
  expect(bestResponses(game, "comply").end).toBe("cycle");
});

test("what differs by rounding is equal: an indifferent player stays, and all its profiles are equilibria", () => {
  const game = table({cc: [1, 1], cd: [1, 1 + 1e-12], dc: [1 - 1e-12, 1], dd: [1, 1]});
  expect(equilibria(game)).toHaveLength(4);
  expect(game.best(["defy", "defy"], 0)).toBe("either");
  expect(bestResponses(game, "defy").choices).toEqual(["defy", "defy"]);
});

test("nobody deviates to a profile without payoffs", () => {
  const game = table({cc: [0, 0], cd: null, dc: [1, 1], dd: null});
  expect(game.best(["comply", "comply"], 1)).toBeNull();
  expect(isEquilibrium(game, ["defy", "comply"])).toBe(true);
  expect(isEquilibrium(game, ["comply", "comply"])).toBe(false);
  const nothing = table({cc: null, cd: null, dc: null, dd: null});
  expect(bestResponses(nothing, "comply").end).toBe("no equilibrium of the model");
});
