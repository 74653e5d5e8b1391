import {expect, test} from "vitest";
import {breakCase, problemsOf} from "../minimalCase.ts";
import {BAN, expectBreaks} from "./expectBreak.ts";

expectBreaks([
  [
    "a text that is not closed",
    BAN,
    "title: A ban\n",
    'title: "A ban\n',
    "casebook/yaml",
    /^not readable as YAML: .*; quote a text/
  ],
  [
    "a colon in a text",
    BAN,
    "title: A ban",
    "title: ‸A ban: a story",
    "casebook/yaml",
    /^not readable as YAML: .*; quote a text that holds a colon/
  ],
  [
    "a field that stands twice",
    BAN,
    "subtype: all goods",
    "subtype: all goods\n‸subtype: some goods",
    "casebook/yaml",
    /keep one of the two$/
  ],
  [
    "a tab as indent",
    BAN,
    "    verb: lifted",
    "‸\tverb: lifted",
    "casebook/yaml",
    /tab as indent; indent with spaces$/
  ],
  [
    "a tab before a list item",
    BAN,
    "  - id: ban-lifted",
    "‸\t- id: ban-lifted",
    "casebook/yaml",
    /indent with spaces$/
  ],
  [
    "a text where fields belong",
    "case.yaml",
    "coverage:\n  from: 1949-01-01\n  to: 2025-12-31",
    "coverage: ‸always",
    "casebook/invalid-type",
    "invalid coverage: always; write fields (name: value)"
  ],
  [
    "a text where a list belongs",
    BAN,
    "senders: [US]",
    "senders: ‸US",
    "casebook/invalid-type",
    "invalid senders: US; write a list"
  ],
  [
    "an alias bomb",
    BAN,
    "regime: Trade",
    `regime: Trade\n${bomb()}`,
    "casebook/yaml",
    "too many YAML aliases; write the values out"
  ]
]);

function bomb(): string {
  const levels = "abcdefghi".split("").map(
    (name, i, all) =>
      `${name}: &${name} [${Array(9)
        .fill(i === 0 ? "1" : `*${all[i - 1]}`)
        .join(", ")}]`
  );
  return levels.join("\n");
}

test("an alias to nothing is named, not called one alias too many", () => {
  const {files} = breakCase(BAN, "regime: Trade", "regime: *nothing");
  expect(problemsOf(files)[0]!.message).toMatch(/nothing/);
  expect(problemsOf(files)[0]!.message).not.toMatch(/too many/);
});

test("every problem of a file is listed at once, by line", () => {
  const {files} = breakCase(
    BAN,
    "verb: imposed\n    effective: 1950-12-03",
    "verb: imposd\n    effective: 1950-12-03\n    extra: 1"
  );
  const lines = problemsOf(files).map(({line}) => line);
  expect(lines).toHaveLength(2);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});
