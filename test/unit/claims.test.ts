import {describe, expect, test} from "vitest";
import type {Case} from "../../src/casebook/case.ts";
import type {Claim, Quantity, Test} from "../../src/casebook/claim.ts";
import {livesOf} from "../../src/casebook/livesOf.ts";
import {readCase} from "../../src/casebook/readCase.ts";
import {runClaims} from "../../src/studies/claims.ts";
import {runTest} from "../../src/studies/claimTest.ts";
import {groundOf} from "../../src/studies/ground.ts";
import {evaluate} from "../../src/studies/quantity.ts";
import {quantityRule, valueWords} from "../../src/studies/quantityWords.ts";
import type {Value} from "../../src/studies/value.ts";
import {type Day, formatDay} from "../../src/time/day.ts";

const measure = (id: string, type: string, sender: string, life: string) => `id: ${id}
title: ${id}
type: ${type}
subtype: of ${id}
senders: [${sender}]
targets: [BB]
regime: invented
authorities: [{cite: Act 1, kind: delegation}]
objectives: [other]
scope: null
package: ${sender === "AA" ? "home" : "null"}
tradeShare: null
status: invented
life:
${life}`;

const event = (id: string, verb: string, effective: string, more = "") =>
  `  - {id: ${id}, verb: ${verb}, effective: "${effective}", what: w, instrument: i, tags: [${verb}-tag], sources: [{source: S1}], verification: partly, confidence: {level: certain, why: w}${more}}
`;

const motives = (weights: string) => `, motives: [{coder: one, weights: {${weights}}, rationale: r}]`;

/** Imprecise on purpose: the freeze ends some day of 2002 to 2004, the allied ban starts some day of 2000 to 2002. */
const files = new Map([
  [
    "case.yaml",
    `id: tiny
title: Tiny
version: 0.1.0
licence: CC0-1.0
sender: AA
target: BB
about: Invented.
coverage: {from: "2000-01-01", to: "2005-12-31"}
coders: [{id: one, name: One, about: Invented}]
`
  ],
  ["parties.yaml", ["AA", "BB", "CC"].map((id) => `- {id: ${id}, name: ${id}, kind: state}\n`).join("")],
  [
    "sources.yaml",
    `- {id: S1, type: report, title: T, issued: {date-parts: [[1997, 10]]}, consulted: true, primary: true}
- {id: S2, type: report, title: Undated, consulted: true, primary: true}
`
  ],
  [
    "measures/freeze.yaml",
    measure(
      "freeze",
      "asset-freeze",
      "AA",
      event("f1", "imposed", "2000-01-10", ', announced: "1999-12-24"') +
        event("f2", "eased", "2001-06", motives("balancing: 1")) +
        event("f3", "lifted", "2003~", motives("economic: 1"))
    )
  ],
  [
    "measures/duty.yaml",
    measure(
      "duty",
      "tariff",
      "AA",
      event("d1", "threatened", "2000-02-01") +
        event("d2", "imposed", "2000-03-01") +
        event("d3", "waived", "2000-03-20", motives("economic: 0.6, compliance: 0.4")) +
        event("d4", "reimposed", "2001-01-01") +
        event("d5", "tightened", "2002-05-05")
    )
  ],
  [
    "measures/warning.yaml",
    measure(
      "warning",
      "tariff",
      "AA",
      event("w1", "threatened", "2002-01-01") +
        event("w2", "lifted", "2002-02-01", motives("economic: 0.5, compliance: 0.5"))
    )
  ],
  ["measures/allied.yaml", measure("allied", "arms-embargo", "CC", event("a1", "imposed", "2001?"))],
  [
    "trade.yaml",
    `columns:
${[
  ["out", "AA", "AA", "BB"],
  ["out-mirror", "BB", "AA", "BB"],
  ["back", "AA", "BB", "AA"]
]
  .map(
    ([id, reporter, origin, destination]) =>
      `  - {id: ${id}, title: t, reporter: ${reporter}, origin: ${origin}, destination: ${destination}, valuation: fob, source: S1, verification: verified, provenance: p}`
  )
  .join("\n")}
`
  ],
  ["trade.csv", "year,out,out-mirror,back\n2000,10,12,20\n2001,30,,15\n2002,25,26,25\n2003,25,27,40\n"]
]);

function tiny(edit: ReadonlyMap<string, string> = new Map()): Case {
  const result = readCase(new Map([...files, ...edit]), "");
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.case;
}

const one = tiny();
const ground = groundOf(one, livesOf(one));

const bounds = (value: Value | null) => {
  if (value === null) return null;
  const show = (n: number) => (value.unit === "day" ? formatDay(n as Day) : n);
  return [show(value.low), show(value.high)];
};

describe("a quantity has the bounds that the dates allow", () => {
  const home = {senders: ["AA"]};
  test.each<[string, Quantity, readonly (number | string)[] | null]>([
    ["events", {kind: "count", events: {verbs: ["imposed"]}}, [3, 3]],
    ["events in a year", {kind: "count", events: {verbs: ["imposed"], from: "2000", to: "2000"}}, [2, 3]],
    [
      "events, both ends of the window included",
      {kind: "count", events: {from: "2000-02-01", to: "2000-03-01", ...home}},
      [2, 2]
    ],
    ["events by tag and package", {kind: "count", events: {tags: ["eased-tag"], packages: ["home"]}}, [1, 1]],
    ["events by type", {kind: "count", events: {types: ["tariff"], verbs: ["threatened"]}}, [2, 2]],
    ["events by subtype", {kind: "count", events: {subtypes: ["of allied"]}}, [1, 1]],
    [
      "events by leading motive, a tie led by none",
      {kind: "count", events: {topMotive: {key: "economic", coder: "one"}}},
      [2, 2]
    ],
    ["relief in 2001–2002", {kind: "count", events: {verbs: ["eased", "lifted"], from: "2001", to: "2002"}}, [2, 3]],
    [
      "measures with relief then: the freeze counts once",
      {kind: "count", of: "measures", events: {verbs: ["eased", "lifted"], from: "2001", to: "2002"}},
      [2, 2]
    ],
    ["first day", {kind: "day", pick: "first", events: {verbs: ["imposed"]}}, ["2000-01-01", "2000-01-10"]],
    ["last day", {kind: "day", pick: "last", events: {verbs: ["lifted"]}}, ["2002-02-01", "2004-12-31"]],
    [
      "day announced",
      {kind: "day", pick: "first", clock: "announced", events: {verbs: ["imposed"]}},
      ["1999-12-24", "1999-12-24"]
    ],
    ["day of no event", {kind: "day", pick: "first", events: {verbs: ["annulled"]}}, null],
    [
      "days between",
      {
        kind: "between",
        unit: "days",
        first: {measures: ["duty"], verbs: ["imposed"]},
        last: {measures: ["duty"], verbs: ["waived"]}
      },
      [19, 19]
    ],
    [
      "years between, over the bounds of both",
      {
        kind: "between",
        unit: "years",
        first: {measures: ["freeze"], verbs: ["imposed"]},
        last: {measures: ["freeze"], verbs: ["eased"]}
      },
      [508 / 365.2425, 537 / 365.2425]
    ],
    [
      "between what never came",
      {kind: "between", unit: "days", first: {verbs: ["imposed"]}, last: {verbs: ["annulled"]}},
      null
    ],
    ["measures that stand", {kind: "measures", on: "2001-06-15", standing: ["inForce", "eased"], where: home}, [2, 2]],
    ["measures that may stand", {kind: "measures", on: "2001-06-15", standing: ["eased"]}, [0, 1]],
    [
      "measures that stand and later stand",
      {
        kind: "measures",
        on: "2001-01-01",
        standing: ["inForce"],
        where: home,
        also: {on: "2003-01-01", standing: ["lifted"]}
      },
      [0, 1]
    ],
    [
      "share, a doubtful measure counted only where it moves the bound",
      {
        kind: "share",
        on: "2001-12-31",
        standing: ["inForce", "eased"],
        also: {on: "2003-12-31", standing: ["inForce", "eased"]}
      },
      [1 / 2, 1]
    ],
    [
      "share that a doubtful measure lowers",
      {kind: "share", on: "2001-12-31", standing: ["inForce", "eased"], also: {on: "2003-12-31", standing: ["lifted"]}},
      [0, 1 / 2]
    ],
    [
      "share of nothing",
      {kind: "share", on: "2000-01-01", standing: ["annulled"], also: {on: "2001-01-01", standing: ["inForce"]}},
      null
    ],
    ["net", {kind: "net", events: {...home, from: "2000", to: "2001"}}, [1, 1]],
    [
      "net of a year in which a threat is dropped and an undated end may fall",
      {kind: "net", events: {...home, from: "2002", to: "2002"}},
      [0, 1]
    ],
    ["stops within 30 days", {kind: "stops", within: 30}, [1, 1]],
    ["stops within 10 days", {kind: "stops", within: 10}, [0, 0]],
    ["stops, by the relief", {kind: "stops", within: 30, events: {measures: ["freeze"]}}, [0, 0]],
    ["a stop that the dates leave open", {kind: "stops", within: 520, events: {measures: ["freeze"]}}, [0, 1]],
    [
      "mean motive",
      {kind: "motive", keys: ["economic", "compliance"], coder: "one", events: {from: "2000", to: "2001"}},
      [1 / 2, 1 / 2]
    ],
    [
      "mean motive with a doubtful event",
      {kind: "motive", keys: ["economic"], coder: "one", events: {from: "2000", to: "2002", measures: ["freeze"]}},
      [0, 1 / 2]
    ],
    ["mean motive of no weights", {kind: "motive", keys: ["other"], coder: "one", events: {to: "1999"}}, null],
    ["issue of a source", {kind: "issued", source: "S1"}, ["1997-10-01", "1997-10-31"]],
    ["issue of an undated source", {kind: "issued", source: "S2"}, null],
    ["trade", {kind: "trade", column: "out", year: 2001}, [30, 30]],
    ["columns of a flow", {kind: "columns", origin: "AA", destination: "BB", year: 2000}, [2, 2]],
    [
      "columns with a figure in bounds, both included",
      {kind: "columns", origin: "AA", destination: "BB", year: 2000, atLeast: 12, atMost: 13},
      [1, 1]
    ],
    ["years of falling trade", {kind: "tradeYears", columns: ["out"], from: 2001, to: 2003, where: "falls"}, [1, 1]],
    ["years of rising trade", {kind: "tradeYears", columns: ["out"], from: 2001, to: 2003, where: "rises"}, [1, 1]],
    [
      "years of rising two-way trade",
      {kind: "tradeYears", columns: ["out", "back"], from: 2001, to: 2003, where: "rises"},
      [3, 3]
    ],
    [
      "years in surplus",
      {kind: "balanceYears", plus: "back", minus: "out", from: 2000, to: 2003, where: "positive"},
      [2, 2]
    ],
    [
      "years not in surplus: a balance of 0 is none",
      {kind: "balanceYears", plus: "back", minus: "out", from: 2000, to: 2003, where: "notPositive"},
      [2, 2]
    ],
    [
      "sum",
      {
        kind: "sum",
        of: [
          {kind: "trade", column: "out", year: 2000},
          {kind: "trade", column: "back", year: 2000}
        ]
      },
      [30, 30]
    ],
    [
      "difference of bounds",
      {
        kind: "difference",
        of: {kind: "count", events: {verbs: ["imposed"]}},
        less: {kind: "count", events: {verbs: ["imposed"], from: "2000", to: "2000"}}
      },
      [0, 1]
    ],
    [
      "ratio",
      {
        kind: "ratio",
        of: {kind: "trade", column: "back", year: 2003},
        to: {kind: "trade", column: "out", year: 2003}
      },
      [1.6, 1.6]
    ],
    [
      "ratio to what may be 0",
      {kind: "ratio", of: {kind: "count", events: {}}, to: {kind: "count", events: {verbs: ["annulled"]}}},
      null
    ]
  ])("%s", (_, quantity, expected) => {
    expect(bounds(evaluate(quantity, ground))).toEqual(expected);
    expect(quantityRule(quantity)).not.toContain("undefined");
  });

  test("a day that only a doubtful event has is not sure", () => {
    const value = evaluate({kind: "day", pick: "first", events: {verbs: ["lifted"], from: "2004"}}, ground);
    expect(bounds(value)).toEqual(["2004-01-01", "2004-12-31"]);
    expect(value).toMatchObject({sure: false, counted: [], possible: ["f3"]});
  });

  test("the number can be traced: what certainly counts, and what possibly does", () => {
    expect(evaluate({kind: "count", events: {verbs: ["imposed"], to: "2000"}}, ground)).toMatchObject({
      counted: ["d2", "f1"],
      possible: ["a1"]
    });
    expect(evaluate({kind: "measures", on: "2001-06-15", standing: ["eased"]}, ground)?.possible).toEqual(["freeze"]);
    expect(evaluate({kind: "trade", column: "out", year: 2000}, ground)?.counted).toEqual(["out:2000"]);
  });

  test("in words", () => {
    expect(valueWords(null)).toBe("nothing on record");
    expect(valueWords(evaluate({kind: "count", events: {verbs: ["imposed"], to: "2000"}}, ground))).toBe(
      "2 to 3 events"
    );
    expect(valueWords(evaluate({kind: "count", events: {verbs: ["eased"]}}, ground))).toBe("1 event");
    expect(
      quantityRule({kind: "measures", on: "2001-06-15", standing: ["inForce", "eased"], where: {senders: ["AA"]}})
    ).toBe(
      "counts measures with sender AA that stand in force in full or eased on 2001-06-15; no other standing counts"
    );
  });
});

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
