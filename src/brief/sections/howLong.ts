import {incidenceChart} from "../../charts/incidenceChart.ts";
import {specificationChart} from "../../charts/specificationChart.ts";
import type {Channel} from "../../sanctions/channel.ts";
import type {Ender} from "../../sanctions/whoCanEnd.ts";
import {type Duration, type HowLong, howLong, type Ranged} from "../../studies/howLong.ts";
import {type SpecificationResult, specificationCurve} from "../../studies/specificationCurve.ts";
import type {Context} from "../context.ts";
import type {Block, Section, Text} from "../document.ts";

/** How long measures lasted before their first easing; nothing when no spell had ended by the day of the brief. */
export function howLongSection(context: Context): Section[] {
  const {one, lives, on, say, drawn, channel, number} = context;
  const study = (by: "channel" | "ender" | null) => howLong(one, lives, {ended: "first-easing", until: on}, by);
  const all = study(null);
  const [whole] = all.durations;
  if (whole === undefined || whole.ended === 0) return [];
  const byEnder = study("ender");
  return [
    {
      id: "how-long",
      title: say("long.title"),
      blocks: [
        {
          kind: "paragraph",
          text: [
            say("long.intro", {
              spells: number(whole.spells),
              ended: number(whole.ended),
              otherwise: number(whole.otherwise),
              censored: number(whole.censored),
              leftOut: number(all.table.excluded.length)
            }),
            " ",
            medianText(whole, context)
          ]
        },
        drawn((options) =>
          incidenceChart(study("channel"), {...options, levelName: (level) => channel(level as Channel)})
        ),
        durationTable(byEnder, context),
        ...robustBlocks(byEnder, context),
        {kind: "paragraph", text: [say("long.small")]}
      ]
    }
  ];
}

function medianText({median: {low, high}}: Duration, {say, number}: Context): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return say("long.noMedian");
  return say("long.median", {years: range({low, high}, (value) => number(value, 1))});
}

function durationTable({durations}: HowLong, context: Context): Block {
  const {say, number} = context;
  const years = durations[0]?.shares.map((share) => share.years) ?? [];
  return {
    kind: "table",
    id: "how-long-by-ender",
    caption: say("long.table"),
    columns: [
      {label: say("whoEnds")},
      {label: say("long.spells"), numeric: true},
      {label: say("long.ended"), numeric: true},
      ...years.map((n) => ({label: say("long.after", {n}), numeric: true as const})),
      {label: say("long.half"), numeric: true}
    ],
    rows: durations.map(({level, spells, ended, shares, median}): Text[] => [
      [say(`ender.${level as Ender}`)],
      [number(spells)],
      [number(ended)],
      ...shares.map((share): Text => [percentRange(share, context)]),
      [range(median, (value) => number(value, 1))]
    ])
  };
}

/** The contrast of the largest group under every definition, where the groups can be compared at all. */
function robustBlocks({comparison}: HowLong, context: Context): Block[] {
  const {one, lives, on, say, drawn, number} = context;
  if (comparison === null || typeof comparison === "string") return [];
  const contrast = {factor: "ender", level: comparison.reference} as const;
  const results = specificationCurve(one, lives, contrast, {until: on});
  const estimated = results.filter(({ratio}) => !Number.isNaN(ratio));
  if (estimated.length === 0) return [];
  const clear = estimated.filter(({interval: [low, high]}: SpecificationResult) => low > 1 || high < 1).length;
  const level = say(`ender.${contrast.level as Ender}`);
  const name = `${say("whoEnds")}: ${level}`;
  return [
    {
      kind: "paragraph",
      text: [
        say("long.robust", {
          level,
          n: estimated.length,
          lowest: number(estimated[0]!.ratio, 2),
          highest: number(estimated.at(-1)!.ratio, 2),
          above: estimated.filter(({ratio}) => ratio > 1).length,
          clear
        })
      ]
    },
    drawn((options) => specificationChart({results, contrast, name}, options))
  ];
}

function percentRange({low, high}: Ranged, {number, percent}: Context): string {
  const both = range({low, high}, (share) => number(100 * share));
  return both.includes("–") && both !== "–" ? `${both}\u00a0%` : percent(low);
}

/** One figure where both bounds print alike, else both; a dash where it is not known. */
function range({low, high}: Ranged, show: (value: number) => string): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return "–";
  return show(low) === show(high) ? show(low) : `${show(low)}–${show(high)}`;
}
