import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {openBaseline} from "../../src/casebook/baselines.ts";
import {bundledCases, caseFiles, openCase, packageRoot} from "../../src/casebook/node.ts";
import type {Lookups} from "../../src/casebook/readScenario.ts";
import {random} from "../../src/numeric/random.ts";
import {minimalCase} from "../unit/casebook/minimalCase.ts";
import {type Failure, tryCase, tryDate, tryScenario} from "./targets.ts";

export type Search = {readonly runs: number; readonly failures: readonly Failure[]};

const examples = join(packageRoot, "examples", "scenarios");

/** Damages case files, dates and scenarios until the time, in seconds, is over. Of failures that look alike the last is kept. */
export function search(seconds: number, seed: number): Search {
  const next = random(seed);
  const until = performance.now() + seconds * 1000;
  const bundled = bundledCases().map((id) => caseFiles(join(packageRoot, "cases", id)).files);
  const scenarios = readdirSync(examples).map((file) => readFileSync(join(examples, file), "utf8"));
  const lookups = onceEach({
    case: (name) => openCase(name, packageRoot),
    baseline: (name) => openBaseline(name, packageRoot).economy
  });
  const failures = new Map<string, Failure>();
  let runs = 0;
  while (performance.now() < until) {
    // A large case takes a hundred times as long to read as the minimal one.
    const files = runs % 500 === 0 ? bundled[Math.floor(next() * bundled.length)]! : minimalCase();
    for (const failure of [tryCase(files, next), tryDate(next), tryScenario(scenarios, lookups, next)]) {
      runs++;
      if (failure !== null) failures.set(`${failure.target}: ${failure.why.slice(0, 60)}`, failure);
    }
  }
  return {runs, failures: [...failures.values()]};
}

/** Opens what scenarios name once; a damaged name is looked for each time. */
function onceEach({case: openOne, baseline: openTables}: Lookups): Lookups {
  const remembered = <T>(open: (name: string) => T) => {
    const known = new Map<string, T>();
    return (name: string): T => known.get(name) ?? known.set(name, open(name)).get(name)!;
  };
  return {case: remembered(openOne), baseline: remembered(openTables)};
}
