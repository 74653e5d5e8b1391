import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Case} from "../casebook/case.ts";
import {incorrect, ThawError} from "../errors.ts";
import {dataPackage} from "./dataPackage.ts";

/**
 * Writes a case as a Data Package into a folder, which is made if need be; `datapackage.json` is written last, so that a
 * folder with a descriptor is a whole package. With `force` the package's files are written over those that are there;
 * other files stay.
 *
 * @returns the paths written, from the folder
 * @throws conflict `exports/folder-not-empty` without `force`; incorrect `exports/not-a-folder`
 */
export async function writePackage(
  record: Case,
  folder: string,
  {force = false}: {readonly force?: boolean} = {}
): Promise<string[]> {
  const there = filesIn(folder);
  if (there.length > 0 && !force) {
    throw new ThawError(
      "conflict",
      "exports/folder-not-empty",
      `folder not empty: ${folder}; name a new folder, or use force to write over its files`,
      {details: {folder}}
    );
  }
  const files = await dataPackage(record);
  for (const {path, bytes} of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), {recursive: true});
    writeFileSync(target, bytes);
  }
  return files.map(({path}) => path);
}

function filesIn(folder: string): string[] {
  try {
    mkdirSync(folder, {recursive: true});
    return readdirSync(folder);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code !== "EEXIST" && code !== "ENOTDIR") throw error;
    throw incorrect("exports/not-a-folder", `not a folder: ${folder}; name a folder`, {folder});
  }
}
