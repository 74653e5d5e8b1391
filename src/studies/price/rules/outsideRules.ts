import type {MeasureType} from "../../../sanctions/measure.ts";
import type {Rule} from "./rule.ts";

const outside = (id: string, title: string, types: readonly MeasureType[], reason: string): Rule => ({
  id,
  title,
  types,
  effect: {kind: "outside", reason},
  reasoning: reason,
  citation: "none; what the model has no place for",
  verification: null
});

/** Measures that no trade flow of the model stands for. */
export const outsideRules: readonly Rule[] = [
  outside(
    "aid",
    "Aid and development credit",
    ["development-aid"],
    "aid and credit between governments are no trade flow; money that is known to be withheld can be a transfer of a scenario"
  ),
  outside(
    "development-banks",
    "Votes in development banks",
    ["multilateral-lending"],
    "a vote against a loan is no trade flow; the loan itself is one between the bank and the borrower"
  ),
  outside(
    "travel",
    "Travel and visas",
    ["travel-visa"],
    "the baselines do not show travel and study between two countries apart from other services"
  ),
  outside("diplomacy", "Official contacts", ["diplomatic"], "contacts between officials are no trade flow"),
  outside(
    "science",
    "Cooperation in science",
    ["scientific-cooperation"],
    "joint research is no trade flow, and what it would have found has no price in the model"
  )
];
