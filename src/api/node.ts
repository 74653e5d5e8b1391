import {readFileSync} from "node:fs";
import {join} from "node:path";
import {bundledBaselines, openBaseline} from "../casebook/baselines.ts";
import {bundledCases, openCase, packageRoot} from "../casebook/node.ts";
import type {Effects} from "./effects.ts";

const version = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {version: string}).version;

/**
 * The effects of a real process: the bundled cases and baselines, and a folder of one's own by the id of its case.
 *
 * @param own a folder with a case.yaml, or null
 */
export function nodeEffects(own: string | null, cwd: string): Omit<Effects, "note" | "elsewhere"> {
  const one = own === null ? null : openCase(own, cwd);
  const cases = [...new Set([...(one === null ? [] : [one.id]), ...bundledCases()])];
  return {
    version: version(),
    build: buildOf(version()),
    cases,
    openCase: (id) => (id === one?.id ? one : openCase(id, packageRoot)),
    baselines: bundledBaselines(),
    openBaseline: (name) => openBaseline(name, packageRoot),
    clock: () => performance.now()
  };
}

/** Sources may be edited without a new version, so there a build is one run of the server. */
const buildOf = (version: string): string =>
  import.meta.url.endsWith(".ts") ? `${version}+${Date.now().toString(36)}` : version;
