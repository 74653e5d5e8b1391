import {z} from "zod";
import {motiveKeys} from "../sanctions/event.ts";
import {authorityKinds, measureTypes, objectives} from "../sanctions/measure.ts";
import {verbs} from "../sanctions/verb.ts";
import {civilDay} from "../time/day.ts";
import {parseEdtf} from "../time/edtf.ts";
import {edtf, type IssueParams} from "./daySchema.ts";

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.~?-]*$/, "write lower-case letters, digits and hyphens")
  .describe("Stable id; never reused");
const text = z.string().trim().min(1, "write some text");

/** A day of a leap year: the calendar takes the day before 02-29 where the year has none. */
const isDayOfYear = (every: string): boolean => {
  const [month, day] = every.split("-").map(Number);
  return civilDay(2000, month!, day!) !== undefined;
};

const range = {error: "a weight is in [0, 1]", abort: true};
const weight = z.number().min(0, range).max(1, range);

export const motiveSchema = z.strictObject({
  coder: text.describe("Id of a coder of case.yaml"),
  weights: z
    .strictObject(Object.fromEntries(motiveKeys.map((key) => [key, z.exactOptional(weight)])))
    .superRefine(checkSum)
    .describe("Weights in [0, 1] that sum to 1; a key left out is 0"),
  rationale: text,
  source: z.exactOptional(text.describe("Key of sources.yaml"))
});

/** The clocks that are judged against one another. */
const clocks = {
  announced: z.exactOptional(edtf("announced")),
  effective: z.exactOptional(
    edtf("effective").describe("First day on which the event binds; this clock moves the state (EDTF)")
  ),
  expires: z.exactOptional(edtf("expires").describe("First day on which what the event did no longer holds (EDTF)"))
};
const clocksSchema = z.object(clocks);

const eventFields = z.strictObject({
  id,
  verb: z.enum(verbs).describe("One of the twelve verbs of the rule book"),
  ...clocks,
  published: z.exactOptional(edtf("published")),
  what: text.describe("What changed, in one neutral sentence in the present tense"),
  instrument: text.describe("The legal instrument, as printed"),
  subkind: z.exactOptional(text),
  extent: z.exactOptional(z.enum(["whole", "part"])).describe("part: the rest of the measure stays in force"),
  prolongs: z.exactOptional(z.enum(["measure", "relief"])),
  by: z.exactOptional(text.describe("For superseded: the measure that takes over")),
  ends: z.exactOptional(
    z.array(id).min(1).describe("For reimposed: the relief it takes back, where not all before it")
  ),
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

/** Clocks are judged whenever they read themselves, whatever else is wrong with the event. */
export const eventSchema = eventFields.superRefine(checkClocks, {
  when: ({value}) => clocksSchema.safeParse(value).success
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
    .array(
      z.strictObject({
        cite: text,
        kind: z.enum(authorityKinds),
        from: z.exactOptional(edtf("from").describe("First day on which the measure rests on it (EDTF)")),
        to: z.exactOptional(edtf("to").describe("First day on which it no longer does (EDTF)"))
      })
    )
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

/** Sums of weights written with a few decimals differ from 1 by rounding alone. */
const ROUNDING = 1e-9;

function checkSum(weights: Readonly<Record<string, number | undefined>>, context: z.RefinementCtx): void {
  const sum = Object.values(weights).reduce<number>((total, one) => total + (one ?? 0), 0);
  if (Math.abs(sum - 1) <= ROUNDING) return;
  const params: IssueParams = {code: "casebook/weights-do-not-sum"};
  context.addIssue({code: "custom", message: `weights sum to ${Number(sum.toFixed(6))}; make them sum to 1`, params});
}

function checkClocks(event: z.infer<typeof eventFields>, context: z.RefinementCtx): void {
  const operative = event.effective ?? event.announced;
  if (operative === undefined) {
    const params: IssueParams = {code: "casebook/no-day", lacks: ["announced", "effective"]};
    const message = `event ${event.id} has no day; give announced, effective or both (? when nothing is known)`;
    context.addIssue({code: "custom", message, params});
  } else if (event.expires !== undefined && parseEdtf(event.expires).latest <= parseEdtf(operative).earliest) {
    const params: IssueParams = {code: "casebook/expires-before-start"};
    const message = `invalid expires: ${event.expires}; it must come after the event's own day ${operative}`;
    context.addIssue({code: "custom", path: ["expires"], message, params});
  }
}
