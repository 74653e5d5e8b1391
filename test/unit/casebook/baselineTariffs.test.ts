import {describe, expect, test} from "vitest";
import {openBaseline} from "../../../src/casebook/baselines.ts";
import {flowAt} from "../../../src/trade/economy.ts";

/**
 * Each tariff stands on the flow that bears it: the destination levies it. What is asked here is known of the schedules
 * of 2014 without any figure of the source, and each test fails where pairs are the other way round.
 */
describe("who levies the tariffs of wiod2014-44x14", () => {
  const {economy} = openBaseline("wiod2014-44x14", ".");
  const {countries, sectors, flow, tariff} = economy;
  const place = (country: string) => countries.indexOf(country);
  const rate = (origin: string, destination: string, sector: string) =>
    tariff[flowAt(economy, place(origin), place(destination), sectors.indexOf(sector))]!;
  const goods = sectors.filter((sector) => !["utilities_constr", "trade_transport", "other_services"].includes(sector));

  /** Mean tariff on goods that the country buys abroad, or sells there, by its flows. */
  function mean(country: string, side: "levied" | "faced"): number {
    let [revenue, traded] = [0, 0];
    for (const other of countries.filter((code) => code !== country)) {
      const [o, d] = (side === "levied" ? [other, country] : [country, other]).map(place) as [number, number];
      for (const sector of goods) {
        const at = flowAt(economy, o, d, sectors.indexOf(sector));
        revenue += tariff[at]! * flow[at]!;
        traded += flow[at]!;
      }
    }
    return revenue / traded;
  }

  test.each(["IND", "KOR", "TUR", "BRA", "MEX"])("%s levies more than it faces", (country) => {
    expect(mean(country, "levied")).toBeGreaterThan(mean(country, "faced"));
  });

  test.each(["USA", "JPN", "CAN", "DEU", "AUS"])("%s levies less than it faces, and below 2.5 %", (country) => {
    expect(mean(country, "levied")).toBeLessThan(mean(country, "faced"));
    expect(mean(country, "levied")).toBeLessThan(0.025);
  });

  test.each([
    ["USA", "KOR", "agri", 0.2],
    ["AUS", "KOR", "food", 0.2],
    ["USA", "IND", "food", 0.2],
    ["DEU", "TUR", "agri", 0.15],
    ["DEU", "NOR", "agri", 0.2],
    ["USA", "JPN", "food", 0.06],
    ["DEU", "CHN", "transport_eq", 0.08],
    ["CHN", "BRA", "textiles", 0.2]
  ] as const)("goods of %s in %s, %s: above %d, and below it the other way", (origin, destination, sector, bound) => {
    expect(rate(origin, destination, sector)).toBeGreaterThan(bound);
    expect(rate(destination, origin, sector)).toBeLessThan(bound / 2);
  });

  const union =
    "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE";
  const members = union.split(" ");

  test("no member of the European Union levies anything on another, nor 1 % on vehicles of Türkiye", () => {
    const within = members.flatMap((o) => members.flatMap((d) => sectors.map((sector) => rate(o, d, sector))));
    expect(Math.max(...within)).toBe(0);
    expect(Math.max(...members.map((member) => rate("TUR", member, "transport_eq")))).toBeLessThan(0.01);
  });

  test("members have one schedule: they levy on an origin more alike than it levies on them", () => {
    const spread = (rates: readonly number[]) => {
      const centre = rates.reduce((sum, value) => sum + value, 0) / rates.length;
      return Math.sqrt(rates.reduce((sum, value) => sum + (value - centre) ** 2, 0) / rates.length);
    };
    const [levied, faced] = [0, 1].map((isFaced) =>
      countries
        .filter((code) => !members.includes(code))
        .flatMap((other) =>
          goods.map((sector) =>
            spread(members.map((one) => (isFaced ? rate(one, other, sector) : rate(other, one, sector))))
          )
        )
        .reduce((sum, value) => sum + value, 0)
    ) as [number, number];
    expect(levied).toBeLessThan(faced / 2);
  });
});
