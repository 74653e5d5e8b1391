import {describe, expect, test} from "vitest";
import {openBaseline} from "../../../../src/casebook/baselines.ts";
import {adopted} from "../../../../src/studies/price/adopted.ts";
import {
  type CoalitionRow,
  type CoalitionSpec,
  coalition,
  coalitionSteps,
  coalitionWorlds
} from "../../../../src/studies/price/coalition.ts";
import {equalisingTransfers} from "../../../../src/studies/price/equalisingTransfers.ts";
import {times} from "../../../../src/studies/price/line.ts";
import {lossOf} from "../../../../src/studies/price/worth.ts";
import {balance} from "../../../../src/trade/balance.ts";
import {calibrate} from "../../../../src/trade/calibrate.ts";
import {solveModel} from "../../../../src/trade/solve.ts";
import {prohibit, randomEconomy} from "../../trade/economies.ts";
import {embargo, equals, pricerOf} from "./priced.ts";

const economy = randomEconomy({N: 6, J: 2, seed: 11, inputs: true, tariffs: true});
const price = pricerOf(economy);
const ROUNDED = 5e-9 * price.spending.reduce((sum, one) => sum + one, 0); // losses are rounded to 1e-9 of spending; at most five add up
const spec = (order: CoalitionSpec["order"], target = "C5", names = ["C1", "C3", "C2", "C4"]): CoalitionSpec => {
  const lines = [embargo(economy, "C0", target)];
  const candidates = names.map((by) => ({country: by, lines: adopted(lines, {sender: "C0", target, by})}));
  return {targets: [target], base: [], founders: [{country: "C0", lines}], candidates, order};
};
const solved = ({outcome}: CoalitionRow) => {
  if (outcome.kind === "none") throw new Error(outcome.message);
  return outcome;
};

test("steps of joining add up to the whole, for target and members", () => {
  const {rows} = coalition(price, spec("given"));
  expect(rows.map(({joined}) => joined)).toEqual([null, "C1", "C3", "C2", "C4"]);
  const [first, last] = [solved(rows[0]!), solved(rows[4]!)];
  const marginals = rows.slice(1).map((row) => solved(row).marginal!);
  const damage = marginals.reduce((sum, one) => sum + one.damage, first.losses.target);
  expect(Math.abs(damage - last.losses.target)).toBeLessThan(ROUNDED);
  for (const [i, row] of rows.entries()) {
    const {losses} = solved(row);
    const members = losses.byMember.reduce((sum, one) => sum + one, 0);
    expect(Math.abs(members - losses.members)).toBeLessThan(ROUNDED);
    expect(Math.abs(losses.target + losses.members + losses.outsiders - losses.world)).toBeLessThan(ROUNDED);
    if (i === 0) continue;
    const before = solved(rows[i - 1]!).losses;
    const rise = losses.byMember.slice(0, -1).reduce((sum, one, k) => sum + one - before.byMember[k]!, 0);
    expect(Math.abs(marginals[i - 1]!.earlier - rise)).toBeLessThan(ROUNDED);
  }
});

test("losses of several targets count together, and they are alone when they trade only with each other", () => {
  const targets = ["C4", "C5"];
  const lines = targets.map((target) => embargo(economy, "C0", target));
  const candidates = ["C1", "C2", "C3"].map((by) => ({
    country: by,
    lines: targets.flatMap((target) => adopted(lines, {sender: "C0", target, by}))
  }));
  const founders = [{country: "C0", lines}];
  const {rows} = coalition(price, {targets, base: [], founders, candidates, order: "trade"});
  for (const row of rows) {
    const {losses, welfareHat} = solved(row);
    expect(losses.target).toBe(lossOf(price.spending, [4, 5], welfareHat));
    expect(Math.abs(losses.target + losses.members + losses.outsiders - losses.world)).toBeLessThan(ROUNDED);
  }
  expect(rows.map((row) => solved(row).isTargetAlone)).toEqual([false, false, false, true]);
});

test.each(["trade", "damagePerCost"] as const)("by %s, the order of the list does not matter", (order) => {
  const found = coalition(price, spec(order));
  expect(coalition(price, spec(order, "C5", ["C4", "C2", "C1", "C3"])).rows.map(({joined}) => joined)).toEqual(
    found.rows.map(({joined}) => joined)
  );
  expect(coalition(price, found.ordered).rows).toEqual(found.rows);
});

test("the best next one is better than any other", () => {
  let told = 0;
  const all = coalitionWorlds(spec("damagePerCost"));
  const {rows} = coalition(price, spec("damagePerCost"), {progress: (done) => (told = done)});
  expect([told, all]).toEqual([11, 11]);
  const ratio = (row: CoalitionRow) => {
    const {worth} = solved(row).marginal!;
    return worth.kind === "ratio" ? worth.value : worth.kind === "free" ? Infinity : 0;
  };
  for (const name of ["C1", "C2", "C3", "C4"])
    expect(ratio(rows[1]!)).toBeGreaterThanOrEqual(ratio(coalition(price, spec("given", "C5", [name])).rows[1]!));
});

test("a world without an equilibrium is a row that says so, and no step", () => {
  // C0 makes nothing of the last sector, so it cannot be alone.
  const lines = [embargo(economy, "C5", "C0")];
  const candidates = ["C1", "C2", "C3", "C4"].map((by) => ({
    country: by,
    lines: adopted(lines, {sender: "C5", target: "C0", by})
  }));
  const result = coalition(price, {
    targets: ["C0"],
    base: [],
    founders: [{country: "C5", lines}],
    candidates,
    order: "damagePerCost"
  });
  expect(result.rows.at(-1)!.outcome).toMatchObject({
    kind: "none",
    message: expect.stringMatching(/^no equilibrium: no source left for S1 in C0/)
  });
  expect(coalitionSteps(result)).toHaveLength(result.rows.filter(({outcome}) => outcome.kind === "solved").length);
  expect(coalitionSteps(result).length).toBeLessThan(5);
});

test("as steps of a task the rows have the same figures, and a draw gives each its own", () => {
  const found = coalition(price, spec("damagePerCost"));
  const theta = [...economy.tradeElasticity].map((likely, s) => ({
    key: `theta-${s}`,
    value: {kind: "triangular", low: likely / 2, likely, high: 2 * likely} as const
  }));
  const drawn = pricerOf(economy, {theta, steps: coalitionSteps(found)});
  for (const [i, {welfareHat}] of drawn.priced.entries()) expect(welfareHat).toEqual(solved(found.rows[i]!).welfareHat);
  const {welfareHat} = drawn.draw(3);
  const at = coalition(drawn, found.ordered, {draw: 3});
  expect(at.rows.flatMap((row) => [...solved(row).welfareHat])).toEqual([...welfareHat]);
  expect(welfareHat.subarray(0, 6)).not.toEqual(drawn.priced[0]!.welfareHat);
});

test.each([
  ["studies/country-place", "C9"],
  ["studies/country-twice", "C0"],
  ["studies/country-twice", "C5"]
])("%s for a candidate %s", (code, country) => {
  const candidates = [{country, lines: []}];
  expect(() => coalition(price, {...spec("given"), candidates})).toThrow(expect.objectContaining({code}));
});

test("a note says what is no effect of trade: an imbalance that falls away when the target is alone", () => {
  const kept = pricerOf(economy, {closure: {kind: "worldShare"}});
  const {notes, rows} = coalition(kept, spec("given"));
  expect(solved(rows.at(-1)!).isTargetAlone).toBe(true);
  expect(notes).toEqual([
    expect.stringMatching(/^once C4 has joined C5 trades with nobody, so its trade (surplus|deficit) falls/)
  ]);
  expect(coalition(price, spec("given")).notes).toEqual([]);
});

describe("transfers", () => {
  const members = ["C0", "C1", "C3"];
  const {lines} = coalition(price, spec("given")).rows[2]!.step;

  test("all members lose the same share, and what one receives another pays", () => {
    for (const closure of [{kind: "balanced"}, {kind: "worldShare"}, {kind: "spendingRatio"}] as const) {
      const own = pricerOf(economy, {closure});
      const found = equalisingTransfers(own, lines, members);
      if (found.kind === "none") throw new Error(found.message);
      const world = own.worlds()([...lines, found.line]);
      if (world.kind === "none") throw new Error(world.message);
      for (const name of members)
        expect(Math.abs(world.welfareHat[economy.countries.indexOf(name)]! - 1 - found.change)).toBeLessThan(1e-8);
      const largest = Math.max(...found.received.map(Math.abs));
      expect(largest).toBeGreaterThan(0);
      expect(Math.abs(found.received.reduce((sum, one) => sum + one, 0))).toBeLessThan(1e-12 * largest);
    }
  });

  test("between two members they are the transfer that bisection finds", () => {
    const pair = ["C0", "C1"];
    const found = equalisingTransfers(price, lines, pair);
    if (found.kind === "none") throw new Error(found.message);
    const difference = (paid: number) => {
      const transfers = [{from: "C0", to: "C1", size: [times(paid)]}];
      const world = price.worlds()([...lines, {of: "t", title: "", rule: "scenario", wedges: [], transfers}]);
      return world.kind === "none" ? Number.NaN : world.welfareHat[0]! - world.welfareHat[1]!;
    };
    let [low, high] = [-price.spending[1]! / 4, price.spending[0]! / 4];
    expect(Math.sign(difference(low)) * Math.sign(difference(high))).toBe(-1);
    for (let i = 0; i < 45; i++) {
      const middle = (low + high) / 2;
      if (difference(middle) > 0) low = middle;
      else high = middle;
    }
    expect(Math.abs(found.received[1]! - low)).toBeLessThan(1e-7 * price.spending[0]!);
  });

  test("none reaches a member that trades with nobody", () => {
    const world = equals(["A", "B", "C", "T"], 10);
    const alone = ["A", "C", "T"].map((other) => embargo(world, "B", other));
    expect(equalisingTransfers(pricerOf(world), alone, ["A", "B"])).toEqual({
      kind: "none",
      message: "no transfer reaches B: no flow joins it to A, so their burdens cannot be made equal"
    });
    expect(() => equalisingTransfers(pricerOf(world), [], [])).toThrow(
      expect.objectContaining({code: "studies/no-members"})
    );
  });
});

describe("44 countries, 14 sectors", () => {
  const {economy: wiod} = openBaseline("wiod2014-44x14", ".");
  const own = pricerOf(wiod, {theta: wiod.sectors.map(() => times(5))});
  const lines = [embargo(wiod, "USA", "RUS")];
  const candidates = wiod.countries
    .filter((name) => name !== "USA" && name !== "RUS")
    .map((by) => ({country: by, lines: adopted(lines, {sender: "USA", target: "RUS", by})}));

  test("an embargo of Russia that 42 join one by one: each adds damage, and at the end Russia is alone", () => {
    const {rows} = coalition(own, {
      targets: ["RUS"],
      base: [],
      founders: [{country: "USA", lines}],
      candidates,
      order: "trade"
    });
    expect(rows).toHaveLength(43);
    expect(rows.slice(1).every((row) => solved(row).marginal!.damage > 0)).toBe(true);
    expect(rows.map((row) => solved(row).isTargetAlone).indexOf(true)).toBe(42);
    const russia = wiod.countries.indexOf("RUS");
    const closure = {kind: "balanced"} as const;
    const model = balance(calibrate(wiod, {tradeElasticity: new Float64Array(14).fill(5)}), closure);
    const alone = solveModel(model, {prohibited: prohibit(wiod, (o, d) => o === russia || d === russia)}, {closure});
    const last = solved(rows[42]!).welfareHat;
    for (const [c, hat] of alone.realConsumptionHat.entries()) expect(Math.abs(last[c]! - hat)).toBeLessThan(1e-9);
    const forty = rows[39]!;
    const shared = equalisingTransfers(own, forty.step.lines, forty.members);
    if (shared.kind === "none") throw new Error(shared.message);
    expect(shared.gap).toBeLessThanOrEqual(1e-8);
  });
});
