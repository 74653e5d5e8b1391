import {expect, test} from "vitest";
import {isLive, isOpen, standings, standingWord, stateOf} from "../../../src/sanctions/standing.ts";

test("eleven standings fall into five states", () => {
  expect(Object.fromEntries(Map.groupBy(standings, stateOf))).toEqual({
    notYet: ["notYet"],
    threatened: ["threatened"],
    inForce: ["inForce", "eased"],
    suspended: ["waived", "suspended"],
    ended: ["lifted", "expired", "annulled", "superseded", "withdrawn"]
  });
});

test("a waived measure is open, a threat is live and not open, an ended one neither", () => {
  expect(standings.filter(isOpen)).toEqual(["inForce", "eased", "waived", "suspended"]);
  expect(standings.filter(isLive)).toEqual(["threatened", "inForce", "eased", "waived", "suspended"]);
});

test("every standing has a word of its own", () => expect(new Set(standings.map(standingWord)).size).toBe(11));
