import {describe, expect, test} from "vitest";
import type {Case} from "../../../src/casebook/case.ts";
import {livesOf} from "../../../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../../../src/casebook/node.ts";
import type {Event} from "../../../src/sanctions/event.ts";
import type {Life} from "../../../src/sanctions/life.ts";
import {verbs} from "../../../src/sanctions/verb.ts";
import {countClaims, runClaims} from "../../../src/studies/claims.ts";
import {runTest} from "../../../src/studies/claimTest.ts";
import {groundOf} from "../../../src/studies/ground.ts";
import {civilDay} from "../../../src/time/day.ts";
import {exactly} from "../../../src/time/impreciseDay.ts";

const bundled = openCase("us-china", packageRoot);
const lives = livesOf(bundled);
const results = runClaims(bundled, lives);
const claimOf = (id: string, one: Case = bundled) =>
  runClaims({...one, claims: one.claims.filter((claim) => claim.id === id)}, livesOf(one))[0]!;

/** The case with one event changed, or left out where `change` gives null. */
function withEvent(id: string, change: (event: Event) => Event | null): Case {
  return {
    ...bundled,
    measures: bundled.measures.map((measure) => ({
      ...measure,
      life: measure.life.flatMap((event) => (event.id === id ? (change(event) ?? []) : [event]))
    }))
  };
}

function withFigure(column: string, year: number, change: (value: number) => number): Case {
  const trade = bundled.trade!;
  const at = trade.years.indexOf(year);
  const columns = trade.columns.map((one) => ({
    ...one,
    values: one.values.map((value, i) => (one.id === column && i === at ? change(value!) : value))
  }));
  return {...bundled, trade: {...trade, columns}};
}

describe("the claims of us-china", () => {
  test("are 62: 46 decided by a query and 16 judged by hand", () => {
    expect(countClaims(results)).toEqual([
      {verdict: "supported", query: 27, hand: 6},
      {verdict: "imprecise", query: 14, hand: 3},
      {verdict: "contradicted", query: 4, hand: 2},
      {verdict: "not checkable", query: 1, hand: 5}
    ]);
  });

  test("all agree with the record", () => {
    const failing = results.flatMap(({claim, agrees, tests, quoted}) =>
      agrees ? [] : [{id: claim.id, failing: [...tests, ...quoted].filter(({holds}) => !holds)}]
    );
    expect(failing).toEqual([]);
  });

  test("flag the export figure of 1999: no series of the flow gives 42 billion, one of the other direction does", () => {
    const {computed, tests, quoted} = claimOf("claim-35");
    expect(computed).toBe("contradicted");
    expect(tests.map(({value}) => value?.low)).toEqual([4, 0]);
    expect(quoted.at(-1)!.value?.counted).toEqual(["china-customs-exports:1999"]);
  });

  test("name as evidence only what the case holds", () => {
    const known = new Set([
      ...bundled.measures.flatMap(({id, life}) => [id, ...life.map((event) => event.id)]),
      ...bundled.sources.map(({id}) => id),
      ...bundled.trade!.columns.flatMap(({id}) => bundled.trade!.years.map((year) => `${id}:${year}`)),
      ...bundled.trade!.years.map(String)
    ]);
    expect(results.flatMap(({evidence}) => evidence).filter((id) => !known.has(id))).toEqual([]);
  });

  test("do not depend on the order of the lives", () => {
    expect(runClaims(bundled, lives.toReversed())).toEqual(results);
  });
});

describe("a change in the record makes the claim that rests on it disagree", () => {
  const waiver = "faa-620f-aid-ban-1962-1985-12-11-suspended-waived";
  test.each<[string, string, Case, string | null]>([
    ["claim-18", "the waiver of 1985 is gone", withEvent(waiver, () => null), "supported"],
    [
      "claim-18",
      "the aid ban is lifted in 1985",
      withEvent(waiver, (event) => ({...event, verb: "lifted"})),
      "supported"
    ],
    [
      "claim-24",
      "one act of relief of the 1990s is gone: the verdict stands, the number does not",
      withEvent("crypto-usml-suspension-1995-06-22-lifted", () => null),
      "supported"
    ],
    [
      "claim-30",
      "full status begins in 2000",
      withEvent("mfn-withdrawal-1951-2001-12-27-lifted", (event) => ({
        ...event,
        order: 1,
        effective: exactly(civilDay(2000, 12, 27)!)
      })),
      "supported"
    ],
    [
      "claim-02",
      "the Ex-Im bar of 1986 ends in 1994, so that up to 9 of 18 are closed",
      withEvent("exim-marxist-leninist-1986-1994-09-30-suspended-waived", (event) => ({...event, verb: "lifted"})),
      "supported"
    ],
    ["claim-32", "trade does not fall in 2009", withFigure("bea-imports", 2009, () => 400_000), "contradicted"],
    ["claim-35", "a series gives 42 billion", withFigure("china-customs-imports", 1999, () => 42_000), "supported"],
    ["claim-38", "US exports of 2023 are a fifth", withFigure("census-recent-exports", 2023, (x) => x / 5), "supported"]
  ])("%s: %s", (id, _, changed, computed) => {
    expect(claimOf(id)).toMatchObject({agrees: true});
    expect(claimOf(id, changed)).toMatchObject({computed, agrees: false});
  });
});

/** Records in which nothing or everything happened, and series that say something else. */
const others: {readonly one: Case; readonly lives: readonly Life[]}[] = [
  {one: bundled, lives: lives.map((life) => ({...life, steps: []}))},
  {one: bundled, lives: lives.map(crowded)},
  ...[(): number => 42_000, (value: number, i: number) => value * (i % 2 === 0 ? 0.3 : 3)].map((change) => ({
    one: {
      ...bundled,
      trade: {
        ...bundled.trade!,
        columns: bundled.trade!.columns.map((column) => ({
          ...column,
          values: column.values.map((value, i) => (value === null ? null : change(value, i)))
        }))
      }
    },
    lives
  })),
  {
    one: {
      ...bundled,
      trade: {...bundled.trade!, columns: bundled.trade!.columns.filter(({id}) => /^census-country/.test(id))}
    },
    lives
  },
  {
    one: {...bundled, sources: bundled.sources.map((source) => ({...source, issued: {"date-parts": [[2020, 1, 1]]}}))},
    lives
  }
];

/** Every verb, with every tag, on each 1 December; in force all the time. */
function crowded({measure, problems}: Life): Life {
  const template = measure.life[0]!;
  const tags = [...new Set(bundled.measures.flatMap(({life}) => life.flatMap((event) => event.tags)))];
  const steps = Array.from({length: 77}, (_, i) => exactly(civilDay(1949 + i, 12, 1)!)).flatMap((when) =>
    verbs.map((verb) => ({
      cause: {kind: "act" as const, event: {...template, verb, tags, motives: []}},
      when,
      standing: "inForce" as const,
      ahead: false
    }))
  );
  return {measure, problems, steps};
}

test("every test of every claim fails in some other record: none is true whatever the data say", () => {
  const idle = bundled.claims.flatMap(({id, method, quoted = []}) =>
    [...(method.kind === "query" ? method.tests : []), ...quoted]
      .filter((one) =>
        others.every((other) => {
          try {
            return runTest(one, groundOf(other.one, other.lives)).holds;
          } catch {
            return true; // a series that was taken away says nothing of the test
          }
        })
      )
      .map(({name}) => `${id}: ${name}`)
  );
  expect(idle).toEqual([]);
});
