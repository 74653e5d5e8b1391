import {describe, expect, test} from "vitest";
import {estimates} from "../../../src/trade/elasticity/caliendoParro.ts";
import {hasShared, rowsOf} from "./shared.ts";

const COUNTRIES = 31;
const PRINTED = 0.05 + 1e-9; // billion USD; the weights have one decimal

describe.skipIf(!hasShared)("weights of Caliendo & Parro's sectors", () => {
  test("are the trade of 1993 in the authors' file, which has it in thousand USD by sector and buyer", () => {
    const rows = rowsOf("trade/tc2_caliendo_parro_2015/xbilat1993.txt").map((row) => row.map(Number));
    for (const [s, [name, {trade}]] of Object.entries(estimates).entries()) {
      const all = rows.slice(s * COUNTRIES, (s + 1) * COUNTRIES).flat();
      expect(Math.abs(all.reduce((sum, value) => sum + value, 0) / 1e6 - trade), name).toBeLessThan(PRINTED);
    }
  });
});
