import {expect, test} from "vitest";
import {central, drawn, type Line, type Sampler, sizeOf} from "../../../../../src/studies/price/line.ts";
import * as packages from "../../../../../src/studies/price/rules/packages.ts";
import {flowAt} from "../../../../../src/trade/economy.ts";
import {goods2023, linesOn, wiod} from "./world.ts";

const {countries, sectors, flow, tariff} = wiod;
const at = (sector: string) =>
  flowAt(wiod, countries.indexOf("CHN"), countries.indexOf("USA"), sectors.indexOf(sector));
const GOODS = sectors.slice(0, 11);

/** Average tariff on goods from China to the United States under some lines, at the flows of the baseline. */
function average(lines: readonly Line[], sample: Sampler = central): number {
  const [paid, traded] = GOODS.reduce(
    ([p, t], sector) => {
      const added = lines
        .flatMap(({wedges}) => wedges)
        .filter(
          (one) => one.kind === "tariff" && one.sector === sector && one.origin === "CHN" && one.destination === "USA"
        )
        .reduce((sum, {size}) => sum + sizeOf(size, sample), 0);
      return [p + flow[at(sector)]! * (tariff[at(sector)]! + added), t + flow[at(sector)]!];
    },
    [0, 0]
  );
  return paid / traded;
}

test("an embargo closes every sector both ways between each pair, and nobody with himself", () => {
  const {wedges, rule} = packages.embargo(["USA", "DEU"], ["CHN", "DEU"], wiod);
  expect(rule).toBe("all-trade");
  expect(wedges).toHaveLength(3 * 2 * sectors.length);
  expect(wedges.every(({kind, size}) => kind === "closed" && sizeOf(size, central) === 1)).toBe(true);
  expect(wedges.some(({origin, destination}) => origin === destination)).toBe(false);
});

test("full blocking closes services and draws the share of goods", () => {
  const [services, goods] = packages.fullBlocking(["USA"], ["CHN"], wiod);
  expect(services!.wedges.map(({size}) => sizeOf(size, central))).toEqual([1, 1, 1, 1, 1, 1]);
  expect(goods!.wedges).toHaveLength(22);
  expect(goods!.wedges[0]!.size.map(({key}) => key)).toEqual(["rule:dollar-finance:size"]);
  expect(packages.fullBlocking(["USA"], ["CHN"], goods2023).map(({rule}) => rule)).toEqual(["dollar-finance"]);
});

test.each([0.6, 0.2, 0.02, 0])(
  "a tariff to %f is that on average in every draw, beside the tariffs that hold",
  (rate) => {
    const held = linesOn("2025-12-31");
    for (const lines of [[], held]) {
      const line = packages.tariffTo(rate, ["USA"], ["CHN"], wiod, lines);
      for (const sample of [central, drawn(1, 0), drawn(1, 1)])
        expect(average([...lines, line], sample)).toBeCloseTo(rate, 12);
    }
  }
);

test("a lower average leaves no tariff below 0", () => {
  const {wedges} = packages.tariffTo(0.02, ["USA"], ["CHN"], wiod);
  for (const sector of GOODS) {
    const added = wedges.filter((one) => one.sector === sector).map(({size}) => sizeOf(size, central));
    expect(added.length).toBeGreaterThan(0);
    expect(added.reduce((sum, one) => sum + one, tariff[at(sector)]!)).toBeGreaterThanOrEqual(-1e-15);
  }
});

test("column 2 is about a third more on what China sells to the United States", () => {
  const points = average([packages.columnTwo(["USA"], ["CHN"], wiod)]) - average([]);
  expect(points).toBeGreaterThan(0.28); // Pierce & Schott (2016) and Handley & Limão (2017): 0.31 to 0.33
  expect(points).toBeLessThan(0.4);
});

test("controls and bans close a share, on sectors of the baseline", () => {
  const control = packages.exportControls(["USA"], ["CHN"], ["machinery_elec"], 0.5, wiod);
  expect(control.wedges).toMatchObject([{kind: "closed", origin: "USA", destination: "CHN", sector: "machinery_elec"}]);
  const ban = packages.importBan(["USA"], ["CHN"], ["goods"], 1, wiod);
  expect(ban.wedges.map(({sector}) => sector)).toEqual(GOODS);
  expect(ban.wedges.every(({origin}) => origin === "CHN")).toBe(true);
  const halfOfMachinery = packages.exportControls(["USA"], ["CHN"], ["machinery_elec"], 0.5, goods2023);
  expect(sizeOf(halfOfMachinery.wedges[0]!.size, central)).toBeCloseTo(0.5 * 0.2399, 4);
});

test("a sector that the baseline lacks is an error, not an empty line", () => {
  expect(() => packages.importBan(["USA"], ["CHN"], ["other_services"], 1, goods2023)).toThrowError(
    expect.objectContaining({
      code: "studies/rule-sectors",
      message: "no other_services in world2023-goods; it has goods"
    })
  );
  expect(() => packages.tariffTo(0.1, ["USA"], ["PRK"], wiod)).toThrowError(
    expect.objectContaining({code: "studies/country-place"})
  );
});

test("a scaled line has that share of each size, transfers too", () => {
  const line = packages.embargo(["USA"], ["CHN"], wiod);
  const withTransfer: Line = {
    ...line,
    transfers: [{from: "CHN", to: "USA", size: [{key: "a", value: {kind: "exact", value: 8}}]}]
  };
  const half = packages.scaleLine(withTransfer, 0.5);
  expect(half.wedges.every(({size}) => sizeOf(size, central) === 0.5)).toBe(true);
  expect(sizeOf(half.transfers![0]!.size, central)).toBe(4);
});
