import {standaloneSvg} from "../brief/standaloneSvg.ts";
import type {Case} from "../casebook/case.ts";
import {incidenceChart} from "../charts/incidenceChart.ts";
import {specificationChart} from "../charts/specificationChart.ts";
import {statesChart} from "../charts/statesChart.ts";
import {durationTables} from "../exports/tables/durationTables.ts";
import {specificationTable} from "../exports/tables/specificationTable.ts";
import {stateTables} from "../exports/tables/stateTables.ts";
import type {HowLong} from "../studies/howLong.ts";
import type {Contrast, SpecificationResult} from "../studies/specificationCurve.ts";
import type {StateShares} from "../studies/stateShares.ts";
import type {Effects} from "./effects.ts";
import {citation, csvFiles, type File, writeFiles} from "./studyFiles.ts";
import type {Target} from "./target.ts";

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

async function writeAll(
  one: Case,
  name: string,
  files: readonly File[],
  target: Target,
  effects: Effects
): Promise<void> {
  await writeFiles(`thaw-how-long-${one.id}-${name}`, [...files, await citation(one)], target, effects);
}
