import {expect, test} from "vitest";
import {durability} from "../../../src/sanctions/durability.ts";
import type {Event} from "../../../src/sanctions/event.ts";
import {d, event, live} from "./make.ts";

const imposed = event("imposed", "1990-01-01");
const until = d("2000-01-01");
const reliefs = (...events: Event[]) =>
  durability([live([imposed, ...events])], until).reliefs.map(
    ({easing, reversal, days}) => `${easing.verb} ${reversal === null ? "stands" : "reversed"} ${days.join("–")}`
  );

test("relief that an act takes back has lasted to that day", () =>
  expect(reliefs(event("eased", "1991-01-01"), event("reimposed", "1991-01-31"))).toEqual(["eased reversed 30–30"]));

test("relief that its own clock ends is reversed on that day", () =>
  expect(reliefs(event("waived", "1991-01-01", {expires: "1991-12-31"}))).toEqual(["waived reversed 364–364"]));

test("an act that names the relief it takes back leaves other relief alone", () => {
  const waivers = [event("waived", "1991-01-01", {extent: "part"}), event("eased", "1992-01-01")];
  expect(reliefs(...waivers, event("reimposed", "1992-01-31"))).toEqual([
    "waived reversed 395–395",
    "eased reversed 30–30"
  ]);
  expect(reliefs(...waivers, event("reimposed", "1992-01-31", {ends: ["eased 1992-01-01"]}))).toEqual([
    "waived stands 3287–3287",
    "eased reversed 30–30"
  ]);
});

test("what one instrument did to many measures on one day is one act, granted and taken back", () => {
  const truce = {instrument: "A truce"};
  const broken = ["a", "b", "c"].map((id) =>
    live([imposed, event("eased", "1991-01-01", truce), event("reimposed", "1992-01-01", {instrument: "Its end"})], {
      id
    })
  );
  const kept = live([imposed, event("eased", "1991-01-01", truce), event("lifted", "1993-01-01")], {id: "d"});
  expect(durability([...broken, kept], until).acts).toEqual({granted: 2, takenBack: 1, reversals: 1});
});

test("clocks strike each by itself", () => {
  const lives = ["a", "b"].map((id) =>
    live([imposed, event("eased", "1991-01-01", {id: `${id}-eased`, instrument: "A truce", expires: "1992-01-01"})], {
      id
    })
  );
  expect(durability(lives, until).acts).toEqual({granted: 1, takenBack: 1, reversals: 2});
});

test("relief that stands is counted to the last day asked for", () =>
  expect(reliefs(event("lifted", "1999-12-01"))).toEqual(["lifted stands 31–31"]));

test("imprecise days give the fewest and the most", () =>
  expect(reliefs(event("eased", "1991-01-01/1991-01-03"), event("reimposed", "1991-01-10/1991-01-12"))).toEqual([
    "eased reversed 7–11"
  ]));

test("the median takes the middle of what imprecise days leave open", () => {
  const life = live([imposed, event("eased", "1991-01-01/1991-01-03"), event("reimposed", "1991-01-10/1991-01-12")]);
  expect(durability([life], until).byVerb.find(({verb}) => verb === "eased")!.medianDays).toBe(9);
});

test("a heavier rule elsewhere does not take relief back", () =>
  expect(reliefs(event("eased", "1999-12-01"), event("tightened", "1999-12-11"))).toEqual(["eased stands 31–31"]));

test("relief after the last day is left out, and a reversal after it does not count", () => {
  expect(reliefs(event("eased", "2000-01-02"))).toEqual([]);
  expect(reliefs(event("eased", "1999-12-31"), event("reimposed", "2000-01-02"))).toEqual(["eased stands 1–1"]);
});

test("the clock of one relief does not reverse another that still stands", () =>
  expect(
    reliefs(event("eased", "1998-01-01"), event("waived", "1999-01-01", {extent: "part", expires: "1999-02-01"}))
  ).toEqual(["eased stands 730–730", "waived reversed 31–31"]));

test("a threat that is softened or dropped is no relief: nothing had been in force", () => {
  const threat = live([event("threatened", "1990-01-01"), event("eased", "1990-02-01"), event("lifted", "1990-03-01")]);
  expect(durability([threat], until).reliefs).toEqual([]);
});

test("shares and medians by verb; NaN where there is none", () => {
  const lives = [10, 20, 40].map((n) =>
    live([imposed, event("eased", "1991-01-01"), event("reimposed", `1991-01-${n > 31 ? 31 : n + 1}`)], {id: `m${n}`})
  );
  const {byVerb} = durability([...lives, live([imposed, event("eased", "1991-01-01")], {id: "stands"})], until);
  expect(byVerb.find(({verb}) => verb === "eased")).toEqual({
    verb: "eased",
    n: 4,
    reversed: 3,
    share: 0.75,
    medianDays: 20
  });
  expect(byVerb.find(({verb}) => verb === "lifted")).toEqual({
    verb: "lifted",
    n: 0,
    reversed: 0,
    share: Number.NaN,
    medianDays: Number.NaN
  });
});
