import {parseArgs} from "node:util";
import {search} from "./search.ts";

// node test/fuzz/main.ts --seconds 60 --seed 1: exit code 1 when an input throws, hangs or is neither read nor refused;
// the input is printed so that it can move to test/hard.
const {values} = parseArgs({options: {seconds: {type: "string", default: "60"}, seed: {type: "string", default: "1"}}});
const {runs, failures} = search(Number(values.seconds), Number(values.seed));
for (const {target, why, input} of failures) process.stderr.write(`\n${target}\n${why}\n${JSON.stringify(input)}\n`);
process.stderr.write(`${runs} inputs with seed ${values.seed}, ${failures.length} kinds of failure\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
