import {expect, test} from "vitest";
import {buildBrief} from "../../../src/brief/build.ts";
import {textsOf} from "../../../src/brief/document.ts";
import {wordedIn} from "../../../src/brief/worded.ts";
import {parseDay} from "../../../src/time/day.ts";
import {blocksOf, usChina} from "./cases.ts";

const RUSSIAN = /\p{Script=Cyrillic}{2}/u;

test.each(["calendar-rules", "findings"])(
  "the Russian table %s says nothing in English but ids and citations",
  (id) => {
    const brief = buildBrief(usChina, {on: parseDay("2025-12-31"), language: "ru"});
    const found = blocksOf(brief).find((block) => "id" in block && block.id === id);
    if (found === undefined) throw new Error(`the brief has no ${id}`);
    const isId = (text: string) => usChina.measures.some((measure) => measure.id === text);
    const texts = textsOf(found)
      .flat()
      .flatMap((piece) => (typeof piece === "string" ? [piece] : "minor" in piece ? [piece.minor] : []))
      .filter((text) => typeof text !== "string" || (/\p{L}/u.test(text) && !isId(text)));
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).toMatch(RUSSIAN);
  }
);

test("a text without a wording is told in English", () => {
  const {review, finding} = wordedIn({...usChina, wordings: {}}, "ru");
  expect([review("A look"), finding("A law says so")]).toEqual(["A look", "A law says so"]);
});
