import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Beside, Parity, Replication} from "../test/reference/parity.ts";
import {power, table} from "./markdown.ts";

const folder = join(import.meta.dirname, "..", "docs", "methods");

/** docs/methods/replication.md from the rows that the reference tests of the trade engine have recorded. */
export function replicationPage(): string {
  const rows = readdirSync(join(folder, "parity"))
    .filter((file) => file.startsWith("trade-"))
    .sort()
    .flatMap((file) => read<readonly Parity[]>(join("parity", file)))
    .flatMap((row) => (row.replicates === undefined ? [] : [{...row, replicates: row.replicates}]))
    .sort((a, b) => inOrder.compare(a.replicates.source, b.replicates.source));
  return `${[
    "<!-- Made by `npm run docs` from docs/methods/parity; the tests in test/reference/trade record it anew with THAW_PARITY=write. -->",
    "# Replication of published figures",
    "## Question",
    "Does the trade engine give the figures that others have published, and where does it not?",
    "## Published figures",
    [
      "A row is a test in `test/reference/trade`.",
      "Its inputs are the authors' own files, which are not in the package: without them the test is skipped, and on CI that is a failure.",
      "“As printed” means that every figure rounds to what the table prints; a test names those that do not, and fails when another joins them or one of them leaves.",
      "“As cp2015 has it” is the output of an R package by other authors, which prints what the paper's table has; “recalled” figures were remembered before they were computed, and not read from the page."
    ].join("\n"),
    table(
      ["source", "what is compared", "figures", "allowed", "largest difference", "verdict"],
      rows.map((row) => [
        row.replicates.source,
        row.replicates.compared,
        String(row.figures),
        allowed(row, row.replicates),
        difference(row, row.replicates),
        verdict(row, row.replicates)
      ]),
      [2]
    ),
    "## The published measure beside the exact one",
    [
      "Caliendo & Parro's Table 2 prints a first-order measure: terms of trade plus volume of trade, with arithmetic changes in place of differentials, counted in world value added.",
      "The exact change is that of real consumption, final spending at constant prices. Per cent."
    ].join("\n"),
    table(
      ["country", "printed", "the same measure here", "exact change of real consumption"],
      read<readonly Beside[]>("first-order-beside-exact.json").map(
        ({country, printed, firstOrder, realConsumption}) => [
          country,
          printed.toFixed(2),
          firstOrder.toFixed(4),
          realConsumption.toFixed(4)
        ]
      ),
      [1, 2, 3]
    ),
    "The two have one sign for all three countries and not one size: the published 1.31 % of Mexico is 0.007 %.",
    "## Where each figure of such tables stands",
    "`Equilibrium` is what `solve` returns; `test/reference/trade/caliendoParro.test.ts` takes each from it.",
    table(
      ["figure", "field"],
      [
        [
          "welfare, terms of trade, volume of trade as published",
          "`firstOrder.total`, `.termsOfTrade.total`, `.volumeOfTrade.total`"
        ],
        ["the same by partner (Tables 3 and 10)", "`firstOrder.termsOfTrade.byPartner` [N × N], likewise volume"],
        ["the same by sector (Table 4)", "`firstOrder.termsOfTrade.bySector` [N × J], likewise volume"],
        ["real wage", "`realWageHat`"],
        ["exact welfare", "`realConsumptionHat`"],
        [
          "growth of imports and exports, by pair and by sector (Table 5)",
          "`flow` after ÷ `flow` of `solveModel(model, {})`"
        ],
        ["export shares and their concentration (Table 6)", "`flow`"],
        ["NAFTA given the world's tariffs (Tables 9 and 10)", "two solutions, with and without; the ratio of 1 + each"],
        ["output, prices, tariff revenue", "`realOutputHat`, `priceHat`, `consumerPriceHat`, `tariffRevenue`"],
        [
          "without materials, or with a sector's own inputs only (Table 11)",
          "the economy with other `valueAdded` and `intermediate`"
        ],
        ["without deficits, or with them (Tables 2 and A.4)", "`closure`: `balanced`, `worldShare`"]
      ]
    ),
    "## What is not replicated",
    [
      "- gegravity's counterfactual: incomes do not feed back in it, and output and expenditure of its sample differ by 0.8 %.",
      "- The *Advanced Guide*'s full answer beyond half a per cent: it stops early.",
      "- Tables 7 to 10 of Caliendo & Parro: the tests take every figure, and the printed ones are not at hand.",
      "- Costinot & Rodríguez-Clare (2014), Table 4.1: it needs the input–output tables of 2008, which are not at hand."
    ].join("\n"),
    "## References",
    [
      "- Baier, Yotov & Zylkin (2019), Journal of International Economics 116:206–226.",
      "- Caliendo & Parro (2015), Review of Economic Studies 82:1–44.",
      "- Yotov, Piermartini, Monteiro & Larch (2016), An Advanced Guide to Trade Policy Analysis, WTO.",
      "- Herman (2021), gegravity: General Equilibrium Gravity Modeling in Python, USITC.",
      "- Vargas Sepúlveda, cp2015, github.com/pachadotdev/cp2015."
    ].join("\n")
  ].join("\n\n")}\n`;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;

const inOrder = new Intl.Collator("en", {numeric: true});

const isPrinted = ({unit}: Replication): boolean => unit.kind === "points of per cent" && unit.decimals !== null;

const allowed = ({tolerance}: Parity, {unit}: Replication): string =>
  unit.kind === "relative"
    ? `${power(tolerance)}, relative`
    : unit.decimals === null
      ? `${power(tolerance)} points`
      : `rounding to ${unit.decimals} decimals of a per cent`;

const difference = ({largest}: Parity, {unit}: Replication): string =>
  unit.kind === "relative" ? power(largest, 1) : `${isSmall(largest) ? power(largest, 1) : largest.toFixed(4)} points`;

const isSmall = (value: number): boolean => value < 1e-4;

function verdict({figures = 0}: Parity, replicates: Replication): string {
  const {apart} = replicates;
  if (apart.length === 0) return isPrinted(replicates) ? "all as printed" : "all within";
  return `${isPrinted(replicates) ? `${figures - apart.length} as printed; not` : "all within; besides"}: ${apart.join("; ")}`;
}
