import type {Case} from "../../casebook/case.ts";
import type {Scenario, ScenarioStep} from "../../casebook/scenario.ts";
import type {Area} from "../../casebook/scenarioCountries.ts";
import type {Life} from "../../sanctions/life.ts";
import {formatDay, parseDay} from "../../time/day.ts";
import type {Economy} from "../../trade/economy.ts";
import {elasticitiesFor, elasticitySet} from "../../trade/elasticitySets.ts";
import type {Group} from "./bands.ts";
import type {Factor, Line} from "./line.ts";
import type {PriceTask, Step} from "./pricer.ts";
import {fullStrength, type MeasureReading, readMeasures} from "./rules/readMeasures.ts";
import {type Standing, type StepLines, stepLines} from "./scenarioLines.ts";
import {withTariffsBefore} from "./tariffsBefore.ts";

/** What a scenario is priced with: its baseline with its SHA-256, and the record with its lives where it has a case. */
export type ScenarioContext = {
  readonly economy: Economy;
  readonly checksum: string;
  readonly record: {readonly one: Case; readonly lives: readonly Life[]} | null;
};

export type ScenarioTask = {
  readonly task: PriceTask;
  /** What stands on the day, or the baseline as it is: what steps take away from and add to, whatever they are compared with. */
  readonly standing: Step;
  /** By step: what holds besides where one more country does what the senders do. */
  readonly joinedBy: ReadonlyMap<string, StepLines["joinedBy"]>;
  /** Each sender, target, member of the coalition and named third, the rest as `thirds`, and `world`. */
  readonly groups: readonly Group[];
  /** What the rules make of the measures on the day; empty without a case. */
  readonly readings: readonly MeasureReading[];
  /** What steps name and nothing in the step stands for. */
  readonly notes: readonly string[];
};

/**
 * A scenario as a task to price. Steps start from the standing of the day; what held in the middle of the baseline's own
 * year is in the baseline already.
 *
 * @throws what `elasticitiesFor` throws
 */
export function scenarioTask(scenario: Scenario, context: ScenarioContext): ScenarioTask {
  const {checksum, record} = context;
  const {day, closure, seed} = scenario;
  const standing = standingOf(scenario, context);
  const economy = withTariffsBefore(context.economy, standing.before);
  const baseline: Step = {id: "baseline", title: `${economy.name} as it is`, lines: standing.before};
  const onDay: Step =
    day === null ? baseline : {id: "standing", title: `standing of ${formatDay(day)}`, lines: standing.held};
  const steps = scenario.steps.map((step) => ({step, ...stepLines(step, scenario, standing, economy)}));
  const task: PriceTask = {
    baseline: scenario.baseline,
    checksum,
    elasticities: elasticitiesOf(scenario, economy),
    closure,
    seed,
    before: standing.before,
    reference: scenario.against === "baseline" ? baseline : onDay,
    steps: steps.map(({step: {id, title}, lines}): Step => ({id, title, lines}))
  };
  return {
    task,
    standing: onDay,
    joinedBy: new Map(steps.map(({step, joinedBy}) => [step.id, joinedBy])),
    groups: groupsOf(scenario, economy),
    readings: standing.readings,
    notes: record === null ? [] : scenario.steps.flatMap((step) => unpriced(step, standing))
  };
}

/** What the rules make of the record of a scenario: nothing where it has no case. */
export function standingOf(
  {day}: Pick<Scenario, "day">,
  {economy, record}: ScenarioContext
): Standing & {readonly readings: readonly MeasureReading[]} {
  if (record === null || day === null) return {before: [], held: [], inFull: () => [], readings: []};
  const {one, lives} = record;
  const midYear = parseDay(`${economy.year}-07-01`);
  const readings = readMeasures(one, lives, day, economy);
  return {
    before: pricedLines(readMeasures(one, lives, midYear, economy)),
    held: pricedLines(readings),
    readings,
    inFull(id) {
      const life = lives.find(({measure}) => measure.id === id);
      return life === undefined ? [] : pricedLines([fullStrength(one, life, day, economy)]);
    }
  };
}

const pricedLines = (readings: readonly MeasureReading[]): Line[] =>
  readings.flatMap(({outcome}) => (outcome.kind === "priced" ? [outcome.line] : []));

/** One note for each list of a step in which measures have no line. */
function unpriced(
  {id, lift, ease, reinstate, join}: ScenarioStep,
  {held, inFull, readings}: ReturnType<typeof standingOf>
): string[] {
  const holds = (name: string) => held.some(({of}) => of === name);
  const reason = (name: string) => {
    const outcome = readings.find(({measure}) => measure.id === name)?.outcome;
    return outcome === undefined ? "not in force" : outcome.kind === "priced" ? "in force already" : outcome.reason;
  };
  const lists = [
    {verb: "lifts", of: lift, has: holds},
    {verb: "eases", of: ease?.of ?? [], has: holds},
    {verb: "has others join", of: join, has: holds},
    {verb: "reinstates", of: reinstate, has: (name: string) => inFull(name).length > 0}
  ];
  return lists.flatMap(({verb, of, has}) => {
    const without = of.filter((name) => !has(name));
    if (without.length === 0) return [];
    const shown = without.slice(0, 3).map((name) => `${name} (${reason(name)})`);
    const more = without.length > 3 ? ` and ${without.length - 3} more` : "";
    return [`step ${id} ${verb} ${of.length} measures, ${without.length} without a price: ${shown.join(", ")}${more}`];
  });
}

/** θ by sector [J] as the scenario has it. @throws what `elasticitiesFor` throws */
function elasticitiesOf({elasticities}: Pick<Scenario, "elasticities">, economy: Economy): readonly Factor[] {
  if (typeof elasticities === "string") return elasticitiesFor(elasticitySet(elasticities), economy);
  return elasticities.map((value, s) => ({key: `elasticity:scenario:${economy.sectors[s]}`, value}));
}

export function groupsOf(
  {senders, targets, coalition, thirds}: Pick<Scenario, "senders" | "targets" | "coalition" | "thirds">,
  {countries}: Pick<Economy, "countries">
): Group[] {
  const named = [...senders, ...targets, ...coalition, ...thirds];
  const alone = named.map(({id, title, members}: Area): Group => {
    return {id, title, members: members.map((name) => countries.indexOf(name))};
  });
  const taken = new Set(alone.flatMap(({members}) => members));
  const all = [...countries.keys()];
  const rest = all.filter((at) => !taken.has(at));
  return [
    ...alone,
    ...(rest.length > 0 ? [{id: "thirds", title: "All others", members: rest}] : []),
    {id: "world", title: "World", members: all}
  ];
}
