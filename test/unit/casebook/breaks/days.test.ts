import {expect, test} from "vitest";
import {readCase} from "../../../../src/casebook/readCase.ts";
import {breakCase, problemsOf} from "../minimalCase.ts";
import {BAN, expectBreaks} from "./expectBreak.ts";

expectBreaks([
  [
    "a date in words",
    BAN,
    "effective: 1971-06-10",
    "effective: ‸10 June 1971",
    "time/invalid-edtf",
    /^invalid effective: 10 June 1971; write an EDTF date such as/
  ],
  [
    "a date that does not exist",
    BAN,
    "effective: 1950-12-03",
    "effective: ‸1950-02-30",
    "time/invalid-edtf",
    /^invalid effective: 1950-02-30/
  ],
  [
    "no day at all",
    BAN,
    "    effective: 1950-12-03\n",
    "",
    "casebook/no-day",
    "event ban-imposed has no day; give announced, effective or both (? when nothing is known)"
  ],
  [
    "an expiry on the event's own day",
    BAN,
    "effective: 1950-12-03",
    "effective: 1950-12-03\n    expires: ‸1950-12-03",
    "casebook/expires-before-start",
    "invalid expires: 1950-12-03; it must come after the event's own day 1950-12-03"
  ],
  [
    "a coverage day that does not exist",
    "case.yaml",
    "to: 2025-12-31",
    "to: ‸2025-12-32",
    "time/invalid-day",
    "invalid to: 2025-12-32; write a day that exists as YYYY-MM-DD"
  ],
  [
    "a coverage that runs backwards",
    "case.yaml",
    "to: 2025-12-31",
    "to: ‸1948-12-31",
    "casebook/coverage",
    "coverage ends before it starts: 1948-12-31; swap the two days"
  ],
  [
    "an event before the coverage",
    "case.yaml",
    "from: 1949-01-01\n",
    "from: 1960-01-01\n",
    "casebook/before-coverage",
    "event ban-imposed is before the coverage starts on 1960-01-01; widen coverage.from"
  ],
  [
    "eras out of order",
    "case.yaml",
    "title: Second, from: 1979-01-01",
    "title: Second, from: ‸1949-01-01",
    "casebook/era-order",
    "era second does not start after first; list eras oldest first"
  ],
  [
    "a review on a day that no year has",
    BAN,
    "status: lifted (1971-06-10)",
    "status: lifted\nreviews:\n  - {kind: review, every: ‸04-31, from: 1951, what: A look, rule: A law}",
    "casebook/invalid-value",
    "invalid every: 04-31; write a day that exists as MM-DD"
  ]
]);

test("a review in words is one problem; 29 February is a day", () => {
  const review = (every: string) =>
    breakCase(
      BAN,
      "status: lifted (1971-06-10)",
      `status: lifted\nreviews:\n  - {kind: review, every: ${every}, from: 1951, what: A look, rule: A law}`
    ).files;
  expect(problemsOf(review("May Day")).map(({message}) => message)).toEqual(["invalid every: May Day; write MM-DD"]);
  expect(readCase(review("02-29"), "checksum")).toHaveProperty("case");
});
