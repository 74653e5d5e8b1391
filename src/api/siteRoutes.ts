import type {Context, Hono} from "hono";
import type {Rendered} from "./effects.ts";
import {encode, encodingFor} from "./encoding.ts";
import {etagIn, freshTag} from "./etag.ts";
import type {Keeper} from "./keeper.ts";
import type {Site, SiteFile} from "./site.ts";

/** Serves the web application beside the API; an address without a file gets the page that says so. */
export function siteRoutes(web: Hono, {files, fallback}: Site, keep: Keeper<Rendered>): void {
  web.get("*", async (context, next) => {
    const {path} = context.req;
    if (path.startsWith("/api/")) return next();
    const name = decoded(path.slice(1));
    const found = files.get(name) ?? (name === "" || name.endsWith("/") ? files.get(`${name}index.html`) : undefined);
    if (found !== undefined) return send(context, found, 200, keep);
    if (files.has(`${name}/index.html`)) return context.redirect(`${path}/${new URL(context.req.url).search}`, 308);
    return send(context, fallback, 404, keep);
  });
}

async function send({req}: Context, file: SiteFile, status: number, keep: Keeper<Rendered>): Promise<Response> {
  const {headers, media} = file;
  const vary = {vary: "Accept-Encoding"};
  const fresh = freshTag(req.header("if-none-match"), file.etag);
  if (fresh !== null) return new Response(null, {status: 304, headers: {...headers, ...vary, etag: fresh}});
  const encoding = encodingFor(req.header("accept-encoding"), file);
  const etag = etagIn(file.etag, encoding);
  const sent = encoding === "identity" ? file : await keep(etag, () => encode(file, encoding));
  return new Response(sent.bytes, {
    status,
    headers: {...sent.headers, ...vary, etag, "content-type": media, "content-length": String(sent.bytes.length)}
  });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
