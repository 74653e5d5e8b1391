import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {delimiter, join} from "node:path";
import {alone, firstLines, kept, quietly, remove, SetUpError, say} from "./shell.mjs";

const WANTED = "24";

/** Does this Node run the sources and the tools as they stand? Vitest has no support for the odd versions 23 and 25. */
export function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return (major === 22 && minor >= 18) || major === 24 || major >= 26;
}

/** The registry's package that holds Node for this system, as plain files without an install script. */
const packageName = () => {
  const platform = process.platform === "win32" ? "win" : process.platform;
  return `node-${platform === "darwin" && process.arch === "arm64" ? "bin-" : ""}${platform}-${process.arch}`;
};
const binary = (folder) =>
  join(folder, "node_modules", packageName(), "bin", process.platform === "win32" ? "node.exe" : "node");

/**
 * A Node that is new enough, in .thaw/node; fetched from the npm registry when it is not there. `env` puts it and its npm
 * first on the PATH, and keeps the global npm configuration of the user (registry, proxy, certificates), which npm
 * otherwise looks for beside the Node it runs on.
 */
export function fetchedNode() {
  const folder = join(kept, "node");
  if (!existsSync(binary(folder))) {
    alone(() => {
      if (!existsSync(binary(folder))) fetchNode(folder);
    });
  }
  const path = `${join(folder, "node_modules", ".bin")}${delimiter}${process.env.PATH || ""}`;
  const globalConfig = process.env.npm_config_globalconfig || readFileSync(join(folder, "globalconfig"), "utf8");
  return {node: binary(folder), env: {PATH: path, npm_config_globalconfig: globalConfig}};
}

function fetchNode(folder) {
  say(`fetching Node ${WANTED}, as this is Node ${process.versions.node} and 22.18 or newer is needed`);
  const part = `${folder}.part`;
  remove(part);
  mkdirSync(part, {recursive: true});
  writeFileSync(join(part, "package.json"), '{"private": true}\n');
  const flags = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const got = quietly(npm, ["install", ...flags, `${packageName()}@${WANTED}`, "npm@11"], {cwd: part});
  if (!got.ok) {
    throw new SetUpError(
      `cannot fetch Node ${WANTED} for ${process.platform} ${process.arch} from the npm registry; ` +
        `go online and try again, or install Node 22.18 or newer from https://nodejs.org\n${firstLines(got.output)}`
    );
  }
  if (!quietly(binary(part), ["--version"]).ok) {
    throw new SetUpError(
      `the Node ${WANTED} of the npm registry does not run on this system; install Node 22.18 or newer with the system's own package manager`
    );
  }
  writeFileSync(join(part, "globalconfig"), quietly(npm, ["config", "get", "globalconfig"], {cwd: part}).stdout.trim());
  remove(folder);
  renameSync(part, folder);
}
