import {expect, test} from "vitest";
import {formatDay} from "../../../src/time/day.ts";
import {parseEdtf} from "../../../src/time/edtf.ts";

const bounds = (text: string) => {
  const {earliest, latest, nominal} = parseEdtf(text);
  return [earliest, latest, nominal].map(formatDay);
};

test.each([
  ["1971-06-10", "1971-06-10", "1971-06-10", "1971-06-10"],
  ["1969-07", "1969-07-01", "1969-07-31", "1969-07-01"],
  ["2000-02", "2000-02-01", "2000-02-29", "2000-02-01"],
  ["1985", "1985-01-01", "1985-12-31", "1985-01-01"],
  ["0050", "0050-01-01", "0050-12-31", "0050-01-01"],
  ["1996-02-28/1996-04-24", "1996-02-28", "1996-04-24", "1996-02-28"],
  ["1990-06-20/1990-06", "1990-06-20", "1990-06-30", "1990-06-20"],
  ["1985/1987-03", "1985-01-01", "1987-03-31", "1985-01-01"],
  ["1998-05-21/..", "1998-05-21", "9999-12-31", "1998-05-21"],
  ["1998-05-21/", "1998-05-21", "9999-12-31", "1998-05-21"],
  ["../1998-05-21", "0001-01-01", "1998-05-21", "1998-05-21"],
  ["/1998-05", "0001-01-01", "1998-05-31", "1998-05-01"],
  ["?", "0001-01-01", "9999-12-31", "0001-01-01"]
])("%s lies from %s to %s and is listed at %s", (text, ...expected) => expect(bounds(text)).toEqual(expected));

// A qualifier widens by one unit of the written precision on each side.
test.each([
  ["1989-06~", "1989-05-01", "1989-07-31", "1989-06-01"],
  ["1989-01~", "1988-12-01", "1989-02-28", "1989-01-01"],
  ["1989-12?", "1989-11-01", "1990-01-31", "1989-12-01"],
  ["1950?", "1949-01-01", "1951-12-31", "1950-01-01"],
  ["1950%", "1949-01-01", "1951-12-31", "1950-01-01"],
  ["2004-02-29~", "2004-02-28", "2004-03-01", "2004-02-29"],
  ["1989-06-04?", "1989-06-03", "1989-06-05", "1989-06-04"],
  ["1985~/1990?", "1984-01-01", "1991-12-31", "1985-01-01"],
  ["0001~", "0001-01-01", "0002-12-31", "0001-01-01"],
  ["9999-12~", "9999-11-01", "9999-12-31", "9999-12-01"]
])("%s widens to %s … %s", (text, ...expected) => expect(bounds(text)).toEqual(expected));

test("the text is kept as written", () => expect(parseEdtf("1989-06~").text).toBe("1989-06~"));

test.each([
  "",
  "..",
  "/",
  "../..",
  "1990/1989",
  "1990-06-15/1990-06-14",
  "1990/1991/1992",
  "?/1990",
  "??",
  "1990-00",
  "1990-13",
  "1990-21",
  "1990-02-30",
  "1900-02-29",
  "1990-6",
  "199",
  "19900",
  "199X",
  "Y19900",
  "1990-06-04T12:00:00Z",
  "1990~~",
  "~1990",
  " 1990",
  "1990\n",
  "June 1990",
  "04.06.1989"
])("%j is refused", (text) =>
  expect(() => parseEdtf(text)).toThrow(expect.objectContaining({code: "time/invalid-edtf"}))
);

test("the message names the field and shows every form", () => {
  expect(() => parseEdtf("June 1990", "effective")).toThrow(
    /^invalid effective: June 1990; write an EDTF date such as 1971-06-10, .*or \? alone/
  );
});

test.each(["0000", "0000-05-05", "0000~", "0000-12/0001"])("%s is refused: there is no year 0 among the days", (text) =>
  expect(() => parseEdtf(text)).toThrow(expect.objectContaining({code: "time/invalid-edtf"}))
);

test("an interval that is written backwards is refused although its qualifiers overlap", () => {
  expect(() => parseEdtf("1992~/1990~")).toThrow(expect.objectContaining({code: "time/invalid-edtf"}));
});
