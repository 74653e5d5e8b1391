import {createHash} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join, posix, resolve, sep} from "node:path";
import type {Plugin} from "vite";
import {bundledCases} from "../src/casebook/node.ts";
import {casePages, pathOf} from "../src/web/router/routes.ts";
import {writeMethods} from "./webMethods.ts";

/**
 * What a page of the site may load: its own files, and images that it draws itself. A server sends this as a header and
 * adds `frame-ancestors 'none'`, which a page cannot say of itself.
 */
export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * The site as plain files: a page for every address that a reader may open or reload, and a service worker that knows
 * the files of this build.
 */
export function webPages(): Plugin {
  let folder = "";
  return {
    name: "thaw-pages",
    apply: "build",
    configResolved({root, build}) {
      folder = resolve(root, build.outDir);
    },
    transformIndexHtml: (html) =>
      html.replace("<head>", `<head>\n    <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`),
    closeBundle() {
      writePages(folder);
      writeMethods(folder);
      listForOffline(folder);
    }
  };
}

function writePages(folder: string): void {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const paths = bundledCases().flatMap((caseId) => [
    caseId,
    ...casePages.map((page) => pathOf({kind: "case", caseId, page}))
  ]);
  for (const path of paths) {
    const up = "../".repeat(path.split("/").length);
    const file = join(folder, ...path.split("/"), "index.html");
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, html.replaceAll(/((?:src|href)=")\.\//g, `$1${up}`));
  }
}

/** Writes the list of files, with a version made from their contents, into the service worker. */
function listForOffline(folder: string): void {
  const worker = join(folder, "sw.js");
  const files = readdirSync(folder, {recursive: true, encoding: "utf8"})
    .map((path) => path.replaceAll(sep, posix.sep))
    .filter((path) => path !== "sw.js" && statSync(join(folder, path)).isFile())
    .sort();
  const hash = createHash("sha256");
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  const text = readFileSync(worker, "utf8");
  const filled = text
    .replace("__VERSION__", hash.digest("hex").slice(0, 12))
    .replace(/(["'`])__FILES__\1/, () => JSON.stringify(JSON.stringify(files)));
  if (filled.includes("__FILES__") || filled.includes("__VERSION__"))
    throw new Error("the service worker has no place for the list of files");
  writeFileSync(worker, filled);
}
