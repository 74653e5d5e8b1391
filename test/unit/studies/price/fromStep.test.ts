import {expect, test} from "vitest";
import {openBaseline} from "../../../../src/casebook/baselines.ts";
import {livesOf} from "../../../../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../../../../src/casebook/node.ts";
import {readScenario} from "../../../../src/casebook/readScenario.ts";
import {adds, coalitionOf, frontierOf, gameOf, gameShares, outsiders} from "../../../../src/studies/price/fromStep.ts";
import {central, type Line, sizeOf, times} from "../../../../src/studies/price/line.ts";
import {averageTariff} from "../../../../src/studies/price/rules/packages.ts";
import {scenarioTask} from "../../../../src/studies/price/scenario.ts";

const record = openCase("us-china", packageRoot);
const {economy, checksum} = openBaseline("wiod2014-44x14", packageRoot);

function asked(text: string) {
  const result = readScenario("s.yaml", text, {baseline: () => economy, case: () => record});
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  const {scenario} = result;
  const lives = scenario.case === null ? null : {one: record, lives: livesOf(record)};
  const {task, standing, joinedBy} = scenarioTask(scenario, {economy, checksum, record: lives});
  const step = (id: string) => task.steps.find((one) => one.id === id)!;
  return {scenario, task, standing, step, joinedBy: (id: string) => joinedBy.get(id)!};
}

const parties = {senders: ["USA"], targets: ["CHN"]};
const steps = `steps:
  - {id: lift, title: L, lift: [s301-list3]}
  - {id: ease, title: E, ease: {of: [s301-list3], by: 0.5}}
  - {id: back, title: B, reinstate: [ieepa-reciprocal-tariff]}
  - {id: mixed, title: M, lift: [s301-list3], add: [{what: embargo}]}
  - {id: tariff, title: T, add: [{what: tariff-to, rate: 0.6}]}
  - {id: chips, title: C, add: [{what: export-control, sectors: [machinery_elec], share: 0.5}]}
`;
const ofCase = `title: T\ncase: us-china\n${steps}`;

test.each(["standing", "baseline"])("only what adds to what stands can be joined, against %s", (against) => {
  const {task, standing, step, joinedBy} = asked(`${ofCase}against: ${against}\n`);
  expect(task.steps.filter((one) => adds(one, standing)).map(({id}) => id)).toEqual(["tariff", "chips"]);
  for (const id of ["lift", "ease", "back", "mixed"]) {
    const refused = expect.objectContaining({code: "studies/nothing-to-join"});
    const of = [step(id), standing, parties] as const;
    expect(() => coalitionOf(...of, ["JPN"], "given", joinedBy(id))).toThrow(refused);
    expect(() => gameOf(economy, ...of, ["JPN"], joinedBy(id), {share: times(1), cut: times(0.5)})).toThrow(refused);
    expect(() => frontierOf([step(id)], standing, parties, "single")).toThrow(refused);
  }
  const {base, founders, candidates} = coalitionOf(
    step("chips"),
    standing,
    parties,
    ["JPN"],
    "given",
    joinedBy("chips")
  );
  expect([...base, ...founders.flatMap(({lines}) => lines)]).toEqual(step("chips").lines);
  expect(candidates[0]!.lines.flatMap(({wedges}) => wedges)).toMatchObject([{origin: "JPN", destination: "CHN"}]);
});

const levied = (by: string, lines: readonly Line[]) => averageTariff([by], ["CHN"], economy, lines)!;

test("a tariff to a rate is taken anew for each member, the same in a coalition of the file and in one that is joined", () => {
  const whole = asked(`${ofCase}coalition: [JP, MX]\n`).step("tariff").lines;
  const {standing, step, joinedBy} = asked(ofCase);
  const {base, founders, candidates} = coalitionOf(
    step("tariff"),
    standing,
    parties,
    ["JPN", "MEX"],
    "given",
    joinedBy("tariff")
  );
  const before = asked(ofCase).task.before.map((line): Line => {
    return {...line, wedges: line.wedges.map((wedge) => ({...wedge, size: [...wedge.size, times(-1)]}))};
  });
  const joined = [...base, ...founders, ...candidates].flatMap((one) => ("lines" in one ? one.lines : [one]));
  for (const by of ["USA", "JPN", "MEX"])
    for (const lines of [whole, joined]) expect(levied(by, [...lines, ...before])).toBeCloseTo(0.6, 12);
});

test("who joins is answered as the sender is", () => {
  const {step, joinedBy} = asked(`${ofCase}retaliation: {mirror: 0.5}\n`);
  const answers = (lines: readonly Line[], on: string) =>
    lines.flatMap(({of, wedges}) =>
      of.startsWith("answer") ? wedges.filter((one) => one.destination === on || one.origin === on) : []
    );
  const [own] = answers(step("chips").lines, "USA");
  const [other] = answers(joinedBy("chips")("JPN"), "JPN");
  expect(other).toEqual({...own, destination: "JPN"});
});

const TWO = "title: T\nsenders: [US, GB]\ntargets: [RU, CN]\nsteps: [{id: a, title: A, add: [{what: embargo}]}]\n";

test("with several senders and targets members press each target, and those who defy are cut off by each sender", () => {
  const {standing, step, joinedBy} = asked(TWO);
  const two = {senders: ["USA", "GBR"], targets: ["RUS", "CHN"]};
  const {targets, founders, candidates} = coalitionOf(step("a"), standing, two, ["JPN"], "given", joinedBy("a"));
  expect([targets, founders.map(({country}) => country)]).toEqual([two.targets, two.senders]);
  const partners = (lines: readonly Line[]) =>
    new Set(lines.flatMap(({wedges}) => wedges.flatMap(({origin, destination}) => [origin, destination])));
  expect(partners(candidates[0]!.lines)).toEqual(new Set(["JPN", "RUS", "CHN"]));
  const game = gameOf(economy, step("a"), standing, two, ["JPN"], joinedBy("a"), {share: times(1), cut: times(0.5)});
  expect(partners(game.thirds[0]!.punished)).toEqual(new Set(["JPN", "USA", "GBR"]));
  expect(game).toMatchObject(two);
  expect(frontierOf([step("a")], standing, two, "single")).toMatchObject(two);
  expect(outsiders(economy, two)).not.toContain("CHN");
});

test("the shares of the file are those of the game, and the usual ones where it says nothing", () => {
  const {scenario, step, standing, joinedBy} = asked(
    `${TWO}secondary: {comply: {IN: 0.3, BR: 0}, cutOff: [0, 0.1, 0.4]}\n`
      .replace("[US, GB]", "[US]")
      .replace("[RU, CN]", "[CN]")
  );
  const shares = gameShares(scenario, {share: times(1), cut: times(0.2)});
  const value = ({share, cut}: ReturnType<typeof shares>) => [sizeOf([share], central), sizeOf([cut], central)];
  expect(["IND", "BRA", "JPN"].map((name) => value(shares(name)))).toEqual([
    [0.3, 0.1],
    [1, 0.1],
    [1, 0.1]
  ]);
  const {thirds} = gameOf(economy, step("a"), standing, parties, ["IND", "JPN"], joinedBy("a"), shares);
  expect(thirds.map(({complies}) => sizeOf(complies[0]!.wedges[0]!.size, central))).toEqual([0.3, 1]);
  expect(thirds[0]!.punished[0]!.wedges[0]!.size[0]!.key).toBe("scenario cutOff"); // one draw with a scenario's own cut
  expect(value(gameShares({secondary: null}, {share: times(1), cut: times(0.2)})("IND"))).toEqual([1, 0.2]);
});
