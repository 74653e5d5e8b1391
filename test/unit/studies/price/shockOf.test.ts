import {expect, test} from "vitest";
import {ThawError} from "../../../../src/errors.ts";
import {triangular} from "../../../../src/numeric/uncertain.ts";
import {central, drawn, type Line} from "../../../../src/studies/price/line.ts";
import {shockOf} from "../../../../src/studies/price/shockOf.ts";
import {flowAt} from "../../../../src/trade/economy.ts";
import {solve} from "../../../../src/trade/solve.ts";
import {economy, line} from "./worlds.ts";

const theta = Float64Array.of(4, 5);
const place = ["C1", "C2", "S1"] as const;
const at = flowAt(economy, 1, 2, 1);
const shock = (before: readonly Line[], after: readonly Line[]) => shockOf(economy, theta, before, after, central);
const ROUNDING = 14; // digits

test("lines that stand before and after change nothing at all", () => {
  const lines = [line("a", "closed", place, 0.3), line("b", "tariff", place, 0.2), line("c", "cost", place, 0.1)];
  const {icebergCost, tariff, exportTax, prohibited, transfer} = shock(lines, lines);
  expect(new Set(icebergCost)).toEqual(new Set([1]));
  expect(tariff).toEqual(economy.tariff);
  for (const zero of [exportTax!, prohibited!, transfer!]) expect(new Set(zero)).toEqual(new Set([0]));
});

test("tariffs add up, costs multiply, and what was there before comes off", () => {
  const before = [line("a", "tariff", place, 0.1), line("b", "cost", place, 0.25)];
  const after = [
    ...before,
    line("c", "tariff", place, 0.2),
    line("d", "tariff", place, 0.05),
    line("e", "cost", place, 0.5)
  ];
  const {tariff, icebergCost} = shock(before, after);
  expect(tariff![at]! - economy.tariff[at]!).toBeCloseTo(0.25, ROUNDING);
  expect(icebergCost![at]).toBeCloseTo(1.5, ROUNDING);
  expect(shock(before, []).icebergCost![at]).toBeCloseTo(1 / 1.25, ROUNDING);
});

test("a share that is closed cuts the flow by just that share at unchanged costs", () => {
  // The flow is π ∝ κ^(−θ), so κ = (1 − φ)^(−1⁄θ) leaves 1 − φ of it; two closures leave the product.
  const {icebergCost} = shock([], [line("a", "closed", place, 0.3), line("b", "closed", place, 0.5)]);
  expect(icebergCost![at]! ** -theta[1]!).toBeCloseTo(0.7 * 0.5, ROUNDING);
});

test("a flow that is closed is exactly 0, and a share of nearly 1 comes near", () => {
  const solved = (size: number) =>
    solve(economy, shock([], [line("a", "closed", place, size)]), {tradeElasticity: theta}).flow[at]!;
  expect(solved(1)).toBe(0);
  expect(solved(1 - 1e-9)).toBeGreaterThan(0);
  expect(solved(1 - 1e-9) / economy.flow[at]!).toBeLessThan(1e-8);
});

test("what is traded in spite of a line that closes it in full goes on while that line stands, and ends with another", () => {
  const old = line("old", "closed", place, 1);
  expect(economy.flow[at]).toBeGreaterThan(0);
  const kept = shock([old], [old, line("part", "closed", place, 0.5), line("cost", "cost", place, 0.25)]);
  expect([kept.prohibited![at], kept.icebergCost![at]]).toEqual([0, 1.25]);
  expect(shock([old], [old, line("new", "closed", place, 1)]).prohibited![at]).toBe(1);
});

test("a share above 1, as a draw may give, closes the flow and no more", () => {
  expect(shock([], [line("a", "closed", place, 1.4)]).prohibited![at]).toBe(1);
});

test("what a country sells to itself is left alone", () => {
  const {icebergCost} = shock([], [line("a", "cost", ["C1", "C1", "S1"], 0.5)]);
  expect(new Set(icebergCost)).toEqual(new Set([1]));
});

test("an asset that is frozen goes from one country to another", () => {
  const frozen: Line = {
    ...line("a", "cost", place, 0),
    transfers: [{from: "C1", to: "C3", size: [{key: "x", value: triangular(1, 2, 3)}]}]
  };
  expect([...shock([], [frozen]).transfer!]).toEqual([0, -2, 0, 2]);
  expect([...shock([frozen], []).transfer!]).toEqual([0, 2, 0, -2]);
});

test("one key has one value in a draw, whatever the order of lines", () => {
  const lines = [
    line("a", "tariff", place, triangular(0, 0.1, 0.4)),
    line("b", "cost", ["C0", "C1", "S0"], triangular(0, 1, 2))
  ];
  const of = (list: readonly Line[]) => shockOf(economy, theta, [], list, drawn(3, 11));
  expect(of(lines)).toEqual(of(lines.toReversed()));
  expect(of(lines)).not.toEqual(shockOf(economy, theta, [], lines, drawn(3, 12)));
});

test.each<[string, () => unknown, string]>([
  [
    "studies/wedge-place",
    () => shock([], [line("my-entry", "cost", ["C1", "C9", "S1"], 0.1)]),
    "no flow of S1 from C1 to C9 in the baseline, named by my-entry; it has 4 countries and S0, S1"
  ],
  [
    "studies/wedge-place",
    () => shock([], [{...line("my-entry", "cost", place, 0), transfers: [{from: "C8", to: "C1", size: []}]}]),
    "no C8 in the baseline, named by my-entry"
  ],
  [
    "studies/closed-before",
    () => shock([line("old-embargo", "closed", place, 1)], []),
    "S1 from C1 to C2 is closed in the baseline, by old-embargo, and yet flows there; a rule that closes all of it cannot be lifted"
  ]
])("%s", (code, call, message) => {
  expect(call).toThrow(ThawError);
  try {
    call();
  } catch (error) {
    expect(error).toMatchObject({kind: "incorrect", code, message});
  }
});
