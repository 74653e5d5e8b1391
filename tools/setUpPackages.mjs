import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {alone, firstLines, kept, quietly, remove, root, SetUpError, say} from "./shell.mjs";

const stamp = join(root, "node_modules", ".thaw-lock");
const ready = join(kept, "ready");

/** What node_modules has to be installed from: the lock file, for this kind of machine. */
const wanted = () => {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
};
const isInstalled = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();

/**
 * Installs the packages of package-lock.json unless node_modules was installed from this very file. The stamp is written
 * last, so an interrupted install is done again. Leaves the note by which `./thaw` takes the short way: the Node to use.
 */
export function setUpPackages() {
  if (!isInstalled()) {
    alone(() => {
      if (!isInstalled()) install();
    });
  }
  mkdirSync(kept, {recursive: true});
  writeFileSync(ready, `${process.execPath}\n`);
}

/**
 * A clean install of what the lock file names, by `npm ci`. That refuses a lock file that lacks a package, which is how
 * npm writes one where the registry in use does not carry the optional packages of another platform; the install then
 * takes the versions that are named and looks up the rest.
 */
function install() {
  say("installing packages");
  remove(ready);
  let got = npm("ci");
  if (!got.ok && /\bEUSAGE\b/.test(got.output)) {
    say("package-lock.json lacks some packages; looking them up in the npm registry");
    remove(join(root, "node_modules"));
    got = npm("install", "--no-save");
  }
  if (!got.ok) throw new SetUpError(`cannot install the packages; npm says\n${firstLines(got.output)}`);
  writeFileSync(stamp, wanted());
}

function npm(...task) {
  const {command, args} = npmCommand();
  const flags = ["--include=dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  return quietly(command, [...args, ...task, ...flags], {cwd: root});
}

/** npm as the user called it, or the one that goes with this Node, or the one on the PATH. */
function npmCommand() {
  const fetched = join(kept, "node", "node_modules", "npm", "bin", "npm-cli.js");
  if (process.execPath.startsWith(kept) && existsSync(fetched)) return {command: process.execPath, args: [fetched]};
  const caller = process.env.npm_execpath || "";
  if (/npm-cli\.js$/.test(caller)) return {command: process.execPath, args: [caller]};
  return {command: process.platform === "win32" ? "npm.cmd" : "npm", args: []};
}
