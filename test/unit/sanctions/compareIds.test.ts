import {expect, test} from "vitest";
import {compareIds, compareText} from "../../../src/sanctions/compareIds.ts";

test("texts come by code unit, where a locale would put é before z and a before Z", () => {
  expect(["é", "z", "a", "Z", "10", "9"].sort(compareText)).toEqual(["10", "9", "Z", "a", "z", "é"]);
});

test("two of one id are equal, so that what else orders them may decide", () => {
  expect(compareIds({id: "a"}, {id: "a"})).toBe(0);
});
