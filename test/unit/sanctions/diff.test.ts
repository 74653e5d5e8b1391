import {expect, test} from "vitest";
import {diff} from "../../../src/sanctions/diff.ts";
import type {Event} from "../../../src/sanctions/event.ts";
import {d, event, live} from "./make.ts";

const kind = (...events: Event[]) => diff([live(events)], d("1990-01-01"), d("1991-01-01"))[0]?.kind;

test("imposed between the days is new", () => expect(kind(event("imposed", "1990-06-01"))).toBe("new"));
test("threatened between the days is new", () => expect(kind(event("threatened", "1990-06-01"))).toBe("new"));
test("lifted between the days is ended", () =>
  expect(kind(event("imposed", "1989-01-01"), event("lifted", "1990-06-01"))).toBe("ended"));
test("eased is lighter, and reimposed after relief heavier", () => {
  expect(kind(event("imposed", "1989-01-01"), event("eased", "1990-06-01"))).toBe("lighter");
  expect(kind(event("imposed", "1989-01-01"), event("waived", "1989-06-01"), event("reimposed", "1990-06-01"))).toBe(
    "heavier"
  );
});
test("a threat that is carried out is heavier", () =>
  expect(kind(event("threatened", "1989-01-01"), event("imposed", "1990-06-01"))).toBe("heavier"));
test("a list that grows leaves the standing unchanged and is listed", () =>
  expect(kind(event("imposed", "1989-01-01"), event("tightened", "1990-06-01"))).toBe("unchanged"));
test("a measure that was imposed and lifted between the days came and went", () =>
  expect(kind(event("imposed", "1990-02-01"), event("lifted", "1990-06-01"))).toBe("cameAndWent"));
test("a measure that had ended, came back and ended again between the days came and went", () =>
  expect(
    kind(
      event("imposed", "1980-01-01"),
      event("lifted", "1981-01-01"),
      event("reimposed", "1990-02-01"),
      event("lifted", "1990-06-01")
    )
  ).toBe("cameAndWent"));

test("a step counts after the first day, and on the second", () => {
  const steps = (day: string) => diff([live([event("imposed", day)])], d("1990-01-01"), d("1991-01-01")).length;
  expect([steps("1990-01-01"), steps("1990-01-02"), steps("1991-01-01"), steps("1991-01-02")]).toEqual([0, 1, 1, 0]);
});

test("a step that may lie between the days is listed", () => {
  expect(diff([live([event("imposed", "1990")])], d("1990-06-01"), d("1990-06-02"))).toHaveLength(1);
});

test("a change is placed when one of its steps is, and not when all may lie before, between or after the days", () => {
  const placed = (...events: Event[]) => diff([live(events)], d("1990-06-01"), d("1990-07-01"))[0]?.placed;
  expect(placed(event("imposed", "1990"))).toBe(false);
  expect(placed(event("imposed", "1990-06-15"))).toBe(true);
  expect(placed(event("imposed", "1990-06-02/1991"))).toBe(true);
  expect(placed(event("imposed", "1989/1990-07-01"))).toBe(true);
  expect(placed(event("imposed", "1980-01-01"), event("tightened", "1990-06-15"), event("lifted", "?"))).toBe(true);
});

test.each(["1990-01-01", "1990"])("there is no difference between a day and itself, also by a step of %s", (when) => {
  expect(diff([live([event("imposed", when)])], d("1990-01-01"), d("1990-01-01"))).toEqual([]);
});

test("days in reverse are refused", () => {
  expect(() => diff([], d("1991-01-01"), d("1990-01-01"))).toThrow(
    expect.objectContaining({kind: "incorrect", code: "sanctions/from-after-to"})
  );
});

test("changes come by measure id", () => {
  const lives = ["b", "a"].map((id) => live([event("imposed", "1990-06-01")], {id}));
  expect(diff(lives, d("1990-01-01"), d("1991-01-01")).map(({life}) => life.measure.id)).toEqual(["a", "b"]);
});
