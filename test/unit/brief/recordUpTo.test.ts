import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {recordUpTo} from "../../../src/brief/recordUpTo.ts";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import {type Event, operative} from "../../../src/sanctions/event.ts";
import {inOrder, lifeOf} from "../../../src/sanctions/life.ts";
import type {Measure} from "../../../src/sanctions/measure.ts";
import type {Standing} from "../../../src/sanctions/standing.ts";
import {addDays, type Day, FIRST_DAY, formatDay, LAST_DAY} from "../../../src/time/day.ts";
import {isExact} from "../../../src/time/impreciseDay.ts";
import {BASE, legalLife, onlyLegal} from "../../property/lives.ts";
import {d, event, measure, told} from "../sanctions/make.ts";
import {usChina} from "./cases.ts";

const {coverage, measures} = usChina;

/** Every day on which the dates of an event begin, end or were announced, and the day before. */
const days = [
  ...new Set(
    measures
      .flatMap(({life}) => life)
      .flatMap((one) => [operative(one), one.announced ?? operative(one)])
      .flatMap(({earliest, latest}) => [earliest, latest])
      .filter((day) => day > FIRST_DAY && day < LAST_DAY)
      .flatMap((day) => [addDays(day, -1), day])
  )
].sort((a, b) => a - b);

/** Where a measure stands on the day by what was on record then. */
function standingsThen(one: Measure, on: Day, complete: Day): readonly Standing[] {
  const [life] = recordUpTo([one], on, complete);
  return life === undefined ? ["notYet"] : standingAsOf(life, on).standings;
}

describe("the US–China record on every day on which it moves", () => {
  test("what was on record is a legal life", () => {
    const problems = days.flatMap((on) =>
      recordUpTo(measures, on, coverage.to).flatMap((life) =>
        life.problems.map(({message}) => [formatDay(on), message])
      )
    );
    expect(problems).toEqual([]);
  });

  test("later acts change nothing, but for ruling out a standing where a date of the life is rough", () => {
    const lives = measures.map((one) => lifeOf(one, coverage.to));
    const narrowed = new Set<string>();
    for (const on of days) {
      for (const life of lives) {
        const [then, now] = [standingsThen(life.measure, on, coverage.to), standingAsOf(life, on).standings];
        const isRough = life.measure.life.some((one) => !isDated(one));
        expect(isRough ? then.filter((one) => now.includes(one)) : then, `${life.measure.id} ${formatDay(on)}`).toEqual(
          now
        );
        if (then.length > now.length) narrowed.add(life.measure.id);
      }
    }
    expect([...narrowed]).toEqual(["zte-entity-list-2016"]);
  });
});

const isDated = (one: Event): boolean => isExact(operative(one)) && (one.expires === undefined || isExact(one.expires));

/** Drops an announcement that comes before an act ahead of it may have happened: nobody announces what cannot follow yet. */
function announcedInOrder(events: readonly Event[]): Event[] {
  let before = -Infinity;
  return inOrder(events).map((one) => {
    const {announced, ...rest} = one;
    const kept = announced !== undefined && announced.latest >= before ? one : rest;
    before = Math.max(before, operative(one).earliest);
    return kept;
  });
}

const lives = legalLife(8).map((events) => onlyLegal(announcedInOrder(events)));
const span = fc.integer({min: -5, max: 40}).map((n) => addDays(BASE, n));
const complete = addDays(BASE, 60);

describe("any legal life on any day", () => {
  test("what was on record is a legal life", () => {
    fc.assert(
      fc.property(lives, span, (events, on) => {
        for (const {problems} of recordUpTo([measure(events)], on, complete)) expect(problems).toEqual([]);
      })
    );
  });

  test("later acts can only narrow where it stood: they rule standings out, and bring none in", () => {
    fc.assert(
      fc.property(lives, span, (events, on) => {
        const whole = standingAsOf(lifeOf(measure(events), complete), on).standings;
        expect(standingsThen(measure(events), on, complete)).toEqual(expect.arrayContaining([...whole]));
      })
    );
  });

  test("later acts change nothing when every day is known", () => {
    const dated = lives.map((events) => onlyLegal(events.filter(isDated)));
    fc.assert(
      fc.property(dated, span, (events, on) => {
        const whole = standingAsOf(lifeOf(measure(events), complete), on).standings;
        expect(standingsThen(measure(events), on, complete)).toEqual(whole);
      })
    );
  });
});

test("a later act may narrow: an easing of about June was over before the lifting of 15 June", () => {
  const one = measure([event("imposed", "1988-01-01"), event("eased", "1989-06~"), event("lifted", "1989-06-15")]);
  const after = d("1989-06-15");
  expect(standingsThen(one, d("1989-06-14"), d("1990-12-31"))).toEqual(["inForce", "eased"]);
  expect(standingsThen(one, after, d("1990-12-31"))).toEqual(["lifted"]);
});

test("an act dated ? waits for the act before it", () => {
  const one = measure([event("imposed", "1951-08-01"), event("expired", "?")]);
  expect(recordUpTo([one], d("1951-07-31"), d("1990-12-31"))).toEqual([]);
  expect(standingsThen(one, d("1951-08-01"), d("1990-12-31"))).toEqual(["inForce", "expired"]);
});

test("an announced act is on record from its announcement, and the term of what has begun is ahead", () => {
  const one = measure([
    event("imposed", "2000-03-01", {announced: "2000-01-10"}),
    event("suspended", "2001-01-01", {expires: "2002-01-01"}),
    event("lifted", "2001-06-01")
  ]);
  const then = (day: string) => recordUpTo([one], d(day), d("2010-12-31")).map(told);
  expect(then("2000-01-09")).toEqual([]);
  expect(then("2000-01-10")).toEqual([["2000-03-01 imposed → inForce"]]);
  expect(then("2001-05-31")).toEqual([
    ["2000-03-01 imposed → inForce", "2001-01-01 suspended → suspended", "2002-01-01… [reimposed] → inForce (ahead)"]
  ]);
  expect(then("2001-06-01")[0]!.at(-1)).toBe("2001-06-01 lifted → lifted");
});
