import {expect, test} from "vitest";
import {goodsWeights} from "../../../../../src/studies/price/rules/goodsWeights.ts";
import {between, just} from "../../../../../src/studies/price/rules/rule.ts";
import {placeShares} from "../../../../../src/studies/price/rules/sectors.ts";
import {goodsSectors} from "../../../../../src/trade/sectors.ts";
import {goods2023, wiod} from "./world.ts";

const FLOW = ["CHN", "USA"] as const;
const PRINTED = 6e-5; // the weights have four digits

test.each([
  ["CHN", "USA"],
  ["USA", "CHN"],
  ["any", "other"]
])("the weights of goods from %s to %s are those of the baseline", (origin, destination) => {
  const {countries, sectors, flow} = wiod;
  const [N, J] = [countries.length, sectors.length];
  const sums = goodsSectors.map((sector) => {
    let sum = 0;
    for (const [o, from] of countries.entries())
      for (const [d, to] of countries.entries())
        if (origin === "any" ? o !== d : from === origin && to === destination)
          sum += flow[(o * N + d) * J + sectors.indexOf(sector)]!;
    return sum;
  });
  const all = sums.reduce((sum, one) => sum + one, 0);
  const weights = goodsWeights(origin, destination);
  for (const [s, sector] of goodsSectors.entries())
    expect(Math.abs(weights[sector] - sums[s]! / all), sector).toBeLessThan(PRINTED);
});

test("a figure stands on its sector, the one of the group on the others", () => {
  const {on, missing} = placeShares({goods: just(1), mining: just(0.5), services: just(0)}, wiod, FLOW);
  expect(on).toHaveLength(14);
  expect(on.find(({sector}) => sector === "mining")).toEqual({sector: "mining", figure: just(0.5), name: "mining"});
  expect(on.find(({sector}) => sector === "agri")).toEqual({sector: "agri", figure: just(1), name: "goods"});
  expect(missing).toEqual([]);
});

test("one sector of goods takes the weighted figure, and exactly 1 where every good is 1", () => {
  expect(placeShares({goods: just(1)}, goods2023, FLOW).on).toEqual([
    {sector: "goods", figure: just(1), name: "goods"}
  ]);
  const {on, missing} = placeShares({machinery_elec: between(0.2, 0.4, 0.6), other_services: just(1)}, goods2023, FLOW);
  expect(missing).toEqual(["other_services"]);
  expect(on).toHaveLength(1);
  const {figure} = on[0]!;
  if (figure.kind === "exact") throw new Error("a band stays one");
  expect(figure.likely).toBeCloseTo(0.4 * 0.5026, 4);
  expect(figure.high / figure.low).toBeCloseTo(3, 12);
});

test("sectors of an own baseline are taken by name, and others are listed", () => {
  const own = {sectors: ["agri", "oil"]};
  const {on, missing} = placeShares({agri: just(0.1), oil: just(0.2), metals: just(0.3)}, own, FLOW);
  expect(on.map(({sector}) => sector)).toEqual(["agri", "oil"]);
  expect(missing).toEqual(["metals"]);
});
