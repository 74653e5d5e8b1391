import {expect, test} from "vitest";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import type {Ending} from "../../../src/studies/ended.ts";
import {recurrentColumns, recurrentSpellsOf} from "../../../src/studies/recurrentSpells.ts";
import {spellsOf} from "../../../src/studies/spells.ts";
import {addDays} from "../../../src/time/day.ts";
import {lasting, one, START, type Turn} from "./lifetimes.ts";

const until = addDays(START, 100);
const told = (turns: Turn[], ended: Ending) =>
  recurrentSpellsOf(one, [lasting("m", turns)], {ended, until}).spells.map(
    ({number, entry, exit, cause}) => `${number} (${entry}, ${exit}] ${cause}`
  );

const eventful: Turn[] = [
  ["eased", 10],
  ["suspended", 20],
  ["reimposed", 30],
  ["expired", 40],
  ["reimposed", 60],
  ["lifted", 70],
  ["reimposed", 90]
];

test.each([
  ["first-easing", ["1 (0, 10] ended", "2 (30, 40] otherwise", "3 (60, 70] ended", "4 (90, 100] censored"]],
  ["any-relief", ["1 (0, 20] ended", "2 (30, 40] otherwise", "3 (60, 70] ended", "4 (90, 100] censored"]],
  ["lifted", ["1 (0, 40] otherwise", "2 (60, 70] ended", "3 (90, 100] censored"]],
  ["lifted-or-expired", ["1 (0, 40] ended", "2 (60, 70] ended", "3 (90, 100] censored"]]
] satisfies [Ending, string[]][])("under %s each re-imposition after an end opens a spell", (ended, spells) => {
  expect(told(eventful, ended)).toEqual(spells);
});

test("a spell of no whole day keeps its number", () => {
  const turns: Turn[] = [
    ["lifted", 10],
    ["reimposed", 20],
    ["lifted", 20],
    ["reimposed", 30]
  ];
  expect(told(turns, "lifted")).toEqual(["1 (0, 10] ended", "3 (30, 100] censored"]);
});

test("a spell that begins in another era has that era's factors", () => {
  const life = lasting("m", [
    ["lifted", 10],
    ["reimposed", 20_000]
  ]);
  const {spells} = recurrentSpellsOf(one, [life], {ended: "lifted"});
  expect(spells.map(({factors}) => factors.era)).toEqual(["first", "second"]);
});

const lives = [
  lasting("a", eventful, {type: "tariff"}),
  lasting(
    "b",
    [
      ["lifted", 15],
      ["reimposed", 50],
      ["lifted", 85]
    ],
    {type: "arms-embargo", package: "p"}
  ),
  lasting("c", [["lifted", 5]], {type: "tariff", package: "p"}),
  lasting("d", [], {type: "arms-embargo"})
];

test("the first spells are the spells of the plain study", () => {
  const first = recurrentSpellsOf(one, lives, {ended: "lifted", until}).spells.filter(({number}) => number === 1);
  const plain = spellsOf(one, lives, {ended: "lifted", until}).spells;
  expect(first.map(({id, exit, cause}) => [id, exit, cause])).toEqual(
    plain.map(({id, exit, cause}) => [id, exit.low, cause])
  );
});

test("the gap clock starts each spell at 0, the total clock goes on; columns serve the Cox models", () => {
  const {spells} = recurrentSpellsOf(one, lives, {ended: "lifted", until});
  const [total, gap] = [recurrentColumns(spells, "total"), recurrentColumns(spells, "gap")];
  expect([...total.entry]).toEqual([0, 60, 90, 0, 50, 0, 0]);
  expect([...total.exit]).toEqual([40, 70, 100, 15, 85, 5, 100]);
  expect([...gap.entry]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect([...gap.exit]).toEqual([40, 10, 10, 15, 35, 5, 100]);
  expect([...total.event]).toEqual([2, 1, 0, 1, 1, 1, 0]);
  expect([...total.number]).toEqual([1, 2, 3, 1, 2, 1, 1]);
  expect([...total.cluster]).toEqual([0, 0, 0, 2, 2, 2, 1]);
  const covariates = [
    {name: "tariff", values: Float64Array.from(spells, ({factors}) => Number(factors.type === "tariff"))}
  ];
  const ended = total.event.map((code) => Number(code === 1));
  const fit = fitCox({...total, event: ended, covariates});
  expect(fit).toMatchObject({n: 7, events: 4, clusters: 3});
});

test("what is not dated to the day, or never in force, is left out with its reason", () => {
  const rough = lasting("rough", [["lifted", 10, 2]]);
  const harmless = lasting("harmless", [["tightened", 10, 2]]);
  const late = lasting("late", [], {}, 200);
  const table = recurrentSpellsOf(one, [rough, late, harmless], {ended: "lifted", until});
  expect(table.spells.map(({id}) => id)).toEqual(["harmless"]);
  expect(table.excluded).toEqual([
    {id: "late", reason: "never in force by the last day of observation"},
    {id: "rough", reason: "a step that counts is not dated to the day"}
  ]);
});
