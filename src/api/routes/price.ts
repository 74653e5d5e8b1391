import {z} from "zod";
import {caseScenario} from "../../answers/caseScenario.ts";
import {countedOf, priceAnswer, priceAsked, priced} from "../../answers/price.ts";
import {coverageNote, type OpenRecord} from "../../answers/record.ts";
import type {ScenarioStep} from "../../casebook/scenario.ts";
import {DEFAULT_BASELINE} from "../../casebook/scenario.ts";
import {incorrect} from "../../errors.ts";
import {exact} from "../../numeric/uncertain.ts";
import {formatDay} from "../../time/day.ts";
import {plainClosures} from "../../trade/closure.ts";
import {DEFAULT_ELASTICITIES, elasticitySets} from "../../trade/elasticitySets.ts";
import {choice, day, flag, name, names, share, whole} from "../parameters.ts";
import {oneRoute} from "../route.ts";
import {dayText, figure} from "../shapes.ts";
import {requireKnown} from "../studio.ts";

/** Draws that one question may have; more are made by `thaw price`, on all cores or many machines. */
export const MOST_DRAWS = 100;

const moves = ["embargo", "full-blocking", "column-two"] as const;

const query = z.object({
  steps: choice(
    ["ladder", "measures"],
    "ladder: the next steps, from lifting everything to an embargo; measures: each measure lifted alone. Not with a step of one's own"
  ).optional(),
  lift: names("a step of one's own: measures that are lifted, by id", "s301-list4a").optional(),
  reinstate: names("a step of one's own: measures under relief that are back in full, by id").optional(),
  ease: names("a step of one's own: measures of which easeBy goes, by id").optional(),
  easeBy: share("share of ease that goes (0.5 when left out)").optional(),
  add: choice(moves, "a step of one's own: what is added").optional(),
  tariff: share("a step of one's own: tariffs to this rate on all goods, 0.6 for 60 %", 10).optional(),
  day: day("the day whose standing the steps start from (the last that the record covers when left out)").optional(),
  against: choice(["standing", "baseline"], "what steps are compared with").default("standing"),
  baseline: name(`a bundled baseline (${DEFAULT_BASELINE} when left out)`).default(DEFAULT_BASELINE),
  elasticities: choice(
    elasticitySets.map(({id}) => id),
    "elasticity set"
  ).default(DEFAULT_ELASTICITIES),
  closure: choice(plainClosures, "what happens to trade deficits").optional(),
  third: names("third countries with a column of their own", "IND,BRA").optional(),
  retaliation: share("the target answers what is added with this share of it").optional(),
  draws: whole(0, MOST_DRAWS, "draws for the bands").default(0),
  seed: whole(0, 999_999_999, "seed of the draws").optional(),
  trace: flag("with the wedges behind every step").optional()
});

const band = z.object({low: figure, median: figure, high: figure, draws: z.int()}).meta({id: "Band"});

const cost = {
  change: figure.meta({description: "real consumption with the step ÷ without, less 1; a loss is below 0"}),
  millionUsd: figure.meta({description: "million USD a year of the baseline"}),
  band: band.nullable()
};

const traced = z
  .object({
    of: z.string(),
    title: z.string(),
    rule: z.string(),
    kind: z.string(),
    origin: z.string(),
    destination: z.string(),
    sector: z.string(),
    size: z.number()
  })
  .meta({id: "Wedge"});

const step = {id: z.string(), title: z.string(), measures: z.array(z.string()), trace: z.array(traced).optional()};

const pricedStep = z
  .object({
    ...step,
    none: z.string().nullable().meta({description: "why the model has no equilibrium; null where it has one"}),
    groups: z.array(z.object({id: z.string(), title: z.string(), ...cost})),
    countries: z.array(
      z.object({
        country: z.string(),
        ...cost,
        realWageHat: figure,
        exportsHat: figure,
        importsHat: figure,
        firstOrder: z.object({termsOfTrade: figure, volumeOfTrade: figure})
      })
    )
  })
  .meta({id: "PricedStep"});

/** What the next step would cost. */
export const price = oneRoute({
  name: "price",
  path: "/cases/{case}/price",
  summary: "what the next step costs sender, target and third countries",
  about:
    "Puts measures into a model of world trade and asks what each country could consume. Prices the ladder, each measure lifted alone, or one step that the query makes up. Draws over elasticities and rules give bands; without draws only the central answer. Long run, in the world of the baseline's year.",
  query,
  examples: ["", "steps=measures&third=IND,BRA", "lift=s301-list4a&tariff=0.3&draws=4&trace=true"],
  isHeavy: true,
  body: z.object({
    day: dayText.nullable(),
    baseline: z.looseObject({name: z.string(), year: z.int(), checksum: z.string()}),
    elasticities: z.string(),
    closure: z.looseObject({kind: z.string()}),
    ruleTable: z.string(),
    seed: z.int(),
    draws: z.object({
      asked: z.int(),
      made: z.int(),
      failed: z.array(z.object({draw: z.int(), step: z.string(), message: z.string()}))
    }),
    notes: z.array(z.string()),
    reference: z.object(step),
    readings: z.array(
      z.object({
        measure: z.string(),
        rule: z.string().nullable(),
        outcome: z.enum(["priced", "unknown", "outside", "idle"]),
        reason: z.string().optional(),
        left: z.array(z.string())
      })
    ),
    steps: z.array(pricedStep)
  }),
  restsOn: ({query: {baseline}}, studio) => studio.baseline(baseline).checksum,
  run({record, query: asked}, studio) {
    const baseline = studio.baseline(asked.baseline);
    const own = ownStep(asked, record);
    const scenario = caseScenario(record, baseline, {...asked, thirds: asked.third, steps: own === null ? [] : [own]});
    const question = priceAsked(scenario, record, baseline, own === null ? (asked.steps ?? "ladder") : "own");
    const on = asked.day ?? record.one.coverage.to;
    const {priced: sized, unknown, outside, idle} = countedOf(question);
    const lives = `of the measures live on ${formatDay(on)}`;
    return {
      kind: "one",
      facts: {
        asOf: on,
        note: coverageNote(record, on),
        totals: [
          {name: "priced", value: sized, rule: `${lives}, those that the rules give a size`},
          {name: "unknown", value: unknown, rule: `${lives}, those whose size nobody knows: listed, not counted`},
          {name: "outside", value: outside, rule: `${lives}, those that are not about trade`},
          {name: "idle", value: idle, rule: `${lives}, those without effect on the day`}
        ]
      },
      body: priceAnswer(question, priced(question), asked.trace === true)
    };
  }
});

/** The step that a query makes up; null where it makes up none. @throws incorrect `api/steps-and-step`, notFound `api/no-measure` */
function ownStep({lift, reinstate, ease, easeBy, add, tariff, steps}: z.output<typeof query>, {one}: OpenRecord) {
  const isOwn = [lift, reinstate, ease, add, tariff].some((part) => part !== undefined);
  if (!isOwn) return null;
  if (steps !== undefined) {
    throw incorrect("api/steps-and-step", `steps=${steps} with a step of one's own; ask one of the two`);
  }
  const ids = one.measures.map(({id}) => id);
  for (const id of [...(lift ?? []), ...(reinstate ?? []), ...(ease ?? [])]) requireKnown("measure", id, ids);
  const asked: ScenarioStep = {
    id: "asked",
    title: "The step that was asked for",
    lift: lift ?? [],
    ease: ease === undefined ? null : {of: ease, by: exact(easeBy ?? 0.5)},
    reinstate: reinstate ?? [],
    join: [],
    add: [
      ...(add ? [{what: add}] : []),
      ...(tariff === undefined ? [] : [{what: "tariff-to" as const, rate: exact(tariff)}])
    ],
    wedges: [],
    transfers: []
  };
  return asked;
}
