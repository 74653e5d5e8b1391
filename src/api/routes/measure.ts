import {z} from "zod";
import {lifeAnswer} from "../../answers/life.ts";
import {oneRoute} from "../route.ts";
import {authority, cause, citation, dayText, edtfText, ender, standing, verb, verification} from "../shapes.ts";
import {requireKnown} from "../studio.ts";

const imprecise = z
  .object({edtf: edtfText, earliest: dayText.nullable(), latest: dayText.nullable()})
  .meta({id: "ImpreciseDay", description: "a day within bounds, both included; null for a bound that nobody knows"});

const dated = authority.extend({from: imprecise.optional(), to: imprecise.optional()});

const event = z
  .looseObject({
    id: z.string(),
    verb,
    what: z.string(),
    instrument: z.string(),
    announced: imprecise.optional(),
    effective: imprecise.optional(),
    published: imprecise.optional(),
    expires: imprecise.optional(),
    tags: z.array(z.string()),
    sources: z.array(citation),
    verification,
    confidence: z.object({level: z.enum(["certain", "probable", "uncertain"]), why: z.string()}),
    motives: z.array(
      z.object({
        coder: z.string(),
        weights: z.record(z.string(), z.number()),
        rationale: z.string(),
        source: z.string().optional()
      })
    )
  })
  .meta({id: "Event"});

/** The life of one measure. */
export const measure = oneRoute({
  name: "measure",
  path: "/cases/{case}/measures/{measure}",
  summary: "the life of one measure",
  about:
    "A measure as recorded, with events, clocks, sources and coded motives, and its steps as the rule book derives them.",
  names: {measure: {about: "id of a measure", example: "zte-denial-order-2018"}},
  query: z.object({}),
  examples: [""],
  body: z.object({
    measure: z.looseObject({
      id: z.string(),
      title: z.string(),
      type: z.string(),
      subtype: z.string(),
      senders: z.array(z.string()),
      targets: z.array(z.string()),
      authorities: z.array(dated),
      scope: z.string().nullable(),
      package: z.string().nullable(),
      status: z.string(),
      life: z.array(event)
    }),
    whoCanEnd: z.object({ender, because: z.array(z.looseObject({cite: z.string(), kind: z.string()}))}),
    steps: z.array(z.object({event: z.string(), cause, verb, date: edtfText, standing, ahead: z.boolean()})),
    easingPath: z.array(
      z.object({
        event: z.string(),
        daysAfter: z
          .array(z.number())
          .nullable()
          .meta({description: "fewest and most days since the measure came into force"})
      })
    )
  }),
  run({record, path}) {
    const id = path["measure"]!;
    const ids = record.lives.map((life) => life.measure.id);
    requireKnown("measure", id, ids);
    const life = record.lives[ids.indexOf(id)]!;
    const body = lifeAnswer(life, record);
    return {
      kind: "one",
      facts: {
        asOf: record.one.coverage.to,
        totals: [
          {name: "steps", value: body.steps.length, rule: "acts and clocks that struck, or that lie ahead"},
          {name: "events", value: life.measure.life.length, rule: "acts on record"}
        ]
      },
      body
    };
  }
});
