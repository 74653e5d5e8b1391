import {describe, expect, test} from "vitest";
import {openBaseline} from "../../../src/casebook/baselines.ts";
import {balance} from "../../../src/trade/balance.ts";
import {calibrate} from "../../../src/trade/calibrate.ts";
import type {Shock} from "../../../src/trade/shock.ts";
import {solveModel} from "../../../src/trade/solve.ts";
import {byFlow, prohibit} from "../../unit/trade/economies.ts";

describe("44 countries × 14 sectors of 2014: every solution keeps its residuals", () => {
  const {economy} = openBaseline("wiod2014-44x14", ".");
  const at = (code: string) => economy.countries.indexOf(code);
  const [usa, china, russia] = [at("USA"), at("CHN"), at("RUS")] as const;
  const pair = (o: number, d: number) => (o === usa && d === china) || (o === china && d === usa);
  const alone = (c: number): Shock => ({prohibited: prohibit(economy, (o, d) => o === c || d === c)});
  const raised = (rate: number, isHit: (o: number, d: number) => boolean): Shock => ({
    tariff: economy.tariff.map((before, i) => {
      const [o, d] = [Math.floor(i / (44 * 14)), Math.floor(i / 14) % 44];
      return o !== d && isHit(o, d) ? before + rate : before;
    })
  });
  const shocks: Record<string, () => Shock> = {
    "a tariff of 25 % on China": () => raised(0.25, (o, d) => o === china && d === usa),
    "tariffs of 200 % on everybody": () => raised(2, (_, d) => d === usa),
    "an embargo between the USA and China": () => ({prohibited: prohibit(economy, pair)}),
    "the USA alone": () => alone(usa),
    "China alone": () => alone(china),
    "Russia alone": () => alone(russia),
    "Malta alone": () => alone(at("MLT")),
    "no exports to Russia": () => ({prohibited: prohibit(economy, (_, d) => d === russia)}),
    "trade twice as dear": () => ({icebergCost: byFlow(economy, (o, d) => (o === d ? 1 : 2))}),
    "trade at half the cost": () => ({icebergCost: byFlow(economy, (o, d) => (o === d ? 1 : 0.5))}),
    "export taxes of 50 %": () => ({exportTax: byFlow(economy, (o, d) => (o === china && d !== china ? 0.5 : 0))})
  };
  const uneven = [9.11, 13.53, 2.62, 8.1, 11.5, 64.85, 3.13, 2.41, 6.99, 1.45, 4, 8.22, 8.22, 8.22]; // one as high as Caliendo & Parro's for petroleum

  test.each(Object.entries(shocks))("%s", (_, shock) => {
    for (const tradeElasticity of [
      new Float64Array(14).fill(5),
      new Float64Array(14).fill(1),
      Float64Array.from(uneven)
    ])
      for (const kind of ["worldShare", "spendingRatio"] as const) {
        const closure = {kind};
        const {residual, realConsumptionHat} = solveModel(
          balance(calibrate(economy, {tradeElasticity}), closure),
          shock(),
          {closure}
        );
        expect(residual).toBeLessThanOrEqual(1e-10);
        expect(realConsumptionHat.every((hat) => hat > 0 && hat < Infinity)).toBe(true);
      }
  });

  test("two blocs at a low elasticity: Luxembourg cannot keep lending what it does, and the error is not an answer", () => {
    const shock: Shock = {prohibited: prohibit(economy, (o, d) => o % 2 !== d % 2)};
    const solveAt = (theta: number, kind: "worldShare" | "spendingRatio") => {
      const model = balance(calibrate(economy, {tradeElasticity: new Float64Array(14).fill(theta)}), {kind});
      const {income} = solveModel(model, shock, {closure: {kind}});
      return income[at("LUX")]! / model.income[at("LUX")]!;
    };
    expect(solveAt(5, "worldShare")).toBeGreaterThan(0.5);
    expect(solveAt(1.5, "worldShare")).toBeLessThan(0.1);
    expect(() => solveAt(1, "worldShare")).toThrow(/^no equilibrium found: the \w+ residual is /);
    expect(solveAt(1, "spendingRatio")).toBeGreaterThan(0.2);
  });
});
