import {describe, expect, test} from "vitest";
import {readCase} from "../../../src/casebook/readCase.ts";
import {formatDay} from "../../../src/time/day.ts";
import {breakCase, minimalCase, problemsOf} from "./minimalCase.ts";

const read = (files = minimalCase()) => {
  const result = readCase(files, "checksum");
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.case;
};

describe("a good case", () => {
  const one = read();

  test("reads with all its parts", () => {
    expect(one).toMatchObject({
      id: "test-case",
      sender: "US",
      measures: [{id: "ban", reviews: [], scope: null, package: null}],
      claims: [{id: "claim-1", method: {kind: "query"}}],
      findings: [{measure: "ban"}],
      wordings: {ru: {measures: {ban: {title: "Запрет"}}}},
      checksum: "checksum"
    });
  });

  test("has its days as days: clocks stay as written, eras follow one another", () => {
    const [imposed, lifted] = one.measures[0]!.life;
    expect(imposed!.announced).toBeUndefined();
    expect([lifted!.announced!.text, lifted!.effective!.text]).toEqual(["1971-06", "1971-06-10"]);
    expect(one.eras.map(({id, from, to}) => [id, formatDay(from), to === null ? null : formatDay(to)])).toEqual([
      ["first", "1949-01-01", "1979-01-01"],
      ["second", "1979-01-01", null]
    ]);
  });

  test("fills a motive that is left out with 0", () => {
    expect(one.measures[0]!.life[1]!.motives[0]!.weights).toEqual({
      balancing: 0.75,
      economic: 0.25,
      socialisation: 0,
      compliance: 0,
      domestic: 0,
      humanitarian: 0,
      other: 0
    });
  });

  test("has trade by column, null where a cell is empty", () => {
    expect(one.trade).toMatchObject({years: [1971, 1972], columns: [{values: [0, 63.5]}, {values: [4.9, null]}]});
  });
});

test.each([
  ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
  ["a comment on top", (text: string) => (text.startsWith("year") ? text : `# a note\n${text}`)]
])("a case with %s reads as without", (_, change) => {
  expect(read(new Map([...minimalCase()].map(([file, text]) => [file, change(text)])))).toEqual(read());
});

test("a bare year is a date although YAML reads it as a number", () => {
  const {files} = breakCase("measures/ban.yaml", "announced: 1971-06\n", "announced: 1971\n");
  expect(read(new Map(files)).measures[0]!.life[1]!.announced!.text).toBe("1971");
});

test.each([["findings.yaml"], ["ru.yaml"], ["claims.yaml", "ru.yaml"]])("a case without %s reads", (...without) => {
  const files = minimalCase();
  for (const file of without) files.delete(file);
  expect(read(files).id).toBe("test-case");
});

test("a case without trade has none", () => {
  const files = minimalCase();
  for (const file of ["trade.csv", "trade.yaml", "ru.yaml"]) files.delete(file);
  expect(read(files).trade).toBeNull();
});

test.each(["case.yaml", "parties.yaml", "sources.yaml"])("a case without %s says so", (file) => {
  const files = minimalCase();
  files.delete(file);
  expect(problemsOf(files)).toEqual([
    expect.objectContaining({file, line: 1, column: 1, code: "casebook/missing-file"})
  ]);
});

test("an empty folder lists what a case needs", () => {
  expect(problemsOf(new Map()).map(({file}) => file)).toEqual([
    "case.yaml",
    "measures/<id>.yaml",
    "parties.yaml",
    "sources.yaml"
  ]);
});

test("the order of the files does not matter", () => {
  expect(read(new Map([...minimalCase()].reverse()))).toEqual(read());
});
