import {expect, test} from "vitest";
import {answers, asOf, madeStanding, newestStep, shownStep, standingAsOf} from "../../../src/sanctions/asOf.ts";
import {isOpen} from "../../../src/sanctions/standing.ts";
import {FIRST_DAY, LAST_DAY} from "../../../src/time/day.ts";
import {d, event, live} from "./make.ts";

const life = live([event("imposed", "1989-06-05"), event("eased", "1989-12"), event("lifted", "1991/1992")]);

const on = (day: string) => {
  const {standings, certainty} = standingAsOf(life, d(day));
  return `${standings.join("|")} ${certainty}`;
};

test.each([
  ["1989-06-04", "notYet certain"],
  ["1989-06-05", "inForce certain"],
  ["1989-11-30", "inForce certain"],
  ["1989-12-01", "inForce|eased certain"],
  ["1989-12-30", "inForce|eased certain"],
  ["1989-12-31", "eased certain"],
  ["1990-12-31", "eased certain"],
  ["1991-01-01", "eased|lifted possible"],
  ["1992-12-30", "eased|lifted possible"],
  ["1992-12-31", "lifted certain"]
])("on %s the measure stands at %s", (day, expected) => expect(on(day)).toBe(expected));

test("the steps are those that may be newest; there is none before the first", () => {
  expect(standingAsOf(life, FIRST_DAY).steps).toEqual([]);
  expect(standingAsOf(life, d("1989-12-15")).steps.map(({cause}) => cause.event.verb)).toEqual(["imposed", "eased"]);
  expect(newestStep(standingAsOf(life, LAST_DAY))!.standing).toBe("lifted");
  expect(newestStep(standingAsOf(life, FIRST_DAY))).toBeUndefined();
});

test("the step that made the standing is the first that left it there, not a later threat that moved nothing", () => {
  const waived = live([
    event("imposed", "1951-09-01"),
    event("waived", "1980-02-01"),
    event("threatened", "1992-09-28"),
    event("lifted", "2002-01-01"),
    event("threatened", "2003-01-01")
  ]);
  const made = (day: string) => madeStanding(standingAsOf(waived, d(day)))?.cause.event.id;
  expect(made("1951-08-31")).toBeUndefined();
  expect(made("2001-12-11")).toBe("waived 1980-02-01");
  expect(made("2004-01-01")).toBe("lifted 2002-01-01");
});

test("the step shown is the newest that leaves the measure live, where one does", () => {
  expect(shownStep(standingAsOf(life, d("1991-06-01")))!.standing).toBe("eased");
  expect(shownStep(standingAsOf(life, d("1993-01-01")))!.standing).toBe("lifted");
});

test("a question about the standing is answered certainly, possibly or no", () => {
  expect(answers(standingAsOf(life, d("1990-06-01")), isOpen)).toBe("certainly");
  expect(answers(standingAsOf(life, d("1991-06-01")), isOpen)).toBe("possibly");
  expect(answers(standingAsOf(life, d("1993-01-01")), isOpen)).toBe("no");
});

test("beyond the record a clock leaves two answers and says that it is ahead", () => {
  const waived = live(
    [event("imposed", "2020-01-01"), event("suspended", "2025-01-01", {expires: "2026-11-10"})],
    {},
    d("2025-12-31")
  );
  expect(standingAsOf(waived, d("2026-11-09"))).toMatchObject({
    standings: ["suspended"],
    certainty: "certain",
    ahead: false
  });
  expect(standingAsOf(waived, d("2026-11-10"))).toMatchObject({
    standings: ["suspended", "inForce"],
    certainty: "possible",
    ahead: true
  });
});

test("an act whose window holds the day of the clock that it would stop is refused: its life is not one order", () => {
  const straddled = live([
    event("imposed", "1990-01-01"),
    event("suspended", "1990-03-01", {expires: "1990-06-15"}),
    event("lifted", "1990-06")
  ]);
  expect(straddled.problems.map(({code}) => code)).toEqual(["sanctions/clock-inside-date"]);
});

test("all lives come by measure id", () => {
  const lives = ["c", "a", "b"].map((id) => live([event("imposed", "1990")], {id}));
  expect(asOf(lives, d("1991-01-01")).map((at) => at.life.measure.id)).toEqual(["a", "b", "c"]);
});
