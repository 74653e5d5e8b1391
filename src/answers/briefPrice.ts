import type {BriefPrice} from "../brief/sections/price.ts";
import type {PriceTask} from "../studies/price/pricer.ts";
import {RULE_TABLE} from "../studies/price/rules/ruleTable.ts";
import type {WhatItCosts} from "../studies/whatItCosts.ts";
import {DEFAULT_ELASTICITIES} from "../trade/elasticitySets.ts";
import {countedOf, type PriceAsked} from "./price.ts";

/** Rungs of the ladder that a brief has room and time for, by the start of their ids. */
const RUNGS = ["lift-all", "lift-", "ease-", "tariff-60", "chips-all", "full-blocking", "embargo"];
const LIFTED = 3; // packages with a rung of their own

/** A ladder with the rungs that a brief tells. */
export const briefTask = (task: PriceTask): PriceTask => ({
  ...task,
  steps: task.steps.filter(
    ({id}, at) =>
      RUNGS.some((start) => id.startsWith(start)) && (!id.startsWith("lift-") || at <= LIFTED || id === "lift-all")
  )
});

/** A priced ladder as a brief takes it. */
export function briefPriceOf(
  asked: Pick<PriceAsked, "scenario" | "baseline" | "readings">,
  study: WhatItCosts
): BriefPrice {
  const {scenario, baseline} = asked;
  const {economy, checksum} = baseline;
  return {
    study,
    sender: scenario.senders[0]!.id,
    target: scenario.targets[0]!.id,
    baseline: {
      name: economy.name,
      year: economy.year,
      source: economy.provenance.source,
      checksum,
      sectors: economy.sectors.length
    },
    elasticities: DEFAULT_ELASTICITIES,
    ruleTable: RULE_TABLE.version,
    counted: countedOf(asked)
  };
}
