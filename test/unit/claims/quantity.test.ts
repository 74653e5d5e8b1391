import {describe, expect, test} from "vitest";
import type {Quantity} from "../../../src/casebook/claim.ts";
import {evaluate} from "../../../src/studies/quantity.ts";
import {quantityRule, valueWords} from "../../../src/studies/quantityWords.ts";
import type {Value} from "../../../src/studies/value.ts";
import {type Day, formatDay} from "../../../src/time/day.ts";
import {ground} from "./tinyCase.ts";

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
