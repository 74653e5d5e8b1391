import {expect, test} from "vitest";
import type {Era} from "../../../src/sanctions/era.ts";
import {instrumentMix} from "../../../src/sanctions/instrumentMix.ts";
import {d, event, live} from "./make.ts";

const eras: Era[] = [
  {id: "first", title: "First", from: d("1990-01-01"), to: d("2000-01-01")},
  {id: "second", title: "Second", from: d("2000-01-01"), to: null},
  {id: "third", title: "Third", from: d("2030-01-01"), to: null}
];

const lives = [
  live([event("imposed", "1990-01-01"), event("tightened", "1999-12-31"), event("eased", "1999-12-31")], {id: "a"}),
  live([event("threatened", "1995-01-01"), event("imposed", "2000-01-01")], {id: "b", type: "travel-visa"}),
  live([event("imposed", "1998"), event("waived", "1998-06-01", {expires: "1998-07-01"})], {
    id: "c",
    type: "asset-freeze"
  })
];
const [first, second, third] = instrumentMix(lives, eras, d("2025-12-31"));

test("pressure counts in the era of its day; relief, threats and clocks do not", () => {
  expect([first!.acts, second!.acts, third!.acts]).toEqual([3, 1, 0]);
  expect(first!.byType.map(({type, acts}) => [type, acts])).toEqual([
    ["tariff", 2],
    ["asset-freeze", 1]
  ]);
});

test("shares by type and by channel sum to 1, and there are none in an era without pressure", () => {
  for (const mix of [first!, second!]) {
    for (const part of [mix.byType, mix.byChannel]) {
      expect(part.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 14);
    }
  }
  expect(third!.byType).toEqual([]);
  expect(third!.byChannel.every(({share}) => Number.isNaN(share))).toBe(true);
});

test("acts on the last day are counted, and later ones are not", () => {
  expect(instrumentMix(lives, eras, d("1999-12-31"))[0]!.acts).toBe(3);
  expect(instrumentMix(lives, eras, d("1999-12-30"))[0]!.acts).toBe(2);
});
