import {z} from "zod";
import {motiveKeys} from "../sanctions/event.ts";
import {authorityKinds, measureTypes, objectives} from "../sanctions/measure.ts";
import {verbs} from "../sanctions/verb.ts";
import {civilDay} from "../time/day.ts";

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.~?-]*$/, "write lower-case letters, digits and hyphens")
  .describe("Stable id; never reused");
const text = z.string().trim().min(1, "write some text");

/** An EDTF date as YAML gives it: text, or a bare year that YAML reads as a number. Its grammar is checked in read.ts. */
const edtf = z
  .union([z.string(), z.int()])
  .transform(String)
  .describe("EDTF: 1971-06-10, 1969-07, 1985, 1989-06~, 1950?, 1996-02-28/1996-04-24, or ? alone");

/** A day of a leap year: the calendar takes the day before 02-29 where the year has none. */
const isDayOfYear = (every: string): boolean => {
  const [month, day] = every.split("-").map(Number);
  return civilDay(2000, month!, day!) !== undefined;
};

const weight = z.number().min(0, "a weight is in [0, 1]").max(1, "a weight is in [0, 1]");

export const motiveSchema = z.strictObject({
  coder: text.describe("Id of a coder of case.yaml"),
  weights: z
    .strictObject(Object.fromEntries(motiveKeys.map((key) => [key, z.exactOptional(weight)])))
    .describe("Weights in [0, 1] that sum to 1; a key left out is 0"),
  rationale: text,
  source: z.exactOptional(text.describe("Key of sources.yaml"))
});

export const eventSchema = z.strictObject({
  id,
  verb: z.enum(verbs).describe("One of the twelve verbs of the rule book"),
  announced: z.exactOptional(edtf),
  effective: z.exactOptional(edtf.describe("First day on which the event binds; this clock moves the state (EDTF)")),
  published: z.exactOptional(edtf),
  expires: z.exactOptional(edtf.describe("First day on which what the event did no longer holds (EDTF)")),
  what: text.describe("What changed, in one neutral sentence in the present tense"),
  instrument: text.describe("The legal instrument, as printed"),
  subkind: z.exactOptional(text),
  extent: z.exactOptional(z.enum(["whole", "part"])).describe("part: the rest of the measure stays in force"),
  prolongs: z.exactOptional(z.enum(["measure", "relief"])),
  by: z.exactOptional(text.describe("For superseded: the measure that takes over")),
  actor: z.exactOptional(z.enum(["executive", "legislature", "court", "allies"])),
  order: z.exactOptional(z.int().describe("Decides between events of one day")),
  tags: z.array(text).default([]),
  sources: z
    .array(z.strictObject({source: text.describe("Key of sources.yaml"), at: z.exactOptional(text)}))
    .default([]),
  verification: z.enum(["verified", "partly", "recalled"]),
  confidence: z.strictObject({level: z.enum(["certain", "probable", "uncertain"]), why: text}),
  motives: z.array(motiveSchema).default([]),
  note: z.exactOptional(text)
});

export const measureSchema = z.strictObject({
  id,
  title: text,
  type: z.enum(measureTypes),
  subtype: text,
  senders: z.array(text.describe("Id of parties.yaml")).min(1, "name at least one sender"),
  targets: z.array(text.describe("Id of parties.yaml")).min(1, "name at least one target"),
  regime: text,
  authorities: z
    .array(z.strictObject({cite: text, kind: z.enum(authorityKinds)}))
    .min(1, "name at least one authority"),
  objectives: z.array(z.enum(objectives)).min(1, "name at least one objective"),
  scope: text.nullable().default(null),
  package: text.nullable().default(null),
  tradeShare: text.nullable().default(null),
  status: text.describe("What the source base says at the end of its coverage"),
  reviews: z
    .array(
      z.strictObject({
        kind: z.enum(["review", "expiry"]),
        every: z
          .string()
          .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {error: "write MM-DD", abort: true})
          .refine(isDayOfYear, "write a day that exists as MM-DD"),
        from: z.int(),
        to: z.exactOptional(z.int()),
        what: text,
        rule: text
      })
    )
    .default([]),
  life: z.array(eventSchema).min(1, "a measure has at least one event")
});

export type MeasureFile = z.infer<typeof measureSchema>;
export type EventFile = z.infer<typeof eventSchema>;
