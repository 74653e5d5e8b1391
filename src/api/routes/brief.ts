import {z} from "zod";
import {briefPriceOf, briefTask} from "../../answers/briefPrice.ts";
import {caseScenario} from "../../answers/caseScenario.ts";
import {priceAsked, priced} from "../../answers/price.ts";
import type {OpenRecord} from "../../answers/record.ts";
import {briefCss} from "../../brief/briefCss.ts";
import {buildBrief} from "../../brief/build.ts";
import type {Brief} from "../../brief/document.ts";
import {briefHtml} from "../../brief/html.ts";
import {briefJson} from "../../brief/json.ts";
import {briefMarkdown} from "../../brief/markdown.ts";
import type {BriefPrice} from "../../brief/sections/price.ts";
import {DEFAULT_BASELINE} from "../../casebook/scenario.ts";
import {type Day, formatDay, yearOf} from "../../time/day.ts";
import {choice, day, whole} from "../parameters.ts";
import {pagePolicy} from "../policy.ts";
import {type FileAnswer, oneRoute} from "../route.ts";
import type {Studio} from "../studio.ts";

/** Draws behind the prices of one brief. */
const MOST_DRAWS = 60;

/** A brief on a case. */
export const brief = oneRoute({
  name: "brief",
  path: "/cases/{case}/brief",
  summary: "a sourced brief as one document",
  about:
    "What is in force, how it came about, every easing with its motives, how long relief lasted, trade, the calendar ahead, claims, method and sources. short has about two pages. As HTML it is one file that loads nothing and runs no script. Prices stand in it where draws are asked for, on days from the baseline's own year on.",
  query: z.object({
    on: day("the day that it is written for (the last that the record covers when left out)", "1992-06-30").optional(),
    lang: choice(["en", "ru"], "language").default("en"),
    form: choice(["full", "short"], "all there is, or about two pages").default("full"),
    format: choice(["html", "md", "json"], "what is written").default("html"),
    draws: whole(0, MOST_DRAWS, "draws behind the prices; 0 leaves the prices out").default(0)
  }),
  examples: ["", "on=1992-06-30&lang=ru&format=md", "form=short&format=json", "form=short&draws=2&format=md"],
  files: {
    "text/html": "the brief as a page, with format=html",
    "text/markdown": "with format=md",
    "application/json": "the brief as data, with format=json"
  },
  isHeavy: true,
  body: z.object({}),
  restsOn: ({query: {draws}}, studio) => (draws === 0 ? "" : studio.baseline(DEFAULT_BASELINE).checksum),
  run({record, query: {on: asked, lang, form, format, draws}}, studio): FileAnswer {
    const {one} = record;
    const on = asked ?? one.coverage.to;
    const price = draws === 0 ? null : briefPrice(record, on, draws, studio);
    const built = buildBrief(one, {on, language: lang, form, price});
    const name = `thaw-brief-${one.id}-${formatDay(on)}.${format}`;
    return {kind: "file", name, ...written[format](built, one, on)};
  }
});

const written: Readonly<
  Record<"html" | "md" | "json", (brief: Brief, one: OpenRecord["one"], on: Day) => Omit<FileAnswer, "kind" | "name">>
> = {
  html: (built) => ({
    media: "text/html",
    content: briefHtml(built),
    headers: {"content-security-policy": pagePolicy([briefCss()], {hasStyleAttributes: true})}
  }),
  md: (built) => ({media: "text/markdown", content: briefMarkdown(built)}),
  json: (built, one, on) => ({media: "application/json", content: briefJson(built, one, on)})
};

/** The ladder for a brief; null on days before the baseline's own year, whose economy says nothing of them. */
function briefPrice(record: OpenRecord, on: Day, draws: number, studio: Studio): BriefPrice | null {
  const baseline = studio.baseline(DEFAULT_BASELINE);
  if (yearOf(on) < baseline.economy.year) return null;
  const scenario = caseScenario(record, baseline, {day: on, draws});
  const ladder = priceAsked(scenario, record, baseline, "ladder");
  const asked = {...ladder, task: briefTask(ladder.task)};
  return briefPriceOf(asked, priced(asked));
}
