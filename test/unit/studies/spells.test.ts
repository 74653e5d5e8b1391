import {describe, expect, test} from "vitest";
import type {Case} from "../../../src/casebook/case.ts";
import {type Ending, endings} from "../../../src/studies/ended.ts";
import {type SpellOptions, spellsOf} from "../../../src/studies/spells.ts";
import {d, event, live} from "../sanctions/make.ts";

const coverage = {from: d("1990-01-01"), to: d("1999-12-31")};
const one = {
  coverage,
  eras: [{id: "nineties", title: "The nineties", from: d("1990-01-01"), to: null}],
  parties: [
    {id: "US", name: "United States", kind: "state"},
    {id: "CN", name: "China", kind: "state"},
    {id: "firm", name: "A firm", kind: "company", of: "CN"}
  ]
} as unknown as Case;

const life = (id: string, steps: readonly Parameters<typeof event>[], rest = {}) =>
  live(
    steps.map(([verb, when, more]) => event(verb, when, {id: `${id} ${verb} ${when}`, ...more})),
    {id, ...rest},
    coverage.to
  );

const run = (lives: ReturnType<typeof life>[], options: SpellOptions) => spellsOf(one, lives, options);

const eased = life("a", [
  ["imposed", "1991-01-01"],
  ["eased", "1991-01-11"],
  ["waived", "1991-01-21"],
  ["expired", "1991-01-31"]
]);

test.each([
  ["lifted", "otherwise", 30],
  ["first-easing", "ended", 10],
  ["any-relief", "ended", 20],
  ["lifted-or-expired", "ended", 30],
  ["revoked", "otherwise", 30]
] satisfies [Ending, string, number][])("under %s the spell is %s after %i days", (ended, cause, days) => {
  const [spell] = run([eased], {ended}).spells;
  expect(spell).toMatchObject({entry: {low: 0, high: 0}, exit: {low: days, high: days}, cause});
});

test("a court's annulment revokes and does not lift", () => {
  const struck = life("a", [
    ["imposed", "1991-01-01"],
    ["annulled", "1991-03-02"]
  ]);
  expect(run([struck], {ended: "revoked"}).spells[0]!.cause).toBe("ended");
  expect(run([struck], {ended: "lifted"}).spells[0]!.cause).toBe("otherwise");
});

test("a spell that has not ended is censored on the last day, and knows no upper bound", () => {
  const [spell] = run([life("a", [["imposed", "1999-12-21"]])], {ended: "lifted"}).spells;
  expect(spell).toMatchObject({exit: {low: 10, high: Infinity}, cause: "censored", end: null});
});

test("an end after the last day of observation is not known, an end on it is", () => {
  const lifted = life("a", [
    ["imposed", "1991-01-01"],
    ["lifted", "1991-02-01"]
  ]);
  const until = (day: string) => run([lifted], {ended: "lifted", until: d(day)}).spells[0]!;
  expect(until("1991-01-31")).toMatchObject({exit: {low: 30}, cause: "censored"});
  expect(until("1991-02-01")).toMatchObject({exit: {low: 31, high: 31}, cause: "ended"});
});

test("imprecise days give the fewest and the most days, never one in between", () => {
  const rough = life("a", [
    ["imposed", "1991-01"],
    ["lifted", "1992"]
  ]);
  expect(run([rough], {ended: "lifted"}).spells[0]).toMatchObject({
    exit: {low: d("1992-01-01") - d("1991-01-31"), high: d("1992-12-31") - d("1991-01-01")},
    cause: "ended"
  });
});

test("an end that may fall after the last day is censored at the last day on which it certainly had not come", () => {
  const rough = life("a", [
    ["imposed", "1991-01-01"],
    ["lifted", "1992"]
  ]);
  expect(run([rough], {ended: "lifted", until: d("1992-06-30")}).spells[0]).toMatchObject({
    exit: {low: 364, high: Infinity},
    cause: "censored",
    end: null
  });
});

test("observation from a later day makes a spell enter late and leaves out what had ended", () => {
  const long = life("long", [
    ["imposed", "1991-01-01"],
    ["lifted", "1995-01-01"]
  ]);
  const short = life("short", [
    ["imposed", "1991-01-01"],
    ["lifted", "1992-01-01"]
  ]);
  const table = run([long, short], {ended: "lifted", from: d("1992-01-01")});
  expect(table.spells).toMatchObject([{id: "long", entry: {low: 365, high: 365}, exit: {low: 1461, high: 1461}}]);
  expect(table.excluded).toEqual([{id: "short", reason: "ended before the first day of observation"}]);
});

test("each spell that is left out has its reason", () => {
  const table = run(
    [
      life("threat", [
        ["threatened", "1991-01-01"],
        ["lifted", "1991-02-01"]
      ]),
      life("late", [["imposed", "2001-01-01"]]),
      life("same-day", [
        ["imposed", "1991-01-01"],
        ["waived", "1991-01-01"]
      ])
    ],
    {ended: "any-relief"}
  );
  expect(table.spells).toEqual([]);
  expect(table.excluded).toEqual([
    {id: "late", reason: "began after the last day of observation, or may have"},
    {id: "same-day", reason: "ended on the day on which it began"},
    {id: "threat", reason: "never in force"}
  ]);
});

test("time may run from the first threat", () => {
  const threatened = life("a", [
    ["threatened", "1991-01-01"],
    ["imposed", "1991-01-11"],
    ["lifted", "1991-01-31"]
  ]);
  expect(run([threatened], {ended: "lifted", origin: "threat"}).spells[0]!.exit.low).toBe(30);
  expect(run([threatened], {ended: "lifted"}).spells[0]).toMatchObject({exit: {low: 20}, factors: {threat: "yes"}});
});

describe("a package", () => {
  const first = life(
    "a",
    [
      ["imposed", "1991-01-01"],
      ["eased", "1991-01-11"],
      ["lifted", "1991-02-01"]
    ],
    {package: "p"}
  );
  const second = life(
    "b",
    [
      ["imposed", "1991-01-05"],
      ["expired", "1991-03-02"]
    ],
    {package: "p"}
  );

  test("ends with its last measure, by that measure's cause", () => {
    const [spell] = run([first, second], {ended: "lifted", unit: "package"}).spells;
    expect(spell).toMatchObject({id: "p", measures: ["a", "b"], exit: {low: 60, high: 60}, cause: "otherwise"});
  });

  test("is eased by its first relief", () => {
    expect(run([first, second], {ended: "first-easing", unit: "package"}).spells).toMatchObject([
      {exit: {low: 10, high: 10}, cause: "ended"}
    ]);
  });
});

test("the first of a package's imprecise days is bounded by all of them", () => {
  const rough = (id: string, imposed: string, lifted: string) =>
    life(
      id,
      [
        ["imposed", imposed],
        ["lifted", lifted]
      ],
      {package: "p"}
    );
  const members = [rough("a", "1991", "1993-05"), rough("b", "1991-03-01", "1993-05-20")];
  for (const lives of [members, members.toReversed()]) {
    expect(run(lives, {ended: "lifted", unit: "package"}).spells).toMatchObject([
      {
        exit: {low: d("1993-05-20") - d("1991-03-01"), high: d("1993-05-31") - d("1991-01-01")},
        measures: ["a", "b"]
      }
    ]);
    expect(run(lives, {ended: "first-easing", unit: "package"}).spells).toMatchObject([
      {exit: {low: d("1993-05-01") - d("1991-03-01"), high: d("1993-05-20") - d("1991-01-01")}}
    ]);
  }
});

test("late entry counts from the same day of an imprecise origin as the exit does", () => {
  const rough = life("a", [
    ["imposed", "1991"],
    ["lifted", "1992-06-30"]
  ]);
  const [spell] = run([rough], {ended: "lifted", from: d("1992-01-01")}).spells;
  expect(spell).toMatchObject({entry: {low: 1, high: 365}, exit: {low: 182, high: 546}});
});

test("a pair takes in what is aimed at firms of the target", () => {
  const state = life("a", [["imposed", "1991-01-01"]]);
  const firm = life("b", [["imposed", "1992-01-01"]], {targets: ["firm"]});
  expect(run([state, firm], {ended: "lifted", unit: "pair"}).spells).toMatchObject([
    {id: "US → CN", measures: ["a", "b"]}
  ]);
});

test.each(endings)("the order of lives does not matter under %s", (ended) => {
  const lives = [eased, life("b", [["imposed", "1991-01-01"]]), life("c", [["threatened", "1991-01-01"]])];
  expect(run([...lives].reverse(), {ended})).toEqual(run(lives, {ended}));
});
