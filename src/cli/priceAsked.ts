import {type PriceAsked, priceAnswer, priceAsked} from "../answers/price.ts";
import {membersOf, type Scenario} from "../casebook/scenario.ts";
import {incorrect} from "../errors.ts";
import {adds, type Parties} from "../studies/price/fromStep.ts";
import {ladder} from "../studies/price/ladder.ts";
import type {Step} from "../studies/price/pricer.ts";
import type {MeasureReading} from "../studies/price/rules/readMeasures.ts";
import {RULE_TABLE} from "../studies/price/rules/ruleTable.ts";
import type {WhatItCosts} from "../studies/whatItCosts.ts";
import {formatDay} from "../time/day.ts";
import {baselineNote} from "../trade/baseline.ts";
import {elasticitySet} from "../trade/elasticitySets.ts";
import {type Given, text} from "./command.ts";
import {coverageNote, provenance} from "./openRecord.ts";
import type {PriceQuestion} from "./priceQuestion.ts";
import type {PriceAbout} from "./priceReport.ts";
import {count} from "./style.ts";

/** A question with its steps, ready to be solved. */
export type Asked = PriceQuestion &
  PriceAsked & {
    readonly parties: Parties;
    /** Who may join: the members of the scenario's coalition. */
    readonly candidates: readonly string[];
    /** What the scenario says of third countries; a game decides it anew. */
    readonly secondary: Scenario["secondary"];
  };

/**
 * The steps of a question: a scenario's own; of a case the ladder, or, without a question beyond what stands, each measure
 * lifted alone.
 */
export function askedOf(question: PriceQuestion, mode: "ladder" | "coalition" | "game" | "frontier" | null): Asked {
  const {scenario, record, baseline} = question;
  const context = {economy: baseline.economy, checksum: baseline.checksum, record};
  const isStrategy = mode !== null && mode !== "ladder";
  const hasSteps = scenario.steps.length > 0 && mode !== "ladder";
  const climbed = isStrategy && !hasSteps ? ladder(scenario, context) : scenario;
  const head = isStrategy ? {...climbed, coalition: [], secondary: null} : scenario;
  const steps = isStrategy || hasSteps ? "own" : mode === "ladder" ? "ladder" : "measures";
  return {
    ...question,
    ...priceAsked(head, record, baseline, steps),
    parties: {senders: membersOf(scenario.senders), targets: membersOf(scenario.targets)},
    candidates: membersOf(scenario.coalition),
    secondary: scenario.secondary
  };
}

/** The step that is joined, or complied with: the one named, else the last that only adds to what stands. @throws incorrect `cli/usage`, `studies/nothing-to-join` */
export function stepOf({task, standing}: Asked, options: Given["options"]): Step {
  const typed = text(options["step"]);
  const adding = task.steps.filter((step) => adds(step, standing));
  const ids = adding.map(({id}) => id).join(", ");
  const step = typed === undefined ? adding.at(-1) : task.steps.find(({id}) => id === typed);
  if (step === undefined && typed === undefined)
    throw incorrect("cli/usage", "no step adds to what stands; there is nothing to join, or to comply with");
  if (step === undefined) throw incorrect("cli/usage", `unknown step: ${typed}; write one of ${ids}`);
  if (!adding.includes(step))
    throw incorrect(
      "studies/nothing-to-join",
      `invalid --step: ${typed} adds nothing to what stands, or changes some of it; write one of ${ids}`
    );
  return step;
}

/** Ids of measures by what the rules make of them. */
const byOutcome = (readings: readonly MeasureReading[]) => {
  const ids = (kind: MeasureReading["outcome"]["kind"]) =>
    readings.filter(({outcome}) => outcome.kind === kind).map(({measure}) => measure.id);
  return {priced: ids("priced"), unknown: ids("unknown"), outside: ids("outside"), idle: ids("idle")};
};

/** What stands beside the figures of a question. */
export function aboutOf(asked: Asked): PriceAbout {
  const {scenario, baseline, readings, notes, task, record} = asked;
  const coverage = record === null || scenario.day === null ? null : coverageNote(record, scenario.day);
  const {priced, unknown, outside, idle} = byOutcome(readings);
  const {elasticities} = scenario;
  const left = readings.filter(({outcome, left}) => outcome.kind === "priced" && left.length > 0);
  return {
    title: `${scenario.title}: what it costs`,
    elasticities: `${typeof elasticities === "string" ? elasticitySet(elasticities).title : "the scenario's own"}${
      elasticities !== "own" && baseline.economy.tradeElasticity.some((theta) => theta > 0)
        ? "; those of the baseline's authors are not used"
        : ""
    }`,
    ruleTable: `version ${RULE_TABLE.version}; docs/methods/rule-table.md. Deficits: ${task.closure.kind}`,
    baseline: baselineNote(baseline),
    year: baseline.economy.year,
    spending: baseline.economy.sectors.every((sector) => sector === "goods")
      ? `spending on goods in ${baseline.economy.year}`
      : `final spending in ${baseline.economy.year}`,
    notes: [
      ...(coverage === null ? [] : [coverage]),
      ...(readings.length === 0
        ? []
        : [
            `Of ${count(readings.length, "measure")} on ${formatDay(scenario.day!)}: ${priced.length} priced, ${outside.length} outside trade, ${idle.length} without effect on the day (suspended, waived, threatened, overtaken), ${unknown.length} of unknown size: ${unknown.join(", ") || "none"}.`
          ]),
      ...left.map(({measure, left: parts}) => `${measure.id}, priced in part: ${parts.join("; ")}.`),
      ...oneSided(asked),
      ...notes,
      ...baseline.notes.filter((note) => concerns(note, asked))
    ]
  };
}

/** A record of one side's measures says nothing of the other's answer, so every figure has to. */
function oneSided({record, scenario: {retaliation, targets}}: Asked): string[] {
  if (record === null) return [];
  const target = targets.map(({title}) => title).join(", ");
  return [
    retaliation === null
      ? `Measures of ${target} in answer are not in the record and not in these figures; --retaliation, or a scenario, adds an answer to what a step adds.`
      : `Measures of ${target} that stand already are not in the record and not in these figures; to what a step adds it answers as asked.`
  ];
}

/** Does a note on the baseline name a country that is a party, or none at all? */
function concerns(note: string, {baseline, parties}: Asked): boolean {
  const named = baseline.economy.countries.filter((country) => note.includes(` of ${country}, `));
  return named.length === 0 || named.some((one) => [...parties.senders, ...parties.targets].includes(one));
}

/** The whole answer as plain data; with the wedges of every step where they are asked for. */
export const priceJson = (asked: Asked, study: WhatItCosts, isTraced: boolean): object => ({
  ...(asked.record !== null && provenance(asked.record)),
  ...priceAnswer(asked, study, isTraced)
});
