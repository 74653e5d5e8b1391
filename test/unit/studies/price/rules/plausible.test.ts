import {expect, test} from "vitest";
import type {Line, Wedge} from "../../../../../src/studies/price/line.ts";
import {pricer} from "../../../../../src/studies/price/pricer.ts";
import * as packages from "../../../../../src/studies/price/rules/packages.ts";
import {elasticitiesFor, elasticitySet} from "../../../../../src/trade/elasticitySets.ts";
import {linesOn, wiod} from "./world.ts";

const before = linesOn("2014-07-01");
const held = linesOn("2025-12-31");
const step = (id: string, lines: readonly Line[]) => ({id, title: id, lines});
const section301 = (day: string) => linesOn(day).filter(({of}) => of.startsWith("s301"));
/** The same on the way back. China's tariffs on American goods rose by more than this by rate, and fell on less trade. */
const answered = (lines: readonly Line[]): Line[] => [
  ...lines,
  ...lines.map((line): Line => {
    const back = ({origin, destination, ...wedge}: Wedge): Wedge => ({
      ...wedge,
      origin: destination,
      destination: origin
    });
    return {...line, of: `answer to ${line.of}`, wedges: line.wedges.map(back)};
  })
];
const {priced} = pricer(
  {
    baseline: wiod.name,
    checksum: "",
    elasticities: elasticitiesFor(elasticitySet("caliendo-parro-2015"), wiod),
    closure: {kind: "balanced"},
    seed: 1,
    before,
    reference: step("2014", before),
    steps: [
      step("2018", [...before, ...section301("2018-12-31")]),
      step("2018 answered", [...before, ...answered(section301("2018-12-31"))]),
      step("2019 answered", [...before, ...answered(section301("2019-12-31"))]),
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

// Bown, "US-China Trade War Tariffs: An Up-to-Date Chart", Peterson Institute, with duties of sections 201 and 232, which
// the record has not, and at the trade of 2017. What is left out accounts for at most four points.
test.each([
  ["2018-12-31", 0.12],
  ["2019-12-31", 0.21],
  ["2020-02-14", 0.193]
])("the average tariff on %s is the published one, less what is not in the record", (day, published) => {
  const levied = packages.averageTariff(["USA"], ["CHN"], wiod, linesOn(day))!;
  expect(levied).toBeLessThan(published);
  expect(levied).toBeGreaterThan(published - 0.04);
});

// Fajgelbaum, Goldberg, Kennedy and Khandelwal (2020): 0.04 % of GDP for the tariffs of 2018 on all partners and all
// answers to them, after revenue and the gains of producers. China's part is less; rates nearly doubled in 2019.
test("the tariffs of 2018 and 2019, answered, cost the United States what the literature leaves room for, and China more", () => {
  const [alone, in2018, in2019] = losses("USA") as [number, number, number];
  expect(in2018).toBeGreaterThan(0);
  expect(in2018).toBeLessThan(0.04);
  expect(in2018).toBeGreaterThan(alone); // an answer costs
  expect(in2019).toBeGreaterThan(2 * in2018); // losses grow faster than rates
  expect(in2019).toBeGreaterThan(0.02);
  expect(in2019).toBeLessThan(0.08);
  const china = losses("CHN");
  expect(china[1]).toBeGreaterThan(in2018);
  expect(china[2]).toBeGreaterThan(in2019);
});

test.each(["USA", "CHN"])("%s loses more from each heavier step", (country) => {
  const list = losses(country).slice(3);
  expect(list).toEqual(list.toSorted((a, b) => a - b));
  expect(list.at(-1)).toBeLessThan(2); // trade of the two is 3 % of spending in either; gains from trade bound the loss
});
