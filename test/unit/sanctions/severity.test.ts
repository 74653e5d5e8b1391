import {expect, test} from "vitest";
import {measureTypes} from "../../../src/sanctions/measure.ts";
import {severity} from "../../../src/sanctions/severity.ts";

test("every type has a severity in (0, 1], and an embargo has the highest", () => {
  expect(Object.keys(severity).sort()).toEqual([...measureTypes].sort());
  const values = measureTypes.map((type) => severity[type]);
  expect(values.every((value) => value > 0 && value <= 1)).toBe(true);
  expect(Math.max(...values)).toBe(severity["trade-embargo"]);
});
