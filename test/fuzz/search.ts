import {join} from "node:path";
import {bundledCases, caseFiles, packageRoot} from "../../src/casebook/node.ts";
import {random} from "../../src/numeric/random.ts";
import {minimalCase} from "../unit/casebook/minimalCase.ts";
import {type Failure, tryCase, tryDate} from "./targets.ts";

export type Search = {readonly runs: number; readonly failures: readonly Failure[]};

/** Damages case files and dates until the time, in seconds, is over. Of failures that look alike the last is kept. */
export function search(seconds: number, seed: number): Search {
  const next = random(seed);
  const until = performance.now() + seconds * 1000;
  const bundled = bundledCases().map((id) => caseFiles(join(packageRoot, "cases", id)).files);
  const failures = new Map<string, Failure>();
  let runs = 0;
  while (performance.now() < until) {
    // A large case takes a hundred times as long to read as the minimal one.
    const files = runs % 500 === 0 ? bundled[Math.floor(next() * bundled.length)]! : minimalCase();
    for (const failure of [tryCase(files, next), tryDate(next)]) {
      runs++;
      if (failure !== null) failures.set(`${failure.target}: ${failure.why.slice(0, 60)}`, failure);
    }
  }
  return {runs, failures: [...failures.values()]};
}
