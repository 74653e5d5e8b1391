import {expect, test} from "vitest";
import {suggest} from "../../../src/casebook/explainIssue.ts";

test("the nearest word is suggested when it is near, capitals apart", () => {
  expect(suggest("imposd", ["imposed", "lifted"])).toBe("imposed");
  expect(suggest("Imposed", ["imposed", "lifted"])).toBe("imposed");
  expect(suggest("usa", ["US", "CN"])).toBe("US");
});

test("nothing is suggested when nothing is near", () => {
  expect(suggest("abolished", ["imposed", "lifted"])).toBeUndefined();
  expect(suggest("x", [])).toBeUndefined();
  expect(suggest("", ["a"])).toBeUndefined();
});

test("a word of capitals finds a name of capitals", () => {
  expect(suggest("KAN99", ["RENN97", "KAN98", "GAO"])).toBe("KAN98");
});
