import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {findChromium} from "./findChromium.mjs";
import {findPostgres} from "./findPostgres.mjs";
import {kept, remove, root, run, say} from "./shell.mjs";

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const none = {passed: 0, failed: 0, skipped: 0};

/** Folders of test/ that need a program: how it is found, and the variable by which the tests hear of it. */
const programs = [
  {folder: "browser", program: "Chromium", find: findChromium, variable: "THAW_CHROMIUM"},
  {folder: "jobs", program: "PostgreSQL", find: findPostgres, variable: "THAW_POSTGRES"}
];

/** Runs Vitest once, in colour only on a terminal; resolves to its exit code. */
export const runVitest = (args, env) => {
  const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? [] : ["--no-color"];
  return run(process.execPath, [vitest, "run", "--root", root, ...plain, ...args], env);
};

/**
 * Runs the tests and ends with the line `N passed, N failed`, after a line for what was left out.
 * @param paths Vitest's filters: with any, only the test files whose path contains one of them.
 * @returns 0 when something ran and nothing failed. In CI a missing program is a failure.
 */
export async function runTests(paths) {
  const wanted = programs
    .filter(({folder}) => paths.length === 0 || paths.some((path) => path.includes(folder)))
    .map((one) => ({...one, at: one.find()}));
  const lacking = wanted.filter(({at}) => !at);
  const counts = join(kept, `counts-${process.pid}.json`);
  mkdirSync(kept, {recursive: true});
  const flags = ["--reporter=minimal", `--reporter=${join(root, "tools", "countReporter.mjs")}`];
  for (const {folder} of lacking) flags.push(`--exclude=test/${folder}/**`);
  const found = Object.fromEntries(wanted.filter(({at}) => at).map(({variable, at}) => [variable, at]));
  const code = await runVitest([...flags, ...paths], {THAW_COUNTS: counts, ...found});
  let {passed, failed, skipped} = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : none;
  remove(counts);
  if (failed === 0 && passed > 0 && code !== 0) failed = 1;
  for (const {folder, program, variable} of lacking) {
    say(`not run: test/${folder}, as there is no ${program}; install it or set ${variable} to its path`);
    if (process.env.CI === "true") failed++;
  }
  if (passed + failed === 0) say("no test ran");
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return passed > 0 && failed === 0 ? 0 : 1;
}
