import {expect, test} from "vitest";
import {yearEnds} from "../../src/answers/pendulum.ts";
import {buildBrief} from "../../src/brief/build.ts";
import {briefHtml} from "../../src/brief/html.ts";
import {briefMarkdown} from "../../src/brief/markdown.ts";
import {csv} from "../../src/exports/csv.ts";
import {caseJson} from "../../src/exports/json.ts";
import {parquet} from "../../src/exports/parquet.ts";
import {tables} from "../../src/exports/tables.ts";
import {asOf} from "../../src/sanctions/asOf.ts";
import {calendar} from "../../src/sanctions/calendar.ts";
import {diff} from "../../src/sanctions/diff.ts";
import {pendulum} from "../../src/sanctions/pendulum.ts";
import {isLive} from "../../src/sanctions/standing.ts";
import {timeline} from "../../src/sanctions/timeline.ts";
import {runClaims} from "../../src/studies/claims.ts";
import {howLong} from "../../src/studies/howLong.ts";
import {specificationCurve} from "../../src/studies/specificationCurve.ts";
import {stateShares} from "../../src/studies/stateShares.ts";
import {addDays, formatDay, parseDay} from "../../src/time/day.ts";
import {period} from "../../src/time/period.ts";
import {api, CASE, json, record} from "./api.ts";

const web = api();
const {one, lives} = record;

/** A list in one page. */
type List = {
  readonly asOf: string;
  readonly totals: readonly {readonly name: string; readonly value: number; readonly rule: string}[];
  readonly items: readonly Record<string, unknown>[];
  readonly page: {readonly total: number; readonly next: string | null};
};
const list = (path: string) => json<List>(web, `${CASE}${path}`);
const total = ({totals}: Pick<List, "totals">, name: string) => totals.find((one) => one.name === name)?.value;

test("every answer names the case with version, checksum and coverage, its day, and totals with their rule", async () => {
  const answer = await json<List & Record<string, unknown>>(web, `${CASE}/measures?asOf=1989-06-15`);
  expect(answer).toMatchObject({
    asOf: "1989-06-15",
    case: "us-china",
    version: one.version,
    checksum: one.checksum,
    coverage: {from: formatDay(one.coverage.from), to: formatDay(one.coverage.to)}
  });
  for (const {rule} of answer.totals) expect(rule).not.toBe("");
});

test("the cases are those that are served, and one of them has its counts", async () => {
  const {items} = await json<List>(web, "/api/v1/cases");
  expect(items.map(({id}) => id)).toEqual(["us-china"]);
  const own = await json<Pick<List, "totals">>(web, CASE);
  expect(total(own, "measures")).toBe(one.measures.length);
  expect(total(own, "verified")).toBe(items[0]!["verified"]);
});

test.each(["1950-12-17", "1989-06-15", "2024-10-01"])("the measures of %s are those of as-of", async (text) => {
  const day = parseDay(text);
  const live = asOf(lives, day).filter(({standings}) => standings.some(isLive));
  const answer = await list(`/measures?asOf=${text}&limit=500`);
  expect(answer.items.map(({id, standings, certainty}) => ({id, standings, certainty}))).toEqual(
    live.map(({life, standings, certainty}) => ({id: life.measure.id, standings, certainty}))
  );
  expect(total(answer, "measures")).toBe(live.length);
  expect(total(answer, "possible")).toBe(live.filter(({certainty}) => certainty === "possible").length);
});

test("filters of measures narrow, and a day after the record makes nothing certain", async () => {
  const trade = await list("/measures?asOf=2024-10-01&channel=trade&certain=true&sender=US&limit=500");
  expect(trade.items.length).toBeGreaterThan(0);
  for (const {channel, certainty, senders} of trade.items) {
    expect([channel, certainty]).toEqual(["trade", "certain"]);
    expect(senders).toContain("US");
  }
  const beyond = await list("/measures?asOf=2030-01-01&limit=500");
  expect(beyond.items.map(({certainty}) => certainty)).not.toContain("certain");
});

test("the life of a measure has its steps", async () => {
  const {steps} = await json<{steps: {event: string}[]}>(web, `${CASE}/measures/zte-denial-order-2018`);
  const life = lives.find(({measure}) => measure.id === "zte-denial-order-2018")!;
  expect(steps.map(({event}) => event)).toEqual(life.steps.map(({cause}) => cause.event.id));
});

test("the difference of two days is that of diff, and what is hidden is counted", async () => {
  const all = diff(lives, parseDay("1968-12-31"), parseDay("2002-01-02"));
  const answer = (await list("/diff?from=1968-12-31&to=2002-01-02&limit=500")) as List & {hidden: number};
  const placed = all.filter((change) => change.placed);
  expect(answer.items.map(({id, kind}) => [id, kind])).toEqual(placed.map(({life, kind}) => [life.measure.id, kind]));
  expect(answer.hidden).toBe(all.length - placed.length);
  const whole = await list("/diff?from=1968-12-31&to=2002-01-02&all=true&limit=500");
  expect(whole.items).toHaveLength(all.length);
});

test("the timeline is every step in order", async () => {
  const {items} = await list("/timeline?limit=500");
  expect(items.map(({event, verb}) => [event, verb])).toEqual(
    timeline(lives).map(({step, verb}) => [step.cause.event.id, verb])
  );
});

test("the calendar is that of the period, as a list and as iCalendar", async () => {
  const [from, to] = [parseDay("2025-01-01"), parseDay("2027-12-31")];
  const entries = calendar(lives, period(from, addDays(to, 1)), one.coverage.to);
  const {items} = await list("/calendar?from=2025-01-01&to=2027-12-31&limit=500");
  expect(items.map(({day, kind, measure}) => [day, kind, measure])).toEqual(
    entries.map(({day, kind, measure}) => [day.text, kind, measure.id])
  );
  const ics = await (await web.request(`${CASE}/calendar?from=2025-01-01&to=2027-12-31&format=ics`)).text();
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(entries.length);
});

test.each(["count", "state", "severity"] as const)("the pendulum under %s has its points", async (rule) => {
  const {items} = await list(`/pendulum?rule=${rule}`);
  const points = pendulum(lives, yearEnds(record), rule);
  expect(items.map(({low, high}) => [low, high])).toEqual(points.map(({low, high}) => [low, high]));
  expect(items.every((item) => "band" in item)).toBe(rule === "severity");
});

test("claims have the verdicts that the queries compute", async () => {
  const results = runClaims(one, lives);
  const {items} = await list("/claims?limit=500");
  expect(items.map(({computed, agrees}) => [computed, agrees])).toEqual(
    results.map(({computed, agrees}) => [computed, agrees])
  );
  const alone = await list(`/claims?claim=${results[3]!.claim.id}`);
  expect(alone.items).toEqual([items[3]]);
});

test("how long measures last is the study's, with figures that are not defined as null", async () => {
  const study = howLong(one, lives, {ended: "first-easing"}, "channel");
  const answer = await json<{durations: {level: string; median: object; shares: {low: number}[]}[]} & List>(
    web,
    `${CASE}/how-long?by=channel`
  );
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  expect(answer.durations.map(({level, median, shares}) => ({level, median, shares}))).toEqual(
    plain(study.durations.map(({level, median, shares}) => ({level, median, shares})))
  );
  expect(total(answer, "ended")).toBe(study.endings);
});

test("the specification curve and the states are those of the studies", async () => {
  const level = howLong(one, lives, {ended: "first-easing"}, "ender").durations[0]!.level;
  const {items} = await list("/how-long/specifications?by=ender&limit=500");
  const results = specificationCurve(one, lives, {factor: "ender", level});
  expect(items.map(({ratio}) => ratio)).toEqual(results.map(({ratio}) => ratio));
  const {horizons} = await json<{horizons: unknown}>(web, `${CASE}/how-long/states`);
  expect(horizons).toEqual(JSON.parse(JSON.stringify(stateShares(one, lives)!.horizons)));
});

test("a brief is the one that the study writes, in every format", async () => {
  const on = parseDay("1992-06-30");
  const brief = buildBrief(one, {on, language: "ru"});
  const asked = async (format: string) =>
    (await web.request(`${CASE}/brief?on=1992-06-30&lang=ru&format=${format}`)).text();
  expect(await asked("md")).toBe(briefMarkdown(brief));
  expect(await asked("html")).toBe(briefHtml(brief));
  expect(JSON.parse(await asked("json"))).toMatchObject({case: "us-china", on: "1992-06-30", title: brief.title});
});

test("tables come as rows, CSV and Parquet, and the package as its files", async () => {
  const events = tables(one).find(({name}) => name === "events")!;
  const {items, page} = await list("/tables/events?limit=500");
  expect(page.total).toBe(events.rows.length);
  expect(items.map(({event}) => event)).toEqual(
    events.rows.map((row) => row[events.columns.findIndex(({name}) => name === "event")])
  );
  const file = async (path: string) => (await web.request(`${CASE}${path}`)).arrayBuffer();
  const text = async (path: string) => new TextDecoder().decode(await file(path));
  expect(await text("/tables/events?format=csv")).toBe(csv(events));
  expect(new Uint8Array(await file("/tables/events?format=parquet"))).toEqual(new Uint8Array(parquet(events)));
  expect(await text("/exports/data/events.csv")).toBe(csv(events));
  expect(await text("/exports/case.json")).toBe(caseJson(one));
  const {resources} = JSON.parse(await text("/exports/datapackage.json")) as {
    resources: {path: string; bytes: number}[];
  };
  for (const {path, bytes} of resources.slice(0, 3)) expect((await file(`/exports/${path}`)).byteLength).toBe(bytes);
});
