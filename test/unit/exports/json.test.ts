import {expect, test} from "vitest";
import {caseJson, sorted} from "../../../src/exports/json.ts";
import {smallCase} from "./smallCase.ts";

test("the document holds every measure, event, text and wording as it stands in the record", () => {
  const read = JSON.parse(caseJson(smallCase));
  expect(read.measures.map((m: {title: string}) => m.title)).toEqual(smallCase.measures.map(({title}) => title));
  for (const same of ["sources", "claims", "parties", "findings", "coders", "trade", "wordings", "checksum"] as const) {
    expect(read[same]).toEqual(smallCase[same]);
  }
  expect(read.eras[1]).toEqual({id: "opening", title: "Opening", from: "1969-07-21", to: null});
  expect(read.measures[1].life[0].effective).toEqual({edtf: "1989-06~", earliest: "1989-05-01", latest: "1989-07-31"});
});

test("the order in which a case was put together does not change a byte", () => {
  const turned = Object.fromEntries(Object.entries(smallCase).reverse()) as typeof smallCase;
  expect(caseJson(turned)).toBe(caseJson(smallCase));
});

test("keys are sorted at every depth and lists are not", () => {
  expect(JSON.stringify(sorted({b: [{d: 1, c: 2}, 1], a: null}))).toBe('{"a":null,"b":[{"c":2,"d":1},1]}');
});
