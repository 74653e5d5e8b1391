import fc from "fast-check";
import {expect, test} from "vitest";
import {
  type Frontier,
  type FrontierPoint,
  type FrontierSpec,
  frontier,
  frontierShares,
  frontierSteps,
  frontierWorlds,
  MOST_PACKAGES,
  standings
} from "../../../../src/studies/price/frontier.ts";
import {type Line, times, type Wedge} from "../../../../src/studies/price/line.ts";
import {lossOf} from "../../../../src/studies/price/worth.ts";
import {randomEconomy} from "../../trade/economies.ts";
import {pricerOf} from "./priced.ts";

const economy = randomEconomy({N: 4, J: 3, seed: 21, inputs: true, tariffs: false});
const price = pricerOf(economy);

const line = (of: string, wedge: Pick<Wedge, "kind" | "sector">, size: number, to = "C0"): Line => ({
  of,
  title: of,
  rule: "scenario",
  wedges: [{...wedge, origin: "C3", destination: to, size: [times(size)]}]
});
const pack = (id: string, ...lines: Line[]) => ({id, title: id, lines});
const ban = line("ban", {kind: "closed", sector: "S0"}, 1);
const tariff = line("tariff", {kind: "tariff", sector: "S1"}, 0.02);
const friction = line("friction", {kind: "cost", sector: "S1"}, 0.2);
const spec = (packages: FrontierSpec["packages"], mode: FrontierSpec["mode"] = "combinations"): FrontierSpec => ({
  targets: ["C3"],
  senders: ["C0"],
  base: [],
  packages,
  mode
});
const three = spec([pack("ban", ban), pack("tariff", tariff), pack("friction", friction)]);
const rowOf = ({rows}: Frontier, id: string) => rows.find(({step}) => step.id === id)!;

const pointOf = (id: string, damage: number, cost: number): FrontierPoint => ({
  packages: [id],
  step: {id, title: id, lines: []},
  damage,
  cost
});

test("by hand: gains first, ties stay together, and what is dominated names what does most at no more cost", () => {
  const found = standings([
    pointOf("nothing", 0, 0),
    pointOf("gain", 2, -1),
    pointOf("same", 5, 3),
    pointOf("as good", 5, 3),
    pointOf("dear", 5, 4),
    pointOf("best", 9, 10),
    pointOf("weak", 1, 10)
  ]);
  expect(Object.fromEntries(found)).toEqual({
    nothing: {kind: "dominated", by: "gain"},
    gain: {kind: "frontier", ties: []},
    same: {kind: "frontier", ties: ["as good"]},
    "as good": {kind: "frontier", ties: ["same"]},
    dear: {kind: "dominated", by: "as good"},
    best: {kind: "frontier", ties: []},
    weak: {kind: "dominated", by: "best"}
  });
});

test("the frontier is what the definition says, in any order, and rises", () => {
  const coarse = fc.integer({min: -3, max: 6}); // few values, so that ties are common
  fc.assert(
    fc.property(fc.array(fc.tuple(coarse, coarse), {minLength: 1, maxLength: 25}), (pairs) => {
      const points = pairs.map(([damage, cost], i) => pointOf(`p${i}`, damage, cost));
      const found = standings(points);
      expect([...standings(points.toReversed())].sort()).toEqual([...found].sort());
      const beats = (a: FrontierPoint, b: FrontierPoint) =>
        a.damage >= b.damage && a.cost <= b.cost && (a.damage > b.damage || a.cost < b.cost);
      for (const point of points) {
        const standing = found.get(point.step.id)!;
        expect(standing.kind).toBe(points.some((other) => beats(other, point)) ? "dominated" : "frontier");
        if (standing.kind === "frontier") continue;
        const by = points.find(({step}) => step.id === standing.by)!;
        expect(beats(by, point)).toBe(true);
        expect(found.get(standing.by)!.kind).toBe("frontier");
      }
    })
  );
});

test("all combinations are worlds of their own: what two do together is not the sum", () => {
  const found = frontier(price, three);
  expect([found.search, found.rows.length, frontierWorlds(three)]).toEqual(["all", 8, 8]);
  expect(rowOf(found, "nothing")).toMatchObject({packages: [], damage: 0, cost: 0, worth: {kind: "harmless"}});
  const both = rowOf(found, "tariff+friction");
  const outcome = price.worlds()([tariff, friction]);
  if (outcome.kind === "none") throw new Error(outcome.message);
  expect(both.damage).toBe(lossOf(price.spending, [3], outcome.welfareHat));
  expect(both.cost).toBe(lossOf(price.spending, [0], outcome.welfareHat));
  expect(both.beyondSum!.damage).toBeCloseTo(
    both.damage - rowOf(found, "tariff").damage - rowOf(found, "friction").damage,
    9
  );
  expect(Math.abs(both.beyondSum!.damage)).toBeGreaterThan(1e-3 * both.damage);
  expect(rowOf(found, "ban").beyondSum).toBeNull();
  const frontierRows = found.rows.filter(({standing}) => standing.kind === "frontier");
  for (const [i, row] of frontierRows.slice(1).entries()) expect(row.damage).toBeGreaterThan(frontierRows[i]!.damage);
});

test("losses of several targets are the damage, of several senders the cost", () => {
  const {rows} = frontier(price, {...spec([pack("friction", friction)]), targets: ["C2", "C3"], senders: ["C0", "C1"]});
  const outcome = price.worlds()([friction]);
  if (outcome.kind === "none") throw new Error(outcome.message);
  const row = rows.find(({step}) => step.id === "friction")!;
  expect(row.damage).toBe(lossOf(price.spending, [2, 3], outcome.welfareHat));
  expect(row.cost).toBe(lossOf(price.spending, [0, 1], outcome.welfareHat));
});

test("a small tariff pays its sender: it is free, and doing nothing is dominated by it", () => {
  const found = frontier(price, spec([pack("tariff", tariff)]));
  expect(found.rows.map(({step}) => step.id)).toEqual(["tariff", "nothing"]);
  expect(found.rows[0]).toMatchObject({worth: {kind: "free"}, standing: {kind: "frontier"}});
  expect(found.rows[0]!.cost).toBeLessThan(0);
  expect(found.rows[1]!.standing).toEqual({kind: "dominated", by: "tariff"});
});

test("a package that costs and does no harm is dominated by doing nothing", () => {
  const toll: Line = {
    of: "toll",
    title: "",
    rule: "scenario",
    wedges: [],
    transfers: [{from: "C0", to: "C3", size: [times(1)]}]
  };
  const found = frontier(price, spec([pack("toll", toll)], "single"));
  expect(rowOf(found, "toll")).toMatchObject({worth: {kind: "harmless"}, standing: {kind: "dominated", by: "nothing"}});
});

test("a line that two packages share counts once, also where each has it in its own words", () => {
  const copy = structuredClone(friction);
  const found = frontier(price, spec([pack("a", friction, ban), pack("b", copy, tariff)]));
  const outcome = price.worlds()([friction, ban, tariff]);
  if (outcome.kind === "none") throw new Error(outcome.message);
  expect(rowOf(found, "a+b").damage).toBe(lossOf(price.spending, [3], outcome.welfareHat));
});

const sectors = ["S0", "S1", "S2"];
const embargoed: Line = {
  ...ban,
  of: "embargo",
  wedges: sectors.flatMap((sector) => line("", {kind: "closed", sector}, 1).wedges)
};

test("a package within another, or on flows that the other closes in full, makes no world of its own", () => {
  const found = frontier(
    price,
    spec([pack("all", embargoed), pack("tariff", tariff), pack("ban", ban), pack("both", ban, tariff)])
  );
  expect(found.rows.map(({step}) => step.id).sort()).toEqual(["all", "ban", "both", "nothing", "tariff"]);
  expect(found.leftOut).toEqual({contradictory: 0, same: 16 - 5});
  const further = line("friction", {kind: "cost", sector: "S1"}, 0.2, "C1");
  expect(frontier(price, spec([pack("all", embargoed), pack("further", further)])).rows).toHaveLength(4);
});

test("two rates in place of all of a tariff, or one with a tariff on top of it, do not go together", () => {
  const whole = (size: number) => line("tariff-to", {kind: "tariff", sector: "S1"}, size);
  const elsewhere = line("tariff", {kind: "tariff", sector: "S2"}, 0.02);
  const combined = (...packages: FrontierSpec["packages"]) => {
    const {rows, leftOut} = frontier(price, spec(packages));
    return [rows.length, leftOut.contradictory];
  };
  expect(combined(pack("low", whole(0.02)), pack("high", whole(0.04)))).toEqual([3, 1]);
  expect(combined(pack("whole", whole(0.02)), pack("top", tariff))).toEqual([3, 1]);
  expect(combined(pack("whole", whole(0.02)), pack("elsewhere", elsewhere))).toEqual([4, 0]);
  expect(combined(pack("whole", whole(0.02)), pack("friction", friction))).toEqual([4, 0]);
});

test("of what ties, draws get one step, and each package alone", () => {
  const away = line("away", {kind: "cost", sector: "S1"}, 0, "C1"); // of no size, so that it changes nothing
  const found = frontier(price, spec([pack("tariff", tariff), pack("away", away)]));
  expect(rowOf(found, "tariff").standing).toEqual({kind: "frontier", ties: ["tariff+away"]});
  expect(frontierSteps(found).map(({id}) => id)).toEqual(["tariff", "away"]);
});

test("a combination without an equilibrium is listed with its reason", () => {
  // Country 0 makes nothing of the last sector.
  const closed = (origin: string): Line => ({
    of: origin,
    title: "",
    rule: "scenario",
    wedges: [{kind: "closed", origin, destination: "C0", sector: "S2", size: [times(1)]}]
  });
  const packages = ["C1", "C2", "C3"].map((origin) => pack(origin, closed(origin)));
  const {rows, unsolved} = frontier(price, {...spec(packages), targets: ["C0"], senders: ["C1"]});
  expect(rows).toHaveLength(8 - unsolved.length);
  expect(unsolved.map(({step}) => step.id)).toContain("C1+C2+C3");
  expect(unsolved.at(-1)!.message).toMatch(/^no equilibrium: no source left for S2 in C0/);
});

test("beyond twelve packages it grows by the best next one, and keeps all that it tried", () => {
  const packages = Array.from({length: MOST_PACKAGES + 1}, (_, i) =>
    pack(`p${i}`, line(`p${i}`, {kind: "cost", sector: `S${i % 3}`}, 0.02 * (i + 1), i % 2 === 0 ? "C0" : "C1"))
  );
  let last = 0;
  const found = frontier(price, spec(packages), {progress: (done) => (last = done)});
  const all = frontierWorlds(spec(packages));
  expect([found.search, all, last]).toEqual(["greedy", 1 + (13 * 14) / 2, all]);
  expect(found.rows).toHaveLength(all);
  const turned = frontier(price, spec(packages.toReversed()));
  expect(turned.rows.map(({damage}) => damage).sort()).toEqual(found.rows.map(({damage}) => damage).sort());
});

test("as steps of a task the rows have bands, and the share of draws on the frontier", () => {
  const theta = [...economy.tradeElasticity].map((likely, s) => ({
    key: `theta-${s}`,
    value: {kind: "triangular", low: likely / 2, likely, high: 2 * likely} as const
  }));
  const found = frontier(price, three);
  const steps = frontierSteps(found);
  expect(steps.map(({id}) => id)).toEqual(expect.arrayContaining(["ban", "tariff", "friction"]));
  const own = pricerOf(economy, {theta, steps});
  const draws = Array.from({length: 20}, (_, k) => own.draw(k).welfareHat);
  const shares = frontierShares(own, three, steps, draws);
  const counted = steps.map((step) => {
    const on = draws.filter((_, draw) => {
      const rows = frontier(own, three, {draw}).rows;
      const among = rows.filter((row) => row.packages.length === 0 || steps.some(({id}) => id === row.step.id));
      return standings(among).get(step.id)!.kind === "frontier";
    });
    return on.length / draws.length;
  });
  expect([...shares]).toEqual(counted);
  expect(frontierShares(own, three, steps, []).every(Number.isNaN)).toBe(true);
});

test.each([
  ["studies/package-twice", {packages: [pack("a", ban), pack("a", tariff)]}],
  ["studies/country-place", {targets: ["C9"]}],
  ["studies/country-twice", {senders: ["C3"]}]
])("%s", (code, change) => {
  expect(() => frontier(price, {...three, ...change})).toThrow(expect.objectContaining({code}));
});
