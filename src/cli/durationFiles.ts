import {mkdirSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {standaloneSvg} from "../brief/standaloneSvg.ts";
import type {Case} from "../casebook/case.ts";
import {incidenceChart} from "../charts/incidenceChart.ts";
import {specificationChart} from "../charts/specificationChart.ts";
import {bibtex} from "../exports/bibtex.ts";
import {citedItems} from "../exports/citations.ts";
import {csv} from "../exports/csv.ts";
import {durationTables} from "../exports/tables/durationTables.ts";
import {specificationTable} from "../exports/tables/specificationTable.ts";
import type {HowLong} from "../studies/howLong.ts";
import type {Contrast, SpecificationResult} from "../studies/specificationCurve.ts";
import {atPath} from "./atPath.ts";
import type {Effects} from "./effects.ts";

/** Writes the curves, the data and the citation of a study of durations into a folder. */
export async function writeDurations(
  one: Case,
  study: HowLong,
  out: string | undefined,
  effects: Effects
): Promise<void> {
  const {ended, unit} = study.table.options;
  const name = [`thaw-how-long-${one.id}`, ended, unit, ...(study.by === null ? [] : ["by", study.by])].join("-");
  const tables = durationTables(study).map((table): [string, string] => [`${table.name}.csv`, csv(table)]);
  await writeAll(out ?? name, [["curves.svg", standaloneSvg(incidenceChart(study))], ...tables], one, effects);
}

/** Writes the specification curve, its data and the citation into a folder. */
export async function writeSpecifications(
  one: Case,
  contrast: Contrast,
  results: readonly SpecificationResult[],
  out: string | undefined,
  effects: Effects
): Promise<void> {
  const files: [string, string][] = [
    ["specification-curve.svg", standaloneSvg(specificationChart({results, contrast}))],
    ["specifications.csv", csv(specificationTable(results))]
  ];
  await writeAll(out ?? `thaw-how-long-${one.id}-robust-${contrast.factor}-${contrast.level}`, files, one, effects);
}

async function writeAll(
  folder: string,
  files: readonly [name: string, content: string][],
  one: Case,
  effects: Effects
): Promise<void> {
  const path = resolve(effects.cwd, folder);
  const citation = await bibtex(citedItems(one, []));
  await atPath(folder, () => {
    mkdirSync(path, {recursive: true});
    for (const [name, content] of [...files, ["citation.bib", citation] as const])
      writeFileSync(join(path, name), content);
  });
  effects.note(`wrote ${[...files.map(([name]) => name), "citation.bib"].join(", ")} to ${folder}`);
}
