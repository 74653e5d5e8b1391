import {z} from "zod";
import {motiveKeys} from "../sanctions/event.ts";
import {measureTypes} from "../sanctions/measure.ts";
import {standings} from "../sanctions/standing.ts";
import {verbs} from "../sanctions/verb.ts";
import type {Claim, Quantity} from "./claim.ts";

const text = z.string().trim().min(1, "write some text");
const some = z.exactOptional(z.array(text).min(1));
const date = z.union([z.string(), z.int()]).transform(String);
const verdict = z.enum(["supported", "imprecise", "contradicted", "not checkable"]);

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
  ids: some,
  from: z.exactOptional(date),
  to: z.exactOptional(date)
});

const standing = z.array(z.enum(standings)).min(1);
const keys = z.array(z.enum(motiveKeys)).min(1);

const quantity: z.ZodType<Quantity> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({kind: z.literal("count"), events, of: z.exactOptional(z.enum(["events", "measures"]))}),
    z.strictObject({
      kind: z.literal("measures"),
      on: date,
      standing,
      where: z.exactOptional(z.strictObject(where)),
      then: z.exactOptional(z.strictObject({on: date, standing}))
    }),
    z.strictObject({kind: z.literal("yearsBetween"), first: events, last: events}),
    z.strictObject({kind: z.literal("day"), pick: z.enum(["first", "last"]), events}),
    z.strictObject({kind: z.literal("trade"), column: text, year: z.int()}),
    z.strictObject({
      kind: z.literal("tradeYears"),
      columns: z.array(text).min(1),
      from: z.int(),
      to: z.int(),
      where: z.enum(["falls", "rises"])
    }),
    z.strictObject({
      kind: z.literal("balanceYears"),
      plus: text,
      minus: text,
      from: z.int(),
      to: z.int(),
      where: z.enum(["positive", "notPositive"])
    }),
    z.strictObject({kind: z.literal("motive"), keys, coder: text, events}),
    z.strictObject({kind: z.literal("topMotive"), key: z.enum(motiveKeys), coder: text, events}),
    z.strictObject({kind: z.literal("net"), from: date, to: date}),
    z.strictObject({kind: z.literal("stops"), within: z.int().min(0), tags: some}),
    z.strictObject({kind: z.literal("ratio"), of: quantity, to: quantity}),
    z.strictObject({kind: z.literal("sum"), of: z.array(quantity).min(1)}),
    z.strictObject({kind: z.literal("number"), value: z.number()})
  ])
);

const test = z.strictObject({
  name: text,
  value: quantity,
  is: z.enum(["equal", "atLeast", "atMost", "about", "before", "onOrAfter"]),
  to: z.union([z.number(), z.string()]),
  within: z.exactOptional(z.number().min(0))
});

const method = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("query"), tests: z.array(test).min(1), holds: verdict, fails: verdict}),
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
    method
  })
);
