import {expect, test} from "vitest";
import {standingAsOf} from "../../../src/sanctions/asOf.ts";
import type {Event} from "../../../src/sanctions/event.ts";
import {standingSince} from "../../../src/sanctions/since.ts";
import {d, event, live} from "./make.ts";

const imposed = event("imposed", "1971-06-10");
const since = (day: string, ...events: Event[]) => {
  const found = standingSince(standingAsOf(live([imposed, ...events]), d(day)));
  return found && [found.state.when.text, found.standing.when.text];
};

test("a measure that was eased has been in force since it was imposed, and eased since it was eased", () =>
  expect(since("1981-01-01", event("eased", "1972-02-14"), event("eased", "1980-04-25"))).toEqual([
    "1971-06-10",
    "1972-02-14"
  ]));

test("a list that grew and a threat of more move neither day", () =>
  expect(since("1981-01-01", event("tightened", "1972-02-14"), event("threatened", "1973-01-01"))).toEqual([
    "1971-06-10",
    "1971-06-10"
  ]));

test("a suspension breaks the run in force", () => {
  const events = [event("suspended", "1975-01-01"), event("waived", "1976-01-01"), event("reimposed", "1977-01-01")];
  expect(since("1976-06-01", ...events)).toEqual(["1975-01-01", "1976-01-01"]);
  expect(since("1978-01-01", ...events)).toEqual(["1977-01-01", "1977-01-01"]);
});

test("a measure that may have ended counts since its newest live step, and one that has ended not at all", () => {
  expect(since("1980-06-01", event("lifted", "1980"))).toEqual(["1971-06-10", "1971-06-10"]);
  expect(since("1981-01-01", event("lifted", "1980"))).toBeUndefined();
});
