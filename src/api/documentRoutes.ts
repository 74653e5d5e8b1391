import type {Context, Hono} from "hono";
import {BASE} from "./base.ts";
import {docsCss} from "./docsCss.ts";
import {docsPage} from "./docsPage.ts";
import {document} from "./document.ts";
import type {Effects} from "./effects.ts";
import {etagOf, freshTag} from "./etag.ts";
import {pagePolicy} from "./policy.ts";

/** The document for programs, and as a page. */
export function documentRoutes(web: Hono, {version, cases}: Pick<Effects, "version" | "cases">): void {
  const made = document(version, cases);
  const json = `${JSON.stringify(made, null, 2)}\n`;
  const page = docsPage(made);
  web.get(`${BASE}/openapi.json`, (context) => send(context, json, {"content-type": "application/json"}));
  web.get(`${BASE}/docs`, (context) =>
    send(context, page, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": pagePolicy([docsCss])
    })
  );
}

function send({req}: Context, text: string, own: Readonly<Record<string, string>>): Response {
  const etag = etagOf(text);
  const headers = {...own, etag, "cache-control": "public, no-cache"};
  const isFresh = freshTag(req.header("if-none-match"), etag) !== null;
  return isFresh ? new Response(null, {status: 304, headers}) : new Response(text, {headers});
}
