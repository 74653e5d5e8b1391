import {expect, test} from "vitest";
import {count, paragraph} from "../../src/cli/style.ts";
import {table} from "../../src/cli/table.ts";
import {textWidth} from "../../src/cli/textWidth.ts";

const columns = [
  {label: "Id", wraps: true},
  {label: "N", align: "right"},
  {label: "What", wraps: true}
] as const;
const rows = [
  ["gsp-denial-1976", "7", "a duty of ten per cent"],
  ["x", "12", "ends"]
];

test("a table as wide as its cells when nobody says how wide the terminal is", () => {
  expect(table(columns, rows, null).split("\n")).toEqual([
    "Id                N  What",
    "───────────────  ──  ──────────────────────",
    "gsp-denial-1976   7  a duty of ten per cent",
    "x                12  ends"
  ]);
});

test("the widest columns that wrap give way, at spaces and after hyphens before a letter", () => {
  expect(table(columns, rows, 28).split("\n")).toEqual([
    "Id            N  What",
    "───────────  ──  ───────────",
    "gsp-          7  a duty of",
    "denial-1976      ten per",
    "                 cent",
    "x            12  ends"
  ]);
});

test("where a word would be cut, each row is a list of labels and values", () => {
  expect(table(columns, rows, 20).split("\n")).toEqual([
    "Id    gsp-",
    "      denial-1976",
    "N     7",
    "What  a duty of ten",
    "      per cent",
    "",
    "Id    x",
    "N     12",
    "What  ends"
  ]);
});

test("a table without rows is its labels", () => {
  expect(table(columns, [], 80).split("\n")).toEqual(["Id  N  What", "──  ─  ────"]);
});

test.each([
  ["Latin with accents", "Ünïcødé", 7],
  ["Cyrillic", "Эмбарго", 7],
  ["dashes and arrows", "US → CN – §4", 12],
  ["Chinese", "中国", 4],
  ["a letter and its mark apart", "e\u0301", 1],
  ["nothing", "", 0]
])("the width of %s", (_, text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("a table of Chinese names is aligned by columns of the terminal", () => {
  const lines = table(
    [{label: "A"}, {label: "B"}],
    [
      ["中国", "x"],
      ["abc", "y"]
    ],
    null
  ).split("\n");
  expect(lines.map(textWidth)).toEqual([7, 7, 7, 7]);
});

test("a paragraph keeps within its width, hangs by its indent, and leaves a long word whole", () => {
  expect(paragraph("one two three https://example.org/a-long-address", 12, "    ", "  - ")).toBe(
    "  - one two\n    three\n    https://example.org/a-long-address"
  );
  expect(paragraph("one  two", null, "  ")).toBe("  one  two");
});

test("one of a thing is not many", () => {
  expect([0, 1, 2].map((n) => count(n, "measure"))).toEqual(["0 measures", "1 measure", "2 measures"]);
});
