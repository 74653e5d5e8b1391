import {existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {findChromium} from "./findChromium.mjs";
import {kept, remove, root, run, say} from "./shell.mjs";

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const none = {passed: 0, failed: 0, skipped: 0};
const browserTests = join(root, "test", "browser");
const hasBrowserTests = () =>
  existsSync(browserTests) && readdirSync(browserTests, {recursive: true}).some((name) => name.endsWith(".test.ts"));

/** Runs Vitest once, in colour only on a terminal; resolves to its exit code. */
export const runVitest = (args, env) => {
  const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? [] : ["--no-color"];
  return run(process.execPath, [vitest, "run", "--root", root, ...plain, ...args], env);
};

/**
 * Runs the tests and ends with the line `N passed, N failed`, after a line for what was left out.
 * @param paths Vitest's filters: with any, only the test files whose path contains one of them.
 * @returns 0 when something ran and nothing failed. In CI a missing Chromium is a failure.
 */
export async function runTests(paths) {
  const wantsBrowser = hasBrowserTests() && (paths.length === 0 || paths.some((path) => path.includes("browser")));
  const chromium = wantsBrowser ? findChromium() : null;
  const counts = join(kept, `counts-${process.pid}.json`);
  mkdirSync(kept, {recursive: true});
  const flags = ["--reporter=minimal", `--reporter=${join(root, "tools", "countReporter.mjs")}`];
  if (wantsBrowser && !chromium) flags.push("--exclude=test/browser/**");
  const code = await runVitest([...flags, ...paths], {THAW_COUNTS: counts, ...(chromium && {THAW_CHROMIUM: chromium})});
  let {passed, failed, skipped} = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : none;
  remove(counts);
  if (failed === 0 && passed > 0 && code !== 0) failed = 1;
  if (wantsBrowser && !chromium) {
    say("not run: test/browser, as there is no Chromium; install it or set THAW_CHROMIUM to its path");
    if (process.env.CI === "true") failed++;
  }
  if (passed + failed === 0) say("no test ran");
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return passed > 0 && failed === 0 ? 0 : 1;
}
