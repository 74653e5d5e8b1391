import {expect, test} from "vitest";
import {breakCase, minimalCase, problemsOf} from "../minimalCase.ts";

test.each([
  ["an empty file", ""],
  ["white space", "  \n\n"],
  ["a comment alone", "# nothing\n"],
  ["null bytes", "\0\0\0\0"],
  ["binary junk", Buffer.from(Array.from({length: 500}, (_, i) => (i * 137 + 11) % 256)).toString("utf8")],
  ["a picture's first bytes", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
  ["two documents", "a: 1\n---\nb: 2\n"],
  ["an alias to nothing", "title: *nothing\n"],
  ["a list inside itself", "title: &a [*a]\n"],
  ["fields inside themselves", "&a\ntitle: *a\n"],
  ["a key that is a list", "? [a, b]\n: c\n"],
  ["brackets without end", "[".repeat(20_000)],
  ["fields 3,000 deep", `${"{a: ".repeat(3000)}1${"}".repeat(3000)}`],
  ["a tag", "title: !!binary aGVsbG8=\n"],
  ["an old YAML", "%YAML 1.1\n---\ntitle: 2001-01-01\n"],
  ["a prototype", "__proto__: {id: ban}\nconstructor: 1\n"]
])("%s is a problem of its file, never an exception, in every file of a case", (_, text) => {
  for (const file of minimalCase().keys()) {
    const files = minimalCase().set(file, text);
    const problems = problemsOf(files);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.file).toBe(file);
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.column).toBeGreaterThanOrEqual(1);
      expect(problem.message).not.toMatch(/parseAllDocuments|call stack|at Object|undefined|\[object/);
    }
  }
});

test("a quantity inside itself is a problem, not an endless claim", () => {
  const {files} = breakCase(
    "claims.yaml",
    "value: {kind: day, pick: first, events: {measures: [ban], verbs: [lifted]}}",
    "value: &q {kind: sum, of: [*q]}"
  );
  expect(problemsOf(files).length).toBeGreaterThan(0);
});
