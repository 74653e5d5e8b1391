import fc from "fast-check";
import {expect, test} from "vitest";
import {asOf} from "../../../src/sanctions/asOf.ts";
import {indexLives} from "../../../src/sanctions/asOfIndex.ts";
import {isLive} from "../../../src/sanctions/standing.ts";
import {addDays, type Day, formatDay, parseDay} from "../../../src/time/day.ts";
import {dayAt, dayByKey, xOfDay} from "../../../src/web/pages/life/dayAt.ts";
import {countsOf, masksOn, standingRows} from "../../../src/web/pages/life/standingRows.ts";
import {turnsAround, turnsOf} from "../../../src/web/pages/life/turns.ts";
import {lives, record} from "../charts/sample.ts";

const {from: first, to: last} = record.coverage;
const days = fc.integer({min: first, max: last}).map((day) => day as Day);
const index = indexLives(lives);

test("every day has a px of its own, and the px leads back to the day", () => {
  const time = {from: 1949, to: 2026, left: 92, right: 92 + 77 * 400};
  fc.assert(
    fc.property(days, (day) => {
      expect(dayAt(time, xOfDay(time, day))).toBe(day);
    })
  );
});

test.each([
  ["ArrowRight", false, "1989-06-16"],
  ["ArrowUp", false, "1989-06-16"],
  ["ArrowLeft", false, "1989-06-14"],
  ["ArrowLeft", true, "1989-05-15"],
  ["ArrowRight", true, "1989-07-15"],
  ["PageUp", false, "1990-06-15"],
  ["PageDown", false, "1988-06-15"],
  ["PageDown", true, "1979-06-15"],
  ["Home", false, "1949-01-01"],
  ["End", false, "2025-12-31"]
])("%s (Shift: %s) leads from 15 June 1989 to %s", (key, shiftKey, to) => {
  expect(formatDay(dayByKey({key, shiftKey}, parseDay("1989-06-15"), first, last)!)).toBe(to);
});

test("no key leads beyond the record, and other keys lead nowhere", () => {
  const keys = fc.constantFrom("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End");
  fc.assert(
    fc.property(days, keys, fc.boolean(), (day, key, shiftKey) => {
      const to = dayByKey({key, shiftKey}, day, first, last)!;
      expect(to >= first && to <= last).toBe(true);
    })
  );
  expect(dayByKey({key: "a", shiftKey: false}, first, first, last)).toBeUndefined();
});

test("the list of a day is what as-of says of it", () => {
  fc.assert(
    fc.property(days, (day) => {
      const rows = standingRows({lives}, masksOn({index}, day), day);
      const wanted = asOf(lives, day).filter(({standings}) => standings.some(isLive));
      const ofRows = rows.map(({life, standings, certainty}) => [life.measure.id, standings, certainty]);
      expect(ofRows).toEqual(wanted.map(({life, standings, certainty}) => [life.measure.id, standings, certainty]));
      const {inForce, held, threatened, possible} = countsOf(rows);
      expect(inForce + held + threatened + possible).toBe(rows.length);
    }),
    {numRuns: 60}
  );
});

test("between two neighbouring turns no measure certainly takes a step", () => {
  const turns = turnsOf(lives, first, last);
  expect(turns.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(days, (day) => {
      const {latest, next} = turnsAround(turns, day);
      if (latest) expect(latest.day <= day).toBe(true);
      if (next) expect(next.day > day).toBe(true);
      const between = lives.flatMap(({steps}) =>
        steps.filter(({when}) => when.earliest === when.latest && when.earliest > (latest?.day ?? first - 1))
      );
      const nextStep = Math.min(...between.map(({when}) => when.earliest));
      expect(next?.day ?? Number.POSITIVE_INFINITY).toBe(nextStep > last ? Number.POSITIVE_INFINITY : nextStep);
    }),
    {numRuns: 60}
  );
  expect(turnsAround(turns, addDays(turns[0]!.day, -1)).latest).toBeUndefined();
});
