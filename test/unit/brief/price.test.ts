import {beforeAll, expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import {type Section, textsOf} from "../../../src/brief/document.ts";
import {briefHtml} from "../../../src/brief/html.ts";
import {briefMarkdown} from "../../../src/brief/markdown.ts";
import type {BriefPrice} from "../../../src/brief/sections/price.ts";
import {briefPrice} from "../../../src/cli/briefPrice.ts";
import type {Effects} from "../../../src/cli/effects.ts";
import {parseDay} from "../../../src/time/day.ts";
import {usChina} from "./cases.ts";

const notes: string[] = [];
const effects: Effects = {
  ...{out: () => {}, write: () => {}, status: () => {}, onInterrupt: () => () => {}, width: null, color: false},
  ...{note: (text) => notes.push(text), cwd: process.cwd(), now: () => new Date(0)}
};
const DAY = parseDay("2025-12-31");
let price: BriefPrice;

beforeAll(async () => {
  price = (await briefPrice("us-china", DAY, "4", effects))!;
});

const sectionIn = (language: "en" | "ru"): Section =>
  buildBrief(usChina, {language, price}).sections.find(({id}) => id === "what-it-costs")!;
const words = ({blocks}: Section): string =>
  blocks
    .flatMap(textsOf)
    .map((text) => text.join(""))
    .join("\n");

test("without a price there is no section and no sentence on prices", () => {
  const {sections, lead} = buildBrief(usChina);
  expect(sections.map(({id}) => id)).not.toContain("what-it-costs");
  expect(buildBrief(usChina, {price}).lead).toHaveLength(lead.length + 1);
});

test("the section tells each told step with its figures and bands, the money and what is not counted", () => {
  const text = words(sectionIn("en"));
  for (const id of ["lift-all", "tariff-60", "chips-all", "embargo"]) {
    const row = price.study.rows.find(({step}) => step.id === id)!;
    const {change, band} = row.groups[0]!;
    const digits = Math.abs(100 * change) >= 0.095 ? 2 : Math.abs(100 * change) >= 0.0095 ? 3 : 4;
    const shown = (share: number) => `${share < 0 ? "−" : "+"}${Math.abs(100 * share).toFixed(digits)}`;
    expect(text).toContain(`United States ${shown(change)}\u00a0% (${shown(band!.low)} to ${shown(band!.high)})`);
  }
  const lifted = price.study.rows.find(({step}) => step.id === "lift-all")!.groups[0]!;
  expect(text).toContain(`lifting everything +${(lifted.millionUsd / 1000).toFixed(1)} (United States)`);
  const {priced, unknown, outside, idle} = price.counted;
  expect(text).toContain(
    `Of ${priced + unknown + outside + idle} measures that are live on the day, ${priced} have a price`
  );
  expect(text).toContain("95\u00a0% of 4 draws");
  expect(text).not.toMatch(/\{\w+\}/);
});

test("in Russian steps, parties and measures have Russian names", () => {
  const text = words(sectionIn("ru"));
  expect(text).toContain("Снять всё: США +0,");
  expect(text).not.toMatch(/\{\w+\}|United States|Lift/);
});

test("both charts have their table, and the page has no unfilled place", () => {
  for (const language of ["en", "ru"] as const) {
    const charts = sectionIn(language).blocks.flatMap((block) =>
      block.kind === "chart" ? [block.wide, block.narrow] : []
    );
    expect(charts.map(({id}) => id)).toEqual(
      Array(2).fill("what-it-costs").concat(Array(2).fill("sender-against-target"))
    );
    for (const {table, caption, title, description} of charts) {
      expect(table.rows).toHaveLength(price.study.rows.length);
      expect(`${caption}${title}${description}`).not.toMatch(/\{\w+\}/);
    }
    const brief = buildBrief(usChina, {language, price});
    expect(briefHtml(brief)).toContain('id="what-it-costs"');
    expect(briefMarkdown(brief)).toContain(
      language === "en" ? "## What the next step would cost" : "## Чего стоил бы следующий шаг"
    );
  }
});

test("days before the baseline's year are not priced, and a case without a place in it says why", async () => {
  expect(await briefPrice("us-china", parseDay("2013-12-31"), "4", effects)).toBeNull();
  expect(notes).toEqual([]);
});
