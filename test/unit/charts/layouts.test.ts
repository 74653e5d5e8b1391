import {expect, test} from "vitest";
import {yearPoint} from "../../../src/charts/chart.ts";
import {xAt} from "../../../src/charts/eras.ts";
import {lifeLine} from "../../../src/charts/lifeLine.ts";
import {pendulumChart} from "../../../src/charts/pendulumChart.ts";
import {pendulumYears} from "../../../src/charts/pendulumYears.ts";
import {tradeChart} from "../../../src/charts/tradeChart.ts";
import {drawn, full, lives, record} from "./sample.ts";

const PIXEL = 0.02; // both ends of a mark are rounded to a hundredth of a px

const {from, to} = record.coverage;
const input = {lives, eras: record.eras, from, to};

test.each([
  ["in rows", {width: 1000}],
  ["on a phone", {width: 345}],
  ["in a room", {width: 1000, room: 620, marksSteps: true}]
] as const)("%s, the layout of a life line says where its strands are drawn", (_, options) => {
  const chart = lifeLine(input, options);
  const {lines, time, top, bottom} = chart.layout!;
  const strokes = drawn(chart, "line").filter(
    ({x1, x2, stroke}) => x1 !== x2 && stroke?.startsWith("var(--chart-") && !stroke.includes("grid")
  );
  const ys = [...new Set(strokes.map(({y1, y2}) => Number(y1 ?? y2)))];
  expect(lines.filter(({y}) => !ys.some((one) => Math.abs(one - y) < PIXEL))).toEqual([]);
  for (const {y, x1, x2, segments} of lines) {
    expect(y > top && y < bottom).toBe(true);
    expect(x1).toBeCloseTo(xAt(time, yearPoint(segments[0]!.from)), 6);
    expect(x2 <= time.right + PIXEL).toBe(true);
  }
});

test("a life line keeps within its room down to where strands can be told apart, and then grows", () => {
  const heightIn = (room: number) => Number(lifeLine(input, {width: 1000, room}).plot.height);
  for (const room of [700, 900, 1100]) expect(heightIn(room)).toBeLessThanOrEqual(room);
  expect(heightIn(300)).toBeGreaterThan(300);
  expect(heightIn(300)).toBe(heightIn(100));
});

test("strands in a room do not touch, and groups stand apart", () => {
  const {lines, pitch} = lifeLine(input, {width: 1000, room: 640}).layout!;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (next === undefined) continue;
    expect(next.y - line.y).toBeGreaterThan(pitch - PIXEL);
    if (next.channel !== line.channel) expect(next.y - line.y).toBeGreaterThan(pitch + 5);
  }
});

test("a mark is drawn for every step of a strand within the days", () => {
  const chart = lifeLine(input, {width: 1000, room: 640, marksSteps: true});
  const inside = chart.layout!.lines.flatMap(({life}) =>
    life.steps.filter(({when: {earliest, latest, nominal}}) => {
      const day = Math.min(Math.max(nominal, earliest), latest);
      return day >= from && day <= to;
    })
  );
  const marks = drawn(chart, "circle").length + drawn(chart, "line[stroke-opacity='0.9']").length;
  expect(marks).toBe(inside.length + 2); // two in the key
});

test("the panels of the trade chart say where each figure is drawn", () => {
  const chart = tradeChart({series: record.trade, parties: record.parties}, {width: 1000});
  const dots = drawn(chart, "circle").map(({cx, cy}) => [Number(cx), Number(cy)] as const);
  expect(dots.length).toBeGreaterThan(0);
  const places = chart.panels.flatMap(({flow, time, yOf}) =>
    flow.columns.flatMap(({values}) =>
      values.flatMap((value, i) =>
        value === null || value <= 0 ? [] : [[xAt(time, record.trade!.years[i]!), yOf(value)] as const]
      )
    )
  );
  const far = dots.filter(([x, y]) => !places.some(([px, py]) => Math.abs(px - x) < PIXEL && Math.abs(py - y) < PIXEL));
  expect(far).toEqual([]);
});

test("the pendulum is the same from points that were worked out before", () => {
  const years = {lives, from: 1949, to: 2025};
  const band = {draws: 50, seed: 1};
  const before = pendulumChart({...years, eras: full.eras, points: pendulumYears(years, band), band}, {width: 800});
  const now = pendulumChart({...years, eras: full.eras, band}, {width: 800});
  expect(drawn(before, "path")).toEqual(drawn(now, "path"));
  const {yOf, bottom} = now.layout!;
  expect(yOf(0)).toBe(bottom);
});
