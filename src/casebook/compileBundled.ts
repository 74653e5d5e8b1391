import {ThawError} from "../errors.ts";
import {compileBundled} from "./node.ts";

try {
  for (const {id, measures, events} of compileBundled()) {
    process.stderr.write(`compiled ${id}: ${measures} measures, ${events} events\n`);
  }
} catch (error) {
  if (!(error instanceof ThawError)) throw error;
  process.stderr.write(`thaw: ${error.message}\n`);
  process.exitCode = 2;
}
