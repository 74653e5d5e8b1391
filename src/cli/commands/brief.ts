import {writeFileSync} from "node:fs";
import {resolve} from "node:path";
import type {Brief} from "../../brief/document.ts";
import type {Case} from "../../casebook/case.ts";
import type {Language} from "../../time/dateWords.ts";
import {type Day, formatDay} from "../../time/day.ts";
import {atPath} from "../atPath.ts";
import {type CommandSpec, text} from "../command.ts";
import type {Effects} from "../effects.ts";
import {dayAsked, openRecord} from "../openRecord.ts";
import {bold, dim, paragraph} from "../style.ts";

const formats = ["html", "md", "json"] as const;
const languages: readonly Language[] = ["en", "ru"];

/** How each format is written; drawing charts is loaded when a brief is asked for. */
const write: Readonly<Record<(typeof formats)[number], (brief: Brief, one: Case, on: Day) => Promise<string>>> = {
  html: async (brief) => (await import("../../brief/html.ts")).briefHtml(brief),
  md: async (brief) => (await import("../../brief/markdown.ts")).briefMarkdown(brief),
  json: async (brief, one, on) => (await import("../../brief/json.ts")).briefJson(brief, one, on)
};

export const briefCommand: CommandSpec = {
  name: "brief",
  summary: "write a sourced brief on a case as one self-contained file",
  about:
    "Writes a brief: what is in force, how it came about, every easing with its motives, how long relief lasted, trade, the calendar ahead, claims, method and sources. --short has two pages: figures, the pendulum, counts by channel, the last twelve months, the days ahead and caveats, with notes. One file, readable on a phone, in the dark and on A4, that loads nothing. A summary goes to the terminal. The same case, day and language give the same bytes.",
  args: [{name: "<case>", about: "a bundled case, or a folder with a case.yaml"}],
  options: [
    {flags: "--short", about: "about two A4 pages"},
    {flags: "--on <day>", about: "YYYY-MM-DD or today; the last day that the record covers when left out"},
    {flags: "--lang <language>", about: "language of the brief", choices: languages, default: "en"},
    {flags: "--format <format>", about: "what to write", choices: formats, default: "html"},
    {flags: "--draws <n>", about: "draws behind the prices; 0 leaves the prices out", default: "60"},
    {flags: "--out <file>", about: "where to; - is stdout; a name in this folder when left out"}
  ],
  examples: [
    "thaw brief us-china",
    "thaw brief us-china --short",
    "thaw brief us-china --on 2018-12-31 --lang ru",
    "thaw brief us-china --format md --out -"
  ],
  async run({args: [name = ""], options}, effects) {
    const record = openRecord(name, effects);
    const {one} = record;
    const on = dayAsked(text(options["on"]), "--on", record, effects);
    const form = options["short"] === true ? "short" : "full";
    const language = text(options["lang"]) === "ru" ? "ru" : "en";
    const format = text(options["format"]) ?? "html";
    const {buildBrief} = await import("../../brief/build.ts");
    const draws = text(options["draws"]) ?? "0";
    const price = draws === "0" ? null : await (await import("../briefPrice.ts")).briefPrice(name, on, draws, effects);
    const brief = buildBrief(one, {on, language, form, price});
    const written = await write[format as (typeof formats)[number]](brief, one, on);
    const out = text(options["out"]);
    if (out === "-") {
      effects.out(written.trimEnd());
      return;
    }
    const suffix = `${form === "short" ? "-short" : ""}${language === "en" ? "" : `-${language}`}`;
    const path = resolve(effects.cwd, out ?? `thaw-brief-${one.id}-${formatDay(on)}${suffix}.${format}`);
    await atPath(path, () => writeFileSync(path, written));
    summary(brief, effects);
    effects.out("");
    effects.out(`wrote ${path} (${Math.ceil(Buffer.byteLength(written) / 1024)} kB)`);
  }
};

/** What a person would forward: the figures with their rules, and the leading sentences. */
function summary({title, figures, lead, disclaimer}: Brief, effects: Effects): void {
  effects.out(bold(title, effects));
  effects.out("");
  const widest = Math.max(...figures.map(({value}) => value.length));
  for (const {value, label, rule} of figures) {
    const line = `${value.padStart(widest)}  ${label}`;
    effects.out(effects.width !== null && line.length + rule.length + 3 > effects.width ? line : `${line} (${rule})`);
  }
  for (const sentences of lead) {
    effects.out("");
    effects.out(paragraph(sentences.filter((piece) => typeof piece === "string").join(""), effects.width));
  }
  effects.out("");
  effects.out(dim(paragraph(disclaimer, effects.width), effects));
}
