import {expect, test} from "vitest";
import {logRank} from "../../../../src/stats/survival/logRank.ts";

const exit = Float64Array.of(1, 2, 3, 4);
const event = Uint8Array.of(1, 1, 0, 1);
const group = Int32Array.of(1, 2, 1, 2);

test.each([
  ["one group", () => logRank({exit, event}, new Int32Array(4)), "survival/one-group"],
  ["no events", () => logRank({exit, event: new Uint8Array(4)}, group), "survival/no-events"],
  [
    "weights that are not copies",
    () => logRank({exit, event, weight: Float64Array.of(1, 1, 0.5, 1)}, group),
    "survival/weight-not-whole"
  ],
  ["strata that part the groups", () => logRank({exit, event}, group, {stratum: group}), "survival/nothing-to-compare"],
  ["a rho that is no number", () => logRank({exit, event}, group, {rho: Number.NaN}), "survival/rho-not-finite"],
  [
    "rho below 0 after S is 0",
    () => logRank({entry: Float64Array.of(0, 2, 2, 2), exit: Float64Array.of(1, 3, 4, 5), event}, group, {rho: -1}),
    "survival/rho-negative"
  ]
])("%s is refused", (_, call, code) => {
  expect(call).toThrow(expect.objectContaining({kind: "incorrect", code}));
});
