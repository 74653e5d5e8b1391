import {mkdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {Case} from "../casebook/case.ts";
import {bibtex} from "../exports/bibtex.ts";
import {citedItems} from "../exports/citations.ts";
import {csv} from "../exports/csv.ts";
import type {Table} from "../exports/table.ts";
import {atPath} from "./atPath.ts";
import type {Effects} from "./effects.ts";
import {requireFree, type Target} from "./target.ts";

export type File = readonly [name: string, content: string];

export const csvFiles = (tables: readonly Table[]): File[] => tables.map((table) => [`${table.name}.csv`, csv(table)]);

/** How to cite a case. */
export const citation = async (one: Case): Promise<File> => ["citation.bib", await bibtex(citedItems(one, []))];

/**
 * Writes the files of a study into a folder.
 *
 * @param named the folder where none is typed
 * @throws conflict `cli/file-exists` before anything is written, and what `atPath` throws
 */
export async function writeFiles(
  named: string,
  files: readonly File[],
  {out, force}: Target,
  effects: Effects
): Promise<void> {
  const folder = out ?? named;
  const path = resolve(effects.cwd, folder);
  requireFree(
    named,
    files.map(([file]) => file),
    {out, force},
    effects
  );
  await atPath(folder, () => {
    mkdirSync(path, {recursive: true});
    for (const [file, content] of files) writeFileSync(join(path, file), content);
  });
  effects.note(`wrote ${files.map(([file]) => file).join(", ")} to ${folder}`);
}
