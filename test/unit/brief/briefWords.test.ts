import {expect, test} from "vitest";
import {type BriefWord, briefWords, sayIn} from "../../../src/brief/briefWords.ts";

const all = Object.entries(briefWords) as readonly (readonly [BriefWord, readonly [string, string]])[];
const blanks = (text: string) => new Set([...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank));

test.each(all)("%s is written in both languages with the same blanks", (_, [english, russian]) => {
  expect(english).toMatch(/\p{L}/u);
  expect(english).not.toMatch(/\p{Script=Cyrillic}/u);
  expect(russian).toMatch(/\p{Script=Cyrillic}/u);
  expect(blanks(russian)).toEqual(blanks(english));
});

test("a value that is not given leaves its blank to be seen, and a value is not read for blanks", () => {
  expect(sayIn("en")("path.more", {types: "{n}", n: 2})).toBe("{n} and 2 more");
  expect(sayIn("en")("path.more", {n: 2})).toBe("{types} and 2 more");
});
