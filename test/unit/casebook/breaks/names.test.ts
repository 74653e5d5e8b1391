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
