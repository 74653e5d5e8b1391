import {expect, test} from "vitest";
import {z} from "zod";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {operative} from "../../src/sanctions/event.ts";
import {standings} from "../../src/sanctions/standing.ts";
import {verbs} from "../../src/sanctions/verb.ts";
import {addYears, formatDay} from "../../src/time/day.ts";
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
  note: z.string().nullable(),
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
      certainty: z.enum(["certain", "possible", "ifUnchanged"]),
      ahead: z.boolean(),
      authorities: z.array(authority),
      grounds: z.array(z.string().min(1)).min(1),
      broughtBy: z.string(),
      verification,
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
  note: z.string().nullable(),
  hidden: z.number(),
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
  hidden: z.number(),
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
  rule: z.literal("severity"),
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
        outcome: z.enum(["struck", "overtaken", "passed", "ahead"])
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
  ["pendulum us-china --json", pendulum],
  ["pendulum us-china --compare 2001-12-31,1968-12-31 --json", comparison],
  ["calendar us-china --from 2025-01-01 --to 2027-01-01 --json", calendar],
  ["claims us-china --json", claims],
  ["cases --json", cases],
  [
    "check us-china --json",
    z.strictObject({case: z.literal("us-china"), problems: z.tuple([]), notes: z.array(z.unknown())})
  ]
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
  const japanese = standingOn("1989-06-15", "--sender", "JP");
  expect(japanese.map(({senders}) => senders)).toEqual([["JP"]]);
  for (const name of ["Japan", "japan", "jp"]) expect(standingOn("1989-06-15", "--sender", name)).toEqual(japanese);
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
  expect(labels).toMatch(/^Measure +State +Certainty +Brought by +Authority +Source$/);
  expect(rule.replace(/[─ ]/g, "")).toBe("");
  const columns = [...rule.matchAll(/─+/g)].map(({index, 0: dashes}) => [index, index + dashes.length] as const);
  const cells = lines.slice(0, measures.length).map((line) => columns.map(([from, to]) => line.slice(from, to).trim()));
  expect(cells.map(([id, , certainty]) => [id, certainty])).toEqual(measures.map((m) => [m.id, m.certainty]));
  expect(cells.map((row) => row[4])).toEqual(measures.map(({grounds}) => grounds[0]));
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

test("the day left out is the last that the record covers, in every command, and the answer says which it is", () => {
  const last = formatDay(usChina.coverage.to);
  expect(answer(["as-of", "us-china"])).toBe(answer(["as-of", "us-china", last]));
  expect(answer(["as-of", "us-china"])).toMatch(
    new RegExp(`^United States and China, ${last}: .*\nThe last day that the record covers\\.\n`)
  );
  const {from, to} = calendar.parse(JSON.parse(answer(["calendar", "us-china", "--json"])));
  expect([from, to]).toEqual([addYears(usChina.coverage.to, -1), addYears(usChina.coverage.to, 2)].map(formatDay));
});

test("beyond the record nothing is certain, and the answer says so in its head and in its JSON", () => {
  const [, note = ""] = answer(["as-of", "us-china", "2060-01-01"]).split("\n");
  expect(note).toMatch(/^The record is complete to \d{4}-\d\d-\d\d\. The answer for 2060-01-01 takes it that nobody /);
  const {note: told, measures} = asOf.parse(JSON.parse(answer(["as-of", "us-china", "2060-01-01", "--json"])));
  expect(told).toBe(note);
  expect(new Set(measures.map(({certainty}) => certainty))).toEqual(new Set(["ifUnchanged", "possible"]));
  expect(answer(["as-of", "us-china", "2060-01-01"])).not.toMatch(/ certain /);
  expect(answer(["diff", "us-china", "2025-01-01", "2060-01-01"])).toContain(`${note}\n`);
});

test("a measure is shown with what it rested on that day, the step that brought its state and its weakest step", () => {
  const at = (date: string, id: string) => standingOn(date).find((one) => one.id === id)!;
  // P.L. 101-246 is of February 1990.
  expect(at("1989-06-15", "tiananmen-arms-sales").grounds.join()).not.toContain("101-246");
  expect(at("1990-06-15", "tiananmen-arms-sales").grounds.join()).toContain("101-246");
  // A bill of 1992, vetoed, is the newest step; what stands was made by the waiver of 1980.
  const mfn = at("2001-12-11", "mfn-withdrawal-1951");
  const [made] = usChina.measures.flatMap(({life: events}) => events.filter(({id: own}) => own === mfn.broughtBy));
  expect([made!.verb, operative(made!).text]).toEqual(["waived", "1980-02-01"]);
  const un = at("1960-01-01", "un-strategic-embargo-1951");
  expect(un.steps.map(({verification: own}) => own)).toContain("recalled");
  expect(un.verification).toBe("recalled");
});

test("diff and timeline leave out what may lie before, in between or after, say how much, and give it with --all", () => {
  const [from, to] = ["1969-01-01", "1969-12-31"];
  const changed = diff.parse(JSON.parse(answer(["diff", "us-china", from, to, "--json"])));
  const all = diff.parse(JSON.parse(answer(["diff", "us-china", from, to, "--json", "--all"])));
  expect(all.changes.length - changed.changes.length).toBe(changed.hidden);
  expect([changed.hidden > 0, all.hidden]).toEqual([true, 0]);
  expect(answer(["diff", "us-china", from, to])).toMatch(new RegExp(`Left out: ${changed.hidden} measures? whose`));
  const days = ["timeline", "us-china", "--from", from, "--to", to];
  const listed = timeline.parse(JSON.parse(answer([...days, "--json"])));
  const whole = timeline.parse(JSON.parse(answer([...days, "--json", "--all"])));
  expect(whole.steps.length - listed.steps.length).toBe(listed.hidden);
  expect(listed.hidden).toBeGreaterThan(0);
  expect(answer(days)).toMatch(new RegExp(`Left out: ${listed.hidden} steps? that`));
});

test("--to is the last day in timeline and in calendar alike", () => {
  const entriesTo = (to: string) =>
    calendar.parse(JSON.parse(answer(["calendar", "us-china", "--from", "2025-01-01", "--to", to, "--json"]))).entries;
  const [first] = entriesTo("2027-01-01").filter(({day: one}) => one > "2025-03-01" && one.length === 10);
  expect(entriesTo(first!.day)).toContainEqual(first);
  const steps = timeline.parse(
    JSON.parse(answer(["timeline", "us-china", "--from", "1972-02-01", "--to", "1972-02-14", "--json"]))
  ).steps;
  expect(steps.map(({date}) => date)).toContain("1972-02-14");
});

test("the calendar reaches as far as it is asked, and does not claim an act where the record has none", () => {
  const {entries} = calendar.parse(
    JSON.parse(answer(["calendar", "us-china", "--from", "2030-01-01", "--to", "2031-12-31", "--json"]))
  );
  expect(new Set(entries.map(({day: one}) => one.slice(0, 4)))).toEqual(new Set(["2030", "2031"]));
  expect(answer(["calendar", "us-china", "--from", "2024-01-01", "--to", "2024-12-31", "--kind", "expiry"])).toMatch(
    /passed; the record does not say/
  );
});

test("only the severity rule has a band, because the band varies severities", () => {
  for (const rule of ["count", "state"]) {
    const text = answer(["pendulum", "us-china", "--rule", rule]);
    expect(text).not.toMatch(/Band/);
    expect(JSON.parse(answer(["pendulum", "us-china", "--rule", rule, "--json"])).points[0]).not.toHaveProperty("band");
  }
});

test("a day compared with itself is the same, and half a measure is explained", () => {
  expect(answer(["pendulum", "us-china", "--compare", "2001-12-31,2001-12-31"])).toContain(
    "It is the same under every"
  );
  const compared = answer(["pendulum", "us-china", "--compare", "2001-12-31,1968-12-31"]);
  expect(compared).toMatch(/counts half\.$/m);
});

test("cases tells of one case by name or folder", () => {
  const [one, ...more] = cases.parse(JSON.parse(answer(["cases", "cases/us-china", "--json"])));
  expect([one!.id, more]).toEqual(["us-china", []]);
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
