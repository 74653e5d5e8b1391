import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {chartWords} from "../../../src/charts/chartWords.ts";
import {chartWordsRu} from "../../../src/charts/chartWordsRu.ts";
import {chartWordsZh} from "../../../src/charts/chartWordsZh.ts";
import type {Words} from "../../../src/web/words/words.ts";

const web = fileURLToPath(new URL("../../../src/web", import.meta.url));

/** Every table of words below src/web, by its file. */
const tables: (readonly [file: string, table: Words<string>])[] = [];
for (const file of readdirSync(web, {recursive: true, encoding: "utf8"}).sort()) {
  if (!file.endsWith(".ts") || !/\bwords\(\{/.test(readFileSync(join(web, file), "utf8"))) continue;
  for (const value of Object.values<unknown>(await import(join(web, file)))) {
    if (typeof value === "object" && value !== null && "zh" in value) tables.push([file, value as Words<string>]);
  }
}
tables.push(["charts", {en: chartWords, ru: chartWordsRu, zh: chartWordsZh}]);

const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
const same = /^(Thaw|SVG|PNG|CSV|n = \{n\}|\{.*\}|[\s\S]{0,1})$/; // words that are the same everywhere

test("there are tables of words", () => {
  expect(tables.length).toBeGreaterThan(3);
});

describe.each(tables)("%s", (_, table) => {
  test("the three languages have the same words", () => {
    expect(Object.keys(table.ru).sort()).toEqual(Object.keys(table.en).sort());
    expect(Object.keys(table.zh).sort()).toEqual(Object.keys(table.en).sort());
  });

  test("each word has the same blanks and is written in its own script", () => {
    for (const [key, english] of Object.entries(table.en)) {
      const [russian, chinese] = [table.ru[key]!, table.zh[key]!];
      expect({key, blanks: [...new Set(blanks(russian))]}).toEqual({key, blanks: [...new Set(blanks(english))]});
      expect({key, blanks: [...new Set(blanks(chinese))]}).toEqual({key, blanks: [...new Set(blanks(english))]});
      if (same.test(english) || !/[a-z]{2}/.test(english.replace(/\{\w+\}/g, ""))) continue;
      expect(english, key).not.toMatch(/\p{Script=Cyrillic}|\p{Script=Han}/u);
      expect(russian, key).toMatch(/\p{Script=Cyrillic}/u);
      expect(chinese, key).toMatch(/\p{Script=Han}/u);
    }
  });
});
