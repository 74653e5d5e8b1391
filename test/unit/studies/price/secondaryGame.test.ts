import {describe, expect, test} from "vitest";
import {openBaseline} from "../../../../src/casebook/baselines.ts";
import {adopted} from "../../../../src/studies/price/adopted.ts";
import {times} from "../../../../src/studies/price/line.ts";
import type {Pricer} from "../../../../src/studies/price/pricer.ts";
import {
  type GameResult,
  gainFromComplying,
  gameWorlds,
  MOST_PLAYERS,
  type SecondaryGame,
  secondaryGame,
  thirdsOf
} from "../../../../src/studies/price/secondaryGame.ts";
import {exposure, switchingPoint} from "../../../../src/studies/price/switchingPoint.ts";
import type {Economy} from "../../../../src/trade/economy.ts";
import {randomEconomy} from "../../trade/economies.ts";
import {embargo, equals, pricerOf} from "./priced.ts";

const ROUNDED = 1e-9;

/** C0 sanctions the last country; a third complies with the share or is cut off. */
function gameOf(economy: Economy, names: readonly string[], share: number, cut: number): SecondaryGame {
  const [sender, target] = [economy.countries[0]!, economy.countries.at(-1)!];
  const base = [embargo(economy, sender, target)];
  const shares = {share: times(share), cut: times(cut)};
  const joinedBy = (by: string) => adopted(base, {sender, target, by});
  return {senders: [sender], targets: [target], base, thirds: thirdsOf(economy, [sender], joinedBy, names, shares)};
}

const economy = randomEconomy({N: 6, J: 2, seed: 3, inputs: true, tariffs: true});
const price = pricerOf(economy);
const names = ["C1", "C2", "C3"];
const game = gameOf(economy, names, 0.6, 0.7);
const result = secondaryGame(price, game);

/** The profiles that one change by one player does not better, by the payoffs alone. */
function byDefinition({profiles}: GameResult, own: Pricer): string[] {
  const payoff = new Map(
    profiles.map(({choices, outcome}) => [choices.join(), outcome.kind === "solved" ? outcome.welfareHat : null])
  );
  return [...payoff.keys()].filter((key) =>
    key.split(",").every((choice, i, choices) => {
      const other = choices.with(i, choice === "comply" ? "defy" : "comply").join();
      const at = own.economy.countries.indexOf(names[i]!);
      return payoff.get(key)![at]! >= payoff.get(other)![at]! - ROUNDED;
    })
  );
}

test("every profile is solved, and the equilibria are those that nobody gains by leaving", () => {
  expect(gameWorlds(game)).toBe(9);
  expect(result.profiles.map(({complying}) => complying.join(" "))).toEqual([
    "",
    "C1",
    "C2",
    "C1 C2",
    "C3",
    "C1 C3",
    "C2 C3",
    "C1 C2 C3"
  ]);
  for (const [share, cut] of [
    [0.6, 0.7],
    [1, 0.3],
    [0.2, 1]
  ] as const) {
    const found = secondaryGame(price, gameOf(economy, names, share, cut));
    expect(found.equilibria.map(({profile}) => profile.choices.join())).toEqual(byDefinition(found, price));
    for (const {country, dominant, rows} of found.tables)
      for (const {othersComplying, ifComplies, ifDefies, best} of rows) {
        const gain = gainFromComplying(price, gameOf(economy, names, share, cut), country, othersComplying);
        expect(gain).toBeCloseTo(ifComplies! - ifDefies!, 12);
        expect(best).toBe(gain > 0 ? "comply" : "defy");
        if (dominant !== null) expect(best).toBe(dominant);
      }
  }
});

test("a threat costs the sender what punishing takes from it, and credible is what costs it nothing", () => {
  const spared = (who: string) => ({
    ...game,
    thirds: game.thirds.map((t) => (t.country === who ? {...t, punished: []} : t))
  });
  for (const {profile, threats} of result.equilibria)
    for (const {country, costToSender, isCredible, isCarriedOut, damageGained} of threats) {
      const choices = profile.choices.with(names.indexOf(country), "defy").join();
      const at = (r: GameResult) => {
        const {outcome} = r.profiles.find((one) => one.choices.join() === choices)!;
        if (outcome.kind === "none") throw new Error(outcome.message);
        return outcome.losses;
      };
      const without = at(secondaryGame(price, spared(country)));
      expect(costToSender).toBeCloseTo(at(result).sender - without.sender, 5);
      expect(isCredible).toBe(costToSender! <= 0);
      expect(isCarriedOut).toBe(!profile.complying.includes(country));
      expect(damageGained).not.toBeNull();
    }
});

test("a threat that costs its sender just nothing is credible, and one that costs it anything is not", () => {
  const threatsOf = (cut: number) =>
    secondaryGame(price, gameOf(economy, ["C1"], 0.6, cut)).equilibria.flatMap(({threats}) => threats);
  expect(threatsOf(0)).toMatchObject([{country: "C1", costToSender: 0, isCredible: true}]);
  const [felt] = threatsOf(1);
  expect(felt!.costToSender).toBeGreaterThan(0);
  expect(felt!.isCredible).toBe(false);
});

test("losses of several senders and of several targets count together", () => {
  const two = {...game, senders: ["C0", "C4"], targets: ["C5"]};
  const alone = (senders: readonly string[]) => secondaryGame(price, {...game, senders}).profiles;
  const lost = (profiles: GameResult["profiles"]) =>
    profiles.map(({outcome}) => (outcome.kind === "solved" ? outcome.losses.sender : Number.NaN));
  const [first, second] = [lost(alone(["C0"])), lost(alone(["C4"]))];
  for (const [i, sum] of lost(secondaryGame(price, two).profiles).entries())
    expect(sum).toBeCloseTo(first[i]! + second[i]!, 5);
});

test("naming the players in another order changes nothing but the order", () => {
  const turned = secondaryGame(price, gameOf(economy, names.toReversed(), 0.6, 0.7));
  const sets = ({equilibria}: GameResult) => equilibria.map(({profile}) => profile.complying.toSorted().join()).sort();
  expect(sets(turned)).toEqual(sets(result));
});

test("three equal third countries, cut off by less than they must give up, all defy; by more, all comply", () => {
  const world = equals(["A", "B", "C", "D", "T"], 8);
  const at = (share: number, cut: number) => secondaryGame(pricerOf(world), gameOf(world, ["B", "C", "D"], share, cut));
  expect(at(0.8, 0.2).equilibria.map(({profile}) => profile.complying)).toEqual([[]]);
  const found = at(0.2, 0.8);
  expect(found.equilibria.map(({profile}) => profile.complying)).toEqual([["B", "C", "D"]]);
  expect(found.tables.map(({dominant}) => dominant)).toEqual(["comply", "comply", "comply"]);
  const {outcome} = found.equilibria[0]!.profile;
  if (outcome.kind === "none") throw new Error(outcome.message);
  const [b, c, d] = outcome.losses.thirds;
  expect(c).toBeCloseTo(b!, 5);
  expect(d).toBeCloseTo(b!, 5);
});

test("a profile without an equilibrium of the model is none of the game", () => {
  // C0 makes nothing of the last sector: as the target it cannot be without both of its suppliers.
  const base = [embargo(economy, "C5", "C0"), ...["C2", "C3", "C4"].map((name) => embargo(economy, name, "C0"))];
  const joinedBy = (by: string) => adopted(base, {sender: "C5", target: "C0", by});
  const thirds = thirdsOf(economy, ["C5"], joinedBy, ["C1"], {share: times(1), cut: times(0.5)});
  const own = {senders: ["C5"], targets: ["C0"], base, thirds};
  const {profiles, equilibria, tables, notes} = secondaryGame(price, own);
  expect(profiles.map(({outcome}) => outcome.kind)).toEqual(["solved", "none"]);
  expect(equilibria.map(({profile}) => profile.complying)).toEqual([[]]);
  expect(tables[0]!.rows).toMatchObject([{ifComplies: null, best: null}]);
  expect(notes).toEqual([expect.stringMatching(/^1 of 2 profiles have no equilibrium/)]);
  expect(gainFromComplying(price, own, "C1", [])).toBeNaN();
});

test("with more players than can be solved in full, what best responses end in is an equilibrium", () => {
  const many = randomEconomy({N: MOST_PLAYERS + 3, J: 1, seed: 5, inputs: false, tariffs: false});
  const all = many.countries.slice(1, -1);
  expect(all).toHaveLength(MOST_PLAYERS + 1);
  const own = pricerOf(many);
  const large = gameOf(many, all, 0.6, 0.6);
  const {equilibria, searches, notes, tables} = secondaryGame(own, large);
  expect(gameWorlds(large)).toBeUndefined();
  expect(searches!.map(({from, end}) => [from, end])).toEqual([
    ["comply", "equilibrium"],
    ["defy", "equilibrium"]
  ]);
  expect(notes).toEqual([expect.stringMatching(/^more than 10 players/)]);
  expect(tables.every(({dominant}) => dominant === null)).toBe(true);
  expect(equilibria.length).toBeGreaterThan(0);
  for (const {profile} of equilibria)
    for (const country of all) {
      const others = profile.complying.filter((name) => name !== country);
      const gain = gainFromComplying(own, large, country, others);
      expect(profile.complying.includes(country) ? gain >= 0 : gain <= 0).toBe(true);
    }
});

test.each([
  ["studies/no-players", []],
  ["studies/country-twice", ["C0"]],
  ["studies/country-place", ["C9"]]
])("%s", (code, countries) => {
  const thirds = countries.map((country) => ({country, complies: [], punished: []}));
  expect(() => secondaryGame(price, {...game, thirds})).toThrow(expect.objectContaining({code}));
});

test("a gain that never changes its sign leaves the choice, one without a value ends the search", () => {
  expect(switchingPoint(() => 1, 0, 1)).toEqual({kind: "stays", choice: "comply"});
  expect(switchingPoint(() => 0, 0, 1)).toEqual({kind: "stays", choice: "either"});
  expect(switchingPoint((x) => (x > 0.9 ? Number.NaN : 1), 0, 1)).toEqual({kind: "none", at: 1});
  const twice = switchingPoint((x) => (x - 0.3) * (x - 0.8), 0, 1);
  expect(twice).toMatchObject({kind: "switches", below: "comply", above: "defy", switches: 2});
  expect(twice.kind === "switches" && Math.abs(twice.at - 0.3)).toBeLessThan(1e-6);
});

describe("44 countries, 14 sectors: the USA embargoes Russia and asks others to", () => {
  const {economy: wiod} = openBaseline("wiod2014-44x14", ".");
  const own = pricerOf(wiod, {theta: wiod.sectors.map(() => times(5))});
  const base = [embargo(wiod, "USA", "RUS")];
  const joinedBy = (by: string) => adopted(base, {sender: "USA", target: "RUS", by});
  const at = (cut: number, countries: readonly string[]): SecondaryGame => ({
    senders: ["USA"],
    targets: ["RUS"],
    base,
    thirds: thirdsOf(wiod, ["USA"], joinedBy, countries, {share: times(1), cut: times(cut)})
  });

  test("Korea switches as the cut grows, Mexico long before it, and Türkiye, which trades more with Russia, never", () => {
    const switching = (country: string) =>
      switchingPoint((cut) => gainFromComplying(own, at(cut, [country]), country, []), 0, 1);
    const [korea, mexico] = [switching("KOR"), switching("MEX")];
    if (korea.kind !== "switches" || mexico.kind !== "switches") throw new Error("no switch");
    expect(korea).toMatchObject({below: "defy", above: "comply", switches: 1});
    expect(mexico.at).toBeLessThan(korea.at);
    expect(exposure(wiod, "MEX", ["USA"], ["RUS"])).toBeLessThan(exposure(wiod, "KOR", ["USA"], ["RUS"]));
    expect(exposure(wiod, "TUR", ["USA"], ["RUS"])).toBeGreaterThan(1);
    expect(switching("TUR")).toEqual({kind: "stays", choice: "defy"});
    const players = ["KOR", "TUR"];
    const complying = (cut: number) => secondaryGame(own, at(cut, players)).equilibria.map((e) => e.profile.complying);
    expect(complying(0.9 * korea.at)).toEqual([[]]);
    expect(complying(1.1 * korea.at)).toEqual([["KOR"]]);
  });
});
