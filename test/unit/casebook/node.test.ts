import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {
  bundledCases,
  caseFiles,
  caseFolder,
  openCase,
  packageRoot,
  readCaseFolder
} from "../../../src/casebook/node.ts";
import {minimalCase} from "./minimalCase.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-case-"));
afterAll(() => rmSync(home, {recursive: true}));

function write(name: string, change: (text: string, file: string) => string = (text) => text): string {
  const folder = join(home, name);
  mkdirSync(join(folder, "measures"), {recursive: true});
  for (const [file, text] of minimalCase()) writeFileSync(join(folder, file), change(text, file));
  return folder;
}

test("a folder reads as its files do, and is found from where one stands", () => {
  const folder = write("good");
  expect(caseFolder("good", home)).toBe(folder);
  expect(openCase("good", home).id).toBe("test-case");
});

test("files of other kinds are not read", () => {
  const folder = write("extras");
  writeFileSync(join(folder, "notes.txt"), "hello");
  writeFileSync(join(folder, "measures", "README.md"), "hello");
  expect([...caseFiles(folder).files.keys()].sort()).toEqual([...minimalCase().keys()].sort());
});

test("the checksum does not depend on line ends, and does on every letter", () => {
  const sum = (name: string, change?: (text: string, file: string) => string) =>
    caseFiles(write(name, change)).checksum;
  const plain = sum("plain");
  expect(plain).toMatch(/^[0-9a-f]{64}$/);
  expect(sum("windows", (text) => text.replaceAll("\n", "\r\n"))).toBe(plain);
  expect(sum("other", (text, file) => (file === "case.yaml" ? text.replace("A coder", "B coder") : text))).not.toBe(
    plain
  );
});

test("no case, no guess: the error names the bundled cases or the one that was meant", () => {
  expect(() => openCase("us-chine", home)).toThrow(
    expect.objectContaining({
      kind: "notFound",
      code: "casebook/no-case",
      message: "no case us-chine; did you mean us-china?"
    })
  );
  expect(() => openCase("../somewhere/else", home)).toThrow(/bundled cases: .*us-china/);
});

test("a broken case is an error that carries its problems", () => {
  write("broken", (text, file) => (file === "case.yaml" ? text.replace("sender: US", "sender: XX") : text));
  expect(() => openCase("broken", home)).toThrow(
    expect.objectContaining({
      code: "casebook/broken-case",
      message: expect.stringContaining(`\n${join("broken", "case.yaml")}:5:9  unknown party XX`),
      details: {problems: [expect.objectContaining({code: "casebook/unknown-party"})]}
    })
  );
});

test("a bundled case is the same whether opened by name or read from a copy of its folder", () => {
  expect(bundledCases()).toContain("us-china");
  const copy = join(home, "copy");
  cpSync(join(packageRoot, "cases", "us-china"), copy, {recursive: true});
  const result = readCaseFolder(copy);
  if ("problems" in result) throw new Error("reads");
  expect(openCase("us-china", home)).toEqual(result.case);
});
