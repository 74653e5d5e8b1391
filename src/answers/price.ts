import type {OpenedBaseline} from "../casebook/baselines.ts";
import type {Scenario} from "../casebook/scenario.ts";
import {byMeasure} from "../studies/price/byMeasure.ts";
import {ladder} from "../studies/price/ladder.ts";
import {type Draw, pricer, type Step} from "../studies/price/pricer.ts";
import {RULE_TABLE} from "../studies/price/rules/ruleTable.ts";
import {type ScenarioTask, scenarioTask} from "../studies/price/scenario.ts";
import {traceOf, type WhatItCosts, whatItCosts} from "../studies/whatItCosts.ts";
import {formatDay} from "../time/day.ts";
import type {OpenRecord} from "./record.ts";

/** Which steps are priced: those of the scenario, the ladder, or each measure lifted alone. */
export type Steps = "own" | "ladder" | "measures";

/** A scenario with its steps, ready to be solved, and what it is solved with. */
export type PriceAsked = ScenarioTask & {
  readonly scenario: Scenario;
  readonly baseline: OpenedBaseline;
};

/** @throws what `ladder` and `scenarioTask` throw */
export function priceAsked(
  scenario: Scenario,
  record: OpenRecord | null,
  baseline: OpenedBaseline,
  steps: Steps
): PriceAsked {
  const context = {economy: baseline.economy, checksum: baseline.checksum, record};
  const climbed = steps === "ladder" ? ladder(scenario, context) : scenario;
  const asked = scenarioTask(climbed, context);
  const task = steps === "measures" ? {...asked.task, steps: byMeasure(asked.standing.lines)} : asked.task;
  return {...asked, task, scenario: climbed, baseline};
}

/** Solves the steps, with as many draws as the scenario says, here and one after another. @throws what `pricer` throws */
export function priced({task, groups, scenario, baseline}: PriceAsked): WhatItCosts {
  const solved = pricer(task, baseline.economy);
  const draws = Array.from({length: scenario.draws}, (_, number): Draw => solved.draw(number));
  return whatItCosts(task, solved, groups, {
    welfareHat: draws.map(({welfareHat}) => welfareHat),
    failed: draws.flatMap(({failed}) => failed)
  });
}

/** How many measures live on the day the rules make what of. */
export function countedOf({readings}: Pick<PriceAsked, "readings">) {
  const count = (kind: string) => readings.filter(({outcome}) => outcome.kind === kind).length;
  return {priced: count("priced"), unknown: count("unknown"), outside: count("outside"), idle: count("idle")};
}

/** The whole answer as plain data; with the wedges of every step where they are asked for. */
export function priceAnswer({scenario, baseline, readings, notes}: PriceAsked, study: WhatItCosts, isTraced: boolean) {
  const {task, groups, countries, rows, draws} = study;
  const {name, year, provenance: source} = baseline.economy;
  const stepAnswer = ({id, title, lines}: Step) => ({
    id,
    title,
    measures: [...new Set(lines.map(({of}) => of))],
    ...(isTraced && {trace: traceOf(lines)})
  });
  return {
    day: scenario.day === null ? null : formatDay(scenario.day),
    baseline: {name, year, ...source, checksum: baseline.checksum},
    elasticities: typeof scenario.elasticities === "string" ? scenario.elasticities : "scenario",
    closure: task.closure,
    ruleTable: RULE_TABLE.version,
    seed: task.seed,
    draws: {asked: draws.asked, made: draws.made, failed: draws.failed},
    notes: [...notes, ...baseline.notes],
    reference: stepAnswer(task.reference),
    readings: readings.map(({measure, rule, outcome, left}) => ({
      measure: measure.id,
      rule: rule?.id ?? null,
      outcome: outcome.kind,
      ...("reason" in outcome && {reason: outcome.reason}),
      left
    })),
    steps: rows.map(({step, none, groups: costs, countries: byCountry, detail}) => ({
      ...stepAnswer(step),
      none,
      groups: groups.map(({id, title}, at) => ({id, title, ...costs[at]!})),
      countries: countries.map((code, at) => ({country: code, ...byCountry[at]!, ...detail[at]!}))
    }))
  };
}
