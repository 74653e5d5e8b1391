import type {Figure} from "../../../casebook/reach.ts";
import type {StandingAsOf} from "../../../sanctions/asOf.ts";
import {stateOf} from "../../../sanctions/standing.ts";
import {isRelief} from "../../../sanctions/verb.ts";
import type {Day} from "../../../time/day.ts";
import type {Factor} from "../line.ts";
import {sizeFactors} from "./figures.ts";
import {between, type Rule, type RuleTable} from "./rule.ts";

/** Where dates leave open whether a measure is in force, it is somewhere between not at all and in full. */
export const IN_DOUBT: Figure = between(0, 0.5, 1);

/** Is the measure in force on the day, for all that the dates say? */
export const mayBeInForce = ({states}: StandingAsOf): boolean => states.includes("inForce");

/**
 * How much of a measure's effect its standing leaves, as factors. Relief is drawn unless a figure dated on or after the
 * newest relief says what is left.
 *
 * @param since first day of the level of the measure's figures that holds; null where they are the rule's own
 */
export function strengthOf(rule: Rule, at: StandingAsOf, since: Day | null, {strength}: RuleTable): Factor[] {
  const standing = at.standings.findLast((one) => stateOf(one) === "inForce") ?? "inForce";
  const isCounted = since !== null && isReliefCounted(at, since);
  const left = isCounted ? null : (rule.strength?.[standing] ?? strength[standing]);
  return sizeFactors([
    [`rule:${rule.id}:${standing}`, left],
    [`reach:${at.life.measure.id}:in-force`, at.states.length > 1 ? IN_DOUBT : null]
  ]);
}

/** Is the newest relief up to the day no younger than the figures? */
function isReliefCounted({life, steps}: StandingAsOf, since: Day): boolean {
  const newest = steps.at(-1);
  const upTo = newest === undefined ? [] : life.steps.slice(0, life.steps.indexOf(newest) + 1);
  const relief = upTo.findLast(({cause}) => cause.kind === "act" && isRelief(cause.event.verb));
  return relief === undefined || since >= relief.when.earliest;
}
