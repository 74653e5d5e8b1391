import {expect, test} from "vitest";
import {pairsOf} from "../../../../../src/studies/price/rules/parties.ts";
import {parseDay} from "../../../../../src/time/day.ts";
import {goods2023, usChina, wiod} from "./world.ts";

const pairs = (senders: string[], targets: string[], day = "2025-12-31", economy = wiod) =>
  pairsOf(senders, targets, usChina, economy, parseDay(day));

test("a firm stands for the country it belongs to, once", () => {
  expect(pairs(["US"], ["CN", "cn-huawei"]).pairs).toEqual([
    {sender: {party: "US", country: "USA"}, target: {party: "CN", country: "CHN"}}
  ]);
});

test("Hong Kong is its own country where the baseline has it, and is left where it does not", () => {
  expect(pairs(["US"], ["hk-police"])).toEqual({pairs: [], left: ["HKG does not stand on its own in wiod2014-44x14"]});
  expect(pairs(["US"], ["hk-police"], "2025-12-31", goods2023).pairs.map(({target}) => target.country)).toEqual([
    "HKG"
  ]);
});

test("the European Union is its members on the day", () => {
  const senders = (day: string) => pairs(["EU"], ["CN"], day).pairs.map(({sender}) => sender.country);
  expect(senders("1989-06-27")).toHaveLength(12);
  expect(senders("2014-12-31")).toHaveLength(28);
  expect(senders("2020-01-31")).toContain("GBR");
  expect(senders("2020-02-01")).not.toContain("GBR");
});

test("a body that is no country is left", () => {
  expect(pairs(["UN", "US"], ["CN"]).left).toEqual(["United Nations is no country"]);
});
