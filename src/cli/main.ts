#!/usr/bin/env node
import {processEffects} from "./effects.ts";
import {run} from "./run.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv.slice(2), processEffects(process));
