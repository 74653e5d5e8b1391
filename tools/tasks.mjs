import {existsSync} from "node:fs";
import {join} from "node:path";
import {runTests, runVitest} from "./runTests.mjs";
import {quietly, remove, root, run, say} from "./shell.mjs";

const flags = ["--disable-warning=ExperimentalWarning"];
const at = (path) => join(root, ...path.split("/"));
const env = {NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || at(".thaw/cache")};
const node = (path, args) => run(process.execPath, [...flags, at(path), ...args], env);
const tsc = (...args) => run(process.execPath, [at("node_modules/typescript/bin/tsc"), ...args]);
const vite = (...args) =>
  run(
    process.execPath,
    [...flags, at("node_modules/vite/bin/vite.js"), ...args, "--config", at("src/web/vite.config.ts")],
    env
  );

/** Compiles the bundled cases, in silence unless they are broken. Returns the exit code. */
function compileCases() {
  const {ok, output} = quietly(process.execPath, [...flags, at("src/casebook/compileBundled.ts")]);
  if (!ok) process.stderr.write(`${output}\n`);
  return ok ? 0 : 1;
}

/** Runs the steps up to the first whose exit code is not 0, and resolves to that code. */
async function inTurn(...steps) {
  for (const step of steps) {
    const code = await step();
    if (code !== 0) return code;
  }
  return 0;
}

/** Runs every check, also after one that fails. */
async function check() {
  const checks = {
    types: () => tsc("-p", root),
    "types of the web pages": () => tsc("-p", at("src/web")),
    "format and lint": () => run(process.execPath, [at("node_modules/@biomejs/biome/bin/biome"), "check", root]),
    "import law and docs": () => runVitest(["--reporter=minimal", "test/architecture.test.ts", "test/docs"])
  };
  const failed = [];
  for (const name of Object.keys(checks)) if ((await checks[name]()) !== 0) failed.push(name);
  say(failed.length === 0 ? "every check passes" : `failed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

async function reference(args) {
  if (existsSync(at("tools/reference.ts"))) return node("tools/reference.ts", args);
  say("nothing to remake: no reference case exists yet");
  return 0;
}

/**
 * The npm scripts, and `run` for ./thaw: arguments in, exit code out. A command reads a case that is not compiled from its
 * own files and says what is wrong with it, so `start` and `run` go on when a case is broken.
 */
export const tasks = {
  start: (args) => {
    compileCases();
    return node("src/cli/main.ts", ["start", ...args]);
  },
  run: (args) => {
    compileCases();
    return node("src/cli/main.ts", args);
  },
  test: async (args) => {
    const broken = compileCases();
    return (await runTests(args)) || broken;
  },
  check,
  bench: (args) => inTurn(compileCases, () => node("bench/run.ts", args)),
  load: (args) => inTurn(compileCases, () => node("bench/apiSoak.ts", args)),
  reference,
  docs: (args) => node("tools/docs.ts", args),
  fuzz: (args) => runVitest(args, {THAW_TESTS: "fuzz"}),
  build: () => {
    remove(at("dist/src"));
    return inTurn(
      compileCases,
      () => tsc("-p", at("tsconfig.build.json")),
      () => vite("build", "--logLevel", "warn")
    );
  },
  "build:site": (args) => inTurn(compileCases, () => vite("build", ...args)),
  dev: (args) => inTurn(compileCases, () => vite(...args))
};
