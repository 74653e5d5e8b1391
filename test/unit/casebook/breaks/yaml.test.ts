import {expect, test} from "vitest";
import {readCase} from "../../../../src/casebook/readCase.ts";
import {breakCase, minimalCase, problemsOf} from "../minimalCase.ts";
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
    "a text that is not closed, from where it opens",
    "case.yaml",
    "about: Made for a test.",
    'about: ‸"Made for a test.',
    "casebook/yaml",
    "not readable as YAML: a text that opens with a quotation mark and does not end; quote a text at both ends"
  ],
  [
    "a tab that the parser notices only by what follows",
    "sources.yaml",
    "  type: legislation",
    "‸\ttype: legislation",
    "casebook/yaml",
    "not readable as YAML: tab as indent; indent with spaces"
  ],
  [
    "a second document",
    "case.yaml",
    "sender: US",
    "‸---\nsender: US",
    "casebook/yaml",
    "not readable as YAML: a second document begins here; keep one document in a file, without --- or ..."
  ],
  [
    "a bracket that is not closed",
    BAN,
    "senders: [US]\n",
    "senders: [US\n‸",
    "casebook/yaml",
    "not readable as YAML: a list or fields in brackets without an end; write ] where they end"
  ],
  [
    "a whole file in brackets that are not closed",
    "findings.yaml",
    "- {measure: ban",
    "[{measure: ban",
    "casebook/yaml",
    "not readable as YAML: a list or fields in brackets without an end; write ] where they end"
  ],
  [
    "no space after a colon",
    BAN,
    "regime: Trade",
    "‸regime:Trade",
    "casebook/yaml",
    "not readable as YAML: no field: regime:Trade; write name: value, with a space after the colon"
  ],
  [
    "no comma between fields",
    BAN,
    "{cite: A law, kind",
    "{cite: ‸A law kind",
    "casebook/yaml",
    /^not readable as YAML: a field inside a text: A law kind: statute}; part fields with commas/
  ],
  [
    "a list as the name of a field",
    BAN,
    "regime: Trade",
    "? ‸[regime]\n: Trade",
    "casebook/yaml",
    "list or fields as the name of a field; write name: value"
  ],
  [
    "a tag",
    BAN,
    "regime: Trade",
    "regime: ‸!!binary Trade",
    "casebook/yaml",
    "YAML tag that a case does not use; write the value without it"
  ],
  [
    "an alias to nothing",
    BAN,
    "regime: Trade",
    "regime: ‸*Trade*",
    "casebook/yaml",
    "unknown YAML alias: *Trade*; quote a text that starts with *"
  ],
  [
    "a list inside itself",
    BAN,
    "senders: [US]",
    "senders: &all [US, ‸*all]",
    "casebook/yaml",
    "YAML alias inside what it names: *all; write the values out"
  ],
  [
    "lists 150 deep",
    BAN,
    "regime: Trade",
    `regime: ${"[".repeat(150)}${"]".repeat(150)}`,
    "casebook/yaml",
    "too many lists and fields inside one another; stay below 100 levels"
  ],
  [
    "aliases of aliases 150 deep",
    BAN,
    "regime: Trade",
    `regime: Trade\na0: &a0 [1]\n${Array.from({length: 150}, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`).join("\n")}`,
    "casebook/yaml",
    "too many lists and fields inside one another; stay below 100 levels"
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

test("an alias that is good gives its value", () => {
  const {files} = breakCase(BAN, "senders: [US]\ntargets: [CN]", "senders: &both [US]\ntargets: *both");
  expect(readCase(files, "checksum")).toHaveProperty("case.measures.0.targets", ["US"]);
});

test("a YAML 1.1 line changes no value", () => {
  const {files} = breakCase("case.yaml", "id: test-case", "%YAML 1.1\n---\nid: test-case");
  expect(readCase(files, "checksum")).toEqual(readCase(minimalCase(), "checksum"));
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
