import fc from "fast-check";
import {expect, test} from "vitest";
import {balance} from "../../src/trade/balance.ts";
import {calibrate} from "../../src/trade/calibrate.ts";
import type {Closure} from "../../src/trade/closure.ts";
import type {Economy} from "../../src/trade/economy.ts";
import {expenditure} from "../../src/trade/model/expenditure.ts";
import {income} from "../../src/trade/model/income.ts";
import {inputCostHat} from "../../src/trade/model/inputCost.ts";
import {labourDemand} from "../../src/trade/model/labourDemand.ts";
import {priceIndexHat} from "../../src/trade/model/priceIndex.ts";
import {sales} from "../../src/trade/model/sales.ts";
import {newTradeShare} from "../../src/trade/model/tradeShare.ts";
import type {Equilibrium} from "../../src/trade/report.ts";
import {type Shock, wedges} from "../../src/trade/shock.ts";
import {solve} from "../../src/trade/solve.ts";
import {byFlow, economyOf, prohibit, type Recipe, randomEconomy} from "../unit/trade/economies.ts";

const ROUNDING = 1e-12; // no iteration, or the baseline's own
const SOLVED = 1e-8; // two solutions, each with residuals of 1e-10

const recipe: fc.Arbitrary<Recipe> = fc.record({
  N: fc.integer({min: 3, max: 6}),
  J: fc.integer({min: 1, max: 4}),
  seed: fc.integer({min: 1, max: 1e6}),
  inputs: fc.boolean(),
  tariffs: fc.boolean()
});
const closures: readonly Closure[] = [
  {kind: "worldShare"},
  {kind: "balanced"},
  {kind: "nominal", country: "C1"},
  {kind: "spendingRatio"}
];
const closure = fc.constantFrom(...closures);

/** Country 1's imports taxed, its exports dearer, and one flow cut. */
const someShock = (economy: Economy): Shock => ({
  tariff: byFlow(economy, (o, d, s) =>
    o !== d && d === 1 ? 0.4 : economy.tariff[(o * economy.countries.length + d) * economy.sectors.length + s]!
  ),
  icebergCost: byFlow(economy, (o, d) => (o === 1 && d !== 1 ? 1.3 : 1)),
  prohibited: prohibit(economy, (o, d, s) => o === 0 && d === 2 && s === 0)
});

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    if (!(Number.isNaN(actual[i]!) && Number.isNaN(expected[i]!)))
      expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected[i]!)));
}
const ones = (length: number) => new Float64Array(length).fill(1);
const real = (found: Equilibrium) => [...found.realConsumptionHat, ...found.realWageHat, ...found.realOutputHat];
const LONG = {numRuns: 40};

test("no shock changes nothing, whatever the closure", () => {
  fc.assert(
    fc.property(recipe, closure, (r, closure) => {
      const {wageHat, realConsumptionHat, priceHat, iterations} = solve(randomEconomy(r), {}, {closure});
      expect(iterations).toBe(1);
      expect([...wageHat]).toEqual([...ones(r.N)]);
      near(realConsumptionHat, ones(r.N), ROUNDING);
      near(
        priceHat.filter((hat) => !Number.isNaN(hat)),
        ones(priceHat.filter((hat) => !Number.isNaN(hat)).length),
        ROUNDING
      );
    }),
    LONG
  );
});

test("every answer keeps its residuals, and a forbidden flow is 0 to the last bit", () => {
  fc.assert(
    fc.property(recipe, closure, (r, closure) => {
      const economy = randomEconomy(r);
      const shock = someShock(economy);
      const {residual, flow, deficit} = solve(economy, shock, {closure});
      expect(residual).toBeLessThanOrEqual(1e-10);
      expect(flow.filter((_, at) => shock.prohibited![at] === 1).every((value) => value === 0)).toBe(true);
      const turnover = flow.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(deficit.reduce((sum, value) => sum + value, 0))).toBeLessThanOrEqual(ROUNDING * turnover);
    }),
    LONG
  );
});

test("Walras's law: at any wages, excess demands for labour sum to 0", () => {
  fc.assert(
    fc.property(
      recipe,
      fc.array(fc.double({min: 0.5, max: 2, noNaN: true}), {minLength: 6, maxLength: 6}),
      (r, wages) => {
        const model = balance(calibrate(randomEconomy(r)));
        const shocked = wedges(model, someShock(randomEconomy(r)));
        const wageHat = Float64Array.from(wages.slice(0, r.N));
        let price: Float64Array = ones(r.N * r.J);
        for (let i = 0; i < 500; i++)
          price = priceIndexHat(model, inputCostHat(model, wageHat, price), shocked.priceWedge);
        const share = newTradeShare(model, inputCostHat(model, wageHat, price), price, shocked.priceWedge);
        let spent: Float64Array = model.expenditure;
        for (let i = 0; i < 500; i++) {
          const sold = sales(share, spent, shocked);
          spent = expenditure(model, sold.output, income(model, wageHat, sold, model.deficit));
        }
        const demand = labourDemand(model, sales(share, spent, shocked).output);
        const supply = model.labourIncome.map((value, c) => value * wageHat[c]!);
        const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
        expect(Math.abs(sum(demand) / sum(supply) - 1)).toBeLessThanOrEqual(ROUNDING * 100);
      }
    ),
    LONG
  );
});

test("the unit of money does not matter: neither its size nor, without deficits, whose it is", () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const economy = randomEconomy(r);
      const thousands = {...economy, flow: economy.flow.map((value) => value * 1e3)};
      near(real(solve(thousands, someShock(economy))), real(solve(economy, someShock(economy))), SOLVED);
      const balanced = fromModelFlows(economy);
      const [one, other] = ["C0", "C1"].map((country) =>
        solve(balanced, someShock(economy), {closure: {kind: "nominal", country}})
      );
      near(real(one!), real(other!), SOLVED);
      near(real(one!), real(solve(balanced, someShock(economy))), SOLVED);
    }),
    LONG
  );
});

/** The economy with its deficits solved away: the flows of its balanced baseline. */
function fromModelFlows(economy: Economy): Economy {
  const {flow} = solve(economy, {}, {closure: {kind: "balanced"}});
  return {...economy, flow};
}

test("renaming countries and sectors permutes the answers", () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const economy = randomEconomy(r);
      const [N, J] = [r.N, r.J];
      const country = (c: number) => (c + 1) % N;
      const sector = (s: number) => (s + 1) % J;
      const place = (o: number, d: number, s: number) => (country(o) * N + country(d)) * J + sector(s);
      const moved = <Values extends Float64Array | Uint8Array>(values: Values) =>
        byFlow(economy, (o, d, s) => values[place(o, d, s)]!);
      const renamed = economyOf(economy.countries, economy.sectors, {
        flow: moved(economy.flow),
        tariff: moved(economy.tariff),
        valueAdded: economy.valueAdded.map(
          (_, i) => economy.valueAdded[country(Math.floor(i / J)) * J + sector(i % J)]!
        ),
        intermediate: economy.intermediate.map((_, i) => {
          const [c, s, u] = [Math.floor(i / (J * J)), Math.floor(i / J) % J, i % J];
          return economy.intermediate[(country(c) * J + sector(s)) * J + sector(u)]!;
        }),
        tradeElasticity: economy.tradeElasticity.map((_, s) => economy.tradeElasticity[sector(s)]!)
      });
      const shock = someShock(economy);
      const movedShock = {
        tariff: moved(shock.tariff!),
        icebergCost: moved(shock.icebergCost!),
        prohibited: Uint8Array.from(moved(shock.prohibited!))
      };
      const here = solve(economy, shock);
      const there = solve(renamed, movedShock);
      near(
        there.realConsumptionHat,
        here.realConsumptionHat.map((_, c) => here.realConsumptionHat[country(c)]!),
        SOLVED
      );
      near(there.flow, moved(here.flow), SOLVED);
    }),
    LONG
  );
});

test("sectors that are slices of one sector answer as that sector does", () => {
  fc.assert(
    fc.property(recipe, fc.integer({min: 2, max: 4}), (r, slices) => {
      const whole = randomEconomy({...r, J: 1, inputs: false});
      const sectors = Array.from({length: slices}, (_, s) => `S${s}`);
      const weight = (at: number) => (1 + (at % slices)) / ((slices * (slices + 1)) / 2);
      const sliced = economyOf(whole.countries, sectors, {
        flow: Float64Array.from(
          {length: r.N * r.N * slices},
          (_, at) => whole.flow[Math.floor(at / slices)]! * weight(at)
        ),
        tariff: Float64Array.from({length: r.N * r.N * slices}, (_, at) => whole.tariff[Math.floor(at / slices)]!),
        valueAdded: ones(r.N * slices),
        intermediate: new Float64Array(r.N * slices * slices),
        tradeElasticity: new Float64Array(slices).fill(whole.tradeElasticity[0]!)
      });
      const rate = (economy: Economy): Shock => ({tariff: byFlow(economy, (o, d) => (o !== d && d === 0 ? 0.5 : 0))});
      const [one, many] = [solve(whole, rate(whole)), solve(sliced, rate(sliced))];
      near(many.realConsumptionHat, one.realConsumptionHat, SOLVED);
      near(many.wageHat, one.wageHat, SOLVED);
    }),
    LONG
  );
});

test("a prohibition is the limit of a cost without bound", () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const economy = randomEconomy(r);
      const isCut = (o: number, d: number) => o === 0 && d === 2;
      const cut = solve(economy, {prohibited: prohibit(economy, isCut)});
      const dear = solve(economy, {icebergCost: byFlow(economy, (o, d) => (isCut(o, d) ? 1e8 : 1))});
      near(dear.realConsumptionHat, cut.realConsumptionHat, SOLVED);
    }),
    LONG
  );
});

test("Lerner symmetry: a uniform tax on all exports is a uniform tariff on all imports", () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const economy = randomEconomy({...r, tariffs: false});
      const closure = {kind: "balanced"} as const;
      const tariff = byFlow(economy, (o, d) => (o !== d && d === 0 ? 0.3 : 0));
      const exportTax = byFlow(economy, (o, d) => (o === 0 && d !== 0 ? 0.3 : 0));
      near(real(solve(economy, {exportTax}, {closure})), real(solve(economy, {tariff}, {closure})), SOLVED);
    }),
    LONG
  );
});

test("for a small tariff the first-order measure is the change of real consumption", () => {
  fc.assert(
    fc.property(recipe, (r) => {
      const economy = randomEconomy(r);
      const RISE = 1e-5;
      const tariff = byFlow(
        economy,
        (o, d, s) => economy.tariff[(o * r.N + d) * r.J + s]! + (o !== d && d === 0 ? RISE : 0)
      );
      const {realConsumptionHat, firstOrder} = solve(
        economy,
        {tariff},
        {closure: {kind: "balanced"}, tolerance: 1e-12}
      );
      near(
        firstOrder.total,
        realConsumptionHat.map((hat) => hat - 1),
        RISE * 1e-3
      );
    }),
    LONG
  );
});
