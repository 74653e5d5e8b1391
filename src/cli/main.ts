#!/usr/bin/env node
import {enableCompileCache} from "node:module";

enableCompileCache(); // before the imports that it is for
const [{processEffects}, {run}] = await Promise.all([import("./effects.ts"), import("./run.ts")]);

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0); // the reader, `head` perhaps, has what it wants
  });
}
process.exitCode = await run(process.argv.slice(2), processEffects(process));
