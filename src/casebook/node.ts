import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {basename, dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {ThawError} from "../errors.ts";
import type {Case} from "./case.ts";
import {brokenFiles, type Problem} from "./problem.ts";
import type {CaseFiles, ReadResult} from "./readCase.ts";
import {suggest} from "./suggest.ts";

/** The folder that holds package.json, whether the sources run or the compiled package does. */
export const packageRoot = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
})();

const bundledFolder = join(packageRoot, "cases");
const compiledFile = (id: string) => join(packageRoot, "dist", "cases", `${id}.json`);

/** Ids of the cases that come with the package. */
export function bundledCases(): string[] {
  return readdirSync(bundledFolder)
    .filter((name) => existsSync(join(bundledFolder, name, "case.yaml")))
    .sort();
}

/** The folder of a case: a bundled id, or a path to a folder that has a case.yaml. @throws notFound `casebook/no-case` */
export function caseFolder(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  if (existsSync(join(path, "case.yaml"))) return path;
  if (/^[a-z0-9-]+$/.test(name) && existsSync(join(bundledFolder, name, "case.yaml"))) return join(bundledFolder, name);
  const like = suggest(name, bundledCases());
  const advice =
    like === undefined
      ? `bundled cases: ${bundledCases().join(", ")}; or give a folder with a case.yaml`
      : `did you mean ${like}?`;
  throw new ThawError("notFound", "casebook/no-case", `no case ${name}; ${advice}`);
}

/** Reads the text files of a case folder and their checksum (SHA-256 over names and contents, in name order). */
export function caseFiles(folder: string): {readonly files: CaseFiles; readonly checksum: string} {
  const names = [
    ...readdirSync(folder).filter((name) => /\.(ya?ml|csv)$/.test(name)),
    ...(existsSync(join(folder, "measures"))
      ? readdirSync(join(folder, "measures"))
          .filter((name) => /\.ya?ml$/.test(name))
          .map((name) => `measures/${name}`)
      : [])
  ].sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const hash = createHash("sha256");
  for (const [name, text] of files) hash.update(`${name}\0${text.replaceAll("\r\n", "\n")}\0`);
  return {files, checksum: hash.digest("hex")};
}

/** Reads a case folder: the whole case, or everything that is wrong with it. Problems and notes name files from `cwd`. */
export function readCaseFolder(folder: string, cwd = folder): ReadResult {
  const {files, checksum} = caseFiles(folder);
  const result = reader().readCase(files, checksum);
  const shown = relative(cwd, folder);
  const fromHere = (list: readonly Problem[]) => list.map((one) => ({...one, file: join(shown, one.file)}));
  return "case" in result ? {...result, notes: fromHere(result.notes)} : {problems: fromHere(result.problems)};
}

/**
 * Opens a case by bundled id or folder. A bundled case is taken as compiled when it has been compiled from what stands
 * there now.
 * @throws notFound `casebook/no-case`, incorrect `casebook/broken-case` with `details.problems`
 */
export function openCase(name: string, cwd: string): Case {
  const folder = caseFolder(name, cwd);
  if (dirname(folder) === bundledFolder) {
    const compiled = readCompiled(basename(folder), folder);
    if (compiled !== null) return compiled;
  }
  const result = readCaseFolder(folder, cwd);
  if ("case" in result) return result.case;
  throw brokenFiles("case", name, result.problems);
}

/** Compiles every bundled case into one JSON file each, so that a command need not read YAML. Returns what was written. */
export function compileBundled(): {readonly id: string; readonly measures: number; readonly events: number}[] {
  return bundledCases().map((id) => {
    const folder = join(bundledFolder, id);
    const result = readCaseFolder(folder, packageRoot);
    if ("problems" in result) throw brokenFiles("case", id, result.problems);
    mkdirSync(dirname(compiledFile(id)), {recursive: true});
    const unfinished = `${compiledFile(id)}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(result.case));
    renameSync(unfinished, compiledFile(id));
    const events = result.case.measures.reduce((n, {life}) => n + life.length, 0);
    return {id, measures: result.case.measures.length, events};
  });
}

/**
 * Null when the case has not been compiled, or a file of it is newer than what was compiled. An installed package is
 * compiled from the files that it carries, and unpacking gives those any time stamp, so there it is not asked.
 */
function readCompiled(id: string, folder: string): Case | null {
  const path = compiledFile(id);
  const built = statSync(path, {throwIfNoEntry: false})?.mtimeMs;
  if (built === undefined || (runsFromSources && newestFile(folder) > built)) return null;
  return JSON.parse(readFileSync(path, "utf8")) as Case;
}

/** The reader of YAML with its schemas: more than half of the start-up, so it waits for a case that is not compiled. */
const reader = (): typeof import("./readCase.ts") =>
  createRequire(import.meta.url)(`./readCase.${runsFromSources ? "ts" : "js"}`);

const runsFromSources = import.meta.url.endsWith(".ts");

function newestFile(folder: string): number {
  const places = [folder, join(folder, "measures")];
  const files = places.flatMap((place) =>
    readdirSync(place)
      .filter((name) => /\.(ya?ml|csv)$/.test(name))
      .map((name) => join(place, name))
  );
  return Math.max(...[...places, ...files].map((path) => statSync(path).mtimeMs));
}
