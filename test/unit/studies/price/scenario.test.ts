import {expect, test} from "vitest";
import {openBaseline} from "../../../../src/casebook/baselines.ts";
import {livesOf} from "../../../../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../../../../src/casebook/node.ts";
import {formatProblem} from "../../../../src/casebook/problem.ts";
import {readScenario} from "../../../../src/casebook/readScenario.ts";
import {central, drawn, type Line, sizeOf} from "../../../../src/studies/price/line.ts";
import type {PriceTask} from "../../../../src/studies/price/pricer.ts";
import {type ScenarioTask, scenarioTask} from "../../../../src/studies/price/scenario.ts";
import {shockOf} from "../../../../src/studies/price/shockOf.ts";
import {flowAt} from "../../../../src/trade/economy.ts";

const record = openCase("us-china", packageRoot);
const lives = livesOf(record);
const baseline = openBaseline("wiod2014-44x14", packageRoot);
const {economy, checksum} = baseline;
const ROUNDING = 12; // decimals; the same sums in another order

function taskOf(text: string): ScenarioTask {
  const result = readScenario("s.yaml", text, {baseline: () => economy, case: () => record});
  if ("problems" in result) throw new Error(result.problems.map(formatProblem).join("\n"));
  const {scenario} = result;
  return scenarioTask(scenario, {economy, checksum, record: scenario.case === null ? null : {one: record, lives}});
}

const bare = "title: T\nsenders: [US]\ntargets: [CN]\n";
const step = (what: string, head = ""): ScenarioTask => taskOf(`${bare}${head}steps: [{id: a, title: A, ${what}}]\n`);

/** What a step is beside the baseline, flow by flow, at a draw. */
function shockBy({task}: ScenarioTask, draw = 0) {
  const theta = Float64Array.from(economy.sectors, () => 4);
  const {icebergCost, tariff, prohibited, transfer} = shockOf(
    economy,
    theta,
    task.before,
    task.steps[0]!.lines,
    drawn(task.seed, draw)
  );
  const at = (origin: string, destination: string, sector = "machinery_elec") =>
    flowAt(
      economy,
      economy.countries.indexOf(origin),
      economy.countries.indexOf(destination),
      economy.sectors.indexOf(sector)
    );
  /** Share of a flow that stays open: the cost of closing a share φ is (1 − φ)^(−1⁄θ). */
  const open = (...flow: Parameters<typeof at>) => (prohibited![at(...flow)] ? 0 : icebergCost![at(...flow)]! ** -4);
  const points = (...flow: Parameters<typeof at>) => tariff![at(...flow)]! - economy.tariff[at(...flow)]!;
  return {open, points, tariff: (...flow: Parameters<typeof at>) => tariff![at(...flow)]!, transfer: transfer!};
}

const control = "add: [{what: export-control, sectors: [machinery_elec], share: 0.5}]";

test("members of a coalition close what the sender closes, and others nothing", () => {
  const {open} = shockBy(step(control, "coalition: [JP, KR]\n"));
  expect(open("USA", "CHN")).toBeCloseTo(0.5, ROUNDING);
  expect(open("JPN", "CHN")).toBeCloseTo(0.5, ROUNDING);
  expect(open("KOR", "CHN")).toBeCloseTo(0.5, ROUNDING);
  expect([open("DEU", "CHN"), open("CHN", "JPN"), open("USA", "CHN", "agri")]).toEqual([1, 1, 1]);
});

test("retaliation mirrors a share of what a step adds, from target to sender, members and complying thirds", () => {
  const {open, points} = shockBy(
    step(
      "wedges: [{from: US, to: CN, sectors: [agri], closed: 0.5}, {from: CN, to: US, sectors: [metals], tariff: 0.2}]",
      "coalition: [JP]\nretaliation: {mirror: 0.5}\nsecondary: {comply: {IN: 0.2}}\n"
    )
  );
  expect(open("CHN", "USA", "agri")).toBeCloseTo(0.75, ROUNDING);
  expect(open("CHN", "JPN", "agri")).toBeCloseTo(0.75, ROUNDING);
  expect(open("CHN", "IND", "agri")).toBeCloseTo(0.95, ROUNDING);
  expect(points("CHN", "USA", "metals")).toBeCloseTo(0.2, ROUNDING);
  expect(points("USA", "CHN", "metals")).toBeCloseTo(0.1, ROUNDING);
});

test("retaliation may be by another country and by wedges of its own, and leaves relief alone", () => {
  const head = "retaliation: {by: [RU], wedges: [{from: RU, to: US, sectors: [petroleum], closed: 1}]}\n";
  expect(shockBy(step(control, head)).open("RUS", "USA", "petroleum")).toBe(0);
  const relief = taskOf(
    `title: T\ncase: us-china\nretaliation: {mirror: 1}\nsteps:\n  - {id: a, title: A, lift: [all]}\n  - {id: b, title: B, ${control}}\n`
  );
  expect(relief.task.steps[0]!.lines).toEqual([]);
});

test("third countries that comply in part are cut off for the rest, both ways and in all sectors", () => {
  const {open} = shockBy(step(control, "secondary: {comply: {IN: 0.2, BR: 1}, cutOff: 0.5}\n"));
  expect(open("IND", "CHN")).toBeCloseTo(1 - 0.2 * 0.5, ROUNDING);
  expect(open("USA", "IND", "other_services")).toBeCloseTo(1 - 0.8 * 0.5, ROUNDING);
  expect(open("IND", "USA", "agri")).toBeCloseTo(1 - 0.8 * 0.5, ROUNDING);
  expect(open("BRA", "CHN")).toBeCloseTo(0.5, ROUNDING);
  expect([open("USA", "BRA"), open("USA", "MEX"), open("MEX", "CHN")]).toEqual([1, 1, 1]);
});

test("a transfer is taken from one country and given to another", () => {
  const {transfer} = shockBy(step("transfer: [{from: CN, to: US, amount: 100}]"));
  expect(transfer[economy.countries.indexOf("USA")]).toBe(100);
  expect(transfer[economy.countries.indexOf("CHN")]).toBe(-100);
});

test("one statement in two steps has one draw, another statement another", () => {
  const band = (share: string) => `wedges: [{from: US, to: CN, sectors: [agri], closed: ${share}}]`;
  const {task} = taskOf(
    `${bare}steps:\n  - {id: a, title: A, ${band("[0.1, 0.4, 0.9]")}}\n  - {id: b, title: B, ${band("[0.1, 0.4, 0.9]")}}\n  - {id: c, title: C, ${band("[0.2, 0.4, 0.9]")}}\n`
  );
  const sample = drawn(task.seed, 5);
  const [a, b, c] = task.steps.map(({lines}) => sizeOf(lines[0]!.wedges[0]!.size, sample));
  expect(a).toBe(b);
  expect(c).not.toBe(a);
});

test("the groups are senders, targets, coalition and named thirds, the rest, and the world", () => {
  const {groups} = step(control, "coalition: [EU]\nsecondary: {comply: {IN: 0.2, all: 0}}\n");
  expect(groups.map(({id, title, members}) => [id, title, members.length])).toEqual([
    ["US", "United States", 1],
    ["CN", "China", 1],
    ["EU", "European Union", 27],
    ["IN", "India", 1],
    ["thirds", "All others", 14],
    ["world", "World", 44]
  ]);
});

const priced = (lines: readonly Line[]) => new Set(lines.map(({of}) => of));
const section301 = (what: string): PriceTask => {
  return taskOf(`title: T\ncase: us-china\nday: 2020-06-30\nsteps: [{id: a, title: A, ${what}}]\n`).task;
};

test("lifting takes the lines of a measure away, easing leaves a share, and the reference keeps them", () => {
  const lifted = section301("lift: [s301-list3]");
  expect(priced(lifted.reference.lines)).toContain("s301-list3");
  expect(priced(lifted.steps[0]!.lines)).not.toContain("s301-list3");
  expect(priced(lifted.steps[0]!.lines)).toContain("s301-list1");
  const eased = section301("ease: {of: [s301-list3], by: 0.75}");
  const size = ({lines}: {readonly lines: readonly Line[]}) =>
    sizeOf(lines.find(({of}) => of === "s301-list3")!.wedges[0]!.size, drawn(1, 1));
  expect(size(eased.steps[0]!)).toBeCloseTo(0.25 * size(eased.reference), ROUNDING);
});

test.each([0, 0.1, 0.6])("a tariff to %f is that on average in every draw, whatever is levied already", (rate) => {
  const asked = taskOf(
    `title: T\ncase: us-china\nday: 2025-12-31\nsteps: [{id: a, title: A, add: [{what: tariff-to, rate: ${rate}}]}]\n`
  );
  const goods = economy.sectors.slice(0, 11);
  const [c, u] = [economy.countries.indexOf("CHN"), economy.countries.indexOf("USA")];
  const flows = goods.map((_, s) => economy.flow[flowAt(economy, c, u, s)]!);
  for (const draw of [0, 1, 2, 3]) {
    const {tariff} = shockBy(asked, draw);
    const rates = goods.map((sector) => tariff("CHN", "USA", sector));
    const average =
      rates.reduce((sum, one, s) => sum + flows[s]! * one, 0) / flows.reduce((sum, flow) => sum + flow, 0);
    expect(average).toBeCloseTo(rate, ROUNDING);
    if (rate === 0) for (const one of rates) expect(Math.abs(one)).toBeLessThan(1e-14); // free trade in each sector
  }
});

test("a measure that is put back in force holds once, in full", () => {
  const {task} = taskOf(
    "title: T\ncase: us-china\nday: 2025-12-31\nsteps: [{id: a, title: A, reinstate: [ieepa-reciprocal-tariff]}]\n"
  );
  const tariffs = ({lines}: {readonly lines: readonly Line[]}) =>
    lines
      .filter(({of}) => of === "ieepa-reciprocal-tariff")
      .flatMap(({wedges}) => wedges.filter(({sector}) => sector === "textiles"))
      .map(({size}) => sizeOf(size, central));
  const [held, full] = [tariffs(task.reference), tariffs(task.steps[0]!)];
  expect([held.length, full.length]).toEqual([1, 1]);
  expect(held[0]).toBeCloseTo(0.1 * 0.96, ROUNDING);
  expect(full[0]).toBeCloseTo(0.34 * 0.96, ROUNDING);
});

test("what comes back in answer to the end of relief is what is added, not what stood already", () => {
  const {points} = shockBy(
    taskOf(
      "title: T\ncase: us-china\nday: 2025-12-31\nretaliation: {mirror: 1}\nsteps: [{id: a, title: A, reinstate: [ieepa-fentanyl-tariff]}]\n"
    )
  );
  expect(points("USA", "CHN", "agri")).toBeGreaterThan(0.1 * 0.92);
  expect(points("USA", "CHN", "agri")).toBeLessThan(0.1 * 1);
});

test("members join measures in force that a step names", () => {
  const {task} = taskOf(
    "title: T\ncase: us-china\nday: 2020-06-30\ncoalition: [JP]\nsteps: [{id: a, title: A, join: [s301-list3]}]\n"
  );
  const joined = task.steps[0]!.lines.filter(({title}) => title.endsWith("(JPN)"));
  expect(joined.map(({of}) => of)).toEqual(["s301-list3"]);
  expect(new Set(joined[0]!.wedges.map(({origin, destination}) => `${origin} ${destination}`))).toEqual(
    new Set(["CHN JPN"])
  );
});

test("what a step names without a price is told, with the reason", () => {
  const {notes, readings} = taskOf(
    "title: T\ncase: us-china\nsteps: [{id: a, title: A, lift: [gsp-denial-1976, s301-list4b]}]\n"
  );
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/^step a lifts 2 measures, \d without a price: .*s301-list4b \(not in force\)/);
  expect(readings.length).toBeGreaterThan(0);
});

test("against the baseline, the reference is what held in its own year", () => {
  const {task} = taskOf("title: T\ncase: us-china\nagainst: baseline\nsteps: [{id: now, title: Now}]\n");
  expect(task.reference.lines).toEqual(task.before);
  expect(priced(task.steps[0]!.lines)).toContain("s301-list3");
  expect(priced(task.before)).not.toContain("s301-list3");
});

test("own elasticities come with keys of their own", () => {
  const {task} = step(control, "elasticities: {all: 4, agri: [2, 3, 4]}\n");
  expect(task.elasticities).toHaveLength(14);
  expect(task.elasticities[0]).toEqual({
    key: "elasticity:scenario:agri",
    value: {kind: "triangular", low: 2, likely: 3, high: 4}
  });
});
