import {strictEqual} from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {openCase, packageRoot} from "../src/casebook/node.ts";
import {asOf} from "../src/sanctions/asOf.ts";
import {lifeOf} from "../src/sanctions/life.ts";
import {isLive} from "../src/sanctions/standing.ts";
import {parseDay} from "../src/time/day.ts";
import type {Bench, Result} from "./bench.ts";
import {time} from "./timing.ts";

const DAY = "1989-06-15";
const question = ["as-of", "us-china", DAY];
const FLOOR = "node -e 0";

/**
 * What a person waits for: a whole process from start to answer, beside a Node that does nothing. From the sources, and
 * compiled where `npm run build` has been run; each with the compile cache that it sets up for itself.
 */
export const startUpBench: Bench = async ({quick}) => {
  const effort = {warmUp: 3, repeats: quick ? 7 : 21};
  const {measures, coverage} = openCase("us-china", packageRoot);
  const size = measures.reduce((n, {life}) => n + life.length, 0);
  const lives = measures.map((measure) => lifeOf(measure, coverage.to));
  const live = asOf(lives, parseDay(DAY)).filter(({standings}) => standings.some(isLive)).length;
  const mains = {
    "from the sources": join(packageRoot, "src", "cli", "main.ts"),
    compiled: join(packageRoot, "dist", "src", "cli", "main.js")
  };

  const results: Result[] = [{task: DAY, size, by: FLOOR, timing: await time(() => run(["-e", "0"]), effort)}];
  for (const [by, main] of Object.entries(mains)) {
    if (!existsSync(main)) continue;
    const answer = JSON.parse(run([main, ...question, "--json"])) as {measures: readonly object[]};
    strictEqual(answer.measures.length, live, `thaw ${by} answers ${question.join(" ")} wrongly`);
    results.push({task: DAY, size, by, timing: await time(() => run([main, ...question]), effort)});
  }
  return {results, baseline: FLOOR, facts: {question: `thaw ${question.join(" ")}`, measures: live}};
};

/** Runs Node to its end and returns what it printed. */
function run(args: readonly string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {cwd: packageRoot, encoding: "utf8"});
  strictEqual(status, 0, stderr);
  return stdout;
}
