import {expect, test} from "vitest";
import {breakCase, problemsOf} from "../minimalCase.ts";
import {BAN, expectBreaks} from "./expectBreak.ts";

expectBreaks([
  [
    "an unknown field",
    BAN,
    "regime: Trade",
    "regime: Trade\nregmie: ‸Trade",
    "casebook/unknown-field",
    "unknown field regmie; did you mean regime?"
  ],
  [
    "a field of another kind of entry",
    BAN,
    "targets: [CN]",
    "targets: [CN]\nsender: ‸US",
    "casebook/unknown-field",
    "unknown field sender; did you mean senders?"
  ],
  [
    "an unknown field of an event",
    BAN,
    "verb: lifted",
    "verb: lifted\n    efective: ‸1971",
    "casebook/unknown-field",
    "unknown field efective; did you mean effective?"
  ],
  [
    "an unknown field of a claim",
    "claims.yaml",
    "  kind: date",
    "  kind: date\n  limit: ‸none",
    "casebook/unknown-field",
    "unknown field limit; did you mean limits?"
  ],
  [
    "an unknown field of a query",
    "claims.yaml",
    "pick: first, events",
    "pick: first, clocks: ‸announced, events",
    "casebook/unknown-field",
    "unknown field clocks; did you mean clock?"
  ],
  [
    "an unknown field of a trade column",
    "trade.yaml",
    "id: out, title: Exports",
    "id: out, titel: ‸Exports",
    "casebook/unknown-field",
    "unknown field titel; did you mean title?"
  ],
  [
    "a field of few that is like no other",
    BAN,
    "confidence: {level: certain, why: Text seen}",
    "confidence: {level: certain, why: Text seen, by: ‸me}",
    "casebook/unknown-field",
    "unknown field by; write one of level, why"
  ],
  [
    "a text of several lines in a message",
    BAN,
    "verb: lifted",
    'verb: ‸"lifted\\nagain"',
    "casebook/invalid-value",
    /^invalid verb: "lifted\\nagain"; write one of/
  ],
  [
    "a field like no other",
    BAN,
    "regime: Trade",
    "regime: Trade\nxyzzyplugh: ‸1",
    "casebook/unknown-field",
    "unknown field xyzzyplugh; remove it"
  ],
  [
    "a wrong verb",
    BAN,
    "verb: lifted",
    "verb: ‸liftd",
    "casebook/invalid-value",
    "invalid verb: liftd; did you mean lifted?"
  ],
  [
    "a verb like no other",
    BAN,
    "verb: lifted",
    "verb: ‸cancelled-by-decree",
    "casebook/invalid-value",
    /^invalid verb: cancelled-by-decree; write one of threatened, imposed, .*, expired$/
  ],
  [
    "a wrong type",
    BAN,
    "type: trade-embargo",
    "type: ‸embargo",
    "casebook/invalid-value",
    /^invalid type: embargo; (did you mean trade-embargo\?|write one of trade-embargo)/
  ],
  ["a missing field", BAN, "title: A ban\n", "", "casebook/missing-field", "missing field title; add it"],
  [
    "a missing field of an event",
    BAN,
    "  - id: ban-lifted\n    verb: lifted\n",
    "  - ‸id: ban-lifted\n",
    "casebook/missing-field",
    "missing field verb; add it"
  ],
  ["a field left blank", BAN, "regime: Trade", "regime: ‸", "casebook/invalid-type", /^(invalid|missing field) regime/],
  [
    "an empty text",
    BAN,
    "regime: Trade",
    'regime: ‸""',
    "casebook/invalid-value",
    "invalid regime: an empty text; write some text"
  ],
  [
    "no sender",
    BAN,
    "senders: [US]",
    "‸senders: []",
    "casebook/invalid-value",
    "invalid senders: []; name at least one sender"
  ],
  [
    "a weight above 1",
    BAN,
    "balancing: 0.75",
    "balancing: ‸1.75",
    "casebook/invalid-value",
    "invalid balancing: 1.75; a weight is in [0, 1]"
  ],
  [
    "a weight in words",
    BAN,
    "balancing: 0.75",
    "balancing: ‸much",
    "casebook/invalid-type",
    "invalid balancing: much; write a number"
  ],
  [
    "capital letters in an id",
    BAN,
    "id: ban-lifted",
    "id: ‸Ban-Lifted",
    "casebook/invalid-value",
    "invalid id: Ban-Lifted; write lower-case letters, digits and hyphens"
  ],
  [
    "an address that is none",
    "sources.yaml",
    "URL: https://example.org/law",
    "URL: ‸example",
    "casebook/invalid-value",
    /^invalid URL: example; write a full address/
  ],
  [
    "a list with nothing in it",
    "claims.yaml",
    "verbs: [lifted]",
    "‸verbs: []",
    "casebook/invalid-value",
    "invalid verbs: []; write at least 1 item"
  ],
  [
    "a date of a source in another form",
    "sources.yaml",
    "  type: legislation",
    "  type: legislation\n  issued: {date-parts: ‸1950-12-03}",
    "casebook/invalid-type",
    "invalid date-parts: 1950-12-03; write a list"
  ],
  [
    "a date of a source with an hour",
    "sources.yaml",
    "  type: legislation",
    "  type: legislation\n  issued: {date-parts: [‸[1950, 12, 3, 9]]}",
    "casebook/invalid-value",
    "invalid date-parts[0]: [1950,12,3,9]; write at most 3 items"
  ],
  [
    "a long quote",
    "claims.yaml",
    "quote: the ban fell in 1971",
    `quote: ‸${"word ".repeat(26)}`,
    "casebook/invalid-value",
    /quote at most 25 words$/
  ],
  [
    "an unknown kind of quantity",
    "claims.yaml",
    "{kind: day, pick: first",
    "{kind: ‸days, pick: first",
    "casebook/invalid-value",
    /^invalid kind: days; (did you mean day\?|write one of count)/
  ]
]);

test("a value of a wrong type is one problem, not also one of its size", () => {
  const {files} = breakCase("sources.yaml", "  type: legislation", "  type: legislation\n  issued: {date-parts: 1950}");
  expect(problemsOf(files)).toHaveLength(1);
});

test("a misspelt field is one problem, not also a missing one", () => {
  const {files} = breakCase(BAN, "regime: Trade", "regmie: Trade");
  expect(problemsOf(files).map(({message}) => message)).toEqual(["unknown field regmie; did you mean regime?"]);
});
