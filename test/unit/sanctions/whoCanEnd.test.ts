import {expect, test} from "vitest";
import type {AuthorityKind} from "../../../src/sanctions/measure.ts";
import {whoCanEnd} from "../../../src/sanctions/whoCanEnd.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";
import {d} from "./make.ts";

const ends = (...kinds: AuthorityKind[]) => {
  const {ender, because} = whoCanEnd({authorities: kinds.map((kind, i) => ({cite: `${kind} ${i}`, kind}))});
  return `${ender}: ${because.map(({cite}) => cite).join(", ")}`;
};

test("the executive ends what it made under a delegation", () => {
  expect(ends("delegation", "order")).toBe("order: delegation 0, order 1");
  expect(ends("regulation")).toBe("order: regulation 0");
});
test("a statute that commands the measure needs Congress", () =>
  expect(ends("order", "statute")).toBe("statute: statute 1"));
test("an agreement or a resolution needs the others, whatever else there is", () => {
  expect(ends("statute", "agreement")).toBe("allies: agreement 1");
  expect(ends("order", "resolution", "agreement")).toBe("allies: resolution 1, agreement 2");
});
test("a judgment alone is for the court, and beside an order it is not", () => {
  expect(ends("judgment")).toBe("court: judgment 0");
  expect(ends("judgment", "order")).toBe("order: order 1");
});
test("on a day only the authorities of that day count: an announcement is the executive's until a statute takes it up", () => {
  const authorities = [{cite: "Act", kind: "statute" as const, from: parseEdtf("1990-02-16")}];
  expect(whoCanEnd({authorities}, d("1990-02-15"))).toEqual({ender: "order", because: []});
  expect(whoCanEnd({authorities}, d("1990-02-16")).ender).toBe("statute");
  expect(whoCanEnd({authorities}).ender).toBe("statute");
});
