import {expect, test} from "vitest";
import {openBaseline} from "../../../../src/casebook/baselines.ts";
import type {Case} from "../../../../src/casebook/case.ts";
import {livesOf} from "../../../../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../../../../src/casebook/node.ts";
import {readScenario} from "../../../../src/casebook/readScenario.ts";
import type {Scenario} from "../../../../src/casebook/scenario.ts";
import {ladder} from "../../../../src/studies/price/ladder.ts";
import type {Line} from "../../../../src/studies/price/line.ts";
import {pricer} from "../../../../src/studies/price/pricer.ts";
import {averageTariff} from "../../../../src/studies/price/rules/packages.ts";
import {scenarioTask} from "../../../../src/studies/price/scenario.ts";
import {withTariffsBefore} from "../../../../src/studies/price/tariffsBefore.ts";

const record = openCase("us-china", packageRoot);

function climb(one: Case, name = "wiod2014-44x14", head = "") {
  const {economy, checksum} = openBaseline(name, packageRoot);
  const text = `title: T\ncase: us-china\nbaseline: ${name}\n${head}steps: [{id: a, title: A, lift: [all]}]\n`;
  const result = readScenario("s.yaml", text, {baseline: () => economy, case: () => one});
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const context = {economy, checksum, record: {one, lives: livesOf(one)}};
  const scenario = ladder(result.scenario, context);
  return {scenario, context, ids: scenario.steps.map(({id}) => id)};
}

const COMING = ["tariff-60", "column-two", "chips-half", "chips-all", "full-blocking", "embargo"];

test("the rungs go from lifting everything to an embargo, each once, and each has an answer", () => {
  const {scenario, context, ids} = climb(record);
  expect(ids[0]).toBe("lift-all");
  expect(ids.slice(-6)).toEqual(COMING);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith("lift-"))).toHaveLength(7);
  const lifted = (id: string) => scenario.steps.find((step) => step.id === id)!.lift;
  const others = ids.slice(1, 7).flatMap(lifted);
  expect(others.toSorted()).toEqual(lifted("lift-all").toSorted());

  const {task} = scenarioTask(scenario, context);
  const {priced, spending} = pricer(task, context.economy);
  expect(priced.every(({welfareHat}) => welfareHat.every(Number.isFinite))).toBe(true);
  const [usa, chn] = ["USA", "CHN"].map((code) => context.economy.countries.indexOf(code)) as [number, number];
  const effects = priced
    .slice(1, 6)
    .map(({welfareHat: hat}) => spending[usa]! * Math.abs(hat[usa]! - 1) + spending[chn]! * Math.abs(hat[chn]! - 1));
  expect(effects).toEqual(effects.toSorted((a, b) => b - a));
  const embargo = priced.at(-1)!.welfareHat;
  expect(embargo[usa]).toBeLessThan(1);
  expect(embargo[chn]).toBeLessThan(1);
});

test("the order of the record changes nothing", () => {
  const reversed = {...record, measures: record.measures.toReversed()};
  const plain = ({steps}: Scenario) => steps.map((step) => ({...step, lift: step.lift.toSorted()}));
  expect(plain(climb(reversed).scenario)).toEqual(plain(climb(record).scenario));
});

test("a baseline of goods alone has no rung for chips", () => {
  const {ids} = climb(record, "world2023-goods");
  expect(ids.slice(-4)).toEqual(["tariff-60", "column-two", "full-blocking", "embargo"]);
});

test("before any measure of trade is in force, there is nothing to lift or ease", () => {
  const none = {...record, measures: record.measures.filter(({type}) => type === "travel-visa")};
  expect(climb(none).ids).toEqual(COMING);
});

test("lifting tariffs that held in the year of a baseline without tariffs is no subsidy", () => {
  const {scenario, context} = climb(record, "world2023-goods");
  const {task} = scenarioTask(scenario, context);
  const levied = withTariffsBefore(context.economy, task.before);
  expect(levied.tariff.some((rate) => rate > 0.1)).toBe(true);
  expect(withTariffsBefore(levied, task.before)).toBe(levied);
  const usa = levied.countries.indexOf("USA");
  const {welfareHat} = pricer({...task, steps: task.steps.slice(0, 1)}, levied).priced[0]!;
  expect(welfareHat[usa]).toBeGreaterThan(1);
});

test("all relief ends: what is eased comes back too, and more of it than what is suspended", () => {
  const {scenario, context} = climb(record);
  const rung = scenario.steps.find(({id}) => id === "reinstate")!;
  expect(rung.reinstate).toEqual(expect.arrayContaining(["ieepa-reciprocal-tariff", "ieepa-fentanyl-tariff"]));
  expect(rung.title).toBe(`All relief ends: ${rung.reinstate.length} eased, waived or suspended back in full`);
  const {task} = scenarioTask(scenario, context);
  const points = (lines: readonly Line[]) => averageTariff(["USA"], ["CHN"], context.economy, lines)!;
  const after = points(task.steps.find(({id}) => id === "reinstate")!.lines);
  expect(after - points(task.reference.lines)).toBeGreaterThan(0.2); // 24 points and 10, on most goods
});

test("titles say from what average a tariff rises, and that column 2 comes on top", () => {
  const {scenario} = climb(record);
  const title = (of: Scenario, id: string) => of.steps.find((step) => step.id === id)!.title;
  expect(title(scenario, "tariff-60")).toMatch(/^Tariffs of 60 % on average on all goods, up from 3\d\.\d %$/);
  expect(title(scenario, "column-two")).toBe("The tariff of 1930 (column 2) added to what stands");
  const peak = climb(record, "wiod2014-44x14", "day: 2025-04-12\n").scenario;
  expect(title(peak, "tariff-60")).toMatch(/, down from 1\d\d\.\d %$/);
});

test("against the baseline the ladder stays against it, with what stands as the first rung", () => {
  const {scenario, context, ids} = climb(record, "wiod2014-44x14", "against: baseline\n");
  expect([scenario.against, ids[0], ids[1]]).toEqual(["baseline", "standing", "lift-all"]);
  const {task, standing} = scenarioTask(scenario, context);
  expect(task.reference.id).toBe("baseline");
  expect(task.steps[0]!.lines).toEqual(standing.lines);
  expect(climb(record).ids).not.toContain("standing");
});
