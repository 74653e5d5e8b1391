import {existsSync, readFileSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, relative, resolve} from "node:path";
import {ThawError} from "../errors.ts";
import {type OpenedBaseline, openBaseline} from "./baselines.ts";
import type {Case} from "./case.ts";
import {openCase} from "./node.ts";
import {brokenFiles, type Problem} from "./problem.ts";
import type {Scenario} from "./scenario.ts";

/** A scenario with what it names: its case, where it has one, and its baseline, by a name that `openBaseline` takes. */
export type OpenedScenario = {
  readonly scenario: Scenario;
  readonly record: Case | null;
  readonly baseline: OpenedBaseline;
};

/** Is the argument the file of a scenario, by its name? */
export const isScenarioFile = (name: string): boolean => /\.ya?ml$/.test(name);

/**
 * Reads the file of a scenario. Folders that it names stand beside it; `scenario.baseline` is then their full path.
 *
 * @throws notFound `casebook/no-scenario`
 */
export function readScenarioFile(name: string, cwd: string): OpenedScenario | {readonly problems: readonly Problem[]} {
  const path = resolve(cwd, name);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new ThawError("notFound", "casebook/no-scenario", `no scenario ${name}; give the path of a YAML file`);
  const folder = dirname(path);
  const opened: {record?: Case; baseline?: OpenedBaseline} = {};
  const result = reader().readScenario(relative(cwd, path), readFileSync(path, "utf8"), {
    case(id) {
      opened.record = openCase(id, folder);
      return opened.record;
    },
    baseline(id) {
      opened.baseline = openBaseline(id, folder);
      return opened.baseline.economy;
    }
  });
  if ("problems" in result) return result;
  const own = resolve(folder, result.scenario.baseline);
  const scenario = existsSync(own) ? {...result.scenario, baseline: own} : result.scenario;
  return {scenario, record: opened.record ?? null, baseline: opened.baseline!};
}

/** @throws notFound `casebook/no-scenario`, incorrect `casebook/broken-scenario` with `details.problems` */
export function openScenario(name: string, cwd: string): OpenedScenario {
  const result = readScenarioFile(name, cwd);
  if ("scenario" in result) return result;
  throw brokenFiles("scenario", name, result.problems);
}

/** The reader of YAML with its schemas is slow to load, so it waits for a scenario. */
const reader = (): typeof import("./readScenario.ts") =>
  createRequire(import.meta.url)(`./readScenario.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`);
