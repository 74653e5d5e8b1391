import {createHash} from "node:crypto";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {bundledBaselines, openBaseline} from "../../../src/casebook/baselines.ts";
import {packageRoot} from "../../../src/casebook/node.ts";
import {formatProblem} from "../../../src/casebook/problem.ts";
import {readBaseline} from "../../../src/casebook/readBaseline.ts";
import {closingReport} from "../../../src/trade/baselineClosing.ts";

const files: Readonly<Record<string, string>> = {
  "baseline.yaml": `name: two-2020
year: 2020
source: made up
licence: CC0
how: By hand.
countries: [AAA, BBB]
sectors:
  - id: goods
    tradeElasticity:
      value: 4
      source: Simonovska and Waugh (2014)
`,
  "flows.csv": `origin,destination,sector,value,tariff
AAA,AAA,goods,1000,0
BBB,AAA,goods,300,0
AAA,BBB,goods,200,0.1
BBB,BBB,goods,4000,0
`,
  "value-added.csv": "country,sector,value\nAAA,goods,1170\nBBB,goods,4300.4\n",
  "final-demand.csv": "country,sector,value\nAAA,goods,1270\nBBB,goods,4220\n",
  "intermediate.csv": "country,input,user,value\nAAA,goods,goods,30\nBBB,goods,goods,0\n"
};

const read = (change: Readonly<Record<string, string | null>> = {}) =>
  readBaseline(
    new Map(Object.entries({...files, ...change}).flatMap(([k, v]) => (v === null ? [] : [[k, v] as const])))
  );

/** What `readBaseline` says where one text of one file is another. */
function broken(file: string, was: string, is: string): string[] {
  expect(files[file]).toContain(was);
  const result = read({[file]: files[file]!.replace(was, is)});
  return "problems" in result ? result.problems.map(formatProblem) : [];
}

test("an own baseline reads rows in any order, and is closed", () => {
  const result = read();
  if ("problems" in result) throw new Error(result.problems.map(formatProblem).join("\n"));
  const {economy, notes} = result;
  expect([...economy.flow]).toEqual([1000, 200, 300, 4000]);
  expect([...economy.tariff]).toEqual([0, 0.1, 0, 0]);
  expect([...economy.valueAdded]).toEqual([1170, 4300]);
  expect(economy.provenance.how).toBe(
    "By hand. Elasticities: goods 4, Simonovska and Waugh (2014). " +
      "Closed on reading: value added moved by up to 0.4, final demand by up to 0 million USD."
  );
  expect(notes).toEqual([]);
});

test("without intermediate.csv nobody uses inputs", () => {
  const result = read({
    "intermediate.csv": null,
    "value-added.csv": files["value-added.csv"]!.replace("1170", "1200"),
    "final-demand.csv": files["final-demand.csv"]!.replace("1270", "1300")
  });
  expect("economy" in result && [...result.economy.intermediate]).toEqual([0, 0]);
});

const F = "flows.csv";
test.each([
  [
    "a negative flow",
    F,
    ",300,",
    ",-5,",
    "flows.csv:3:15  negative flow of BBB to AAA, goods: -5; write 0 or more, in million USD"
  ],
  ["an unknown country", F, "BBB,AAA", "BBC,AAA", "flows.csv:3:1  unknown origin BBC; did you mean BBB?"],
  [
    "a country that is nowhere",
    F,
    "BBB,AAA",
    "BBB,XYZ",
    "flows.csv:3:5  unknown destination XYZ; add it to baseline.yaml, or remove the row"
  ],
  [
    "an empty cell",
    F,
    ",300,",
    ",,",
    "flows.csv:3:15  invalid value in flow of BBB, AAA, goods: an empty text; write a plain number in million USD"
  ],
  [
    "a tariff in per cent",
    F,
    ",0.1",
    ",10%",
    "flows.csv:4:19  invalid tariff in flow of AAA, BBB, goods: 10%; write a rate such as 0.25 for 25 %"
  ],
  [
    "a number that is none",
    F,
    ",300,",
    ",NaN,",
    "flows.csv:3:15  invalid value in flow of BBB, AAA, goods: NaN; write a plain number in million USD"
  ],
  [
    "a row that is not there",
    F,
    "BBB,AAA,goods,300,0\n",
    "",
    "flows.csv:4:1  missing flow of BBB, AAA, goods; write a row for each, with 0 for nothing"
  ],
  [
    "a row twice",
    F,
    "BBB,AAA",
    "AAA,AAA",
    "flows.csv:3:1  duplicate flow of AAA, AAA, goods; line 2 has it, so remove one"
  ],
  [
    "a cell too many",
    F,
    "300,0",
    "300,0,0",
    "flows.csv:3:1  wrong number of cells: 6; a row has 5: origin, destination, sector, value, tariff"
  ],
  [
    "a column in another place",
    F,
    "origin,destination",
    "destination,origin",
    "flows.csv:1:1  wrong column 1: destination; flows.csv has origin, destination, sector, value, tariff"
  ],
  [
    "a table that does not balance",
    "value-added.csv",
    "1170",
    "1100",
    "value-added.csv:2:11  unbalanced sales of AAA, goods: 1200 sold, 1130 of inputs and value added; make them equal, to 0.5 % and 1 million USD"
  ],
  [
    "final demand that does not balance",
    "final-demand.csv",
    "4220",
    "4100",
    "final-demand.csv:3:11  unbalanced spending of BBB, goods: 4220 bought with tariffs, 4100 of inputs and final demand; make them equal, to 0.5 % and 1 million USD"
  ],
  [
    "an elasticity of 0",
    "baseline.yaml",
    "value: 4",
    "value: 0",
    "baseline.yaml:10:14  invalid value: 0; write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %"
  ],
  [
    "an elasticity without a source",
    "baseline.yaml",
    "      source: Simonovska and Waugh (2014)\n",
    "",
    /^baseline\.yaml:\d+:\d+ {2}missing field source; add it$/
  ],
  [
    "a country twice",
    "baseline.yaml",
    "[AAA, BBB]",
    "[AAA, BBB, AAA]",
    "baseline.yaml:6:23  duplicate AAA in countries; keep one of them"
  ],
  ["a misspelt field", "baseline.yaml", "licence", "license", /did you mean licence\?$/],
  [
    "an empty table",
    "value-added.csv",
    files["value-added.csv"]!,
    "",
    "value-added.csv:1:1  wrong column 1: an empty text; value-added.csv has country, sector, value"
  ]
] as const)("%s is told with its place and what would be right", (_, file, was, is, message) => {
  const told = broken(file, was, is);
  expect(told).toHaveLength(1);
  expect(told[0]).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
});

test("a missing file is told", () => {
  const result = read({"flows.csv": null});
  expect("problems" in result && result.problems.map(({message}) => message)).toEqual([
    "missing file flows.csv; an own baseline has baseline.yaml, flows.csv, value-added.csv, final-demand.csv"
  ]);
});

const folder = mkdtempSync(join(tmpdir(), "thaw-baseline-"));
afterAll(() => rmSync(folder, {recursive: true}));

function written(name: string, change: Readonly<Record<string, string>> = {}): string {
  const at = join(folder, name);
  mkdirSync(at);
  for (const [file, text] of Object.entries({...files, ...change})) writeFileSync(join(at, file), text);
  return at;
}

test("a folder opens by its path or by a file in it, with one checksum that line ends do not change", () => {
  written("plain");
  const windows = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replaceAll("\n", "\r\n")])
  );
  written("windows", windows);
  const plain = openBaseline("plain", folder);
  expect(openBaseline("plain/flows.csv", folder).checksum).toBe(plain.checksum);
  expect(openBaseline("windows", folder)).toEqual(plain);
  expect(plain.checksum).toMatch(/^[0-9a-f]{64}$/);
});

test("a broken folder is one error that lists its problems as seen from here", () => {
  written("broken", {"flows.csv": files["flows.csv"]!.replace(",300,", ",-5,")});
  expect(() => openBaseline("broken", folder)).toThrow(
    expect.objectContaining({
      kind: "incorrect",
      code: "casebook/broken-baseline",
      message: expect.stringMatching(
        /^baseline broken has 1 problem; mend them and try again\nbroken.flows\.csv:3:15 {2}neg/
      )
    })
  );
});

test("a name that is no baseline is not found, and the nearest is offered", () => {
  expect(() => openBaseline("wiod2014", folder)).toThrow(
    expect.objectContaining({kind: "notFound", message: "no baseline wiod2014; did you mean wiod2014-44x14?"})
  );
});

test.each(bundledBaselines())("%s opens by its name, has no faults and balances to 1e-12 of its sales", (name) => {
  const {economy, checksum} = openBaseline(name, folder);
  const {rows, faults, largestGap} = closingReport(economy);
  expect(economy.name).toBe(name);
  expect(faults).toEqual([]);
  const most = Math.max(...rows.map(({sales}) => sales));
  expect(largestGap.sales).toBeLessThan(1e-12 * most);
  expect(largestGap.spending).toBeLessThan(1e-12 * most);
  const text = readFileSync(join(packageRoot, "cases", "baseline", `${name}.json`));
  expect(checksum).toBe(createHash("sha256").update(text).digest("hex"));
  expect(text.length).toBeLessThan(500_000);
});

test("the notes on a bundled baseline name what a solver meets in it", () => {
  expect(openBaseline("wiod2014-44x14", folder).notes).toEqual([
    "wiod2014-44x14: no domestic sales of FRA, textiles: 0; its loss from autarky is not finite",
    "wiod2014-44x14: negative final demand of JPN, mining: -2363.18; stocks fall by more than is consumed",
    "wiod2014-44x14: no domestic sales of LUX, petroleum: 0; its loss from autarky is not finite",
    "wiod2014-44x14: negative final demand of TWN, mining: -115.71; stocks fall by more than is consumed"
  ]);
});
