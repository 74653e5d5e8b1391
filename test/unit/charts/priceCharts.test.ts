import {expect, test} from "vitest";
import {renderSvg} from "../../../src/brief/renderSvg.ts";
import {pairChart} from "../../../src/charts/pairChart.ts";
import {priceBarsChart, roundStep} from "../../../src/charts/priceBarsChart.ts";
import {triangular} from "../../../src/numeric/uncertain.ts";
import {pricer} from "../../../src/studies/price/pricer.ts";
import {whatItCosts} from "../../../src/studies/whatItCosts.ts";
import {economy, line, step, task} from "../studies/price/worlds.ts";
import {drawn, offLine} from "./sample.ts";

const PIXEL = 0.02; // both ends of a mark are rounded to a hundredth of a px
const tariff = line("t", "tariff", ["C1", "C2", "S1"], triangular(0, 0.1, 0.4));
const embargo = [
  line("e", "closed", ["C1", "C2", "S0"], triangular(0.8, 0.9, 1)),
  line("e", "closed", ["C2", "C1", "S0"], triangular(0.8, 0.9, 1))
];
const asked = task(step("now", tariff), [step("lift"), step("embargo", tariff, ...embargo)]);
const solved = pricer(asked, economy);
const groups = [
  {id: "C1", title: "Sender", members: [1]},
  {id: "C2", title: "Target", members: [2]},
  {id: "world", title: "world", members: [0, 1, 2, 3]}
];
const welfareHat = Array.from({length: 8}, (_, number) => solved.draw(number).welfareHat);
const study = whatItCosts(asked, solved, groups, {welfareHat, failed: []});
const plain = whatItCosts(asked, solved, groups);
const bars = {study, groups: ["C1", "C2", "world"], baseline: {name: "test", year: 2000}};
const pair = {study, sender: "C1", target: "C2"};

test.each([
  ["bars", (width: number) => priceBarsChart(bars, {width})],
  ["pair", (width: number) => pairChart(pair, {width})]
])("%s: the same study gives the same bytes, and every number drawn is a number", (_, chart) => {
  for (const width of [1000, 720, 343]) {
    const svg = renderSvg(chart(width));
    expect(renderSvg(chart(width))).toBe(svg);
    expect(svg.match(/<[^>]+>/g)!.join("")).not.toMatch(/NaN|undefined|Infinity|null|\d\.\d{3,}/);
  }
});

test("a bar for each step and group goes from 0 to the change, all on one scale", () => {
  const rects = drawn(priceBarsChart(bars, {width: 343}), "rect").map(
    ({x, width}) => [Number(x), Number(width)] as const
  );
  const changes = bars.groups.flatMap((_, g) => study.rows.map((row) => row.groups[g]!.change));
  expect(rects).toHaveLength(changes.length);
  const ends = rects.map(([x, width], i) => [changes[i]!, changes[i]! < 0 ? x : x + width] as const);
  expect(offLine([...ends, [0, changes[0]! < 0 ? rects[0]![0] + rects[0]![1] : rects[0]![0]]])).toBeLessThan(PIXEL);
});

test("bands are drawn where there are draws, and only there", () => {
  expect(drawn(priceBarsChart(bars), "path, line[stroke-width='2.5']").length).toBeGreaterThan(0);
  expect(priceBarsChart({...bars, study: plain}).caption).not.toContain("draws");
  expect(priceBarsChart(bars).caption).toContain("95 % of 8 draws");
});

test("a dot for each step stands at the square roots of both losses", () => {
  const dots = drawn(pairChart(pair), "circle");
  expect(dots).toHaveLength(study.rows.length);
  const root = (loss: number) => Math.sign(loss) * Math.sqrt(Math.abs(loss));
  const points = study.rows.flatMap(({groups: [a, b]}, i) => [
    [root(-100 * a!.change), Number(dots[i]!.cx) - 46] as const,
    [root(-100 * b!.change), 10 + 460 - Number(dots[i]!.cy)] as const
  ]);
  expect(offLine(points)).toBeLessThan(2 * PIXEL);
});

test.each([
  ["bars", priceBarsChart(bars)],
  ["pair", pairChart(pair)]
])("%s: the table has the figures unrounded, and the description tells them", (_, {table, description}) => {
  expect(table.rows).toHaveLength(study.rows.length);
  for (const [i, row] of table.rows.entries()) {
    expect(Object.keys(row).sort()).toEqual(table.columns.map(({key}) => key).sort());
    const {
      groups: costs,
      step: {title}
    } = study.rows[i]!;
    expect(row["step"]).toBe(title);
    expect(Object.values(row)).toContain(100 * costs[1]!.change);
    expect(Object.values(row)).toContain(100 * costs[0]!.band!.low);
    expect(description).toContain(title);
  }
});

test("without steps there is no data to draw", () => {
  const none = whatItCosts({...asked, steps: []}, pricer({...asked, steps: []}, economy), groups);
  expect(priceBarsChart({...bars, study: none}).empty).toBe(true);
  expect(pairChart({...pair, study: none}).empty).toBe(true);
});

test.each([
  [0.003, 0.005],
  [0.2, 0.2],
  [0.21, 0.5],
  [0.6, 1],
  [7, 10]
])("the round step from %s on is %s", (least, round) => {
  expect(roundStep(least)).toBe(round);
});
