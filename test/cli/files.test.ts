import {Cite} from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import {parquetReadObjects} from "hyparquet";
import {afterAll, expect, test} from "vitest";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {exitCodes} from "../../src/errors.ts";
import {citedItems} from "../../src/exports/citations.ts";
import {answer, thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-files-"));
afterAll(() => rmSync(home, {recursive: true}));
const usChina = openCase("us-china", packageRoot);
const MEASURE = "zte-denial-order-2018";
const sourcesOfMeasure = [
  ...new Set(
    usChina.measures.find(({id}) => id === MEASURE)!.life.flatMap(({sources}) => sources.map(({source}) => source))
  )
].sort();

const read = {
  bibtex: (text: string) => new Cite(text).data,
  ris: (text: string) => new Cite(text.replaceAll("\r\n", "\n")).data,
  csl: (text: string) => JSON.parse(text)
};
const formats = ["bibtex", "ris", "csl"] as const;

test.each(formats)("cite as %s reads back: the case, the sources of a measure, one source, all of them", (format) => {
  const ids = (...what: string[]) =>
    read[format](answer(["cite", "us-china", ...what, "--format", format])).map(({id}: {id: string}) => id);
  expect(ids()).toEqual(["thaw-us-china"]);
  expect(ids(MEASURE).sort()).toEqual(sourcesOfMeasure);
  expect(ids("DUMB94")).toEqual(["DUMB94"]);
  expect(ids("all")).toEqual(citedItems(usChina).map(({id}) => id));
});

test("the citation of the case says which version it is, and BibTeX is what is printed unless asked", () => {
  const [item] = read.bibtex(answer(["cite", "us-china"]));
  expect(item).toMatchObject({note: expect.stringContaining(usChina.checksum)});
});

test("RIS on stdout ends every record as the format says", () => {
  const text = answer(["cite", "us-china", MEASURE, "--format", "ris"]);
  expect(text.match(/^ER {2}- ?\r?$/gm)).toHaveLength(sourcesOfMeasure.length);
  expect(text).toMatch(/\n$/);
});

test("export writes a Data Package whose files are there, and nothing over it without --force", () => {
  const wrote = thaw(["export", "us-china", "--out", "package"], {cwd: home});
  expect(wrote.code).toBe(0);
  const listed = wrote.stderr.trimEnd().split("\n");
  expect(wrote.stdout).toBe(`wrote ${listed.length} files to package\n`);
  const descriptor = JSON.parse(readFileSync(join(home, "package", "datapackage.json"), "utf8"));
  for (const {path} of descriptor.resources) expect(existsSync(join(home, "package", path))).toBe(true);

  writeFileSync(join(home, "package", "datapackage.json"), "mine");
  const again = thaw(["export", "us-china", "--out", "package"], {cwd: home});
  expect(again).toMatchObject({code: exitCodes.conflict, stdout: ""});
  expect(readFileSync(join(home, "package", "datapackage.json"), "utf8")).toBe("mine");
  expect(thaw(["export", "us-china", "--out", "package", "--force"], {cwd: home}).code).toBe(0);
  expect(JSON.parse(readFileSync(join(home, "package", "datapackage.json"), "utf8"))).toEqual(descriptor);
});

test("a table as CSV on stdout and as Parquet in a file hold the same rows", async () => {
  const csv = csvParse(answer(["export", "us-china", "--format", "csv", "--table", "events"]));
  answer(["export", "us-china", "--format", "parquet", "--table", "events", "--out", "events.parquet"], {cwd: home});
  const bytes = readFileSync(join(home, "events.parquet"));
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({file});
  expect(csv.length).toBe(usChina.measures.reduce((n, {life}) => n + life.length, 0));
  expect(rows.map(({event}) => event)).toEqual(csv.map(({event}) => event));
});

test("a file is what stdout shows, byte for byte, and is written over only with --force", () => {
  const line = ["export", "us-china", "--format", "ftm"];
  const shown = answer(line);
  expect(answer([...line, "--out", "us-china.ftm"], {cwd: home})).toBe("wrote us-china.ftm\n");
  expect(readFileSync(join(home, "us-china.ftm"), "utf8")).toBe(shown);
  for (const entity of shown.trimEnd().split("\n")) expect(JSON.parse(entity)).toHaveProperty("schema");

  writeFileSync(join(home, "us-china.ftm"), "mine");
  expect(thaw([...line, "--out", "us-china.ftm"], {cwd: home}).code).toBe(exitCodes.conflict);
  expect(readFileSync(join(home, "us-china.ftm"), "utf8")).toBe("mine");
  answer([...line, "--out", "us-china.ftm", "--force"], {cwd: home});
  expect(readFileSync(join(home, "us-china.ftm"), "utf8")).toBe(shown);
});

test("export as JSON is the whole case", () => {
  const whole = JSON.parse(answer(["export", "us-china", "--format", "json"]));
  expect(whole).toMatchObject({id: "us-china", checksum: usChina.checksum});
  expect(whole.measures).toHaveLength(usChina.measures.length);
  expect(whole.claims).toHaveLength(usChina.claims.length);
});
