import {expect, test} from "vitest";
import {adopted, checkDistinct, cutOff, tradeBetween} from "../../../../src/studies/price/adopted.ts";
import {central, type Line, sizeOf, times} from "../../../../src/studies/price/line.ts";
import {equals} from "./priced.ts";

const world = equals(["A", "B", "T"], 10);

test("a member has the sender's wedges on the target, in both directions, and nothing else of it", () => {
  const wedge = (origin: string, destination: string) =>
    ({kind: "closed", origin, destination, sector: "goods", size: [times(0.8)]}) as const;
  const line: Line = {
    of: "m",
    title: "ban",
    rule: "r",
    wedges: [wedge("A", "T"), wedge("T", "A"), wedge("A", "B")],
    transfers: [{from: "T", to: "A", size: [times(5)]}]
  };
  const other = {...line, of: "n", wedges: [wedge("A", "B")]};
  const [own, ...rest] = adopted([line, other], {sender: "A", target: "T", by: "B"});
  expect(rest).toEqual([]);
  expect(own).toMatchObject({
    of: "m",
    rule: "r",
    wedges: [
      {origin: "B", destination: "T"},
      {origin: "T", destination: "B"}
    ]
  });
  expect(own).not.toHaveProperty("transfers");
  for (const {size} of own!.wedges) expect(sizeOf(size, central)).toBe(0.8);
});

test("a cut closes every sector both ways", () => {
  const sectors = ["goods", "finance"];
  expect(cutOff({sectors}, "A", "B", times(1)).wedges.map((w) => `${w.origin}${w.destination} ${w.sector}`)).toEqual([
    "AB goods",
    "AB finance",
    "BA goods",
    "BA finance"
  ]);
  expect(tradeBetween(world, ["A"], ["T"])).toBe(20);
  expect(tradeBetween(world, ["A"], ["B", "T"])).toBe(40);
});

test.each([
  ["studies/country-place", ["A", "X"]],
  ["studies/country-twice", ["A", "T", "A"]]
])("%s", (code, countries) => {
  expect(() => checkDistinct(world, countries)).toThrow(expect.objectContaining({code}));
});
