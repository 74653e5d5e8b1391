import {expect, test} from "vitest";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {chartWords} from "../../../src/charts/chartWords.ts";
import {specificationChart} from "../../../src/charts/specificationChart.ts";
import {type Contrast, specificationCurve, specifications} from "../../../src/studies/specificationCurve.ts";
import {drawn, lives, offLine, record} from "./sample.ts";

const PIXEL = 0.02; // both ends of a mark are rounded to a hundredth of a px
const contrast: Contrast = {factor: "channel", level: "financial"};
const results = specificationCurve(record, lives, contrast);
const chart = specificationChart({results, contrast});
const CHOICES = 5;

test("the same results give the same bytes, and every number drawn is a number", () => {
  for (const width of [1000, 720, 345]) {
    const svg = renderSvg(specificationChart({results, contrast}, {width}));
    expect(renderSvg(specificationChart({results, contrast}, {width}))).toBe(svg);
    expect(svg.match(/<[^>]+>/g)!.join("")).not.toMatch(/NaN|undefined|Infinity|null|\d\.\d{3,}/);
  }
});

const estimated = results.filter(({ratio}) => !Number.isNaN(ratio));
/** Dots of the curve have an outline in the colour of the line; the dots below, one a choice, have none. */
const dots = drawn(chart, "circle").filter(({cx}) => Number(cx) !== 11);
const ratios = dots.filter(({stroke}) => stroke?.includes("--chart-line"));
const marks = dots.filter(({stroke}) => !stroke?.includes("--chart-line"));

test("a dot for every ratio at its logarithm, from left to right", () => {
  expect(ratios).toHaveLength(estimated.length);
  const xs = ratios.map(({cx}) => Number(cx));
  expect(xs).toEqual([...xs].sort((a, b) => a - b));
  const inside = estimated.map(({ratio}, i) => [Math.log2(ratio), Number(ratios[i]!.cy)] as const);
  expect(offLine(inside)).toBeLessThan(PIXEL);
});

test("a dot is hollow where the interval holds 1", () => {
  for (const [
    i,
    {
      interval: [low, high]
    }
  ] of estimated.entries()) {
    expect(ratios[i]!.fill).toContain(low > 1 || high < 1 ? "--chart-line" : "--chart-paper");
  }
});

test("below every ratio stands one mark for each choice that made it", () => {
  expect(marks).toHaveLength(CHOICES * estimated.length);
  const rows = [...new Set(marks.map(({cy}) => Number(cy)))].sort((a, b) => a - b);
  expect(rows).toHaveLength(5 + 2 + 2 + 2 + 2);
  const endings = ["lifted", "first-easing", "any-relief", "lifted-or-expired", "revoked"];
  for (const [i, {ended, unit, origin, dates, strata}] of estimated.entries()) {
    const own = marks.filter(({cx}) => cx === ratios[i]!.cx).map(({cy}) => rows.indexOf(Number(cy)));
    expect(own.sort((a, b) => a - b)).toEqual([
      endings.indexOf(ended),
      5 + Number(unit === "package"),
      7 + Number(origin === "threat"),
      9 + Number(dates === "high"),
      11 + Number(strata === "era")
    ]);
  }
});

test("the table has every definition, with its note and unrounded figures", () => {
  const {columns, rows} = chart.table;
  expect(rows).toHaveLength(specifications.length);
  for (const [i, row] of rows.entries()) {
    const {ratio, interval, p, n, events, note} = results[i]!;
    expect(Object.keys(row).sort()).toEqual(columns.map(({key}) => key).sort());
    const cell = (value: number) => (Number.isNaN(value) ? null : value);
    const figures = {n, events, ratio: cell(ratio), low: cell(interval[0]), high: cell(interval[1]), p: cell(p), note};
    expect(row).toMatchObject(figures);
  }
});

test("the description counts what the figures say", () => {
  const above = estimated.filter(({ratio}) => ratio > 1).length;
  const clear = estimated.filter(({interval: [low, high]}) => low > 1 || high < 1).length;
  expect(chart.description).toContain(
    `under ${estimated.length} definitions: ${estimated[0]!.ratio.toFixed(2)} to ${estimated.at(-1)!.ratio.toFixed(2)}; above 1 in ${above}, with an interval that leaves out 1 in ${clear}`
  );
});

test("an interval beyond the scale is cut at its end, and stays a number", () => {
  const wild = estimated.map((result) => ({...result, ratio: 40, interval: [0, Infinity] as const}));
  const svg = renderSvg(specificationChart({results: wild, contrast}));
  expect(svg.match(/<[^>]+>/g)!.join("")).not.toMatch(/NaN|Infinity/);
});

test("without any estimate there is no data", () => {
  const none = results.map((result) => ({...result, ratio: Number.NaN}));
  const empty = specificationChart({results: none, contrast});
  expect(empty.empty).toBe(true);
  expect(renderSvg(empty)).toContain(chartWords.noData);
});
