import {expect, test} from "vitest";
import {outspans, timeline} from "../../../src/sanctions/timeline.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";
import {d, event, live} from "./make.ts";

const verbsOf = (...args: Parameters<typeof live>) => timeline([live(...args)]).map(({verb}) => verb);

test("steps of all lives come by day, then by the verb's place in a day, then by measure", () => {
  const lives = [
    live([event("imposed", "1990-01-01"), event("eased", "1991-01-01")], {id: "b"}),
    live([event("imposed", "1990-01-01"), event("lifted", "1991-01-01")], {id: "a"}),
    live([event("imposed", "1989"), event("lifted", "1991-01-01")], {id: "c"})
  ];
  expect(timeline(lives).map(({life, verb}) => `${life.measure.id} ${verb}`)).toEqual([
    "c imposed",
    "a imposed",
    "b imposed",
    "b eased",
    "a lifted",
    "c lifted"
  ]);
});

test("a clock is an entry with the verb that it strikes", () =>
  expect(verbsOf([event("imposed", "1990-01-01", {expires: "1991-01-01"})])).toEqual(["imposed", "expired"]));

test("an end of which no day is known does not stand before the beginning", () =>
  expect(verbsOf([event("imposed", "1951-06-01"), event("expired", "?")])).toEqual(["imposed", "expired"]));

test("one life stands in the timeline in its own order, `order` included", () =>
  expect(
    verbsOf([
      event("imposed", "1990-01-01"),
      event("lifted", "1991-01-01", {order: 1}),
      event("reimposed", "1991-01-01", {order: 2})
    ])
  ).toEqual(["imposed", "lifted", "reimposed"]));

test.each([
  ["1990", true],
  ["?", true],
  ["1990-06-15", false],
  ["1990-06", false],
  ["1990-05-31/1990-07-01", true],
  ["1990-06-01/1990-07-01", false],
  ["1990-05-31/1990-06-30", false]
])("a day of %s outspans June 1990: %s", (when, expected) =>
  expect(outspans(parseEdtf(when), d("1990-06-01"), d("1990-06-30"))).toBe(expected)
);
