import {describe, expect, test} from "vitest";
import type {Claim, Quantity, Test} from "../../../src/casebook/claim.ts";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {readCase} from "../../../src/casebook/readCase.ts";
import {runClaims} from "../../../src/studies/claims.ts";
import {runTest} from "../../../src/studies/claimTest.ts";
import {files, ground, one, tiny} from "./tinyCase.ts";

describe("a test holds only when it certainly does", () => {
  const count: Quantity = {kind: "count", events: {verbs: ["imposed"], from: "2000", to: "2000"}}; // 2 to 3
  const eased: Quantity = {kind: "day", pick: "first", events: {verbs: ["eased"]}}; // some day of June 2001
  const doubtful: Quantity = {kind: "day", pick: "first", events: {verbs: ["lifted"], from: "2004"}};
  test.each<[string, Omit<Test, "name">]>([
    ["no", {value: count, is: "equal", to: 4}],
    ["possibly", {value: count, is: "equal", to: 2}],
    ["certainly", {value: count, is: "equal", to: 2, bound: "low"}],
    ["certainly", {value: count, is: "equal", to: 3, bound: "high"}],
    ["no", {value: count, is: "equal", to: 3, bound: "low"}],
    ["certainly", {value: count, is: "atLeast", to: 2}],
    ["possibly", {value: count, is: "atLeast", to: 3}],
    ["no", {value: count, is: "atLeast", to: 4}],
    ["certainly", {value: count, is: "atMost", to: 3}],
    ["possibly", {value: count, is: "atMost", to: 2}],
    ["no", {value: count, is: "atMost", to: 1}],
    ["certainly", {value: count, is: "about", to: 2.5, within: 0.5}],
    ["possibly", {value: count, is: "about", to: 2, within: 0.5}],
    ["no", {value: count, is: "about", to: 5, within: 1}],
    ["certainly", {value: eased, is: "in", to: "2001"}],
    ["certainly", {value: eased, is: "in", to: "2001-06"}],
    ["possibly", {value: eased, is: "in", to: "2001-06-15"}],
    ["no", {value: eased, is: "in", to: "2001-07"}],
    ["certainly", {value: eased, is: "before", to: "2001-07-01"}],
    ["possibly", {value: eased, is: "before", to: "2001-06-30"}],
    ["no", {value: eased, is: "before", to: "2001-06-01"}],
    ["certainly", {value: eased, is: "onOrAfter", to: "2001-06-01"}],
    ["possibly", {value: eased, is: "onOrAfter", to: "2001-06-02"}],
    ["no", {value: eased, is: "onOrAfter", to: "2001-07"}],
    ["possibly", {value: doubtful, is: "in", to: "2004"}],
    ["no", {value: {kind: "day", pick: "first", events: {verbs: ["annulled"]}}, is: "in", to: "2001"}]
  ] as [string, Omit<Test, "name">][])("%s: %j", (answer, rest) => {
    const result = runTest({name: "t", ...rest} as Test, ground);
    expect(result.answer).toBe(answer);
    expect(result.holds).toBe(answer === "certainly");
  });
});

const claim = (method: Claim["method"], verdict: Claim["verdict"], quoted?: readonly Test[]): Claim => ({
  id: "c1",
  quote: "q",
  paraphrase: "p",
  kind: "count",
  verdict,
  evidence: "e",
  measures: [],
  sources: [],
  method,
  ...(quoted === undefined ? {} : {quoted})
});
const run = (only: Claim) => runClaims({...one, claims: [only]}, livesOf(one))[0]!;
const counts = (to: number): Test => ({
  name: `${to} measures are imposed`,
  value: {kind: "count", events: {verbs: ["imposed"]}},
  is: "equal",
  to
});
const query = (...tests: Test[]): Claim["method"] => ({
  kind: "query",
  tests,
  holds: "supported",
  fails: "contradicted"
});

describe("a claim", () => {
  test("gets the verdict for holding when all tests hold, and says what it counted", () => {
    expect(run(claim(query(counts(3)), "supported"))).toMatchObject({
      computed: "supported",
      agrees: true,
      evidence: ["a1", "d2", "f1"]
    });
  });

  test("disagrees when one test fails", () => {
    expect(run(claim(query(counts(3), counts(4)), "supported"))).toMatchObject({
      computed: "contradicted",
      agrees: false
    });
    expect(run(claim(query(counts(4)), "contradicted"))).toMatchObject({computed: "contradicted", agrees: true});
  });

  test("keeps its verdict and disagrees when its evidence states what does not hold", () => {
    const result = run(claim(query(counts(3)), "supported", [counts(4)]));
    expect(result).toMatchObject({computed: "supported", agrees: false});
    expect(result.quoted[0]).toMatchObject({holds: false, answer: "no"});
  });

  test("by hand has no computed verdict, and its evidence is still tested", () => {
    const byHand: Claim["method"] = {kind: "hand", by: "Somebody", why: "No data."};
    expect(run(claim(byHand, "imprecise"))).toMatchObject({computed: null, tests: [], agrees: true});
    expect(run(claim(byHand, "imprecise", [counts(4)]))).toMatchObject({computed: null, agrees: false});
  });

  test.each<[string, Quantity, string]>([
    ["measure", {kind: "count", events: {measures: ["fridge"]}}, "unknown-name"],
    ["package", {kind: "count", events: {packages: ["nowhere"]}}, "unknown-name"],
    ["subtype", {kind: "count", events: {subtypes: ["nothing"]}}, "unknown-name"],
    ["party", {kind: "count", events: {senders: ["ZZ"]}}, "unknown-name"],
    ["tag", {kind: "count", events: {tags: ["nothing"]}}, "unknown-name"],
    ["coder", {kind: "motive", keys: ["other"], coder: "two", events: {}}, "unknown-name"],
    ["coder of a filter", {kind: "count", events: {topMotive: {key: "other", coder: "two"}}}, "unknown-name"],
    ["source", {kind: "issued", source: "S9"}, "unknown-name"],
    ["column", {kind: "trade", column: "in", year: 2000}, "unknown-name"],
    ["year", {kind: "trade", column: "out", year: 1999}, "missing-data"],
    ["figure", {kind: "trade", column: "out-mirror", year: 2001}, "missing-data"],
    ["flow", {kind: "columns", origin: "CC", destination: "BB", year: 2000}, "missing-data"],
    [
      "year before the first",
      {kind: "tradeYears", columns: ["out"], from: 2000, to: 2001, where: "falls"},
      "missing-data"
    ]
  ])("that asks for a %s that is not there is an error that names claim and test", (_, value, code) => {
    expect(() => run(claim(query({name: "the test", value, is: "equal", to: 0}), "supported"))).toThrow(
      expect.objectContaining({
        kind: "incorrect",
        code: `studies/${code}`,
        message: expect.stringContaining('c1, test "the test"')
      })
    );
  });

  test("that compares a day with a number, or adds apples to days, is an error", () => {
    const day: Quantity = {kind: "day", pick: "first", events: {verbs: ["imposed"]}};
    const sum: Quantity = {kind: "sum", of: [day, day]};
    const code = (name: string) => expect.objectContaining({code: `studies/${name}`});
    expect(() => run(claim(query({name: "t", value: day, is: "equal", to: 1}), "supported"))).toThrow(
      code("day-and-number")
    );
    expect(() => run(claim(query({name: "t", value: counts(1).value, is: "in", to: "2001"}), "supported"))).toThrow(
      code("day-and-number")
    );
    expect(() => run(claim(query({name: "t", value: sum, is: "equal", to: 1}), "supported"))).toThrow(
      code("unit-mismatch")
    );
  });
});

test("claims.yaml is read into the same query, and a query that decides nothing is refused", () => {
  const yaml = (holds: string, fails: string) => `- id: c1
  quote: q
  paraphrase: p
  kind: count
  verdict: supported
  evidence: e
  method:
    kind: query
    tests:
      - {name: n, value: {kind: day, pick: first, events: {verbs: [imposed], measures: [duty]}}, is: in, to: 2000}
    holds: ${holds}
    fails: ${fails}
`;
  const read = tiny(new Map([["claims.yaml", yaml("supported", "contradicted")]]));
  expect(runClaims(read, livesOf(read))[0]).toMatchObject({computed: "supported", agrees: true});
  expect(readCase(new Map([...files, ["claims.yaml", yaml("supported", "supported")]]), "")).toMatchObject({
    problems: [{file: "claims.yaml"}]
  });
});
