import {expect, test} from "vitest";
import {formatProblem, type Problem, sortProblems} from "../../../src/casebook/problem.ts";

const at = (file: string, line: number, column: number, message = "wrong"): Problem => ({
  file,
  line,
  column,
  code: "x/y",
  message
});

test("a problem is written so that an editor can jump to it", () => {
  expect(formatProblem(at("measures/ban.yaml", 3, 7))).toBe("measures/ban.yaml:3:7  wrong");
});

test("problems come by file, line, column and message, and the list given is left alone", () => {
  const list = [at("b", 1, 1), at("a", 10, 1), at("a", 9, 2, "b"), at("a", 9, 2, "a"), at("a", 9, 1)];
  expect(sortProblems(list).map(formatProblem)).toEqual([
    "a:9:1  wrong",
    "a:9:2  a",
    "a:9:2  b",
    "a:10:1  wrong",
    "b:1:1  wrong"
  ]);
  expect(list[0]!.file).toBe("b");
});
