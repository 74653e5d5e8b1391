import {expect, test} from "vitest";
import {suggest} from "../../../src/casebook/suggest.ts";

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

test("short codes are near only what differs in one letter, and codes of two letters are near nothing", () => {
  expect(suggest("UK", ["US", "CN"])).toBeUndefined();
  expect(suggest("us", ["US", "CN"])).toBe("US");
  expect(suggest("CNN", ["US", "CN"])).toBe("CN");
  expect(suggest("LWA", ["GAO", "LAW"])).toBe("LAW");
  expect(suggest("GAOS", ["KAN98", "LAW"])).toBeUndefined();
});

test("the beginning of one word finds it, of two neither", () => {
  expect(suggest("lift", ["imposed", "lifted"])).toBe("lifted");
  expect(suggest("tian", ["tiananmen-opic", "tiananmen-tda"])).toBeUndefined();
});
