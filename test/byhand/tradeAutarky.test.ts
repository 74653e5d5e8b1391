import fc from "fast-check";
import {expect, test} from "vitest";
import {balance} from "../../src/trade/balance.ts";
import {calibrate, type Model} from "../../src/trade/calibrate.ts";
import {solveModel} from "../../src/trade/solve.ts";
import {prohibit, randomEconomy} from "../unit/trade/economies.ts";

const SOLVED = 1e-9; // the answer is a solution with residuals of 1e-10, the formula is exact

/**
 * The real wage of autarky relative to trade, by formula. With ŵ = 1 and π the home share under trade,
 *
 *   log P̂[s] = Σₖ γ[k,s] log P̂[k] − log π[s] ⁄ θ[s],   log ŵ⁄P̂ = −Σₛ α[s] log P̂[s]
 *
 * Without inputs it is ∏ₛ π[s]^(α[s]⁄θ[s]), the formula of Arkolakis, Costinot & Rodríguez-Clare (2012) by sector; with
 * them the Leontief inverse appears, as in Costinot & Rodríguez-Clare (2014), section 3.
 */
function autarkyRealWage({tradeShare, tradeElasticity, inputShare, finalShare, income}: Model, c: number): number {
  const [N, J] = [income.length, tradeElasticity.length];
  const direct = Array.from({length: J}, (_, s) => {
    const home = tradeShare[(s * N + c) * N + c]!;
    return home > 0 ? -Math.log(home) / tradeElasticity[s]! : 0;
  });
  let logPrice = direct;
  for (let round = 0; round < 2000; round++)
    logPrice = direct.map((own, u) =>
      logPrice.reduce((sum, price, s) => sum + inputShare[(s * J + u) * N + c]! * price, own)
    );
  return Math.exp(-logPrice.reduce((sum, price, s) => sum + finalShare[s * N + c]! * price, 0));
}

test("a country cut off loses what the closed formula says, and its deficit and revenue", () => {
  fc.assert(
    fc.property(
      fc.record({
        N: fc.integer({min: 3, max: 6}),
        J: fc.integer({min: 1, max: 4}),
        seed: fc.integer({min: 1, max: 1e6}),
        inputs: fc.boolean(),
        tariffs: fc.boolean()
      }),
      (recipe) => {
        const economy = randomEconomy(recipe);
        const alone = recipe.N - 1; // country 0 cannot make the last sector
        const model = balance(calibrate(economy));
        const found = solveModel(model, {prohibited: prohibit(economy, (o, d) => o === alone || d === alone)});
        const expected = autarkyRealWage(model, alone);
        expect(Math.abs(found.realWageHat[alone]! - expected)).toBeLessThanOrEqual(SOLVED);
        const lost = model.labourIncome[alone]! / model.income[alone]!;
        expect(Math.abs(found.realConsumptionHat[alone]! - expected * lost)).toBeLessThanOrEqual(SOLVED);
        expect(Math.abs(found.deficit[alone]! / model.income[alone]!)).toBeLessThanOrEqual(SOLVED);
      }
    ),
    {numRuns: 60}
  );
});
