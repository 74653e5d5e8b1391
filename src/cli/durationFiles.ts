import {existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {standaloneSvg} from "../brief/standaloneSvg.ts";
import type {Case} from "../casebook/case.ts";
import {incidenceChart} from "../charts/incidenceChart.ts";
import {specificationChart} from "../charts/specificationChart.ts";
import {statesChart} from "../charts/statesChart.ts";
import {ThawError} from "../errors.ts";
import {bibtex} from "../exports/bibtex.ts";
import {citedItems} from "../exports/citations.ts";
import {csv} from "../exports/csv.ts";
import type {Table} from "../exports/table.ts";
import {durationTables} from "../exports/tables/durationTables.ts";
import {specificationTable} from "../exports/tables/specificationTable.ts";
import {stateTables} from "../exports/tables/stateTables.ts";
import type {HowLong} from "../studies/howLong.ts";
import type {Contrast, SpecificationResult} from "../studies/specificationCurve.ts";
import type {StateShares} from "../studies/stateShares.ts";
import {atPath} from "./atPath.ts";
import type {Effects} from "./effects.ts";

/** Where to write: a folder as typed, or one named for the study; and whether over what is there. */
export type Target = {readonly out: string | undefined; readonly force: boolean};

type File = readonly [name: string, content: string];

/** Writes the curves, the data and the citation of a study of durations into a folder. */
export async function writeDurations(one: Case, study: HowLong, target: Target, effects: Effects): Promise<void> {
  const {ended, unit} = study.table.options;
  const name = [ended, unit, ...(study.by === null ? [] : ["by", study.by])].join("-");
  const files: File[] = [["curves.svg", standaloneSvg(incidenceChart(study))], ...csvFiles(durationTables(study))];
  await writeAll(one, name, files, target, effects);
}

/** Writes the specification curve, its data and the citation into a folder. */
export async function writeSpecifications(
  one: Case,
  contrast: Contrast,
  results: readonly SpecificationResult[],
  target: Target,
  effects: Effects
): Promise<void> {
  const chart = standaloneSvg(specificationChart({results, contrast}));
  const files: File[] = [["specification-curve.svg", chart], ...csvFiles([specificationTable(results)])];
  await writeAll(one, `robust-${contrast.factor}-${contrast.level}`, files, target, effects);
}

/** Writes the chart of states, the stays in them, their shares and the citation into a folder. */
export async function writeStates(one: Case, study: StateShares, target: Target, effects: Effects): Promise<void> {
  const chart = standaloneSvg(statesChart(study));
  await writeAll(one, "states", [["states.svg", chart], ...csvFiles(stateTables(study))], target, effects);
}

const csvFiles = (tables: readonly Table[]): File[] => tables.map((table) => [`${table.name}.csv`, csv(table)]);

/** @throws conflict `cli/file-exists` before anything is written, and what `atPath` throws */
async function writeAll(
  one: Case,
  name: string,
  contents: readonly File[],
  {out, force}: Target,
  effects: Effects
): Promise<void> {
  const folder = out ?? `thaw-how-long-${one.id}-${name}`;
  const path = resolve(effects.cwd, folder);
  const files: File[] = [...contents, ["citation.bib", await bibtex(citedItems(one, []))]];
  const there = files.find(([file]) => existsSync(join(path, file)));
  if (there !== undefined && !force) {
    const message = `file exists: ${join(folder, there[0])}; name a new folder with --out, or add --force`;
    throw new ThawError("conflict", "cli/file-exists", message, {details: {path}});
  }
  await atPath(folder, () => {
    mkdirSync(path, {recursive: true});
    for (const [file, content] of files) writeFileSync(join(path, file), content);
  });
  effects.note(`wrote ${files.map(([file]) => file).join(", ")} to ${folder}`);
}
