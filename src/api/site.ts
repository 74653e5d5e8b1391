import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {extname, join, sep} from "node:path";
import type {Rendered} from "./effects.ts";

/** A file of the web application, with the tag of its bytes. */
export type SiteFile = Rendered & {readonly etag: string};

/** The web application as it was built: every file by its path, and the page for an address that has none. */
export type Site = {readonly files: ReadonlyMap<string, SiteFile>; readonly fallback: SiteFile};

const media: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".wasm": "application/wasm"
};

/**
 * Reads the web application from the folder it was built into; null where there is none. All of it is kept in memory, so an
 * address can name nothing but these files.
 */
export function readSite(folder: string): Site | null {
  if (!existsSync(join(folder, "index.html"))) return null;
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const policy = policyOf(readFileSync(join(folder, "index.html"), "utf8"));
  const files = new Map(
    paths.map((path) => {
      const name = path.slice(folder.length + 1).replaceAll(sep, "/");
      return [name, fileOf(name, new Uint8Array(readFileSync(path)), policy)] as const;
    })
  );
  const index = readFileSync(join(folder, "index.html"), "utf8");
  const fallback = index.replaceAll(/((?:src|href)=")\.\//g, "$1/");
  return {files, fallback: fileOf("404.html", new TextEncoder().encode(fallback), policy)};
}

/** A name with a hash of its content never changes; everything else is asked for again. */
const IMMUTABLE = /[-.][\w-]{8,}\.\w+$/;

function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>, policy: string): SiteFile {
  const isHashed = /^(assets|data)\//.test(name) && IMMUTABLE.test(name);
  return {
    media: media[extname(name)] ?? "application/octet-stream",
    bytes,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 32)}"`,
    headers: {
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": policy
    }
  };
}

/** The policy that the page says of itself, and that nobody may frame it, which a page cannot say. */
function policyOf(index: string): string {
  const own = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(index)?.[1];
  return `${own ?? "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"}; frame-ancestors 'none'`;
}
