import type {Figure} from "../src/casebook/reach.ts";
import {FROZEN_RETURN} from "../src/studies/price/rules/frozenAssets.ts";
import type {Rule} from "../src/studies/price/rules/rule.ts";
import {RULE_TABLE} from "../src/studies/price/rules/ruleTable.ts";
import {IN_DOUBT} from "../src/studies/price/rules/strength.ts";
import {goodsSectors, serviceSectors} from "../src/trade/sectors.ts";
import {table} from "./markdown.ts";

/** docs/methods/rule-table.md from the table. */
export function ruleTablePage(): string {
  const {version, rules, strength} = RULE_TABLE;
  return `${[
    "<!-- Made by `npm run docs` from src/studies/price/rules; change the rules there. -->",
    "# The rule table",
    "## Question",
    "What does a legal measure do to trade between its senders and targets?",
    `A measure becomes wedges in two steps, and a result names both. What it reaches, how much and from which day, is a fact of the case: \`reach.yaml\`, each figure with its basis and how far it is verified. What follows for trade is judgement: this table, version ${version}, each rule with its reasoning and citation.`,
    [
      "The size of a wedge is a product: what the case or the rule says of the size, the share of the flow that is covered, and what the standing of the measure leaves.",
      "A figure with a band is triangular, and has one draw wherever its key stands: `rule:<id>:<parameter>` for a rule, `reach:<measure>:<flow>-<figure>` for a measure.",
      "`closed` is a share of the flow that may not be traded, exactly so at unchanged costs; `tariff` is points; `cost` is a real cost ad valorem."
    ].join("\n"),
    "## Outcomes",
    table(
      ["outcome", "when"],
      [
        ["priced", "a rule reads it and its size is known: a line of wedges, or a transfer"],
        ["outside", "no trade flow of the model stands for what it does; the reason is given"],
        [
          "unknown",
          "it changes trade and nobody can say by how much, or the baseline has no place for it; listed, never taken as 0"
        ],
        ["idle", "suspended, waived, only threatened, or overtaken by another measure: no effect on the day"]
      ]
    ),
    "## Standing",
    table(
      ["standing", "share of the effect"],
      [
        ...Object.entries(strength)
          .filter(([, figure]) => inWords(figure) !== "0")
          .map(([standing, figure]) => [standing, inWords(figure)]),
        ["all others", "0"],
        ["in force or not, for all that the dates say", `${inWords(IN_DOUBT)}, besides`]
      ]
    ),
    [
      "Where a level of `reach.yaml` is dated on or after the newest relief, it says what is left, and the standing does not count again.",
      "A measure at full strength is without its relief: the `full` size of the level, all of what it covers."
    ].join("\n"),
    "## Rules",
    table(["rule", "reads", "does", "citation"], rules.map(summary)),
    ...rules.filter(({effect}) => effect.kind === "trade").flatMap(section),
    "### frozen-assets",
    `Assets that the case says are frozen move what they yield in a year, ${inWords(FROZEN_RETURN)} of their value (\`rule:frozen-assets:return\`), from the owner's country to that of the first sender. The model has flows and no wealth.`,
    "## Countries and sectors",
    [
      "A party is a country of the baseline by its ISO code, a firm by the country it belongs to, the European Union by its members on the day.",
      "A party that the baseline counts into a region is named and not priced: Hong Kong stands in the rest of the world of `wiod2014-44x14`, and on its own in `world2023-goods`.",
      `Figures are by sector: ${[...goodsSectors, ...serviceSectors].map((sector) => `\`${sector}\``).join(", ")}; \`goods\` and \`services\` stand for those that are not named.`,
      "A baseline with one sector of goods takes the amount of `reach.yaml` over the trade of its year (`trade.csv`, the first column that has a figure), or else the shares by sector at the weights of the flow in 2014. It has no services, so rules on services are listed as left.",
      "An own baseline names its sectors by the same ids; what it lacks is listed."
    ].join("\n"),
    "## The baseline's own year",
    "What the rules make of 1 July of the baseline's year, its middle, is taken to be in the baseline. A measure that has not changed since has the same keys and sizes on both days and cancels in every draw.",
    "## When it fails",
    LIMITS.map((limit) => `- ${limit}`).join("\n"),
    "## How it is checked",
    "`test/unit/studies/price/rules` has every measure of the case read on days of its life, the cancelling of unchanged measures, the weights against the baseline, and packages. `thaw check` names file, line and column of what is wrong in `reach.yaml`. The average tariff of the record on Chinese goods is 2 to 4 points below the published one of 12.0 % at the end of 2018, 21.0 % at the end of 2019 and 19.3 % in February 2020 (Bown, Peterson Institute), which has duties that the record has not. Priced in the bundled baseline, the tariffs of section 301 of 2018, answered in kind, cost the United States less than 0.04 % of real consumption, and China more: Fajgelbaum et al. (2020) find 0.04 % of GDP for the tariffs of 2018 on all partners. Those of 2019 cost 0.02 to 0.08 % (`plausible.test.ts`)."
  ].join("\n\n")}\n`;
}

const LIMITS = [
  "The record holds measures of the United States and its allies. What China did in answer is not in it; a scenario says it with `retaliation`.",
  "Tariffs that are not in the record (sections 201, 232, anti-dumping) are not counted, so the standing of 2025 is below published averages.",
  "Shares by sector are of trade in the years of the measures, and are put on the flows of the baseline's year. In 2014 China sold another mix.",
  "A measure on named firms closes a share of the flow of their sector. Which firm sells instead is not modelled but for the band.",
  "Goods that third countries make under the sender's rules (chips of foreign plants) are in no flow between sender and target.",
  "Measures on one flow multiply what they leave open, as if they fell on goods independently. Where one list overtakes another the case has to say so.",
  "A tariff is averaged over a sector, so losses from uneven rates within it are missing.",
  "`world2023-goods` has no tariffs of its own; those of measures that held in the middle of 2023 are put into it at their central values, and all others are missing, so that a tariff to a stated average counts from too low.",
  "What a standing measure has kept from growing is not in the baseline: lifting an arms embargo opens nothing where nothing flows.",
  "Capital, migration, knowledge and fear have no wedge."
];

const inWords = (figure: Figure): string =>
  figure.kind === "exact" ? String(figure.value) : `${figure.likely} (${figure.low} to ${figure.high})`;

function summary({id, title, types, subtypes, effect, verification}: Rule): string[] {
  const reads = types.length === 0 ? "packages only" : types.join(", ") + (subtypes ? `: ${subtypes.join(", ")}` : "");
  const does = effect.kind === "outside" ? "outside" : effect.wedge;
  const name = effect.kind === "outside" ? `${id}: ${title}` : `[${id}](#${id}): ${title}`;
  return [name, reads, does, verification ?? "nothing cited"];
}

function section({id, title, effect, strength, reasoning, citation}: Rule): string[] {
  if (effect.kind === "outside") return [];
  const {wedge, size, reaches} = effect;
  const parameters = [
    ["wedge", `\`${wedge}\``],
    ["size where the case states none", size === null ? "none; the case states it" : inWords(size)],
    [
      "reaches where the case states nothing",
      reaches === null
        ? "nothing; the case states it, or the measure is unknown"
        : `${reaches.flow}: ${Object.entries(reaches.shares)
            .map(([sector, figure]) => `${sector} ${inWords(figure)}`)
            .join("; ")}`
    ],
    ...Object.entries(strength ?? {}).map(([standing, figure]) => [
      `share of the effect when ${standing}`,
      inWords(figure)
    ])
  ];
  return [`### ${id}`, `${title}. ${reasoning}`, table(["parameter", "value"], parameters), `Source: ${citation}.`];
}
