import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join, relative, resolve} from "node:path";
import {ThawError} from "../errors.ts";
import {type Baseline, type BaselineLayout, decodeBaseline} from "../trade/baseline.ts";
import {closingReport} from "../trade/baselineClosing.ts";
import {caseFiles, packageRoot} from "./node.ts";
import {brokenFiles, formatProblem, type Problem} from "./problem.ts";
import {suggest} from "./suggest.ts";

const folder = join(packageRoot, "cases", "baseline");

/** Names of the baselines that come with the package. */
export const bundledBaselines = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

/** A baseline, and what a reader of its results has to know; a note on a bundled one names its file. */
export type OpenedBaseline = Baseline & {readonly notes: readonly string[]};

/**
 * Opens a baseline: a folder that has a `baseline.yaml`, a file of such a folder, or a bundled name. The checksum is the
 * SHA-256 of the bundled file, or over names and contents of the files of the folder.
 *
 * @throws notFound `casebook/no-baseline`, incorrect `casebook/broken-baseline` with `details.problems`
 */
export function openBaseline(name: string, cwd: string): OpenedBaseline {
  const path = resolve(cwd, name);
  const own = [path, dirname(path)].find((at) => existsSync(path) && existsSync(join(at, "baseline.yaml")));
  if (own !== undefined) return openOwn(name, own, cwd);
  const names = bundledBaselines();
  if (names.includes(name)) return openBundled(name);
  const like = suggest(name, names);
  const advice =
    like === undefined
      ? `bundled baselines: ${names.join(", ")}; or give a folder with a baseline.yaml`
      : `did you mean ${like}?`;
  throw new ThawError("notFound", "casebook/no-baseline", `no baseline ${name}; ${advice}`);
}

function openBundled(name: string): OpenedBaseline {
  const text = readFileSync(join(folder, `${name}.json`), "utf8").replaceAll("\r\n", "\n");
  const economy = decodeBaseline(JSON.parse(text) as BaselineLayout);
  const notes = closingReport(economy).notes.map(({message}) => `${name}: ${message}`);
  return {economy, checksum: createHash("sha256").update(text).digest("hex"), notes};
}

function openOwn(name: string, at: string, cwd: string): OpenedBaseline {
  const {files, checksum} = caseFiles(at);
  const result = reader().readBaseline(files);
  const fromHere = (list: readonly Problem[]) => list.map((one) => ({...one, file: join(relative(cwd, at), one.file)}));
  if ("problems" in result) throw brokenFiles("baseline", name, fromHere(result.problems));
  return {economy: result.economy, checksum, notes: fromHere(result.notes).map(formatProblem)};
}

/** The reader of YAML with its schemas is slow to load, so it waits for a baseline that needs it. */
const reader = (): typeof import("./readBaseline.ts") =>
  createRequire(import.meta.url)(`./readBaseline.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`);
