import {join} from "node:path";
import {parseArgs} from "node:util";
import {bundledCases, caseFiles, packageRoot} from "../../src/casebook/node.ts";
import {random} from "../../src/numeric/random.ts";
import {minimalCase} from "../unit/casebook/minimalCase.ts";
import {type Failure, tryCase, tryDate} from "./targets.ts";

// node test/fuzz/main.ts --seconds 60 --seed 1: damages case files and dates until the time is over. Exit code 1 when
// an input throws, hangs or is neither read nor refused; the input is printed so that it can move to test/hard.
const {values} = parseArgs({options: {seconds: {type: "string", default: "60"}, seed: {type: "string", default: "1"}}});
const next = random(Number(values.seed));
const until = performance.now() + Number(values.seconds) * 1000;
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
for (const [name, {why, input}] of failures) process.stderr.write(`\n${name}\n${why}\n${JSON.stringify(input)}\n`);
process.stderr.write(`${runs} inputs with seed ${values.seed}, ${failures.size} kinds of failure\n`);
process.exitCode = failures.size > 0 ? 1 : 0;
