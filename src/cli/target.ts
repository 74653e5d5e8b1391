import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {ThawError} from "../errors.ts";
import {type Given, text} from "./command.ts";
import type {Effects} from "./effects.ts";

/** Where to write: a folder as typed, or one named for the study; and whether over what is there. */
export type Target = {readonly out: string | undefined; readonly force: boolean};

export const targetOf = (options: Given["options"]): Target => ({
  out: text(options["out"]),
  force: options["force"] === true
});

/**
 * Refuses before the work what would be refused after it.
 *
 * @param names of the files to be written
 * @throws conflict `cli/file-exists`
 */
export function requireFree(
  named: string,
  names: readonly string[],
  {out, force}: Target,
  {cwd}: Pick<Effects, "cwd">
): void {
  const folder = out ?? named;
  const path = resolve(cwd, folder);
  const there = names.find((name) => existsSync(join(path, name)));
  if (there === undefined || force) return;
  const message = `file exists: ${join(folder, there)}; name a new folder with --out, or add --force`;
  throw new ThawError("conflict", "cli/file-exists", message, {details: {path}});
}
