import {expect, test} from "vitest";
import {acts, easingPath, easings, meanMotives} from "../../../src/sanctions/easings.ts";
import type {Motive, MotiveKey} from "../../../src/sanctions/event.ts";
import {event, live} from "./make.ts";

const NONE = {balancing: 0, economic: 0, socialisation: 0, compliance: 0, domestic: 0, humanitarian: 0, other: 0};
const motive = (weights: Partial<Record<MotiveKey, number>>, coder = "one"): Motive => ({
  coder,
  weights: {...NONE, ...weights},
  rationale: "made for a test"
});

test("easings are acts of relief and endings, oldest first; a clock and a successor are none", () => {
  const life = live([
    event("imposed", "1990-01-01"),
    event("eased", "1991-01-01"),
    event("waived", "1992-01-01", {expires: "1993-01-01"}),
    event("superseded", "1995-01-01")
  ]);
  expect(easings([life]).map(({verb}) => verb)).toEqual(["eased", "waived"]);
});

test("the path counts days since the measure was first in force, as bounds", () => {
  const path = easingPath(live([event("imposed", "1990-01-01/1990-01-03"), event("eased", "1990-01-11/1990-01-12")]));
  expect(path.easings.map(({daysAfter}) => daysAfter)).toEqual([[8, 11]]);
});

test("relief of a mere threat has no days, and its path no first day in force", () => {
  const path = easingPath(live([event("threatened", "1990-01-01"), event("lifted", "1990-06-01")]));
  expect(path.inForceSince).toBeNull();
  expect(path.easings.map(({daysAfter}) => daysAfter)).toEqual([null]);
});

test("easings of one day by one instrument are one act", () => {
  const act = {instrument: "E.O. 13716"};
  const list = easings([
    live([event("imposed", "1990"), event("lifted", "2016-01-16", act)], {id: "a"}),
    live([event("imposed", "1990"), event("lifted", "2016-01-16", act)], {id: "b"}),
    live([event("imposed", "1990"), event("lifted", "2016-01-16")], {id: "c"}),
    live([event("imposed", "1990"), event("lifted", "2016-01", act)], {id: "e"})
  ]);
  expect(acts(list).map(({easings}) => easings.map(({measure}) => measure.id).sort())).toEqual([
    ["e"],
    ["a", "b"],
    ["c"]
  ]);
});

test("mean motives are plain means over what one coder weighed", () => {
  const list = easings([
    live([
      event("imposed", "1990"),
      event("eased", "1991", {motives: [motive({economic: 1}), motive({other: 1}, "two")]}),
      event("waived", "1992", {motives: [motive({economic: 0.5, compliance: 0.5})]}),
      event("lifted", "1993")
    ])
  ]);
  expect(meanMotives(list, "one")).toEqual({coder: "one", n: 2, mean: {...NONE, economic: 0.75, compliance: 0.25}});
  expect(meanMotives(list, "nobody").n).toBe(0);
  expect(meanMotives(list, "nobody").mean.economic).toBeNaN();
});
