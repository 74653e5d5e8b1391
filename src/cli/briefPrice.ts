import {briefPriceOf, briefTask} from "../answers/briefPrice.ts";
import type {BriefPrice} from "../brief/sections/price.ts";
import {ThawError} from "../errors.ts";
import {pricer} from "../studies/price/pricer.ts";
import {whatItCosts} from "../studies/whatItCosts.ts";
import {type Day, formatDay, yearOf} from "../time/day.ts";
import type {Effects} from "./effects.ts";
import {askedOf} from "./priceAsked.ts";
import {drawsOf} from "./priceDraws.ts";
import {questionOf} from "./priceQuestion.ts";

/**
 * The ladder of a case on a day, with bands. Null on days before the baseline's own year, whose economy says nothing of
 * them, and null with a note where the case has no place in the baseline.
 */
export async function briefPrice(name: string, on: Day, draws: string, effects: Effects): Promise<BriefPrice | null> {
  try {
    const question = questionOf(name, {day: formatDay(on), draws}, effects);
    const {economy} = question.baseline;
    if (yearOf(on) < economy.year) return null;
    const asked = askedOf(question, "ladder");
    const task = briefTask(asked.task);
    const set = await drawsOf(task, question.scenario.draws, question.baseline, {}, effects);
    return briefPriceOf(asked, whatItCosts(task, pricer(task, economy), asked.groups, set));
  } catch (error) {
    if (!(error instanceof ThawError) || error.kind === "fault") throw error;
    effects.note(`not priced: ${error.message}`);
    return null;
  }
}
