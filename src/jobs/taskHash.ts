import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {packageRoot} from "../casebook/node.ts";
import {ThawError} from "../errors.ts";
import type {PriceTask} from "../studies/price/pricer.ts";

/** The version of this package: another one may price the same task otherwise. */
export const version = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {version: string}).version;

/**
 * SHA-256 of a task and the version that prices it, the name of its draws in a file and in a database. The order in which
 * the task's properties were written does not matter, nor where the baseline lies: its checksum says what is in it.
 *
 * @throws fault `jobs/task-number` for a number that JSON does not have
 */
export function taskHash({baseline: _, ...task}: PriceTask): string {
  const text = JSON.stringify({thaw: version(), task}, (key, value: unknown) => {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new ThawError(
        "fault",
        "jobs/task-number",
        `invalid number in a task: ${key} is ${value}; JSON has only finite ones`
      );
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash("sha256").update(text).digest("hex");
}
