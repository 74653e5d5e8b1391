import {pairChart} from "../../charts/pairChart.ts";
import {priceBarsChart} from "../../charts/priceBarsChart.ts";
import {type Cost, type CostRow, digitsOf, type WhatItCosts} from "../../studies/whatItCosts.ts";
import {type BriefWord, briefWords} from "../briefWords.ts";
import type {Context} from "../context.ts";
import type {Block, Section} from "../document.ts";

/** What the next step costs, as the one who asks for a brief has it priced: a model of the world is no part of a case. */
export type BriefPrice = {
  readonly study: WhatItCosts;
  /** Ids of the groups: sender, target, all others, world. */
  readonly sender: string;
  readonly target: string;
  readonly baseline: {
    readonly name: string;
    readonly year: number;
    readonly source: string;
    readonly checksum: string;
    readonly sectors: number;
  };
  readonly elasticities: string;
  readonly ruleTable: string;
  /** Measures live on the day by what the rules make of them. */
  readonly counted: {readonly [kind in "priced" | "unknown" | "outside" | "idle"]: number};
};

const SHOWN = 16; // digits of a checksum that people compare

/** Steps that are told in words, where the ladder has them. */
const TOLD = ["lift-all", "tariff-60", "chips-all", "embargo"];

/** Who loses, how much, how sure; nothing where the brief is not priced. */
export function priceSection(context: Context): Section[] {
  const {price, say, drawn, number, one, on, day, worded} = context;
  if (price === null) return [];
  const {study, sender, target, baseline, counted} = price;
  const nameOf = nameIn(context, price);
  const [named, against] = [worded.party(one.sender), worded.party(one.target)];
  const told = {
    ...study,
    task: {...study.task, reference: {...study.task.reference, title: say("price.reference", {day: day(on)})}}
  };
  const rows = TOLD.flatMap((id) => study.rows.filter(({step}) => step.id === id));
  const text = (word: BriefWord, values = {}): Block => ({kind: "paragraph", text: [say(word, values)]});
  return [
    {
      id: "what-it-costs",
      title: say("price.title"),
      blocks: [
        text("price.intro", {
          day: day(on),
          countries: number(study.countries.length),
          sectors: number(baseline.sectors),
          year: baseline.year
        }),
        {
          kind: "list",
          items: rows.map((row) => [
            say("price.effect", {
              step: nameOf(row.step),
              sender: named,
              target: against,
              senderChange: change(costIn(price, row, sender), context),
              targetChange: change(costIn(price, row, target), context),
              others: change(costIn(price, row, "thirds"), context)
            })
          ])
        },
        ...worth(context, price, {named, against}),
        drawn((options) =>
          priceBarsChart({study: told, groups: [sender, target, "thirds", "world"], baseline, nameOf}, options)
        ),
        drawn((options) => pairChart({study: told, sender, target, nameOf}, options)),
        text("price.sure", {draws: number(study.draws.made), seed: study.task.seed}),
        text("price.counted", {
          n: counted.priced + counted.unknown + counted.outside + counted.idle,
          ...counted,
          target: against
        }),
        text("price.rests", {
          version: price.ruleTable,
          elasticities: price.elasticities,
          baseline: baseline.name,
          source: baseline.source,
          checksum: baseline.checksum.slice(0, SHOWN),
          id: one.id
        })
      ]
    }
  ];
}

function costIn({study}: BriefPrice, row: CostRow, group: string): Cost {
  return row.groups[study.groups.findIndex(({id}) => id === group)]!;
}

/** `−0.26 % (−0.38 to −0.22)`, or the value alone without draws; as many digits as the value needs to show two. */
export function change({change, band}: Cost, {say, number}: Context): string {
  const digits = digitsOf(change);
  const value = (share: number) => {
    const text = number(Math.abs(100 * share), digits);
    if (Number((100 * share).toFixed(digits)) === 0) return text;
    return `${share < 0 ? "\u2212" : "+"}${text}`;
  };
  if (band === null || band.draws === 0) return `${value(change)}\u00a0%`;
  return say("price.change", {value: value(change), low: value(band.low), high: value(band.high)});
}

function worth(
  {say, number}: Context,
  price: BriefPrice,
  {named, against}: {readonly named: string; readonly against: string}
): Block[] {
  const row = (id: string) => price.study.rows.find(({step}) => step.id === id);
  const [lift, embargo] = [row("lift-all"), row("embargo")];
  if (lift === undefined || embargo === undefined) return [];
  const billions = (of: CostRow, group: string) => {
    const value = costIn(price, of, group).millionUsd / 1000;
    return `${value > 0 ? "+" : ""}${number(value, 1)}`;
  };
  return [
    {
      kind: "paragraph",
      text: [
        say("price.worth", {
          year: price.baseline.year,
          sender: named,
          target: against,
          senderLift: billions(lift, price.sender),
          targetLift: billions(lift, price.target),
          senderEmbargo: billions(embargo, price.sender),
          targetEmbargo: billions(embargo, price.target)
        })
      ]
    }
  ];
}

/** Names of steps and groups in the language of the brief; a step that the ladder does not know keeps its own. */
function nameIn({say, worded, one}: Context, {sender, target}: BriefPrice) {
  const what = (id: string): string => {
    const measure = one.measures.find((measure) => measure.id === id);
    return measure === undefined ? say("price.package", {id}) : worded.measure(measure);
  };
  return ({id, title}: {readonly id: string; readonly title: string}): string => {
    if (id === sender) return worded.party(one.sender);
    if (id === target) return worded.party(one.target);
    const word = `price.${id}`;
    if (Object.hasOwn(briefWords, word)) return say(word as BriefWord);
    if (id.startsWith("lift-")) return say("price.lift", {what: what(id.slice("lift-".length))});
    if (id.startsWith("ease-")) return say("price.ease", {what: what(id.slice("ease-".length))});
    return title;
  };
}
