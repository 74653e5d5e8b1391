import {existsSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, test} from "vitest";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {openCase, packageRoot, readCaseFolder} from "../../../src/casebook/node.ts";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import {groundsOn} from "../../../src/sanctions/authorities.ts";
import {calendar} from "../../../src/sanctions/calendar.ts";
import {durability} from "../../../src/sanctions/durability.ts";
import {type Event, operative} from "../../../src/sanctions/event.ts";
import type {Life} from "../../../src/sanctions/life.ts";
import {whoCanEnd} from "../../../src/sanctions/whoCanEnd.ts";
import {type Day, FIRST_DAY, parseDay, yearOf} from "../../../src/time/day.ts";
import {period} from "../../../src/time/period.ts";
import {type Fact, type FactMeasure, findingWords, verbsOfKind} from "./facts.ts";

const one = openCase("us-china", packageRoot);
const lives = livesOf(one);
const lifeOfMeasure = (id: string): Life => lives.find(({measure}) => measure.id === id)!;
const events = new Map(one.measures.flatMap(({life}) => life.map((event) => [event.id, event] as const)));
const measureOf = new Map(one.measures.flatMap((measure) => measure.life.map(({id}) => [id, measure.id] as const)));
const findings = Map.groupBy(one.findings, ({event, measure}) => event ?? measure);

test("the bundled case reads without a problem, and every life in it is legal", () => {
  expect(readCaseFolder(join(packageRoot, "cases", "us-china"))).not.toHaveProperty("problems");
  for (const {problems} of lives) expect(problems).toEqual([]);
});

test("the Russian wording lacks nothing and holds nothing that the case no longer says", () => {
  expect(Object.keys(one.wordings)).toEqual(["ru"]);
  expect(readCaseFolder(join(packageRoot, "cases", "us-china"))).toMatchObject({notes: []});
});

test("every finding names a measure and, where it names an event, one of that measure", () => {
  for (const {measure, event} of one.findings) {
    expect(one.measures.map(({id}) => id)).toContain(measure);
    if (event !== undefined) expect(measureOf.get(event)).toBe(measure);
  }
});

test("no act of the record lies in the window of a clock that it does not stop: each life is one order", () => {
  for (const {life} of one.measures) {
    for (const {id, expires} of life) {
      if (expires === undefined) continue;
      for (const other of life) {
        if (other.verb === "expired") continue; // the act that records the clock
        const {earliest, latest} = (other.effective ?? other.announced)!;
        expect(
          latest > expires.earliest && earliest <= expires.latest && earliest < latest,
          `${id} and ${other.id}`
        ).toBe(false);
      }
    }
  }
});

/** The first year that a citation can speak of: of a Congress, a volume of the Federal Register, or the year it names. */
function yearOfCitation(cite: string): number | null {
  const congress = /^P\.L\. (\d+)-/.exec(cite);
  if (congress !== null) return 1789 + 2 * (Number(congress[1]) - 1);
  const volume = /^(\d+) F\.?R\.? /.exec(cite);
  if (volume !== null) return 1935 + Number(volume[1]);
  const year = /\b(?:19|20)\d\d\b/.exec(cite);
  return year === null ? null : Number(year[0]);
}

test.each(lives.map((life) => [life.measure.id, life] as const))("%s rests on no law of a later year", (_, life) => {
  const {authorities} = life.measure;
  const starts = authorities.map(({cite, from}) => {
    const begun = Math.max(life.steps[0]!.when.earliest, from?.earliest ?? FIRST_DAY) as Day;
    return {cite, early: yearOf(begun) < (yearOfCitation(cite) ?? -Infinity)};
  });
  expect(starts.filter(({early}) => early)).toEqual([]);
});

test("orders of higher numbers begin no earlier than those of lower ones", () => {
  const orders = one.measures.flatMap(({authorities}) =>
    authorities.flatMap(({cite, from}) => {
      const number = /^E\.O\. (\d{5})$/.exec(cite)?.[1];
      return number === undefined || from === undefined ? [] : [{number: Number(number), from: from.earliest}];
    })
  );
  expect(orders.length).toBeGreaterThan(15);
  const byNumber = orders.toSorted((a, b) => a.number - b.number).map(({from}) => from);
  expect(byNumber).toEqual(byNumber.toSorted((a, b) => a - b));
});

test.each([
  ["tiananmen-arms-sales", "1989-06-15", ["AECA", "22 CFR 126.1"]],
  ["tiananmen-opic", "1989-06-30", ["Administration decision"]],
  ["tiananmen-satellites", "1989-06-15", ["Presidential announcement"]],
  ["satellite-licensing-jurisdiction", "1989-06-15", ["AECA §38; 22 CFR 121 Cat. XV"]],
  ["satellite-licensing-jurisdiction", "2001-12-11", ["P.L. 105-261 §1513"]],
  ["telecom-optical-controls", "1972-02-21", ["EAR / COCOM Industrial List"]],
  ["mfn-withdrawal-1951", "2001-12-11", ["Proclamation 2935", "Trade Act of 1974 (P.L. 93-618) title IV"]]
])("%s rested on %s on what the law of the day was", (id, day, grounds) => {
  const on = parseDay(day);
  expect(groundsOn(standingAsOf(lifeOfMeasure(id), on), on)).toEqual(grounds);
});

test("who could end the arms embargo of June 1989 was the President, and from February 1990 Congress", () => {
  const {measure} = lifeOfMeasure("tiananmen-arms-sales");
  expect(whoCanEnd(measure, parseDay("1989-06-15")).ender).toBe("order");
  expect(whoCanEnd(measure, parseDay("1990-02-16")).ender).toBe("statute");
});

test("a term that the text of an event states is a clock, of it or of an act of its day, or a finding says why not", () => {
  const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
  const stated = new RegExp(
    `\\buntil\\b|\\bruns? to\\b|\\b(?:for|of|another) (?:an?|\\d+|\\w+) (?:days?|months?|years?)\\b|\\b(?:extended|renewed|[Ee]xtension,) to (?:\\d+ )?${month}`
  );
  const closing = /closing a freeze of 29 years/; // a length that is over, not a term
  for (const measure of one.measures) {
    for (const event of measure.life) {
      if (!stated.test(event.what) || closing.test(event.what) || event.verb === "expired") continue;
      const day = operative(event).text;
      const clock = measure.life.some((other) => operative(other).text === day && other.expires !== undefined);
      const found = findings.get(event.id)?.some(({problem}) => problem.startsWith("a term")) ?? false;
      expect(clock || found, `${event.id}: ${event.what}`).toBe(true);
    }
  }
});

test("the pause of the TikTok law rests on a term that ends after the record, and each term before it was renewed", () => {
  const terms = calendar([lifeOfMeasure("tiktok-pafaca")], period(parseDay("2025-01-01"), null), one.coverage.to);
  expect(terms.map(({day, kind, outcome}) => `${day.text} ${kind} ${outcome}`)).toEqual([
    "2025-04-05 revival overtaken",
    "2025-06-19 revival overtaken",
    "2025-09-17 revival overtaken",
    "2025-12-16 revival overtaken",
    "2026-01-23 revival ahead"
  ]);
  expect(standingAsOf(lifeOfMeasure("tiktok-pafaca"), one.coverage.to).standings).toEqual(["suspended"]);
});

test("the missile sanctions of 2001 take back the licensing of 2000, and no waiver for a satellite long launched", () => {
  const {reliefs} = durability([lifeOfMeasure("tiananmen-satellites")], one.coverage.to);
  expect(reliefs.filter(({reversal}) => reversal !== null).map(({easing}) => easing.event.id)).toEqual([
    "tiananmen-satellites-2000-11-21-eased"
  ]);
});

const folder = resolve(packageRoot, "../shared/facts");
const here = existsSync(join(folder, "events.json"));
const load = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));

test.skipIf(here || process.env.CI !== "true")("the facts that the case was built from are there", () => {
  expect.fail(`${folder} is missing: the case is not checked against its facts`);
});

if (!here) process.stderr.write(`not run: the case against its facts; there is no folder ${folder}\n`);

describe.skipIf(!here)("the case against the facts it was built from", () => {
  const facts: readonly Fact[] = here ? load("events.json").events : [];
  const factMeasures: readonly FactMeasure[] = here ? load("measures.json").measures : [];

  test("no measure and no event is missing", () => {
    expect(factMeasures).toHaveLength(125);
    expect(facts).toHaveLength(346);
    expect(factMeasures.map(({id}) => id).filter((id) => !one.measures.some((measure) => measure.id === id))).toEqual(
      []
    );
    expect(facts.map(({id}) => id).filter((id) => !events.has(id))).toEqual([]);
  });

  test("nothing is added but what a finding and a note account for", () => {
    const known = new Set(facts.map(({id}) => id));
    expect(one.measures).toHaveLength(factMeasures.length);
    for (const [id, {note}] of events) {
      if (known.has(id)) continue;
      expect(
        findings.get(id)?.some(({was}) => was === "no event"),
        id
      ).toBe(true);
      expect(note, id).toBeDefined();
    }
  });

  test.each(factMeasures.map((fact) => [fact.id, fact] as const))("%s has the text of its fact", (id, fact) => {
    const measure = one.measures.find((candidate) => candidate.id === id)!;
    expect(measure.title).toBe(fact.title);
    expect(measure.type).toBe(fact.type);
    expect(measure.subtype).toBe(fact.subtype);
    expect(measure.regime).toBe(fact.regime);
    const remarks = (findings.get(id) ?? []).filter(({problem}) => problem === "a remark where an authority belongs");
    expect([...measure.authorities.map(({cite}) => cite), ...remarks.map(({was}) => was)]).toEqual(
      fact.legal_authorities
    );
    expect(measure.objectives).toEqual(fact.objectives);
    expect(measure.scope ?? "").toBe(fact.scope_notes ?? "");
    expect(measure.package).toBe(fact.package);
    expect(measure.tradeShare).toBe(fact.trade_share);
    expect(measure.status).toBe(fact.status_end_2025);
    expect(measure.senders).toHaveLength(fact.senders.length);
    expect(measure.targets).toHaveLength(fact.targets.length);
    expect(fact.event_ids.filter((event) => measureOf.get(event) !== id)).toEqual([]);
  });

  describe.each(facts.map((fact) => [fact.id, fact] as const))("%s", (id, fact) => {
    const event = events.get(id) as Event;
    const found = findings.get(id) ?? [];

    test("has the words, the standing of the evidence and the citations of its fact", () => {
      expect(measureOf.get(id)).toBe(fact.measure_id);
      expect(event.what).toBe(fact.what_changed);
      expect(event.instrument).toBe(fact.legal_instrument);
      expect(event.verification).toBe(fact.verification === "partly_verified" ? "partly" : fact.verification);
      expect(event.confidence).toEqual({level: fact.confidence, why: fact.confidence_why});
      expect(event.sources).toHaveLength(fact.citations.length);
      for (const [i, {key, title}] of fact.citations.entries()) {
        const source = one.sources.find(({id}) => id === event.sources[i]!.source)!;
        if (key !== null) expect(source.id).toBe(key);
        else expect([source.title, source.consulted]).toEqual([title, false]);
      }
      expect(event.tags).toEqual(fact.context_tags);
    });

    test("has the verb of its fact, or a finding says why not", () => {
      const finding = found.find(({was}) => was.startsWith(fact.kind) && !was.includes("with effect"));
      if (finding === undefined) {
        expect(verbsOfKind(fact.kind)).toContain(event.verb);
        expect(event.subkind ?? null).toBe(fact.subkind);
        expect(event.extent ?? "whole").toBe("whole");
        return;
      }
      const {verb, extent, subkind} = findingWords(finding.is);
      expect([event.verb, event.extent ?? "whole"]).toEqual([verb, extent]);
      expect(event.subkind ?? null).toBe(subkind ?? fact.subkind);
    });

    test("has the clocks of its fact", () => {
      const {date} = fact;
      if (found.some(({is}) => is.startsWith("announced on"))) {
        expect(event.announced?.text).toBe(date);
        expect(found[0]!.is).toContain(event.effective!.text);
        return;
      }
      if (event.verb === "threatened") {
        expect([event.announced?.text, event.effective]).toEqual([date, undefined]); // a threat binds nothing
        return;
      }
      if (fact.effective_date !== null) {
        expect([event.announced?.text, event.effective?.text]).toEqual([date, fact.effective_date]);
        return;
      }
      expect([event.announced?.text, event.effective?.text].filter((text) => text !== undefined)).toEqual([date]);
    });

    test("has the motive weights of its fact, the residual split and nothing else", () => {
      expect(event.motives).toHaveLength(fact.motive === undefined ? 0 : 1);
      if (fact.motive === undefined) return;
      const [{weights, rationale, coder, source}] = event.motives as [Event["motives"][number]];
      expect(coder).toBe("first-pass");
      const {humanitarian_other: residual, ...named} = fact.motive.weights;
      const {domestic, humanitarian, other, ...kept} = weights;
      expect(kept).toEqual(named);
      // ROUNDING: three weights of two decimals.
      expect(Math.abs(domestic + humanitarian + other - residual)).toBeLessThan(1e-12);
      expect(source ?? null).toBe(fact.motive.source_key);
      expect(rationale).toBe(fact.motive.rationale);
    });
  });
});
