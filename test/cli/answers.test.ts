import {expect, test} from "vitest";
import {z} from "zod";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {standings} from "../../src/sanctions/standing.ts";
import {verbs} from "../../src/sanctions/verb.ts";
import {answer} from "./thaw.ts";

const usChina = openCase("us-china", packageRoot);
const day = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9.]+)*$/);
const standing = z.enum(standings);
const verb = z.enum(verbs);
const verification = z.enum(["verified", "partly", "recalled"]);

/** What every JSON answer rests on. */
const rests = z.object({
  case: z.literal("us-china"),
  version: z.literal(usChina.version),
  checksum: z.literal(usChina.checksum),
  coverage: z.strictObject({from: day, to: day})
});

const authority = z.strictObject({cite: z.string().min(1), kind: z.string().min(1)});
const citation = z.strictObject({source: z.string().min(1), at: z.string().optional()});

const asOf = rests.extend({
  day,
  measures: z.array(
    z.strictObject({
      id,
      title: z.string().min(1),
      type: z.string(),
      channel: z.string(),
      senders: z.array(z.string()).min(1),
      targets: z.array(z.string()).min(1),
      states: z.array(z.enum(["notYet", "threatened", "inForce", "suspended", "ended"])).min(1),
      standings: z.array(standing).min(1),
      certainty: z.enum(["certain", "possible"]),
      ahead: z.boolean(),
      authorities: z.array(authority).min(1),
      whoCanEnd: z.enum(["statute", "order", "allies", "court"]),
      steps: z.array(
        z.strictObject({
          event: z.string(),
          cause: z.enum(["act", "clock"]),
          verb,
          standing,
          ahead: z.boolean(),
          date: z.string(),
          earliest: day.nullable(),
          latest: day.nullable(),
          instrument: z.string(),
          verification,
          sources: z.array(citation)
        })
      )
    })
  )
});

const life = rests.extend({
  measure: z.object({id, title: z.string(), life: z.array(z.object({id: z.string(), verb})).min(1)}),
  whoCanEnd: z.strictObject({ender: z.string(), because: z.array(authority)}),
  steps: z
    .array(z.strictObject({event: z.string(), cause: z.string(), verb, date: z.string(), standing, ahead: z.boolean()}))
    .min(1),
  easingPath: z.array(z.strictObject({event: z.string(), daysAfter: z.tuple([z.number(), z.number()]).nullable()}))
});

const diff = rests.extend({
  from: day,
  to: day,
  changes: z
    .array(
      z.strictObject({
        id,
        title: z.string(),
        kind: z.enum(["new", "ended", "cameAndWent", "heavier", "lighter", "unchanged"]),
        before: z.array(standing).min(1),
        after: z.array(standing).min(1),
        words: z.string().min(10),
        events: z.array(z.string()).min(1)
      })
    )
    .min(1)
});

const timeline = rests.extend({
  steps: z
    .array(
      z.strictObject({
        date: z.string(),
        measure: id,
        event: z.string(),
        cause: z.string(),
        verb,
        standing,
        ahead: z.boolean(),
        what: z.string(),
        verification
      })
    )
    .min(1)
});

const share = z.number().min(0).max(1);
const pendulum = rests.extend({
  rule: z.literal("count"),
  weightings: z.strictObject({draws: z.number(), seed: z.number()}),
  points: z.array(
    z.strictObject({
      day,
      low: z.number().min(0),
      high: z.number().min(0),
      band: z.strictObject({low: share, mid: share, high: share})
    })
  )
});

const comparison = rests.extend({
  first: day,
  second: day,
  shareLower: share,
  always: z.boolean(),
  against: z.array(z.strictObject({type: z.string(), first: z.string(), second: z.string()})),
  draws: z.number(),
  seed: z.number()
});

const calendar = rests.extend({
  from: day,
  to: day,
  entries: z
    .array(
      z.object({
        day: z.string(),
        kind: z.enum(["revival", "expiry", "review", "effect"]),
        measure: id,
        what: z.string(),
        outcome: z.enum(["struck", "overtaken", "ahead"])
      })
    )
    .min(1)
});

const tested = z.strictObject({
  name: z.string(),
  rule: z.string().min(1),
  value: z.object({unit: z.string(), low: z.union([z.number(), day]), high: z.union([z.number(), day])}).nullable(),
  expected: z.string(),
  answer: z.enum(["certainly", "possibly", "no"]),
  holds: z.boolean()
});
const claims = rests.extend({
  claims: z.array(
    z.strictObject({
      claim: z.object({id: z.string(), quote: z.string(), verdict: z.string(), evidence: z.string()}),
      computed: z.string().nullable(),
      tests: z.array(tested),
      quoted: z.array(tested),
      agrees: z.boolean(),
      evidence: z.array(z.string())
    })
  )
});

const cases = z.array(
  z.strictObject({
    id,
    title: z.string(),
    version: z.string(),
    measures: z.number().positive(),
    events: z.number().positive(),
    verified: z.number().nonnegative(),
    from: day,
    to: day,
    languages: z.array(z.string())
  })
);

const promised: readonly (readonly [string, z.ZodType])[] = [
  ["as-of us-china 1972-02-21 --json", asOf],
  ["as-of us-china 2024-10-01 --json", asOf],
  ["life zte-denial-order-2018 --json", life],
  ["diff us-china 1968-12-31 2002-01-02 --json", diff],
  ["timeline us-china --verb lifted --json", timeline],
  ["pendulum us-china --rule count --json", pendulum],
  ["pendulum us-china --compare 2001-12-31,1968-12-31 --json", comparison],
  ["calendar us-china --from 2025-01-01 --to 2027-01-01 --json", calendar],
  ["claims us-china --json", claims],
  ["cases --json", cases],
  ["check us-china --json", z.strictObject({case: z.literal("us-china"), problems: z.tuple([])})]
];

test.each(promised)("thaw %s prints the JSON that it promises", (line, schema) => {
  const found = schema.safeParse(JSON.parse(answer(line.split(" "))));
  expect(found.error?.issues ?? []).toEqual([]);
});

type AsOf = z.infer<typeof asOf>;
const standingOn = (date: string, ...more: string[]): AsOf["measures"] =>
  (JSON.parse(answer(["as-of", "us-china", date, "--json", ...more])) as AsOf).measures;

test("--certain leaves out what is only possible, --channel and --sender narrow, and the rest stays", () => {
  const all = standingOn("1989-06-15");
  const certain = standingOn("1989-06-15", "--certain");
  expect(certain).toEqual(all.filter(({certainty}) => certainty === "certain"));
  expect(certain.length).toBeLessThan(all.length);
  const trade = standingOn("1989-06-15", "--channel", "trade");
  expect(trade).toEqual(all.filter(({channel}) => channel === "trade"));
  expect(standingOn("1989-06-15", "--sender", "JP").map(({senders}) => senders)).toEqual([["JP"]]);
});

test("--state ended lists what has ended, and nothing else does", () => {
  const ended = standingOn("2001-12-11", "--state", "ended");
  expect(ended.length).toBeGreaterThan(0);
  expect(ended.every(({states}) => states.includes("ended"))).toBe(true);
  const live = standingOn("2001-12-11");
  expect(live.some(({states}) => states.every((state) => state === "ended" || state === "notYet"))).toBe(false);
});

test("the table of as-of names the measures of its JSON, in its order", () => {
  const [head = "", , labels = "", rule = "", ...lines] = answer(["as-of", "us-china", "1989-06-15"]).split("\n");
  const measures = standingOn("1989-06-15");
  expect(head).toContain(`1989-06-15: ${measures.length} measures, `);
  expect(labels).toMatch(/^Measure +State +Certainty +Last step +Authority +Source$/);
  expect(rule.replace(/[─ ]/g, "")).toBe("");
  const columns = [...rule.matchAll(/─+/g)].map(({index, 0: dashes}) => [index, index + dashes.length] as const);
  const cells = lines.slice(0, measures.length).map((line) => columns.map(([from, to]) => line.slice(from, to).trim()));
  expect(cells.map(([id, , certainty]) => [id, certainty])).toEqual(measures.map((m) => [m.id, m.certainty]));
  expect(cells.map((row) => row[4])).toEqual(measures.map(({authorities}) => authorities[0]!.cite));
});

test("life finds a measure without its case, and with the case before or after it", () => {
  const alone = answer(["life", "zte-denial-order-2018"]);
  expect(alone).toMatch(/^ZTE denial order\nId: zte-denial-order-2018 \(us-china\)\n/);
  expect(answer(["life", "us-china", "zte-denial-order-2018"])).toBe(alone);
  expect(answer(["life", "zte-denial-order-2018", "us-china"])).toBe(alone);
});

test("life tells every step with its instrument and its sources, then every source once", () => {
  const told = answer(["life", "mfn-withdrawal-1951"]);
  const {life: events} = usChina.measures.find(({id}) => id === "mfn-withdrawal-1951")!;
  expect(events.length).toBeGreaterThan(5);
  for (const {what, instrument, sources} of events) {
    expect(told).toContain(what);
    expect(told).toContain(instrument);
    for (const {source} of sources) expect(told.split(`\n  [${source}] `)).toHaveLength(2);
  }
});

test("diff puts every change of its JSON under the heading of its kind", () => {
  const args = ["diff", "us-china", "1968-12-31", "2002-01-02"];
  const {changes} = diff.parse(JSON.parse(answer([...args, "--json"])));
  const text = answer(args);
  const sizes = [...text.matchAll(/^(\w[^\n(]*) \((\d+)\)$/gm)].map(([, heading, n]) => [heading, Number(n)]);
  const kinds = Map.groupBy(changes, ({kind}) => kind);
  expect(Object.fromEntries(sizes)).toEqual({
    New: kinds.get("new")!.length,
    Lighter: kinds.get("lighter")!.length,
    Ended: kinds.get("ended")!.length,
    "Came and went in between": kinds.get("cameAndWent")!.length,
    "Steps, but the same standing": kinds.get("unchanged")!.length
  });
  for (const {words} of changes) expect(text).toContain(words);
});

test("claims prints each verdict with its tests and rules, and one claim with what it rests on", () => {
  const {claims: all} = claims.parse(JSON.parse(answer(["claims", "us-china", "--json"])));
  const text = answer(["claims", "us-china"]);
  for (const {claim, tests} of all) {
    expect(text).toContain(`\n${claim.id}: ${claim.verdict.toUpperCase()}`);
    for (const {rule} of tests) expect(text).toContain(rule);
  }
  const {claim, evidence} = all.find(({computed}) => computed !== null)!;
  expect(answer(["claims", "us-china", claim.id])).toContain(`Rests on: ${evidence.join(", ")}\n`);
});

test("the calendar as iCalendar has an event for each of its dates and ends its lines as the standard says", () => {
  const args = ["calendar", "us-china", "--from", "2025-01-01", "--to", "2027-01-01"];
  const {entries} = calendar.parse(JSON.parse(answer([...args, "--json"])));
  const ics = answer([...args, "--ics"]);
  expect(ics.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(entries.length);
  expect(ics).toMatch(/END:VCALENDAR\r\n$/);
  expect(ics.replaceAll("\r\n", "")).not.toContain("\n");
});
