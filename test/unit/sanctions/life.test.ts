import {describe, expect, test} from "vitest";
import type {Event} from "../../../src/sanctions/event.ts";
import {apply, inOrder, isDated, START} from "../../../src/sanctions/life.ts";
import {d, event, live, told} from "./make.ts";

describe("the order of a life", () => {
  test("a bar imposed and waived on one day is imposed first, however the file lists them", () => {
    const [imposed, waived] = [event("imposed", "1990-02-16"), event("waived", "1990-02-16")];
    const expected = ["1990-02-16 imposed → inForce", "1990-02-16 waived → waived"];
    expect(told(live([imposed, waived]))).toEqual(expected);
    expect(told(live([waived, imposed]))).toEqual(expected);
  });

  test("`order` overrules the verbs' own order on one day", () => {
    const life = live([
      event("imposed", "1990"),
      event("lifted", "1991-01-01", {order: 1}),
      event("reimposed", "1991-01-01", {order: 2})
    ]);
    expect(life.problems).toEqual([]);
    expect(told(life).slice(1)).toEqual(["1991-01-01 lifted → lifted", "1991-01-01 reimposed → inForce"]);
  });

  test("the effective day orders an event, and the announced day where there is no effect on record", () => {
    const announcedOnly = event("threatened", "1990", {announced: "1991-01-01"});
    const {effective: _, ...threat} = announcedOnly;
    expect(inOrder([threat, event("imposed", "1990-06-01", {announced: "1989-01-01"})]).map(({verb}) => verb)).toEqual([
      "imposed",
      "threatened"
    ]);
  });

  test("a month is listed at its first day: an exact day of that month comes later", () => {
    expect(told(live([event("imposed", "1990-06-15"), event("threatened", "1990-06")]))).toEqual([
      "1990-06-01…1990-06-15 threatened → threatened",
      "1990-06-15 imposed → inForce"
    ]);
  });

  test("an event of which no day is known opens the life or closes it", () => {
    expect(told(live([event("imposed", "?"), event("tightened", "1990-01-01"), event("expired", "?")]))).toEqual([
      "0001-01-01…1990-01-01 imposed → inForce",
      "1990-01-01 tightened → inForce",
      "1990-01-01… expired → expired"
    ]);
  });

  test("an event with neither an announced nor an effective day is a fault of the caller", () => {
    const {effective: _, ...dayless} = event("imposed", "1990");
    expect(() => live([dayless, event("lifted", "1991")])).toThrow("neither an announced nor an effective day");
  });
});

describe("what is refused", () => {
  test("only reimposed names relief that it takes back, and only relief of this life before it", () => {
    const [imposed, eased] = [event("imposed", "1990-01-01"), event("eased", "1991-01-01")];
    const problemOf = (...events: Event[]) => live([imposed, eased, ...events]).problems.map(({message}) => message);
    expect(problemOf(event("reimposed", "1992-01-01", {ends: [eased.id]}))).toEqual([]);
    expect(problemOf(event("reimposed", "1992-01-01", {ends: [eased.id, "waived 1993-01-01"]}))).toEqual([
      "impossible ends of reimposed on 1992-01-01: waived 1993-01-01; name relief of this measure before it (eased 1991-01-01)"
    ]);
    expect(problemOf(event("tightened", "1992-01-01", {ends: [eased.id]}))).toEqual([
      "impossible ends of tightened on 1992-01-01: eased 1991-01-01; only reimposed takes relief back, remove ends"
    ]);
  });

  test("an illegal act is left out and listed with what would be legal", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("reimposed", "1990-02-01"),
      event("lifted", "1990-03-01")
    ]);
    expect(told(life)).toEqual(["1990-01-01 imposed → inForce", "1990-03-01 lifted → lifted"]);
    expect(life.problems.map(({event, code}) => [event.id, code])).toEqual([
      ["reimposed 1990-02-01", "sanctions/illegal-verb"]
    ]);
    expect(life.problems[0]!.message).toMatch(
      /^impossible reimposed on 1990-02-01: the measure is in force, and it is in force in full; .* use tightened \(legal here: .*lifted.*\)$/
    );
  });

  test("dates that leave no day for a step are a problem", () => {
    const life = live([event("imposed", "1990-01-01", {expires: "1989-06"})]);
    expect(life.problems.map(({code}) => code)).toContain("sanctions/dates-cross");
    expect(life.problems[0]!.message).toMatch(/the neighbouring events leave no day for it .*; narrow its date/);
  });
});

describe("relief", () => {
  test("relief of a part leaves the rest in force, eased", () => {
    expect(told(live([event("imposed", "1990-01-01"), event("waived", "1991-01-01", {extent: "part"})]))).toEqual([
      "1990-01-01 imposed → inForce",
      "1991-01-01 waived → eased"
    ]);
  });

  test("relief of a part of what is waived as a whole leaves it waived", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("waived", "1991-01-01"),
      event("suspended", "1992-01-01", {extent: "part"})
    ]);
    expect(told(life).at(-1)).toBe("1992-01-01 suspended → waived");
  });

  test("when the waiver of the whole runs out, relief of a part is still there", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("eased", "1991-01-01"),
      event("waived", "1992-01-01", {expires: "1993-01-01"})
    ]);
    expect(told(life).slice(1)).toEqual([
      "1991-01-01 eased → eased",
      "1992-01-01 waived → waived",
      "1993-01-01 [reimposed] → eased"
    ]);
  });

  test("reimposed takes all relief back, and the clocks of it", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("waived", "1991-01-01", {expires: "1993-01-01"}),
      event("reimposed", "1992-01-01")
    ]);
    expect(told(life).slice(2)).toEqual(["1992-01-01 reimposed → inForce"]);
  });

  test("relief that was taken back is forgotten: a later waiver that runs out brings the measure back in full", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("eased", "1991-01-01"),
      event("reimposed", "1992-01-01"),
      event("waived", "1993-01-01", {expires: "1994-01-01"})
    ]);
    expect(told(life).slice(3)).toEqual(["1993-01-01 waived → waived", "1994-01-01 [reimposed] → inForce"]);
  });

  test("a new waiver of the whole takes the place of the one before and of its clock", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("waived", "1991-01-01", {expires: "1992-01-01"}),
      event("waived", "1991-07-01", {expires: "1993-01-01"})
    ]);
    expect(told(life).slice(3)).toEqual(["1993-01-01 [reimposed] → inForce"]);
  });

  test("two reliefs of parts run out one by one", () => {
    const life = live([
      event("imposed", "1990-01-01"),
      event("eased", "1991-01-01", {expires: "1994-01-01"}),
      event("waived", "1992-01-01", {extent: "part", expires: "1993-01-01"})
    ]);
    expect(told(life).slice(3)).toEqual(["1993-01-01 [reimposed] → eased", "1994-01-01 [reimposed] → inForce"]);
  });
});

describe("imprecise neighbours", () => {
  test("a step is not before the one before it, and not after the one after it", () => {
    const life = live([event("imposed", "1990"), event("eased", "1990-06"), event("lifted", "1990-06-20")]);
    expect(told(life)).toEqual([
      "1990-01-01…1990-06-20 imposed → inForce",
      "1990-06-01…1990-06-20 eased → eased",
      "1990-06-20 lifted → lifted"
    ]);
    expect(life.steps.map(isDated)).toEqual([false, false, true]);
  });

  test("narrowing leaves the event itself as written", () => {
    const [imposed] = [event("imposed", "1990")];
    const life = live([imposed, event("lifted", "1990-06-20")]);
    expect(life.steps[0]!.when.text).toBe("1990");
    expect(imposed.effective!.latest).toBe(d("1990-12-31"));
  });
});

test("a life without events has no step, and the fold starts at notYet", () => {
  expect(live([])).toMatchObject({steps: [], problems: []});
  expect(START).toEqual({standing: "notYet", reliefs: [], hold: null, clocks: []});
});

test("apply changes nothing it is given", () => {
  const first = apply(START, event("imposed", "1990-01-01", {expires: "1991-01-01"}));
  if (!("fold" in first)) throw new Error("imposed is legal at the start");
  const copy = structuredClone(first.fold);
  apply(first.fold, event("lifted", "1990-06-01"));
  expect(first.fold).toEqual(copy);
  expect(START.clocks).toEqual([]);
});
