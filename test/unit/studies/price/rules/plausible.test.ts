import {expect, test} from "vitest";
import {pricer} from "../../../../../src/studies/price/pricer.ts";
import * as packages from "../../../../../src/studies/price/rules/packages.ts";
import {elasticitiesFor, elasticitySet} from "../../../../../src/trade/elasticitySets.ts";
import {linesOn, wiod} from "./world.ts";

const before = linesOn("2014-12-31");
const held = linesOn("2025-12-31");
const step = (id: string, lines: typeof before) => ({id, title: id, lines});
const {priced} = pricer(
  {
    baseline: wiod.name,
    checksum: "",
    elasticities: elasticitiesFor(elasticitySet("caliendo-parro-2015"), wiod),
    closure: {kind: "worldShare"},
    seed: 1,
    before,
    reference: step("2014", before),
    steps: [
      step("tariffs of section 301", [...before, ...linesOn("2019-12-31").filter(({of}) => of.startsWith("s301"))]),
      step("standing of 2025", held),
      step("column 2", [...held, packages.columnTwo(["USA"], ["CHN"], wiod)]),
      step("full blocking", [...held, ...packages.fullBlocking(["USA"], ["CHN"], wiod)]),
      step("embargo", [...held, packages.embargo(["USA"], ["CHN"], wiod)])
    ]
  },
  wiod
);

/** Loss of real consumption by step, %. */
const losses = (country: string) =>
  priced.map(({welfareHat}) => 100 * (1 - welfareHat[wiod.countries.indexOf(country)]!));

test("the tariffs of 2018 and 2019 cost the United States what the literature finds, and China more", () => {
  const [usa, china] = [losses("USA")[0]!, losses("CHN")[0]!];
  expect(usa).toBeGreaterThan(0.02); // Fajgelbaum et al. (2020): 0.04 % of GDP, with revenue and gains of producers
  expect(usa).toBeLessThan(0.3); // their loss of buyers alone, before revenue: 0.27 %
  expect(china).toBeGreaterThan(usa);
});

test.each(["USA", "CHN"])("%s loses more from each heavier step", (country) => {
  const list = losses(country);
  expect(list).toEqual(list.toSorted((a, b) => a - b));
  expect(list.at(-1)).toBeLessThan(2); // trade of the two is 3 % of spending in either; gains from trade bound the loss
});
