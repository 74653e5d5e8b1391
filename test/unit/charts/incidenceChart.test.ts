import {expect, test} from "vitest";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {type ChartWords, chartWords} from "../../../src/charts/chartWords.ts";
import {incidenceChart} from "../../../src/charts/incidenceChart.ts";
import {FEWEST_SPELLS, howLong} from "../../../src/studies/howLong.ts";
import {addDays} from "../../../src/time/day.ts";
import {lasting, one, START} from "../studies/lifetimes.ts";
import {drawn, lives, offLine, record} from "./sample.ts";

const PIXEL = 0.02; // both ends of a mark are rounded to a hundredth of a px
const study = howLong(record, lives, {ended: "first-easing"}, "channel");
const chart = incidenceChart(study);
const isDrawn = ({spells}: {readonly spells: number}) => spells >= FEWEST_SPELLS;

test("the same study gives the same bytes, and every number drawn is a number", () => {
  for (const width of [1000, 720, 345]) {
    const svg = renderSvg(incidenceChart(study, {width}));
    expect(renderSvg(incidenceChart(study, {width}))).toBe(svg);
    expect(svg.match(/<[^>]+>/g)!.join("")).not.toMatch(/NaN|undefined|Infinity|null|\d\.\d{3,}/);
  }
});

test("every text comes through the words, the formatter or the name of the level", () => {
  const words = Object.fromEntries(
    Object.entries(chartWords).map(([key, text]) => [key, text.replace(/(\{\w+\})|[A-Za-z]+/g, (_, own) => own ?? "ж")])
  ) as ChartWords;
  const {title, caption, description, table, ...rest} = incidenceChart(study, {
    words,
    number: () => "0",
    levelName: () => "ж"
  });
  const shown = renderSvg({title, caption, description, table, ...rest}).replace(/<[^>]+>/g, " ");
  const cells = table.rows.flatMap((row) => Object.values(row));
  for (const text of [
    shown,
    title,
    caption,
    description,
    table.caption,
    ...table.columns.map(({label}) => label),
    ...cells
  ]) {
    expect(String(text ?? "")).not.toMatch(/[A-Za-z]/);
  }
});

test("a line and a band for each level with enough spells, in the table all", () => {
  const enough = study.durations.filter(isDrawn);
  expect(enough.length).toBeLessThan(study.durations.length);
  const paths = drawn(chart, "path");
  expect(paths.filter(({fill}) => fill === "none")).toHaveLength(enough.length);
  expect(paths.filter(({fill}) => fill?.startsWith("url("))).toHaveLength(enough.length);
  expect(new Set(chart.table.rows.map(({level}) => level))).toEqual(new Set(study.durations.map(({level}) => level)));
  const svg = renderSvg(chart);
  for (const {level, spells} of enough) expect(svg).toContain(`${level} (n = ${spells})`);
});

test("where no level has enough spells all are drawn", () => {
  const small = howLong(
    one,
    [lasting("a", [["lifted", 400]], {type: "travel-visa"}), lasting("b", [["lifted", 500]])],
    {ended: "lifted"},
    "type"
  );
  expect(drawn(incidenceChart(small), "path").filter(({fill}) => fill === "none")).toHaveLength(2);
});

test("the lines go through the shares of the table", () => {
  const shareOf = (level: string) => chart.table.rows.filter((row) => row["level"] === level);
  const lines = drawn(chart, "path").filter(({fill}) => fill === "none");
  for (const [i, {level}] of study.durations.filter(isDrawn).entries()) {
    const numbers = lines[i]!.d!.match(/-?[\d.]+/g)!.map(Number);
    const rows = shareOf(level);
    const highs = [...new Set(rows.map((row) => Number(row["high"])))].sort((a, b) => a - b);
    const bottom = numbers[1]!; // every line begins at 0
    const ys = new Set<number>([bottom]);
    for (const [, x, y] of lines[i]!.d!.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) if (x !== undefined) ys.add(Number(y));
    for (const [, y] of lines[i]!.d!.matchAll(/V(-?[\d.]+)/g)) ys.add(Number(y));
    const sorted = [...ys].sort((a, b) => b - a);
    expect(sorted).toHaveLength(highs.length);
    expect(offLine(highs.map((high, at) => [high, sorted[at]!]))).toBeLessThan(PIXEL);
  }
});

test("the table has the day of every step, both bounds, and unrounded shares", () => {
  const lifted = howLong(one, [lasting("a", [["lifted", 100, 50]]), lasting("b", [["lifted", 400]])], {
    ended: "lifted"
  });
  expect(incidenceChart(lifted).table.rows).toEqual([
    {level: "all", years: 0, low: 0, high: 0},
    {level: "all", years: 100 / 365.25, low: 0, high: 50},
    {level: "all", years: 150 / 365.25, low: 50, high: 50},
    {level: "all", years: 400 / 365.25, low: 100, high: 100}
  ]);
});

test("the description says when half have ended, or that half never do", () => {
  const {description} = chart;
  for (const {level, median} of study.durations) {
    expect(description).toContain(
      Number.isNaN(median.low) ? `${level}: half not reached` : `${level}: half after ${median.low.toFixed(1)} years`
    );
  }
});

test("a window in which nothing ended, or without spells, is drawn as no data", () => {
  for (const days of [5, 90]) {
    const empty = incidenceChart(
      howLong(one, [lasting("a", [["lifted", 100]], {}, 10)], {ended: "lifted", until: addDays(START, days)})
    );
    expect(empty).toMatchObject({empty: true, table: {rows: []}});
    expect(renderSvg(empty)).toContain(chartWords.noData);
  }
});
