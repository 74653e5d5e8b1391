import {expect, test} from "vitest";
import {spellColumns} from "../../../src/studies/spellColumns.ts";
import {spellsOf} from "../../../src/studies/spells.ts";
import {addDays} from "../../../src/time/day.ts";
import {coverage, lasting, one, START} from "./lifetimes.ts";

const columnsOf = (lives: ReturnType<typeof lasting>[], bound: "low" | "high", from = START) => {
  const {entry, exit, event, cluster} = spellColumns(spellsOf(one, lives, {ended: "lifted", from}).spells, bound);
  return {entry: [...entry], exit: [...exit], event: [...event], cluster: [...cluster]};
};

const lives = [
  lasting("a", [["lifted", 10, 5]], {package: "z"}),
  lasting("b", [["superseded", 20]], {package: "y"}),
  lasting("c", [], {package: "z"}),
  lasting("d", [["lifted", 0, 3]])
];
const open = coverage.to - START;

test("each bound has its exits; a spell that had not ended has one; no spell is of no length", () => {
  const same = {entry: [0, 0, 0, 0], event: [1, 2, 0, 1], cluster: [2, 1, 2, 0]};
  expect(columnsOf(lives, "low")).toEqual({...same, exit: [10, 20, open, 0.5]});
  expect(columnsOf(lives, "high")).toEqual({...same, exit: [15, 20, open, 3]});
});

test("late entry is cut from the columns, and what by one bound had ended before it counts half a day", () => {
  const from = addDays(START, 12);
  expect(columnsOf(lives.slice(0, 3), "low", from)).toMatchObject({entry: [12, 12, 12], exit: [12.5, 20, open]});
  expect(columnsOf(lives.slice(0, 3), "high", from)).toMatchObject({entry: [12, 12, 12], exit: [15, 20, open]});
});
