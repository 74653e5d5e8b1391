import {openBaseline} from "../../../src/casebook/baselines.ts";
import {openCase, packageRoot} from "../../../src/casebook/node.ts";
import {formatProblem} from "../../../src/casebook/problem.ts";
import {readScenario} from "../../../src/casebook/readScenario.ts";
import type {Scenario} from "../../../src/casebook/scenario.ts";

export const lookups = {
  baseline: (name: string) => openBaseline(name, packageRoot).economy,
  case: (name: string) => openCase(name, packageRoot)
};

/** Everything that a scenario may have. */
export const full = `title: Everything that a scenario has
case: us-china
day: 2025-06-30
elasticities: simonovska-waugh-2014
closure: balanced
seed: 3
draws: 50
against: standing
senders: [US]
targets: [CN]
coalition: [JP, EU]
retaliation: {by: [CN], mirror: [0.5, 0.8, 1]}
secondary:
  comply: {IN: 0.5, all: 0.1}
  cutOff: 0.2
steps:
  - id: relief
    title: Relief
    lift: [s301-list1, package:chips-2022]
    ease: {of: [s301-list3], by: 0.5}
  - id: pressure
    title: Pressure
    reinstate: [ieepa-reciprocal-tariff]
    join: [smic-entity-2020]
    add:
      - {what: tariff-to, rate: 0.6}
      - {what: export-control, sectors: [machinery_elec], share: [0.3, 0.5, 0.7]}
    wedges:
      - {from: senders, to: targets, sectors: [agri, food], cost: 0.1}
      - {from: world, to: US, sectors: metals, cost: 0.25}
    transfer:
      - {from: CN, to: US, amount: 100}
`;

export function read(text: string): Scenario {
  const result = readScenario("scenario.yaml", text, lookups);
  if ("problems" in result) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.scenario;
}

/** What is said of a scenario, without the name of the file. */
export function saidOf(text: string): string[] {
  const result = readScenario("s.yaml", text, lookups);
  return "problems" in result ? result.problems.map((problem) => formatProblem(problem).slice("s.yaml:".length)) : [];
}
