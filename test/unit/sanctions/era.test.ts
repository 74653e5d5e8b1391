import {expect, test} from "vitest";
import {eraOf} from "../../../src/sanctions/era.ts";
import {d} from "./make.ts";

const eras = [
  {id: "a", title: "A", from: d("1949-01-01"), to: d("1969-07-21")},
  {id: "b", title: "B", from: d("1969-07-21"), to: null}
];

test("the day on which an era ends belongs to the next, and the last is open", () => {
  expect(
    ["1948-12-31", "1949-01-01", "1969-07-20", "1969-07-21", "2999-01-01"].map((day) => eraOf(eras, d(day))?.id)
  ).toEqual([undefined, "a", "a", "b", "b"]);
});
