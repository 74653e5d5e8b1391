import {expect, test} from "vitest";
import {solve} from "../../src/trade/solve.ts";
import {byFlow, economyOf, oneSector} from "../unit/trade/economies.ts";

const SOLVED = 1e-9; // the answer is a solution with residuals of 1e-10, the formula is exact
const TWINS = ["A", "B"];
const HOME = 0.7; // share of its own goods in what either of two equal countries buys

/** Two equal countries that each spend 100 on one good, HOME of it at home; β is value added per output. */
const twins = (theta: number, beta: number) =>
  economyOf(TWINS, ["goods"], {
    flow: Float64Array.of(100 * HOME, 100 * (1 - HOME), 100 * (1 - HOME), 100 * HOME),
    tariff: new Float64Array(4),
    valueAdded: Float64Array.of(beta, beta),
    intermediate: Float64Array.of(1 - beta, 1 - beta),
    tradeElasticity: Float64Array.of(theta)
  });
const abroad = (o: number, d: number) => o !== d;

test("equal countries, dearer trade: wages stay, prices rise by the formula, inputs multiply by 1 ⁄ β", () => {
  for (const [theta, beta] of [
    [4, 1],
    [4, 0.5],
    [7.5, 0.3]
  ] as const) {
    const economy = twins(theta, beta);
    const {wageHat, consumerPriceHat, realConsumptionHat} = solve(economy, {
      icebergCost: byFlow(economy, (o, d) => (abroad(o, d) ? 1.5 : 1))
    });
    // P̂ = ĉ (h + (1 − h) d^(−θ))^(−1⁄θ) and ĉ = P̂^(1 − β)
    const price = (HOME + (1 - HOME) * 1.5 ** -theta) ** (-1 / (theta * beta));
    for (const c of [0, 1]) {
      expect(Math.abs(wageHat[c]! - 1)).toBeLessThan(SOLVED);
      expect(Math.abs(consumerPriceHat[c]! / price - 1)).toBeLessThan(SOLVED);
      expect(Math.abs(realConsumptionHat[c]! * price - 1)).toBeLessThan(SOLVED);
    }
  }
});

test("equal countries, equal tariffs: revenue comes back to the buyers", () => {
  const [theta, rate] = [5, 0.25];
  const economy = twins(theta, 1);
  const {tariffRevenue, income, realConsumptionHat} = solve(economy, {
    tariff: byFlow(economy, (o, d) => (abroad(o, d) ? rate : 0))
  });
  // import share m at tariff-inclusive prices; income I = 100 + I m t ⁄ (1 + t)
  const price = (HOME + (1 - HOME) * (1 + rate) ** -theta) ** (-1 / theta);
  const imports = (1 - HOME) * ((1 + rate) / price) ** -theta;
  const spent = 100 / (1 - (imports * rate) / (1 + rate));
  expect(Math.abs(income[0]! / spent - 1)).toBeLessThan(SOLVED);
  expect(Math.abs(tariffRevenue[1]! / (spent - 100) - 1)).toBeLessThan(SOLVED);
  expect(Math.abs(realConsumptionHat[0]! / (spent / 100 / price) - 1)).toBeLessThan(SOLVED);
});

test("a small country in a large world: its wage falls until its trade balances at the world's prices", () => {
  // The world (W) is so large that its wage and price stay; S sells x and buys x. An iceberg cost d on what S sells:
  // exports x ŵ^(−θ) d^(−θ) ŵ⁰ in value = imports ŵ · (1 − h′), with h′ = h ŵ^(−θ) ⁄ (h ŵ^(−θ) + 1 − h).
  const [theta, d, large] = [4, 1.2, 1e12];
  const economy = oneSector(["S", "W"], Float64Array.of(60, 40, 40, large), theta);
  const {wageHat} = solve(economy, {icebergCost: byFlow(economy, (o, to) => (o === 0 && to === 1 ? d : 1))});
  let [low, high] = [0.1, 1];
  for (let i = 0; i < 100; i++) {
    const wage = (low + high) / 2;
    const home = 0.6 * wage ** -theta;
    const excess = 40 * (wage * d) ** -theta - wage * 100 * (0.4 / (home + 0.4));
    if (excess > 0) low = wage;
    else high = wage;
  }
  expect(Math.abs(wageHat[0]! / low - 1)).toBeLessThan(1e-8); // W is 1e10 times S, not infinitely large
});

test("a transfer is spent: real consumption moves by it, and the receiver's wage rises with home bias", () => {
  const economy = twins(5, 1);
  const {income, wageHat, deficit} = solve(economy, {transfer: Float64Array.of(10, -10)});
  expect(deficit[0]).toBeCloseTo(10, 12);
  expect(Math.abs(income[0]! - (100 * wageHat[0]! + 10))).toBeLessThan(100 * SOLVED);
  expect(wageHat[0]! - 1).toBeGreaterThan(0.001);
  expect(Math.abs(wageHat[0]! + wageHat[1]! - 2)).toBeLessThan(SOLVED);
});
