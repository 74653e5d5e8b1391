import {expect, test} from "vitest";
import {ThawError} from "../../../src/errors.ts";
import type {Shock} from "../../../src/trade/shock.ts";
import {solve} from "../../../src/trade/solve.ts";
import {byFlow, prohibit, randomEconomy} from "./economies.ts";

const economy = randomEconomy({N: 4, J: 2, seed: 3, inputs: true, tariffs: true});
const everywhere = (value: number) => byFlow(economy, () => value);

/** The error that a call throws. */
function thrown(call: () => unknown): ThawError {
  try {
    call();
  } catch (error) {
    if (error instanceof ThawError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test.each<[code: string, shock: Shock, message: RegExp]>([
  ["trade/shock-shape", {tariff: new Float64Array(3)}, /^wrong length of tariff: 3; the economy needs 32 numbers$/],
  ["trade/shock-shape", {transfer: new Float64Array(3)}, /^wrong length of transfer: 3; the economy needs 4 numbers$/],
  ["trade/shock-value", {icebergCost: everywhere(0)}, /^invalid wedge from C0 to C0 in S0: iceberg cost 0, /],
  ["trade/shock-value", {tariff: everywhere(-1)}, /tariff -1, export tax 0; a positive cost and rates above -1/],
  ["trade/shock-value", {exportTax: everywhere(Number.NaN)}, /export tax NaN/],
  ["trade/transfers", {transfer: Float64Array.of(5, -4, 0, 0)}, /^unbalanced transfers: they sum to 1; /],
  ["trade/no-supply", {prohibited: new Uint8Array(32).fill(1)}, /^no source left for S0 in C0 and \d more: /]
])("%s", (code, shock, message) => {
  const error = thrown(() => solve(economy, shock));
  expect(error).toMatchObject({kind: "incorrect", code});
  expect(error.message).toMatch(message);
});

test.each([
  ["trade/elasticity", {...economy, tradeElasticity: Float64Array.of(4, 0)}, "invalid trade elasticity of S1: 0; "],
  [
    "trade/elasticity",
    {...economy, tradeElasticity: Float64Array.of(Number.NaN, 4)},
    "invalid trade elasticity of S0: NaN; "
  ],
  ["trade/flow", {...economy, flow: everywhere(-2)}, "invalid flow from C0 to C0 in S0: -2 at a tariff of "],
  ["trade/no-income", {...economy, flow: everywhere(0)}, "no income in C0: value added 0.000, "]
])("%s of an economy", (code, wrong, message) => {
  const error = thrown(() => solve(wrong, {}));
  expect(error).toMatchObject({kind: "incorrect", code});
  expect(error.message).toContain(message);
});

test("a closure names a country that the economy has", () => {
  const error = thrown(() => solve(economy, {}, {closure: {kind: "nominal", country: "XYZ"}}));
  expect(error.code).toBe("trade/closure-country");
  expect(error.message).toBe("unknown country of the closure: XYZ; one of C0, C1, C2, C3");
});

test("an iteration limit is an error that names the residual, never an answer", () => {
  const shock = {icebergCost: byFlow(economy, (o, d) => (o === d ? 1 : 2))};
  const error = thrown(() =>
    solve(economy, shock, {maxIterations: 3, closure: {kind: "worldShare"}, tolerance: 1e-10})
  );
  expect(error).toMatchObject({kind: "noConvergence", code: "trade/no-convergence"});
  expect(error.message).toMatch(/the \w+ residual is \d\.\d+e-\d after \d+ iterations; at most 1e-10 is needed$/);
});

test.each([
  ["sells", (_: number, d: number) => d === 2],
  ["buys", (o: number) => o === 2]
] as const)(
  "a country that only %s has no equilibrium without deficits, and the error says so",
  (only, isForbidden) => {
    const error = thrown(() =>
      solve(economy, {prohibited: prohibit(economy, isForbidden)}, {closure: {kind: "balanced"}})
    );
    expect(error).toMatchObject({kind: "unsupported", code: "trade/one-way"});
    expect(error.message).toMatch(/^no equilibrium with one-way trade: .*C\d.* (sells|buys) only/);
    const dual = only === "sells" ? "buys" : "sells";
    expect([
      {members: ["C2"], only},
      {members: ["C0", "C1", "C3"], only: dual}
    ]).toContainEqual({members: error.details["members"], only: error.details["only"]});
  }
);

test("who lends may only sell: its surplus is what it sells", () => {
  const {deficit} = solve(economy, {});
  const lender = deficit.indexOf(Math.min(...deficit));
  const found = solve(economy, {prohibited: prohibit(economy, (_, d) => d === lender)});
  const sold = found.flow.filter((_, at) => Math.floor(at / 8) === lender && Math.floor(at / 2) % 4 !== lender);
  expect(sold.reduce((sum, value) => sum + value, 0)).toBeCloseTo(-deficit[lender]!, 6);
});

test("cut into two blocs, each bloc keeps its own value added and owes nobody", () => {
  const {flow, deficit, wageHat, residual} = solve(economy, {prohibited: prohibit(economy, (o, d) => o % 2 !== d % 2)});
  const before = solve(economy, {});
  const output = (found: typeof before, c: number) =>
    found.wageHat[c]! * (before.income[c]! - before.tariffRevenue[c]! - before.deficit[c]!);
  for (const [a, b] of [
    [0, 2],
    [1, 3]
  ] as const) {
    expect(Math.abs(deficit[a]! + deficit[b]!)).toBeLessThan(1e-9 * before.income[a]!);
    const [after, first] = [{...before, wageHat}, before].map((found) => output(found, a) + output(found, b));
    expect(Math.abs(after! / first! - 1)).toBeLessThan(1e-9);
  }
  expect(flow.every((value, at) => value === 0 || (Math.floor(at / 8) - (Math.floor(at / 2) % 4)) % 2 === 0)).toBe(
    true
  );
  expect(residual).toBeLessThanOrEqual(1e-10);
});

test("the parts of the first-order measure add up", () => {
  const {firstOrder} = solve(economy, {tariff: byFlow(economy, (o, d) => (o === d ? 0 : 0.5))});
  for (const {total, byPartner, bySector} of [firstOrder.termsOfTrade, firstOrder.volumeOfTrade])
    for (const [c, value] of total.entries()) {
      const sum = (values: Float64Array) => values.reduce((all, part) => all + part, 0);
      expect(sum(byPartner.subarray(c * 4, c * 4 + 4))).toBeCloseTo(value, 12);
      expect(sum(bySector.subarray(c * 2, c * 2 + 2))).toBeCloseTo(value, 12);
    }
});
