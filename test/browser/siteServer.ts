import {readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";
import {contentPolicy} from "../../tools/webPages.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json"
};

/** A static server as any host has one: files of a folder below a path, a folder's page after a redirect, strict policy. */
export async function serveSite(folder: string, below = "/") {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    response.setHeader("Content-Security-Policy", `${contentPolicy}; frame-ancestors 'none'`);
    response.setHeader("X-Content-Type-Options", "nosniff");
    const path = url.pathname.startsWith(below) ? normalize(url.pathname.slice(below.length)) : "..";
    const file = join(folder, path);
    const found = path.startsWith("..") ? undefined : statSync(file, {throwIfNoEntry: false});
    if (found?.isDirectory() && !url.pathname.endsWith("/")) {
      return response.writeHead(301, {Location: `${url.pathname}/${url.search}`}).end();
    }
    const wanted = found?.isDirectory() ? join(file, "index.html") : file;
    if (found === undefined || statSync(wanted, {throwIfNoEntry: false}) === undefined) {
      return response.writeHead(404).end("not here");
    }
    response.setHeader("Content-Type", types[extname(wanted)] ?? "application/octet-stream");
    response.end(readFileSync(wanted));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}
