import {csvParse} from "d3-dsv";
import fc from "fast-check";
import {expect, test} from "vitest";
import {csv, neutralise, restore, runsAsFormula} from "../../../src/exports/csv.ts";
import {column, tableOf} from "../../../src/exports/table.ts";
import {parseDay} from "../../../src/time/day.ts";

const about = {name: "t", title: "t", description: "t", primaryKey: ["id"]};

test.each([
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "  =1",
  '"=1',
  "'=1",
  "\u00a0=1",
  "\ufeff=1",
  "\u200b=1",
  "＝1",
  "＋1",
  "－1",
  "＠A1",
  "﹣1",
  "\tx"
])("a spreadsheet would run %j, so an apostrophe stands before it", (text) => {
  expect(runsAsFormula(text)).toBe(true);
  expect(neutralise(text)).toBe(`'${text}`);
});

test.each([
  "1949",
  "a=b",
  "'quoted'",
  "“quoted”",
  "中国",
  "",
  " ",
  "§ 5(b)",
  "−1 with a minus sign that no program reads"
])("no spreadsheet runs %j, so it stays as it is", (text) => expect(neutralise(text)).toBe(text));

const nasty = fc.string({unit: fc.constantFrom(..."=+-@＝＋－＠﹣\t\r\n '\"“,a1中\u00a0\ufeff\u200b")});
const anyText = fc.oneof(fc.string(), fc.string({unit: "binary"}), nasty);

test("no text that is written starts a formula, and every text comes back", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const safe = neutralise(text);
      expect(/^[\s"]*[=+\-@\t\r＝＋－＠﹣]/u.test(safe)).toBe(false);
      expect(restore(safe)).toBe(text);
    }),
    {numRuns: 2000}
  );
});

test("numbers, days and booleans are written as they are, and a missing value is an empty cell", () => {
  const rows = [{id: "a", n: -3.5, d: parseDay("1949-02-26"), b: true}];
  const table = tableOf(about, rows, [
    column("id", "string", "id", ({id}) => id),
    column("n", "number", "n", ({n}) => n),
    column("d", "date", "d", ({d}) => d),
    column("b", "boolean", "b", ({b}) => b),
    column("none", "number", "none", () => null, {missing: "never there"})
  ]);
  expect(csv(table)).toBe("id,n,d,b,none\r\na,-3.5,1949-02-26,true,\r\n");
});

test("d3-dsv reads back every text but for the apostrophe", () => {
  fc.assert(
    fc.property(fc.array(anyText, {minLength: 1}), (texts) => {
      const rows = texts.map((value, id) => ({id, value}));
      const table = tableOf(about, rows, [
        column("id", "integer", "id", ({id}) => id),
        column("value", "string", "value", ({value}) => value)
      ]);
      expect(csvParse(csv(table)).map(({value}) => restore(value ?? ""))).toEqual(texts);
    })
  );
});
