import {expect, test} from "vitest";
import {minimalCase, problemsOf} from "../minimalCase.ts";
import {expectBreaks} from "./expectBreak.ts";

expectBreaks([
  [
    "a column in another place",
    "trade.csv",
    "year,out,in",
    "year,in,out",
    "casebook/trade-header",
    "wrong column 2: in; trade.yaml says out"
  ],
  [
    "a column too many",
    "trade.csv",
    "year,out,in",
    "year,out,in,more",
    "casebook/trade-header",
    "unknown column more; describe it in trade.yaml"
  ],
  [
    "a value in words",
    "trade.csv",
    "63.5,",
    "n/a,",
    "casebook/trade-value",
    "invalid value: n/a; write a plain number in million USD, or nothing"
  ],
  [
    "a thousands separator",
    "trade.csv",
    "63.5,",
    "1,063.5,‸",
    "casebook/trade-value",
    "too many cells in 1972: 4, not 3; write numbers without a comma"
  ],
  [
    "a thousands separator in quotation marks",
    "trade.csv",
    "63.5,",
    '‸"1,063.5",',
    "casebook/trade-value",
    "invalid value: 1,063.5; write a plain number in million USD, or nothing"
  ],
  [
    "a cell that is left out",
    "trade.csv",
    "1972,63.5,",
    "‸1972,63.5",
    "casebook/trade-value",
    "too few cells in 1972: 2, not 3; leave a cell without a figure empty"
  ],
  ["an empty line", "trade.csv", "\n1972", "\n‸\n1972", "casebook/trade-row", "empty line; remove it"],
  [
    "a value far right",
    "trade.csv",
    "1971,0,4.9",
    "1971,0,‸4;9",
    "casebook/trade-value",
    "invalid value: 4;9; write a plain number in million USD, or nothing"
  ],
  [
    "a year left out",
    "trade.csv",
    "\n1972",
    "\n‸1973",
    "casebook/trade-year",
    "invalid year: 1973; years increase by one, from the first row on"
  ],
  ["a year in words", "trade.csv", "\n1971", "\n‸year one", "casebook/trade-year", /^invalid year: year one/],
  [
    "a valuation that is none",
    "trade.yaml",
    "valuation: fob",
    "valuation: ‸fobs",
    "casebook/invalid-value",
    "invalid valuation: fobs; did you mean fob?"
  ]
]);

test.each(["trade.csv", "trade.yaml"])("trade without %s says what is missing", (file) => {
  const files = minimalCase();
  files.delete(file);
  expect(problemsOf(files)).toEqual([
    expect.objectContaining({file, code: "casebook/missing-file", message: expect.stringContaining("needs it")})
  ]);
});
