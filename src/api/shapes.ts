import {z} from "zod";
import {channels} from "../sanctions/channel.ts";
import {standings} from "../sanctions/standing.ts";
import {verbs} from "../sanctions/verb.ts";

/** Shapes that many answers share. Those with an id stand in the document by name. */
export const dayText = z.iso.date().meta({schema: {type: "string", format: "date"}});

export const edtfText = z.string().meta({description: "a day as EDTF: 1971-06-10, 1969-07, 1985, 1989-06~, or ?"});

export const standing = z.enum(standings).meta({id: "Standing"});
export const state = z.enum(["notYet", "threatened", "inForce", "suspended", "ended"]).meta({id: "State"});
export const verb = z.enum(verbs).meta({id: "Verb"});
export const channel = z.enum(channels).meta({id: "Channel"});
export const cause = z.enum(["act", "clock"]).meta({description: "an act on record, or a clock that an act had set"});

export const verification = z
  .enum(["verified", "partly", "recalled"])
  .meta({id: "Verification", description: "how far an event has been checked against a source"});

export const citation = z
  .object({source: z.string(), at: z.string().optional()})
  .meta({id: "Citation", description: "a source of the case by id, and the place in it"});

export const authority = z.object({cite: z.string(), kind: z.string()}).meta({id: "Authority"});

export const ender = z.enum(["statute", "order", "allies", "court"]).meta({description: "who must act to end it"});

/** A figure of a study, null where it is not defined (NaN). */
export const figure = z
  .number()
  .or(z.nan())
  .meta({schema: {type: ["number", "null"]}});

export const interval = z
  .tuple([figure, figure])
  .readonly()
  .meta({schema: {type: "array", items: {type: ["number", "null"]}, minItems: 2, maxItems: 2}});

const total = z
  .object({name: z.string(), value: z.number(), rule: z.string()})
  .meta({id: "Total", description: "a number with the rule that counted it"});

const coverage = z
  .object({from: dayText, to: dayText})
  .meta({id: "Coverage", description: "first and last day to which the record is complete"});

const page = z
  .object({
    total: z.int().meta({description: "rows in the whole list"}),
    limit: z.int(),
    next: z.string().nullable().meta({description: "the cursor of the next page; null on the last"})
  })
  .meta({id: "Page"});

const facts = {
  asOf: dayText.nullable().meta({description: "the day that the answer is about"}),
  totals: z.array(total),
  note: z.string().nullable().meta({description: "what a reader has to know of days outside the record's coverage"})
};

const provenance = {
  case: z.string(),
  version: z.string(),
  checksum: z.string().meta({description: "SHA-256 of the files that the case was read from"}),
  coverage
};

/** The whole of an answer: facts, what it rests on, and what the route adds. */
export function answerSchema(
  hasCase: boolean,
  {item, body}: {readonly item: z.ZodType | null; readonly body: z.ZodObject}
): z.ZodObject {
  return z.object({
    ...facts,
    ...(hasCase ? provenance : {}),
    ...body.shape,
    ...(item === null ? {} : {items: z.array(item), page})
  });
}
