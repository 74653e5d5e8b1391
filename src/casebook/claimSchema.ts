import {z} from "zod";
import {motiveKeys} from "../sanctions/event.ts";
import {measureTypes} from "../sanctions/measure.ts";
import {standings} from "../sanctions/standing.ts";
import {verbs} from "../sanctions/verb.ts";
import type {Claim, Quantity} from "./claim.ts";
import {day, edtf} from "./daySchema.ts";

const text = z.string().trim().min(1, "write some text");
const some = z.exactOptional(z.array(text).min(1));
const verdict = z.enum(["supported", "imprecise", "contradicted", "not checkable"]);
const motive = z.enum(motiveKeys);

const where = {
  measures: some,
  packages: some,
  types: z.exactOptional(z.array(z.enum(measureTypes)).min(1)),
  subtypes: some,
  senders: some
};

const events = z.strictObject({
  ...where,
  verbs: z.exactOptional(z.array(z.enum(verbs)).min(1)),
  tags: some,
  from: z.exactOptional(edtf("from")),
  to: z.exactOptional(edtf("to")),
  topMotive: z.exactOptional(z.strictObject({key: motive, coder: text}))
});

const standing = {on: day("on"), standing: z.array(z.enum(standings)).min(1)};
const whereOnly = z.exactOptional(z.strictObject(where));
const years = {from: z.int(), to: z.int()};

const quantity: z.ZodType<Quantity> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({kind: z.literal("count"), events, of: z.exactOptional(z.enum(["events", "measures"]))}),
    z.strictObject({
      kind: z.literal("day"),
      pick: z.enum(["first", "last"]),
      events,
      clock: z.exactOptional(z.literal("announced"))
    }),
    z.strictObject({kind: z.literal("between"), first: events, last: events, unit: z.enum(["days", "years"])}),
    z.strictObject({
      kind: z.literal("measures"),
      ...standing,
      where: whereOnly,
      also: z.exactOptional(z.strictObject(standing))
    }),
    z.strictObject({kind: z.literal("share"), ...standing, where: whereOnly, also: z.strictObject(standing)}),
    z.strictObject({kind: z.literal("net"), events: events.omit({verbs: true, topMotive: true})}),
    z.strictObject({
      kind: z.literal("stops"),
      within: z.int().min(0).describe("Days"),
      events: z.exactOptional(events.omit({verbs: true}))
    }),
    z.strictObject({kind: z.literal("motive"), keys: z.array(motive).min(1), coder: text, events}),
    z.strictObject({kind: z.literal("issued"), source: text}),
    z.strictObject({kind: z.literal("trade"), column: text, year: z.int()}),
    z.strictObject({
      kind: z.literal("columns"),
      origin: text,
      destination: text,
      year: z.int(),
      atLeast: z.exactOptional(z.number()),
      atMost: z.exactOptional(z.number())
    }),
    z.strictObject({
      kind: z.literal("tradeYears"),
      columns: z.array(text).min(1),
      ...years,
      where: z.enum(["falls", "rises"])
    }),
    z.strictObject({
      kind: z.literal("balanceYears"),
      plus: text,
      minus: text,
      ...years,
      where: z.enum(["positive", "notPositive"])
    }),
    z.strictObject({kind: z.literal("sum"), of: z.array(quantity).min(1)}),
    z.strictObject({kind: z.literal("difference"), of: quantity, less: quantity}),
    z.strictObject({kind: z.literal("ratio"), of: quantity, to: quantity})
  ])
);

const what = {
  name: text,
  value: quantity,
  bound: z.exactOptional(z.enum(["low", "high"]))
};

const test = z.discriminatedUnion("is", [
  z.strictObject({...what, is: z.enum(["equal", "atLeast", "atMost"]), to: z.number()}),
  z.strictObject({...what, is: z.literal("about"), to: z.number(), within: z.number().min(0)}),
  z.strictObject({...what, is: z.enum(["in", "before", "onOrAfter"]), to: edtf("to")})
]);

const method = z.discriminatedUnion("kind", [
  z
    .strictObject({kind: z.literal("query"), tests: z.array(test).min(1), holds: verdict, fails: verdict})
    .refine(({holds, fails}) => holds !== fails, "holds and fails must differ, or the tests decide nothing"),
  z.strictObject({kind: z.literal("hand"), by: text, why: text})
]);

export const claimsSchema: z.ZodType<Claim[]> = z.array(
  z.strictObject({
    id: text,
    quote: text.refine((quote) => quote.split(/\s+/).length <= 25, "quote at most 25 words"),
    paraphrase: text,
    kind: z.enum(["date", "figure", "count", "causal", "forecast"]),
    verdict,
    limits: z.exactOptional(text),
    evidence: text,
    measures: z.array(text).default([]),
    sources: z.array(text).default([]),
    method,
    quoted: z.exactOptional(z.array(test).min(1))
  })
);
