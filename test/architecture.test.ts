import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, posix, sep} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rows = [
  ["errors.ts"],
  ["time", "numeric"],
  ["sanctions", "stats", "trade"],
  ["casebook", "ledger", "sources"],
  ["studies"],
  ["charts"],
  ["brief", "exports", "jobs"],
  ["answers"],
  ["api", "mcp"],
  ["cli", "web"],
  ["index.ts"]
];
const pure = [...rows.slice(0, 3).flat(), "studies", "charts"];
const LONGEST = 400; // lines; look again at 250

const rowOf = (path: string) => rows.findIndex((row) => row.includes(room(path)));
const room = (path: string) => path.split("/")[0]!;
const imports = (text: string) =>
  [...text.matchAll(/^(?:import|export|\}).*?\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
    ([, from, bare, lazy]) => (from ?? bare ?? lazy)!
  );

/** What a file of src/ does against the import law; `path` is from src/, with forward slashes. */
function faults(path: string, text: string): string[] {
  const found = imports(text).flatMap((name) => {
    if (name.startsWith("node:")) return pure.includes(room(path)) ? [`${name}: no node: module in ${room(path)}`] : [];
    if (!name.startsWith(".")) return [];
    const target = posix.join(dirname(path), name);
    if (target.startsWith("..")) return [];
    if (posix.basename(target) === "index.ts" && path !== "index.ts")
      return [`${name}: import the file that defines the name`];
    const allowed = room(target) === room(path) || rowOf(target) < rowOf(path);
    return allowed ? [] : [`${name}: ${room(path)} imports only from the rows above it`];
  });
  const homeless = rowOf(path) < 0 ? [`${room(path)} has no row`] : [];
  return [...found, ...homeless, ...lengthFaults(text)].map((fault) => `src/${path}: ${fault}`);
}

function lengthFaults(text: string): string[] {
  const lines = text.split("\n").length - 1;
  return lines > LONGEST ? [`${lines} lines; ${LONGEST} at most`] : [];
}

/** The TypeScript files below a folder of the root, by path from that folder, with their text. */
const filesOf = (folder: string): (readonly [path: string, text: string])[] =>
  readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .map((path) => path.replaceAll(sep, "/"))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(root, folder, path), "utf8")]);

test("every file of src keeps the import law and is no longer than 400 lines", () => {
  expect(filesOf("src").flatMap(([path, text]) => faults(path, text))).toEqual([]);
});

test.each(["test", "tools", "bench"])("no file of %s is longer than 400 lines", (folder) => {
  const files = filesOf(folder);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(([path, text]) => lengthFaults(text).map((fault) => `${folder}/${path}: ${fault}`))).toEqual([]);
});

test.each([
  ["a lower row", "time/day.ts", 'import {\n  a\n} from "../casebook/case.ts";'],
  ["a room of the same row", "stats/cox.ts", 'export type {Measure} from "../sanctions/measure.ts";'],
  ["a lower row, lazily", "casebook/node.ts", 'const cli = await import("../cli/main.ts");'],
  ["an index", "studies/spells.ts", 'import {day} from "../time/index.ts";'],
  ["a node: module", "charts/lifeLine.ts", 'import "node:fs";'],
  ["a room without a row", "helpers/a.ts", ""],
  ["too many lines", "time/day.ts", "\n".repeat(LONGEST + 1)]
])("the law finds %s", (_, path, text) => {
  expect(faults(path, text)).toHaveLength(1);
});
