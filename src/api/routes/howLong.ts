import {z} from "zod";
import {durationAnswer} from "../../answers/duration.ts";
import {factors} from "../../studies/covariates.ts";
import {endings} from "../../studies/ended.ts";
import {howLong as howLongOf} from "../../studies/howLong.ts";
import {units} from "../../studies/spells.ts";
import {formatDay} from "../../time/day.ts";
import {requireWindow} from "../days.ts";
import {choice, day} from "../parameters.ts";
import {oneRoute} from "../route.ts";
import {dayText, figure, interval} from "../shapes.ts";

export const origins = ["in-force", "threat"] as const;

const ranged = z
  .object({low: figure, high: figure})
  .meta({id: "Ranged", description: "a figure for the fewest and the most days that imprecise dates allow"});

const curve = z
  .object({
    days: z.array(z.number()),
    share: z.array(figure),
    lower: z.array(figure),
    upper: z.array(figure),
    isComplete: z.boolean()
  })
  .meta({id: "IncidenceCurve", description: "the share that has ended, by days since the origin"});

const ratio = z.object({name: z.string(), ratio: figure, interval, p: figure}).meta({id: "HazardRatio"});

export const leftOut = z.array(z.object({id: z.string(), reason: z.string()}));

/** How long measures last. */
export const howLong = oneRoute({
  name: "howLong",
  path: "/cases/{case}/how-long",
  summary: "how long measures last, by any meaning of ended",
  about:
    "The share of spells that has ended by years since the origin (Aalen–Johansen; other endings compete), by the levels of a factor, with a log-rank test and Cox hazard ratios clustered by package. Each figure is computed for the fewest and for the most days that imprecise dates allow.",
  query: z.object({
    ended: choice(endings, "what counts as ended").default("first-easing"),
    by: choice(factors, "compare the levels of a factor").optional(),
    unit: choice(units, "what has a spell").default("measure"),
    origin: choice(origins, "what time runs from").default("in-force"),
    from: day("first day of observation; earlier spells enter late").optional(),
    until: day("last day of observation; the end of the record when left out").optional()
  }),
  examples: ["ended=first-easing&by=channel", "ended=lifted&unit=package", ""],
  isHeavy: true,
  body: z.object({
    by: z.enum(factors).nullable(),
    options: z.object({
      ended: z.enum(endings),
      unit: z.enum(units),
      origin: z.enum(origins),
      from: dayText,
      until: dayText
    }),
    endings: z.int(),
    clusters: z.int(),
    durations: z.array(
      z.object({
        level: z.string(),
        spells: z.int(),
        ended: z.int(),
        otherwise: z.int(),
        censored: z.int(),
        shares: z.array(z.object({years: z.number(), low: figure, high: figure, interval})),
        median: ranged,
        curves: z.object({low: curve, high: curve})
      })
    ),
    comparison: z
      .union([
        z.object({
          reference: z.string(),
          logRank: ranged,
          ratios: z.object({low: z.array(ratio), high: z.array(ratio)}),
          penalised: z.boolean(),
          leftOut: z.array(z.string())
        }),
        z.string()
      ])
      .nullable()
      .meta({description: "null without a factor; a message where the levels cannot be compared"}),
    leftOut
  }),
  run({record: {one, lives}, query: {ended, by, unit, origin, from, until}}) {
    requireWindow(one, from, until);
    const days = {...(from !== undefined && {from}), ...(until !== undefined && {until})};
    const study = howLongOf(one, lives, {ended, unit, origin, ...days}, by ?? null);
    const {spells, options} = study.table;
    const between = `from ${formatDay(options.from)} to ${formatDay(options.until)}`;
    const count = (cause: string) => spells.filter((spell) => spell.cause === cause).length;
    return {
      kind: "one",
      facts: {
        asOf: options.until,
        totals: [
          {name: "spells", value: spells.length, rule: `a ${unit} a spell, ${between}`},
          {name: "ended", value: count("ended"), rule: `spells that ended as asked: ${ended}`},
          {name: "otherwise", value: count("otherwise"), rule: "spells that ended in another way, which competes"},
          {name: "censored", value: count("censored"), rule: "spells that had not ended on the last day"}
        ]
      },
      body: durationAnswer(study)
    };
  }
});
