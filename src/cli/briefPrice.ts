import type {BriefPrice} from "../brief/sections/price.ts";
import {ThawError} from "../errors.ts";
import {pricer} from "../studies/price/pricer.ts";
import {RULE_TABLE} from "../studies/price/rules/ruleTable.ts";
import {whatItCosts} from "../studies/whatItCosts.ts";
import {type Day, formatDay, yearOf} from "../time/day.ts";
import {DEFAULT_ELASTICITIES} from "../trade/elasticitySets.ts";
import type {Effects} from "./effects.ts";
import {askedOf, countedOf} from "./priceAsked.ts";
import {drawsOf} from "./priceDraws.ts";
import {questionOf} from "./priceQuestion.ts";

/** Rungs of the ladder that a brief has room and time for, by the start of their ids. */
const RUNGS = ["lift-all", "lift-", "ease-", "tariff-60", "chips-all", "full-blocking", "embargo"];
const LIFTED = 3; // packages with a rung of their own

/**
 * The ladder of a case on a day, with bands. Null on days before the baseline's own year, whose economy says nothing of
 * them, and null with a note where the case has no place in the baseline.
 */
export async function briefPrice(name: string, on: Day, draws: string, effects: Effects): Promise<BriefPrice | null> {
  try {
    const question = questionOf(name, {day: formatDay(on), draws}, effects);
    const {economy, checksum} = question.baseline;
    if (yearOf(on) < economy.year) return null;
    const asked = askedOf(question, "ladder");
    const steps = asked.task.steps.filter(
      ({id}, at) =>
        RUNGS.some((start) => id.startsWith(start)) && (!id.startsWith("lift-") || at <= LIFTED || id === "lift-all")
    );
    const task = {...asked.task, steps};
    const set = await drawsOf(task, question.scenario.draws, question.baseline, {}, effects);
    return {
      study: whatItCosts(task, pricer(task, economy), asked.groups, set),
      sender: question.scenario.senders[0]!.id,
      target: question.scenario.targets[0]!.id,
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
  } catch (error) {
    if (!(error instanceof ThawError) || error.kind === "fault") throw error;
    effects.note(`not priced: ${error.message}`);
    return null;
  }
}
