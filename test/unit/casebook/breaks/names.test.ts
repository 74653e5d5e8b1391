import {expect, test} from "vitest";
import {minimalCase, problemsOf} from "../minimalCase.ts";
import {BAN, expectBreaks} from "./expectBreak.ts";

expectBreaks([
  [
    "an unknown parent of a party",
    "parties.yaml",
    "name: China, kind: state",
    "name: China, kind: state, of: ‸UN",
    "casebook/unknown-party",
    "unknown party UN; add it to parties.yaml"
  ],
  [
    "a coder who stands twice",
    "case.yaml",
    "coders:\n",
    "coders:\n  - {id: coder, name: B, about: B}\n",
    "casebook/duplicate-id",
    /coder/
  ],
  ["an era that stands twice", "case.yaml", "id: second", "id: ‸first", "casebook/duplicate-id", /first/],
  [
    "a field with the name of a field elsewhere",
    "case.yaml",
    "licence: CC-BY-4.0",
    "licence: CC-BY-4.0\nnote: ‸none",
    "casebook/unknown-field",
    "unknown field note; remove it"
  ],
  [
    "an unknown party",
    BAN,
    "targets: [CN]",
    "targets: [‸CNN]",
    "casebook/unknown-party",
    "unknown party CNN; did you mean CN?"
  ],
  [
    "an unknown sender of the case, which is not called like another two-letter code",
    "case.yaml",
    "sender: US",
    "sender: ‸UK",
    "casebook/unknown-party",
    "unknown party UK; add it to parties.yaml"
  ],
  [
    "an unknown source",
    BAN,
    "{source: LAW}",
    "{source: ‸LAWS}",
    "casebook/unknown-source",
    "unknown source LAWS; did you mean LAW?"
  ],
  [
    "an unknown source of a motive",
    BAN,
    "        source: LAW",
    "        source: ‸NEWSPAPER",
    "casebook/unknown-source",
    "unknown source NEWSPAPER; add it to sources.yaml"
  ],
  [
    "an unknown coder",
    BAN,
    "coder: coder",
    "coder: ‸nobody",
    "casebook/unknown-coder",
    "unknown coder nobody; add it to case.yaml"
  ],
  [
    "an unknown measure of a claim",
    "claims.yaml",
    "  measures: [ban]",
    "  measures: [‸bun]",
    "casebook/unknown-measure",
    "unknown measure bun; did you mean ban?"
  ],
  [
    "an unknown measure of a finding",
    "findings.yaml",
    "measure: ban",
    "measure: ‸bane",
    "casebook/unknown-measure",
    "unknown measure bane; did you mean ban?"
  ],
  [
    "an unknown event of a finding",
    "findings.yaml",
    "event: ban-lifted",
    "event: ‸ban-lift",
    "casebook/unknown-event",
    /^unknown event ban-lift; did you mean ban-lifted\?/
  ],
  [
    "an unknown measure in a query",
    "claims.yaml",
    "events: {measures: [ban]",
    "events: {measures: [‸bun]",
    "casebook/unknown-measure",
    "unknown measure bun; did you mean ban?"
  ],
  [
    "an event of a finding that is like no other",
    "findings.yaml",
    "event: ban-lifted",
    "event: ‸ban-ended",
    "casebook/unknown-event",
    "unknown event ban-ended; add it to the life of a measure"
  ],
  [
    "an unknown tag in a query",
    "claims.yaml",
    "verbs: [lifted]",
    "tags: [‸iprs]",
    "casebook/unknown-tag",
    "unknown tag iprs; add it to an event"
  ],
  [
    "an unknown coder in a query",
    "claims.yaml",
    "verbs: [lifted]",
    "topMotive: {key: economic, coder: ‸coders}",
    "casebook/unknown-coder",
    "unknown coder coders; did you mean coder?"
  ],
  [
    "an unknown column in a query",
    "claims.yaml",
    '{kind: day, pick: first, events: {measures: [ban], verbs: [lifted]}}\n        is: before\n        to: "1972"',
    "{kind: sum, of: [{kind: trade, column: ‸exports, year: 1972}]}\n        is: equal\n        to: 63.5",
    "casebook/unknown-column",
    "unknown column exports; add it to trade.yaml"
  ],
  [
    "a day that does not exist in a query",
    "claims.yaml",
    "verbs: [lifted]",
    "from: ‸1971-02-30",
    "time/invalid-edtf",
    /^invalid from: 1971-02-30; write an EDTF date/
  ],
  [
    "an unknown party in a wording",
    "ru.yaml",
    "parties:\n",
    "parties:\n  USA: ‸США\n",
    "casebook/unknown-wording",
    "wording for an unknown id: USA; remove it or correct the id"
  ],
  [
    "an unknown source of a trade column",
    "trade.yaml",
    "valuation: fob, source: LAW",
    "valuation: fob, source: ‸LAWS",
    "casebook/unknown-source",
    "unknown source LAWS; did you mean LAW?"
  ],
  [
    "an unknown reporter of a trade column",
    "trade.yaml",
    "title: Exports, reporter: US",
    "title: Exports, reporter: ‸UK",
    "casebook/unknown-party",
    "unknown party UK; add it to parties.yaml"
  ],
  [
    "an unknown id in a wording",
    "ru.yaml",
    "ban-lifted: {what",
    "‸ban-lift: {what",
    "casebook/unknown-wording",
    "wording for an unknown id: ban-lift; remove it or correct the id"
  ],
  [
    "a file that is not named as its measure",
    BAN,
    "id: ban\n",
    "id: ‸bar\n",
    "casebook/file-name",
    "measure bar is in measures/ban.yaml; name the file bar.yaml"
  ],
  [
    "an event id that stands twice",
    BAN,
    "id: ban-lifted",
    "id: ‸ban-imposed",
    "casebook/duplicate-id",
    "event id ban-imposed is taken in measures/ban.yaml; choose another"
  ],
  [
    "a party that stands twice",
    "parties.yaml",
    "id: CN, name: China",
    "id: ‸US, name: China",
    "casebook/duplicate-id",
    "id US stands twice; keep one of the two"
  ]
]);

test("a measure id that two files claim is a problem of the second", () => {
  const files = minimalCase();
  files.set("measures/copy.yaml", files.get(BAN)!);
  expect(problemsOf(files)).toEqual([
    {
      file: "measures/copy.yaml",
      line: 1,
      column: 5,
      code: "casebook/duplicate-id",
      message: "measure id ban is taken by measures/ban.yaml; choose another"
    }
  ]);
});

test("a finding on an event of another measure says so", () => {
  const files = minimalCase();
  const ban = files.get(BAN)!;
  files.set("measures/bar.yaml", ban.replaceAll("id: ban", "id: bar"));
  files.set("findings.yaml", files.get("findings.yaml")!.replace("event: ban-lifted", "event: bar-lifted"));
  expect(problemsOf(files)).toEqual([
    expect.objectContaining({
      file: "findings.yaml",
      code: "casebook/unknown-event",
      message: "event bar-lifted is not one of ban; name the measure that it belongs to"
    })
  ]);
});

test("what depends on a file that cannot be read is left alone: one slip is one problem", () => {
  for (const file of [...minimalCase().keys()].filter((name) => name.endsWith(".yaml"))) {
    const files = minimalCase().set(file, "{");
    expect(problemsOf(files).map((problem) => problem.file)).toEqual([file]);
  }
});

test.each([
  ["claim.yaml", "unknown file claim.yaml; did you mean claims.yaml?"],
  ["Sources.yml", "unknown file Sources.yml; did you mean sources.yaml?"],
  ["notes.yaml", /^unknown file notes.yaml; a case has case.yaml, .*, trade.yaml and, for another language/]
])("a file of YAML that no case has is a problem: %s", (file, message) => {
  expect(problemsOf(minimalCase().set(file, "[]"))).toEqual([
    {
      file,
      line: 1,
      column: 1,
      code: "casebook/unknown-file",
      message: typeof message === "string" ? message : expect.stringMatching(message)
    }
  ]);
});
