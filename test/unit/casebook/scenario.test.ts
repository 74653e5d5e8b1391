import {expect, test} from "vitest";
import {europeanUnion} from "../../../src/casebook/europeanUnion.ts";
import {membersOf} from "../../../src/casebook/scenario.ts";
import {areaOf} from "../../../src/casebook/scenarioCountries.ts";
import {formatDay, parseDay} from "../../../src/time/day.ts";
import {full, lookups, read} from "./scenarioText.ts";

test("a scenario is read into the names of its baseline", () => {
  const scenario = read(full);
  expect(formatDay(scenario.day!)).toBe("2025-06-30");
  expect(scenario.coalition.map(({id, title, members}) => [id, title, members.length])).toEqual([
    ["JP", "Japan", 1],
    ["EU", "European Union", 27]
  ]);
  expect(scenario.thirds.map(({id}) => id)).toEqual(["IN"]);
  expect(scenario.retaliation).toEqual({
    by: ["CHN"],
    mirror: {kind: "triangular", low: 0.5, likely: 0.8, high: 1},
    wedges: []
  });
  const comply = new Map(scenario.secondary!.comply.map(({country, share}) => [country, share]));
  expect([comply.get("IND"), comply.get("BRA"), comply.has("JPN"), comply.size]).toEqual([0.5, 0.1, false, 14]);
  const [relief, pressure] = scenario.steps;
  expect(relief!.lift).toEqual(expect.arrayContaining(["s301-list1", "chips-oct2022"]));
  expect(relief!.ease).toEqual({of: ["s301-list3"], by: {kind: "exact", value: 0.5}});
  expect(pressure!.wedges.map(({kind, from, to, sectors}) => [kind, from.length, to, sectors])).toEqual([
    ["cost", 1, ["CHN"], ["agri", "food"]],
    ["cost", 44, ["USA"], ["metals"]]
  ]);
  expect(pressure!.transfers).toEqual([{from: "CHN", to: "USA", amount: {kind: "exact", value: 100}}]);
});

test("what a scenario does not say is the baseline of 2014, against the baseline without a case", () => {
  const text = "title: Short\nsenders: [USA]\ntargets: ['643']\nsteps: [{id: a, title: A, add: [{what: embargo}]}]\n";
  const {case: id, day, baseline, against, closure, seed, targets, retaliation, secondary} = read(text);
  expect({id, day, baseline, against, closure, seed, retaliation, secondary}).toEqual({
    id: null,
    day: null,
    baseline: "wiod2014-44x14",
    against: "baseline",
    closure: {kind: "balanced"},
    seed: 1949,
    retaliation: null,
    secondary: null
  });
  expect(membersOf(targets)).toEqual(["RUS"]);
});

test("a case brings its sender, its target and the last day of its record", () => {
  const {senders, targets, day, against, steps} = read(
    "title: Short\ncase: us-china\nsteps: [{id: a, title: A, lift: [all]}]\n"
  );
  expect([membersOf(senders), membersOf(targets)]).toEqual([["USA"], ["CHN"]]);
  expect([formatDay(day!), against]).toEqual(["2025-12-31", "standing"]);
  expect(steps[0]!.lift).toEqual(lookups.case("us-china").measures.map(({id}) => id));
});

test("own elasticities stand by sector of the baseline, with all for the others", () => {
  const text = full.replace("elasticities: simonovska-waugh-2014", "elasticities: {agri: [2, 3, 4], all: 5}");
  const {elasticities} = read(text);
  expect(elasticities).toHaveLength(14);
  expect(elasticities[0]).toEqual({kind: "triangular", low: 2, likely: 3, high: 4});
  expect(elasticities[13]).toEqual({kind: "exact", value: 5});
});

test("in the goods of 2023 the EU is its large members and the region of the others", () => {
  const {members} = areaOf("EU", lookups.baseline("world2023-goods")) as {members: readonly string[]};
  expect(members).toContain("rest-of-eu");
  expect(members).not.toContain("GBR");
});

test("the EU of a scenario is that of its day, and the region of its small members stands only where all of them are in it", () => {
  const on = (day: string, baseline: string) => europeanUnion(lookups.baseline(baseline).countries, parseDay(day));
  const coalition = (day: string) =>
    membersOf(
      read(
        `title: T\ncase: us-china\nday: ${day}\ncoalition: [EU]\nsteps: [{id: a, title: A, add: [{what: embargo}]}]\n`
      ).coalition
    );
  expect(coalition("2019-06-30").includes("GBR")).toBe(true);
  expect(coalition("2025-06-30").includes("GBR")).toBe(false);
  const [early, late] = [on("2006-12-31", "world2023-goods"), on("2007-01-01", "world2023-goods")];
  expect([early.members.includes("rest-of-eu"), late.members.includes("rest-of-eu")]).toEqual([false, true]);
  expect(early.left).toContain("LUX");
  expect(late.left).toEqual([]);
});

test("goods stands for every sector of goods, and for the one sector that is called so", () => {
  const text = (baseline: string) =>
    `title: T\nbaseline: ${baseline}\nsenders: [US]\ntargets: [CN]\nsteps: [{id: a, title: A, wedges: [{from: US, to: CN, sectors: goods, closed: 0.5}]}]\n`;
  const sectors = (baseline: string) => read(text(baseline)).steps[0]!.wedges[0]!.sectors.length;
  expect([sectors("wiod2014-44x14"), sectors("world2023-goods")]).toEqual([11, 1]);
});

test("all may stand in a list of sectors", () => {
  const {steps} = read(full.replace("[agri, food]", "[all]"));
  expect(steps[1]!.wedges[0]!.sectors).toHaveLength(14);
});

test("a scenario of many wedges on all trade is read at once", () => {
  const wedge = "{from: world, to: world, sectors: all, cost: 0.1}";
  const text = (count: number) =>
    `title: T\nsenders: [US]\ntargets: [CN]\nsteps: [{id: a, title: A, wedges: [${Array(count).fill(wedge).join(", ")}]}]\n`;
  const start = performance.now();
  expect(read(text(300)).steps[0]!.wedges).toHaveLength(300);
  expect(performance.now() - start).toBeLessThan(5000); // as sets of single flows it takes 20 s
});

test("against the baseline a step without changes is the standing of the day", () => {
  const text = "title: T\ncase: us-china\nagainst: baseline\nsteps: [{id: as-it-stands, title: As it stands}]\n";
  expect(read(text).steps).toHaveLength(1);
});
