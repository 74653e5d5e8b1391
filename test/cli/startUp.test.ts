import {spawnSync} from "node:child_process";
import {expect, test} from "vitest";
import {packageRoot} from "../../src/casebook/node.ts";
import {main, nodeFlags, plainEnv} from "./thaw.ts";

/** A module that counts the packages of node_modules that Node loads, and names them on stderr at the end. */
const watcher = `data:text/javascript,${encodeURIComponent(`
  import {registerHooks} from "node:module";
  const packages = new Set();
  registerHooks({load(url, context, next) {
    const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\/(?!.*node_modules)/.exec(url)?.[1];
    if (name) packages.add(name);
    return next(url, context);
  }});
  process.on("exit", () => process.stderr.write(JSON.stringify([...packages].sort())));
`)}`;

function packagesOf(...args: readonly string[]): string[] {
  const all = [...nodeFlags, "--import", watcher, main, ...args];
  const {stderr} = spawnSync(process.execPath, all, {cwd: packageRoot, env: plainEnv(), encoding: "utf8"});
  return JSON.parse(stderr) as string[];
}

test.each(["as-of us-china 1989-06-15", "life zte-denial-order-2018", "diff us-china 1968-12-31 2002-01-02"])(
  "thaw %s loads commander and the search for near words, and no other package",
  (line) => {
    expect(packagesOf(...line.split(" "))).toEqual(["commander", "fastest-levenshtein"]);
  }
);

test("a package that a command needs is seen when it is loaded", () => {
  expect(packagesOf("cite", "us-china")).toContain("@citation-js/core");
  expect(packagesOf("calendar", "us-china", "--ics")).toContain("ical-generator");
});
