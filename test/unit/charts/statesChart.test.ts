import {expect, test} from "vitest";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {statesChart} from "../../../src/charts/statesChart.ts";
import {stateShares} from "../../../src/studies/stateShares.ts";
import {measureStates} from "../../../src/studies/stateSpells.ts";
import {drawn, lives, offLine, record} from "./sample.ts";

const PIXEL = 0.02; // both ends of a mark are rounded to a hundredth of a px
const study = stateShares(record, lives)!;
const chart = statesChart(study);

test("the same study gives the same bytes, and every number drawn is a number", () => {
  for (const width of [1000, 720, 345]) {
    const svg = renderSvg(statesChart(study, {width}));
    expect(renderSvg(statesChart(study, {width}))).toBe(svg);
    expect(svg.match(/<[^>]+>/g)!.join("")).not.toMatch(/NaN|undefined|Infinity|null|\d\.\d{3,}/);
  }
});

test("the table has every day of the curve, and its shares add up to 100", () => {
  expect(chart.table.rows).toHaveLength(study.curve.days.length);
  for (const row of chart.table.rows) {
    expect(Object.keys(row).sort()).toEqual(chart.table.columns.map(({key}) => key).sort());
    expect(measureStates.reduce((sum, state) => sum + Number(row[state]), 0)).toBeCloseTo(100, 9);
  }
});

test("the upper edge of each area is, on every day, the sum of the shares up to it", () => {
  const areas = drawn(chart, "path").filter(({d}) => d?.endsWith("Z"));
  expect(areas).toHaveLength(measureStates.length);
  const {rows} = chart.table;
  const points = measureStates.flatMap((_, s) => {
    const ys = areas[s]!.d!.match(/,-?[\d.]+/g)!.map((y) => Number(y.slice(1)));
    return rows.map((row, i) => {
      const sum = measureStates.slice(0, s + 1).reduce((total, state) => total + Number(row[state]), 0);
      return [sum, ys[2 * i]!] as const; // a step is drawn with two points a day after the first
    });
  });
  expect(offLine(points)).toBeLessThan(PIXEL);
});
