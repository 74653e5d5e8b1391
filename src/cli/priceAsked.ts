import {membersOf} from "../casebook/scenario.ts";
import {incorrect} from "../errors.ts";
import {byMeasure} from "../studies/price/byMeasure.ts";
import type {Parties} from "../studies/price/fromStep.ts";
import {ladder} from "../studies/price/ladder.ts";
import type {Step} from "../studies/price/pricer.ts";
import type {MeasureReading} from "../studies/price/rules/readMeasures.ts";
import {RULE_TABLE} from "../studies/price/rules/ruleTable.ts";
import {type ScenarioTask, scenarioTask} from "../studies/price/scenario.ts";
import {traceOf, type WhatItCosts} from "../studies/whatItCosts.ts";
import {formatDay} from "../time/day.ts";
import {baselineNote} from "../trade/baseline.ts";
import {elasticitySet} from "../trade/elasticitySets.ts";
import {type Given, text} from "./command.ts";
import {provenance} from "./openRecord.ts";
import type {PriceQuestion} from "./priceQuestion.ts";
import type {PriceAbout} from "./priceReport.ts";
import type {Target} from "./studyFiles.ts";

/** A question with its steps, ready to be solved. */
export type Asked = PriceQuestion &
  ScenarioTask & {
    readonly parties: Parties;
    /** Who may join: the members of the scenario's coalition. */
    readonly candidates: readonly string[];
  };

/**
 * The steps of a question: a scenario's own; of a case the ladder, or, without a question beyond what stands, each measure
 * lifted alone.
 */
export function askedOf(question: PriceQuestion, mode: "ladder" | "coalition" | "game" | "frontier" | null): Asked {
  const {scenario, record, baseline} = question;
  const context = {economy: baseline.economy, checksum: baseline.checksum, record};
  const parties = {senders: membersOf(scenario.senders), targets: membersOf(scenario.targets)};
  const isStrategy = mode !== null && mode !== "ladder";
  const ownSteps = scenario.steps.length > 0 && mode !== "ladder";
  const climbed = ownSteps || mode === null ? scenario : ladder(scenario, context);
  const head = isStrategy ? {...climbed, coalition: [], secondary: null} : climbed;
  const asked = scenarioTask(head, context);
  const candidates = membersOf(climbed.coalition);
  if (!ownSteps && mode === null) {
    const task = {...asked.task, steps: byMeasure(asked.task.reference.lines)};
    return {...question, ...asked, task, parties, candidates};
  }
  return {...question, scenario: head, ...asked, parties, candidates};
}

/** The step that a question is about: the one named, else the last. @throws incorrect `cli/usage` */
export function stepOf({task}: Asked, options: Given["options"]): Step {
  const typed = text(options["step"]);
  const step = typed === undefined ? task.steps.at(-1) : task.steps.find(({id}) => id === typed);
  if (step !== undefined) return step;
  throw incorrect("cli/usage", `unknown step: ${typed}; one of ${task.steps.map(({id}) => id).join(", ")}`);
}

export const targetOf = (options: Given["options"]): Target => ({
  out: text(options["out"]),
  force: options["force"] === true
});

/** Ids of measures by what the rules make of them. */
const byOutcome = (readings: readonly MeasureReading[]) => {
  const ids = (kind: MeasureReading["outcome"]["kind"]) =>
    readings.filter(({outcome}) => outcome.kind === kind).map(({measure}) => measure.id);
  return {priced: ids("priced"), unknown: ids("unknown"), outside: ids("outside"), idle: ids("idle")};
};

/** How many measures live on the day the rules make what of. */
export function countedOf({readings}: Pick<Asked, "readings">) {
  const {priced, unknown, outside, idle} = byOutcome(readings);
  return {priced: priced.length, unknown: unknown.length, outside: outside.length, idle: idle.length};
}

/** What stands beside the figures of a question. */
export function aboutOf(asked: Asked): PriceAbout {
  const {scenario, baseline, readings, notes, task} = asked;
  const {priced, unknown, outside, idle} = byOutcome(readings);
  const {elasticities} = scenario;
  const left = readings.filter(({outcome, left}) => outcome.kind === "priced" && left.length > 0);
  return {
    title: `${scenario.title}: what it costs`,
    elasticities: typeof elasticities === "string" ? elasticitySet(elasticities).title : "the scenario's own",
    ruleTable: `version ${RULE_TABLE.version}; docs/methods/rule-table.md. Deficits: ${task.closure.kind}`,
    baseline: baselineNote(baseline),
    notes: [
      ...(readings.length === 0
        ? []
        : [
            `Of ${readings.length} measures on ${formatDay(scenario.day!)}: ${priced.length} priced, ${outside.length} outside trade, ${idle.length} without effect on the day (suspended, waived, threatened, overtaken), ${unknown.length} of unknown size: ${unknown.join(", ") || "none"}.`
          ]),
      ...left.map(({measure, left: parts}) => `${measure.id}, priced in part: ${parts.join("; ")}.`),
      ...notes,
      ...baseline.notes
    ]
  };
}

/** The whole answer as plain data; with the wedges of every step where they are asked for. */
export function priceJson(asked: Asked, study: WhatItCosts, isTraced: boolean): object {
  const {baseline, record, readings, scenario} = asked;
  const {task, groups, countries, rows, draws} = study;
  const {name, year, provenance: source} = baseline.economy;
  const stepJson = ({id, title, lines}: Step) => ({
    id,
    title,
    measures: [...new Set(lines.map(({of}) => of))],
    ...(isTraced && {trace: traceOf(lines)})
  });
  return {
    ...(record !== null && provenance(record)),
    day: scenario.day === null ? null : formatDay(scenario.day),
    baseline: {name, year, ...source, checksum: baseline.checksum},
    elasticities: typeof scenario.elasticities === "string" ? scenario.elasticities : "scenario",
    closure: task.closure,
    ruleTable: RULE_TABLE.version,
    seed: task.seed,
    draws: {asked: draws.asked, made: draws.made, failed: draws.failed},
    reference: stepJson(task.reference),
    readings: readings.map(({measure, rule, outcome, left}) => ({
      measure: measure.id,
      rule: rule?.id ?? null,
      outcome: outcome.kind,
      ...("reason" in outcome && {reason: outcome.reason}),
      left
    })),
    steps: rows.map(({step, groups: costs, countries: byCountry, detail}) => ({
      ...stepJson(step),
      groups: groups.map(({id, title}, at) => ({id, title, ...costs[at]!})),
      countries: countries.map((code, at) => ({country: code, ...byCountry[at]!, ...detail[at]!}))
    }))
  };
}
