import {describe, expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import type {Brief} from "../../../src/brief/document.ts";
import {briefMarkdown} from "../../../src/brief/markdown.ts";
import {smallCase} from "../exports/smallCase.ts";
import {blocksOf, example, usChina} from "./cases.ts";
import {hostile, hostileCase} from "./hostileCase.ts";

const briefs: readonly (readonly [string, Brief])[] = [
  ["us-china", buildBrief(usChina)],
  ["us-china in Russian", buildBrief(usChina, {language: "ru"})],
  ["the small case", buildBrief(smallCase)],
  ["the example", buildBrief(example)],
  ["hostile text", buildBrief(hostileCase)],
  ["hostile text in Russian", buildBrief(hostileCase, {language: "ru"})]
];

/** What is left of a line for Markdown to read when the escaped characters are out. */
const unescaped = (line: string): string => line.replace(/\\[!-/:-@[-`{-~]/g, "");

describe.each(briefs)("the Markdown of %s", (_, brief) => {
  const markdown = briefMarkdown(brief);
  const lines = markdown.split("\n");

  test("every footnote has one definition, and every definition is referred to, in that order", () => {
    const defined = lines.flatMap((line) => /^\[\^(\d+)\]: \S/.exec(line)?.[1] ?? []);
    const referred = lines
      .filter((line) => !/^\[\^\d+\]: /.test(line))
      .flatMap((line) => [...unescaped(line).matchAll(/\[\^(\w+)\]/g)].map(([, number]) => number!));
    expect(defined).toEqual(brief.notes.map(({number}) => String(number)));
    expect([...new Set(referred)]).toEqual(defined);
  });

  test("every table has as many rows as the brief's, and every row as many cells as its head", () => {
    const tables: number[] = [];
    for (const [i, line] of lines.entries()) {
      if (!/^\|( -+:? \|)+$/.test(line)) continue;
      const cells = (row: string) => unescaped(row).split("|").length;
      expect(lines[i - 2], "a blank line ends the paragraph before").toBe("");
      expect(cells(lines[i - 1]!)).toBe(cells(line));
      let n = 0;
      while (lines[i + 1 + n] !== "") expect(cells(lines[i + 1 + n++]!)).toBe(cells(line));
      tables.push(n);
    }
    expect(tables).toEqual(
      blocksOf(brief).flatMap((block) => {
        if (block.kind === "table") return [block.rows.length];
        return block.kind === "chart" && !block.wide.empty ? [block.wide.table.rows.length] : [];
      })
    );
  });

  test("only the brief itself marks anything up", () => {
    for (const line of lines) {
      const rest = unescaped(line)
        .replace(/^#{1,3} /, "")
        .replace(/^<details><summary>[^<>]*<\/summary>$|^<\/details>$/, "")
        .replace(/<br>|\[\^\d+\]:?|<https?:\/\/[^\s<>]+>/g, "")
        .replace(/^\*[^*]+\*$/, "")
        .replace(/\*\*[^*]+\*\*/g, "");
      expect(rest.replace(/^\|.*\|$/, (row) => row.replaceAll("|", ""))).not.toMatch(/[`*_[\]<>|#~]/);
      expect(line).not.toMatch(/[\r\u2028\u2029\u202a-\u202e]|\\$/);
    }
  });

  test("its headings are the brief's", () => {
    const headings = lines.filter((line) => line.startsWith("## ")).map((line) => line.slice(3));
    expect(headings).toEqual([...brief.sections.map(({title}) => title), brief.labels.notes]);
  });
});

test("hostile text reads as it was written, on one line", () => {
  const title = briefMarkdown(buildBrief(hostileCase)).split("\n")[0]!;
  const read = title.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  expect(read).toContain(hostile.replace(/[\u202a-\u202e]/g, "").replace(/\s*[\r\n]+\s*/g, " "));
});
