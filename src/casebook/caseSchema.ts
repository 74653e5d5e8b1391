import {z} from "zod";
import {parseDay} from "../time/day.ts";
import {day, type IssueParams} from "./daySchema.ts";

const text = z.string().trim().min(1, "write some text");

export const caseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "write lower-case letters, digits and hyphens"),
  title: text,
  version: text,
  released: z.exactOptional(
    day("released")
      .transform((text) => parseDay(text))
      .describe("Day on which this version was published, YYYY-MM-DD")
  ),
  licence: text,
  sender: text.describe("Id of parties.yaml"),
  target: text.describe("Id of parties.yaml"),
  about: text,
  coverage: z
    .strictObject({from: day("from"), to: day("to")})
    .superRefine(checkCoverage)
    .describe("First and last day to which the record is complete"),
  eras: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        from: day("from").describe("First day; the era ends where the next begins")
      })
    )
    .superRefine(checkEras)
    .default([]),
  coders: z.array(z.strictObject({id: text, name: text, about: text})).default([])
});

export const partiesSchema = z.array(
  z.strictObject({
    id: text,
    name: text,
    kind: z.enum(["state", "area", "body", "company", "person", "group"]),
    iso2: z.exactOptional(z.string().regex(/^[A-Z]{2}$/, "write two capital letters")),
    iso3: z.exactOptional(z.string().regex(/^[A-Z]{3}$/, "write three capital letters")),
    cow: z.exactOptional(z.int()),
    gw: z.exactOptional(z.int()),
    of: z.exactOptional(text.describe("Id of the party it belongs to"))
  })
);

export const sourcesSchema = z.array(
  z.strictObject({
    id: text,
    type: text.describe("CSL type: legislation, report, article-newspaper, webpage …"),
    title: text,
    author: z.exactOptional(z.array(z.strictObject({literal: text}))),
    issued: z.exactOptional(z.strictObject({"date-parts": z.array(z.array(z.int()).min(1).max(3)).length(1)})),
    number: z.exactOptional(text.describe("Identifier as printed: P.L., F.R., E.O., FRUS document")),
    URL: z.exactOptional(z.url()),
    publisher: z.exactOptional(text),
    consulted: z.boolean(),
    primary: z.boolean()
  })
);

export const findingsSchema = z.array(
  z.strictObject({measure: text, event: z.exactOptional(text), problem: text, was: text, is: text, reason: text})
);

export const tradeSchema = z.strictObject({
  columns: z.array(
    z.strictObject({
      id: text,
      title: text,
      reporter: text,
      origin: text,
      destination: text,
      valuation: z.enum(["fas", "fob", "customs", "cif", "bop"]),
      source: text.describe("Key of sources.yaml"),
      verification: z.enum(["verified", "partly", "recalled"]),
      provenance: text
    })
  )
});

const names = z.exactOptional(z.record(z.string(), text));

export const wordingSchema = z.strictObject({
  title: z.exactOptional(text),
  eras: names.describe("Era titles by id"),
  coders: z.exactOptional(z.record(z.string(), z.strictObject({name: text, about: text}))),
  parties: names.describe("Party names by id"),
  columns: names.describe("Titles of trade columns by id"),
  measures: z.record(z.string(), z.strictObject({title: text, scope: z.exactOptional(text)})),
  events: z.record(z.string(), z.strictObject({what: text, rationale: z.exactOptional(text)})),
  claims: z.record(z.string(), z.strictObject({paraphrase: text, evidence: text})),
  reviews: names.describe("What reviews do and their rules, by the English text"),
  findings: names.describe("What findings say (was, is, reason), by the English text")
});

function checkCoverage({from, to}: {readonly from: string; readonly to: string}, context: z.RefinementCtx): void {
  if (parseDay(to) >= parseDay(from)) return;
  const params: IssueParams = {code: "casebook/coverage"};
  const message = `coverage ends before it starts: ${to}; swap the two days`;
  context.addIssue({code: "custom", path: ["to"], message, params});
}

function checkEras(eras: readonly {readonly id: string; readonly from: string}[], context: z.RefinementCtx): void {
  for (const [i, {id, from}] of eras.entries()) {
    const last = eras[i - 1];
    if (last === undefined || parseDay(from) > parseDay(last.from)) continue;
    const params: IssueParams = {code: "casebook/era-order"};
    const message = `era ${id} does not start after ${last.id}; list eras oldest first`;
    context.addIssue({code: "custom", path: [i, "from"], message, params});
  }
}
