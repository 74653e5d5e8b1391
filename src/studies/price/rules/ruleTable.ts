import type {Standing} from "../../../sanctions/standing.ts";
import {moneyRules} from "./moneyRules.ts";
import {outsideRules} from "./outsideRules.ts";
import {packageRules} from "./packageRules.ts";
import {between, just, type RuleTable} from "./rule.ts";
import {tradeRules} from "./tradeRules.ts";

const nothing = just(0);

const idle: Readonly<Record<Exclude<Standing, "inForce" | "eased">, typeof nothing>> = {
  notYet: nothing,
  threatened: nothing,
  waived: nothing,
  suspended: nothing,
  lifted: nothing,
  expired: nothing,
  annulled: nothing,
  superseded: nothing,
  withdrawn: nothing
};

/**
 * How measures become wedges on trade. A change of a number here changes results: it takes a new version and a line in the
 * changelog. docs/methods/rule-table.md is made from it.
 */
export const RULE_TABLE: RuleTable = {
  version: "1.0",
  strength: {...idle, inForce: just(1), eased: between(0.3, 0.7, 1)},
  rules: [...tradeRules, ...moneyRules, ...outsideRules, ...packageRules]
};
