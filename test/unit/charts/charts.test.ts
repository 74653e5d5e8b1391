import {expect, test} from "vitest";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {yearPoint} from "../../../src/charts/chart.ts";
import type {ChartWords} from "../../../src/charts/chartWords.ts";
import {chartWords} from "../../../src/charts/chartWords.ts";
import {segments} from "../../../src/charts/lifeSegments.ts";
import {motivesByEraChart} from "../../../src/charts/motivesByEraChart.ts";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import {addDays, parseDay} from "../../../src/time/day.ts";
import {d, event, live} from "../sanctions/make.ts";
import {charts, drawn, full, lives, offLine, record} from "./sample.ts";

const PIXEL = 0.02; // both ends of a mark are rounded to a hundredth of a px

const wide = charts(full);
const names = Object.keys(wide);

test.each(names)("%s: the same input gives the same bytes", (name) => {
  for (const width of [1000, 345]) {
    const [once, again] = [charts(full, {width})[name]!, charts(full, {width})[name]!];
    expect(renderSvg(once)).toBe(renderSvg(again));
    expect(once.table).toEqual(again.table);
  }
});

test.each(names)("%s: every number that is drawn is a number, with at most two decimals", (name) => {
  for (const width of [1000, 720, 345]) {
    const tags = renderSvg(charts(full, {width})[name]!)
      .match(/<[^>]+>/g)!
      .join("");
    expect(tags).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(tags).not.toMatch(/\d\.\d{3,}/);
  }
});

test.each(names)("%s: every text comes through the words, the formatters or the record", (name) => {
  const words = Object.fromEntries(
    Object.entries(chartWords).map(([key, text]) => [
      key,
      text.replace(/(\{\w+\})|[A-Za-z]+/g, (_, value) => value ?? "ж")
    ])
  ) as ChartWords;
  const title = "ж";
  const foreign = {
    ...full,
    lives: lives.map((life) => ({...life, measure: {...life.measure, title}})),
    eras: full.eras.map((era) => ({...era, title})),
    coders: full.coders.map((coder) => ({...coder, name: title})),
    parties: full.parties.map((party) => ({...party, name: title})),
    trade: full.trade && {...full.trade, columns: full.trade.columns.map((column) => ({...column, title}))}
  };
  const chart = charts(foreign, {words, day: () => "ж", number: () => "0"})[name]!;
  const shown = renderSvg(chart).replace(/<[^>]+>/g, " ");
  const {caption, columns, rows} = chart.table;
  const told = [shown, chart.title, chart.caption, chart.description, caption, ...columns.map(({label}) => label)];
  for (const text of [...told, ...rows.flatMap((row) => Object.values(row))])
    expect(String(text ?? "")).not.toMatch(/[A-Za-z]/);
});

test.each(names)("%s: a record with nothing in it is drawn as no data", (name) => {
  const nothing = charts({...full, lives: [], eras: [], trade: null})[name]!;
  expect(nothing.empty).toBe(true);
  expect(nothing.table.rows).toEqual([]);
  expect(renderSvg(nothing)).toContain(chartWords.noData);
});

test.each(names)("%s: a table column for every value of a row, and every row the same columns", (name) => {
  const {columns, rows} = wide[name]!.table;
  const keys = columns.map(({key}) => key).sort();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(Object.keys(row).sort()).toEqual(keys);
});

test("motives that a coder never weighed are no data, and the rivals stand first", () => {
  const uncoded = charts({...full, coders: [{id: "nobody", name: "Nobody", about: "weighs nothing"}]}).motivesByEra!;
  expect(uncoded.empty).toBe(true);
  expect(wide.motivesByEra!.table.columns.map(({key}) => key)).toEqual([
    ...["era", "n", "compliance", "domestic", "humanitarian", "other"],
    ...["balancing", "economic", "socialisation"]
  ]);
});

test("an easing on the last day asked for is in its era's mean, and one on the day after is not", () => {
  const weights = {balancing: 0, economic: 1, socialisation: 0, compliance: 0, domestic: 0, humanitarian: 0, other: 0};
  const motives = [{coder: "one", weights, rationale: "made for a test"}];
  const own = [live([event("imposed", "1990-01-01"), event("eased", "1991-01-01", {motives})])];
  const easingsUpTo = (until: string) =>
    motivesByEraChart({
      lives: own,
      eras: full.eras,
      coder: {id: "one", name: "One"},
      until: d(until)
    }).table.rows.reduce((sum, {n}) => sum + Number(n), 0);
  expect([easingsUpTo("1990-12-31"), easingsUpTo("1991-01-01")]).toEqual([0, 1]);
});

test("an era without acts says so and leaves the other eras as they are", () => {
  const before = {id: "before", title: "Before", from: parseDay("1900-01-01"), to: parseDay("1910-01-01")};
  const chart = charts({...full, eras: [before, ...full.eras]}).instrumentMix!;
  expect(chart.table.rows[0]).toMatchObject({era: "Before", acts: 0, trade: null});
  expect(chart.table.rows.slice(1)).toEqual(wide.instrumentMix!.table.rows);
  expect(renderSvg(chart)).toContain(chartWords.noData);
});

test("segments of a life say what the as-of answer says, on every day where they turn", () => {
  const {from, to} = record.coverage;
  for (const life of lives) {
    const own = segments(life, from, to);
    for (const {from: first, to: end, standing, certainty} of own) {
      for (const day of [first, addDays(end, -1)]) {
        const {standings} = standingAsOf(life, day);
        expect(standings).toContain(standing);
        expect(standings.length === 1 ? "certain" : "possible").toBe(certainty);
      }
    }
    for (const [i, {to: end}] of own.entries()) expect(own[i + 1]?.from ?? end).toBeGreaterThanOrEqual(end);
  }
});

test("the life line draws a stroke for every row of its table, at its days", () => {
  const chart = wide.lifeLine!;
  const strokes = drawn(chart, "line").filter(
    ({x1, x2, stroke}) => x1 !== x2 && stroke?.startsWith("var(--chart-") && !stroke.includes("grid")
  );
  const {rows} = chart.table;
  expect(strokes.length).toBe(rows.length);
  const year = (day: unknown) => yearPoint(parseDay(String(day)));
  const spans = rows.map(({from, to}) => year(to) - year(from)).sort((a, b) => a - b);
  const lengths = strokes.map(({x1, x2}) => Number(x2) - Number(x1)).sort((a, b) => a - b);
  expect(offLine(spans.map((span, i) => [span, lengths[i]!]))).toBeLessThan(PIXEL);
});

test("the pendulum's line and band are the shares of its table", () => {
  const chart = wide.pendulum!;
  const points = (d: string) => d.match(/-?[\d.]+,-?[\d.]+/g)!.map((pair) => Number(pair.split(",")[1]));
  const paths = drawn(chart, "path");
  const band = points(paths.find(({fill}) => fill?.startsWith("url("))!.d!);
  const line = points(paths.find(({fill, stroke}) => fill === "none" && stroke !== undefined)!.d!);
  const {rows} = chart.table;
  const column = (key: string) => rows.map((row) => Number(row[key]));
  expect(line.length).toBe(rows.length);
  const [low, high] = [band.slice(rows.length).reverse(), band.slice(0, rows.length)];
  const pairs = (key: string, ys: readonly number[]) => column(key).map((value, i) => [value, ys[i]!] as const);
  const all = [...pairs("share", line), ...pairs("bandLow", low), ...pairs("bandHigh", high)];
  expect(offLine(all)).toBeLessThan(PIXEL);
});

test.each([
  ["instrumentMix", ["trade", "arms", "military", "financial", "travel", "other"], 1],
  ["motivesByEra", ["compliance", "domestic", "humanitarian", "other", "balancing", "economic", "socialisation"], 0],
  ["durability", ["share"], 0]
] as const)("%s: every bar is as long as its table says", (name, keys, inset) => {
  const chart = wide[name]!;
  const bars = drawn(chart, "rect").filter(({fill, y}) => fill !== "var(--chart-band, #f2f4f7)" && Number(y) >= 0);
  const values = chart.table.rows.flatMap((row) => keys.map((key) => Number(row[key]))).filter((value) => value > 0);
  const widths = bars.map(({width}) => Number(width) + inset);
  expect(widths.length).toBe(values.length);
  expect(
    offLine([...values].sort((a, b) => a - b).map((value, i) => [value, [...widths].sort((a, b) => a - b)[i]!]))
  ).toBeLessThan(PIXEL);
});

test("trade draws every figure above zero, at its logarithm, and its table keeps the zeros", () => {
  const chart = wide.trade!;
  const {columns} = record.trade!;
  const lines = drawn(chart, "path").filter(({fill}) => fill === "none");
  const dots = drawn(chart, "circle").map(({cy}) => Number(cy));
  const ys = [...lines.flatMap(({d}) => d!.match(/,-?[\d.]+/g)!.map((y) => Number(y.slice(1)))), ...dots];
  const logs = columns
    .flatMap(({values}) => values)
    .filter((value) => value !== null && value > 0)
    .map((value) => Math.log10(value!));
  expect(ys.length).toBe(logs.length);
  const [up, down] = [logs.sort((a, b) => a - b), ys.sort((a, b) => b - a)];
  expect(offLine(up.map((log, i) => [log, down[i]!]))).toBeLessThan(PIXEL);
  for (const {id, values} of columns) expect(chart.table.rows.map((row) => row[id])).toEqual([...values]);
});
