import {z} from "zod";
import {plainClosures} from "../trade/closure.ts";
import {day} from "./daySchema.ts";
import {DEFAULT_BASELINE, DEFAULT_CLOSURE, DRAWS, SEED} from "./scenario.ts";

const text = z.string().trim().min(1, "write some text");
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "write lower-case letters, digits and hyphens");
const code = text.describe("A country by its ISO 3166-1 code, a country or region of the baseline, or EU");
const codes = z.array(code).min(1, "name at least one country");

/** A number that is known, or one with a band. What it may be depends on what it is of; `readScenario` checks that. */
const size = z
  .union([z.number(), z.tuple([z.number(), z.number(), z.number()])], "write a number, or [low, likely, high]")
  .describe("A number, or [low, likely, high] of a triangular distribution");
const share = size.describe("From 0 to 1, or [low, likely, high]");

const places = z.union([code, codes], "write a country, or a list of countries");
const sectors = z
  .union([text, z.array(text).min(1)], "write all, goods, services, or a list of sectors")
  .describe("all, goods, services, or sectors of the baseline");

const measures = z
  .array(text.describe("Id of a measure, package:<id>, or all"))
  .min(1, "name at least one measure, package:<id> or all");

/** Exactly one of closed, cost, tariff and exportTax. */
const wedge = z.strictObject({
  from: places.describe("Countries, senders, targets, coalition, or world"),
  to: places.describe("Countries, senders, targets, coalition, or world"),
  sectors: z.exactOptional(sectors),
  closed: z.exactOptional(share.describe("Share of the flow that may not be traded any more; 1 is an embargo")),
  cost: z.exactOptional(size.describe("Real cost of trading, ad valorem: 0.1 is 10 %")),
  tariff: z.exactOptional(size.describe("Points added to the tariff: 0.25 is 25 points")),
  exportTax: z.exactOptional(size.describe("Points added to the tax on exports"))
});

const move = z.discriminatedUnion("what", [
  z.strictObject({what: z.literal("embargo").describe("All trade in goods and services, both ways")}),
  z.strictObject({what: z.literal("full-blocking").describe("All property of the targets is blocked")}),
  z.strictObject({what: z.literal("column-two").describe("The tariff of 1930 on imports from the targets")}),
  z.strictObject({
    what: z.literal("tariff-to").describe("The tariff on all goods from the targets"),
    rate: size.describe("0.6 is 60 %")
  }),
  z.strictObject({what: z.literal("export-control"), sectors, share}),
  z.strictObject({what: z.literal("import-ban"), sectors, share})
]);

const step = z.strictObject({
  id,
  title: text,
  lift: z.exactOptional(measures.describe("Measures in force that end")),
  ease: z.exactOptional(z.strictObject({of: measures, by: share.describe("Share of each measure that goes")})),
  reinstate: z.exactOptional(
    measures.describe("Measures that are suspended, waived or eased on the day, in force again in full")
  ),
  join: z.exactOptional(measures.describe("Measures in force that the members of the coalition take too")),
  add: z.exactOptional(z.array(move).min(1)),
  wedges: z.exactOptional(z.array(wedge).min(1)),
  transfer: z.exactOptional(
    z
      .array(z.strictObject({from: code, to: code, amount: size.describe("Million USD a year")}))
      .min(1)
      .describe("What one country can no longer spend and another can, such as a frozen asset that is given on")
  )
});

/** One scenario; what the fields mean together is checked by `readScenario`. */
export const scenarioSchema = z.strictObject({
  title: text,
  case: z.exactOptional(text.describe("A bundled case, or a folder with a case.yaml; needed where measures are named")),
  day: z.exactOptional(day("day").describe("Day whose standing the steps start from; the last that the record covers")),
  baseline: text.default(DEFAULT_BASELINE).describe("A bundled baseline, or a folder with a baseline.yaml"),
  elasticities: z
    .exactOptional(
      z.union([text, z.record(z.string(), size)], "write the name of a set, or θ by sector (machinery_elec: 4)")
    )
    .describe("Id of a set of elasticities, or θ > 0 by sector, all: for the others"),
  closure: z
    .union(
      [z.enum(plainClosures), z.strictObject({nominal: code})],
      `write ${plainClosures.join(", ")} or {nominal: <country>}`
    )
    .default(DEFAULT_CLOSURE)
    .describe("What happens to trade deficits"),
  seed: z.int().default(SEED),
  draws: z.int().min(0).max(100_000).default(DRAWS).describe("Draws behind the bands; 0 for none"),
  against: z
    .exactOptional(z.enum(["standing", "baseline"]))
    .describe("What the steps are compared with: the standing of the day, or the baseline as it is"),
  senders: z.exactOptional(codes.describe("Those who press; the sender of the case where absent")),
  targets: z.exactOptional(codes.describe("Those who are pressed; the target of the case where absent")),
  coalition: z.exactOptional(codes.describe("Members that join what the senders do in the steps")),
  retaliation: z.exactOptional(
    z.strictObject({
      by: z.exactOptional(codes.describe("The targets where absent")),
      mirror: z.exactOptional(share.describe("Share of what a step adds that comes back")),
      wedges: z.exactOptional(z.array(wedge).min(1))
    })
  ),
  secondary: z.exactOptional(
    z.strictObject({
      comply: z
        .record(z.string(), z.number())
        .describe("Share of each third country that complies, from 0 to 1; all: for the others"),
      cutOff: z.exactOptional(
        share.describe("Share of trade between the senders and those who do not comply that is closed")
      )
    })
  ),
  steps: z.array(step).min(1, "write at least one step")
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;
export type WedgeFile = z.infer<typeof wedge>;
export type StepFile = ScenarioFile["steps"][number];
export type SizeFile = z.infer<typeof size>;
