import {expect, test} from "vitest";
import {escalationStops, STOP_WITHIN_DAYS} from "../../../src/sanctions/escalationStops.ts";
import type {Event} from "../../../src/sanctions/event.ts";
import {addDays, formatDay} from "../../../src/time/day.ts";
import {d, event, live} from "./make.ts";

const imposed = event("imposed", "2018-01-01");
const after = (days: number) => formatDay(addDays(d("2018-01-01"), days));
const stops = (...events: Event[]) => escalationStops([live(events)]).map(({days, certainty}) => [...days, certainty]);

test("relief on day 180 is a stop and on day 181 is none", () => {
  expect(STOP_WITHIN_DAYS).toBe(180);
  expect(stops(imposed, event("eased", after(180)))).toEqual([[180, 180, "certain"]]);
  expect(stops(imposed, event("eased", after(181)))).toEqual([]);
});

test("relief on the very day of the pressure is no stop, and uses the pressure up", () => {
  expect(stops(imposed, event("waived", after(0)))).toEqual([]);
  expect(stops(imposed, event("eased", after(0)), event("eased", after(10)))).toEqual([]);
  expect(stops(imposed, event("eased", after(1)))).toEqual([[1, 1, "certain"]]);
});

test("relief that may be of the very day is a possible stop", () =>
  expect(stops(imposed, event("eased", `${after(0)}/${after(9)}`))).toEqual([[0, 9, "possible"]]));

test("what a court stays or strikes down is told from what the sender relieves", () => {
  const causes = (...events: Event[]) => escalationStops([live(events)]).map(({cause}) => cause);
  expect(causes(imposed, event("suspended", after(9), {actor: "court"}))).toEqual(["court"]);
  expect(causes(imposed, event("annulled", after(9)))).toEqual(["court"]);
  expect(causes(imposed, event("suspended", after(9)))).toEqual(["relief"]);
  expect(causes(imposed, event("suspended", after(9), {actor: "allies"}))).toEqual(["relief"]);
});

test("an imprecise relief that may lie within the limit is a possible stop", () =>
  expect(stops(imposed, event("eased", `${after(170)}/${after(190)}`))).toEqual([[170, 190, "possible"]]));

test("days run from the newest pressure, and each pressure meets its first relief only", () => {
  expect(
    stops(imposed, event("tightened", after(100)), event("eased", after(110)), event("lifted", after(120)))
  ).toEqual([[10, 10, "certain"]]);
});

test("relief that comes too late uses up its pressure", () =>
  expect(stops(imposed, event("eased", after(200)), event("lifted", after(201)))).toEqual([]));

test("a threat withdrawn is no stop, nor a term that ran out", () => {
  expect(stops(event("threatened", "2018-01-01"), event("lifted", "2018-02-01"))).toEqual([]);
  expect(stops(imposed, event("expired", after(30)))).toEqual([]);
});

test("a threat that was raised before it was withdrawn is no stop either", () =>
  expect(
    stops(event("threatened", "2018-01-01"), event("tightened", "2018-01-15"), event("lifted", "2018-02-01"))
  ).toEqual([]));

test("a clock is no pressure", () => {
  const waived = event("waived", after(300), {expires: after(400)});
  expect(stops(imposed, waived, event("lifted", after(410)))).toEqual([]);
});

test("stops of one day come in the same order however the lives are listed", () => {
  const lives = ["a", "b"].map((id) => live([imposed, event("eased", after(5))], {id}));
  const ids = (list: typeof lives) => escalationStops(list).map(({life}) => life.measure.id);
  expect(ids(lives.toReversed())).toEqual(ids(lives));
});
