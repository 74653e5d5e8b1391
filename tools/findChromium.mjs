import {existsSync} from "node:fs";
import {delimiter, join} from "node:path";
import {aptInstall} from "./aptInstall.mjs";
import {quietly, SetUpError} from "./shell.mjs";

const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const macApps = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (n) => `/Applications/${n}.app/Contents/MacOS/${n}`
);
const windowsPrograms = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

function candidates() {
  const {PATH = "", PROGRAMFILES, LOCALAPPDATA} = process.env;
  if (process.platform === "darwin") return macApps;
  if (process.platform === "win32") {
    const folders = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA].filter(Boolean);
    return folders.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)));
  }
  const folders = [...PATH.split(delimiter), "/usr/bin", "/usr/local/bin"];
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Windows opens a window when asked for the version; elsewhere a stub that only points to a shop does not answer. */
const works = (path) => existsSync(path) && (process.platform === "win32" || quietly(path, ["--version"]).ok);

/**
 * Path of a Chromium for the browser tests: the one that THAW_CHROMIUM names, one that the system has, or Debian's package
 * installed when there is none and we are root. Null when all of that fails.
 */
export function findChromium() {
  const named = process.env.THAW_CHROMIUM;
  if (named && existsSync(named)) return named;
  if (named) throw new SetUpError(`no file at THAW_CHROMIUM: ${named}; write the path of a Chromium`);
  const found = candidates().find(works);
  if (found) return found;
  aptInstall("Chromium", ["chromium", "fonts-dejavu-core"]); // without a font the width of a text cannot be tested
  return candidates().find(works) ?? null;
}
