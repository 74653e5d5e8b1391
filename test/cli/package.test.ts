import {execFileSync, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const {name, version, bin, exports: doors} = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const PACK_AND_INSTALL = 180_000; // ms; two npm runs and a compilation

let place: string;
let project: string;
let installed: string;

/** Runs the npm that runs these tests, or the one on the PATH. */
function npm(args: readonly string[], cwd: string): void {
  const script = process.env.npm_execpath?.endsWith(".js") ? [process.env.npm_execpath] : [];
  const all = [...script, ...args, "--loglevel=error", "--no-audit", "--no-fund"];
  const shell = script.length === 0 && process.platform === "win32";
  const done = spawnSync(script.length === 0 ? "npm" : process.execPath, all, {cwd, encoding: "utf8", shell});
  if (done.status !== 0) throw new Error(`npm ${args[0]} failed\n${done.stdout}${done.stderr}`);
}

const thaw = (...args: readonly string[]) =>
  execFileSync(process.execPath, [join(installed, bin.thaw), ...args], {cwd: project, encoding: "utf8"});

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "thaw-package-"));
  npm(["pack", "--pack-destination", place], root);
  const tarball = join(place, readdirSync(place).find((name) => name.endsWith(".tgz"))!);
  project = join(place, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), '{"private": true, "type": "module"}');
  npm(["install", "--omit=dev", "--prefer-offline", "--prefix", project, tarball], project);
  installed = join(project, "node_modules", name);
}, PACK_AND_INSTALL);

afterAll(() => rmSync(place, {recursive: true, force: true}));

test("the package holds what runs and what it reads, and neither sources nor tests", () => {
  const top = readdirSync(installed).sort();
  expect(top).toEqual(["CITATION.cff", "LICENSE", "README.md", "cases", "dist", "package.json", "schemas"]);
  const files = readdirSync(installed, {recursive: true, encoding: "utf8"});
  expect(files.filter((path) => /(?<!\.d)\.ts$|\.test\.|\.tsbuildinfo$/.test(path))).toEqual([]);
});

test("the installed thaw says its version", () => {
  expect(existsSync(join(project, "node_modules", ".bin", "thaw"))).toBe(true);
  expect(thaw("--version").trim()).toBe(version);
});

test("the installed thaw answers from its bundled case", () => {
  const answer = JSON.parse(thaw("as-of", "us-china", "1972-02-21", "--json"));
  expect(answer.measures.length).toBeGreaterThan(0);
});

test("every door of the package opens, in JavaScript and with strict types", () => {
  const code = Object.keys(doors).filter((door) => !door.endsWith(".json"));
  const lines = code.map((door, i) => `import * as door${i} from "${door.replace(".", name)}";`);
  const names = code.map((_, i) => `door${i}`).join(", ");
  writeFileSync(
    join(project, "doors.ts"),
    `${lines.join("\n")}\nif ([${names}].some((door) => Object.keys(door).length === 0)) throw new Error("a door is empty");\n`
  );
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const options = ["--strict", "--module", "nodenext", "--target", "es2024", "--types", "", "--skipLibCheck", "false"];
  execFileSync(process.execPath, [tsc, ...options, "doors.ts"], {cwd: project, stdio: "pipe", encoding: "utf8"});
  execFileSync(process.execPath, ["doors.js"], {cwd: project, stdio: "pipe"});
});
