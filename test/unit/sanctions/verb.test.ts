import {expect, test} from "vitest";
import {
  isEasing,
  isEnding,
  isPartialRelief,
  isPressure,
  isRelief,
  verbRank,
  verbs,
  verbWord
} from "../../../src/sanctions/verb.ts";

test("there are twelve verbs, each with its own rank and word", () => {
  expect(verbs).toHaveLength(12);
  expect(verbs.map((verb) => verbRank[verb])).toEqual(verbs.map((_, i) => i));
  expect(new Set(verbs.map(verbWord)).size).toBe(12);
});

test("within a day a bar comes before its relief, and relief before an end", () => {
  const [imposed, waived, lifted] = [verbRank.imposed, verbRank.waived, verbRank.lifted];
  expect(imposed).toBeLessThan(waived);
  expect(waived).toBeLessThan(lifted);
});

test("no verb is both pressure and easing, and partial relief is relief that ends nothing", () => {
  expect(verbs.filter((verb) => isPressure(verb) && isEasing(verb))).toEqual([]);
  expect(verbs.filter((verb) => isPartialRelief(verb) && (!isRelief(verb) || isEnding(verb)))).toEqual([]);
  expect(verbs.filter((verb) => isRelief(verb) && !isEasing(verb))).toEqual([]);
});

test("what an easing, an ending and pressure are", () => {
  expect(verbs.filter(isRelief)).toEqual(["eased", "waived", "suspended", "lifted"]);
  expect(verbs.filter(isEasing)).toEqual(["eased", "waived", "suspended", "annulled", "lifted", "expired"]);
  expect(verbs.filter(isEnding)).toEqual(["superseded", "annulled", "lifted", "expired"]);
  expect(verbs.filter(isPressure)).toEqual(["imposed", "reimposed", "tightened"]);
});
