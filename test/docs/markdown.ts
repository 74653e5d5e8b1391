import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {packageRoot} from "../../src/casebook/node.ts";

/** The project's own Markdown: at the root, and in docs/. Paths from the root, with forward slashes. */
export const pages: readonly string[] = [
  ...readdirSync(packageRoot).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(packageRoot, "docs"), {recursive: true, encoding: "utf8"})
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
].sort();

export const textOf = (page: string): string => readFileSync(join(packageRoot, page), "utf8").replaceAll("\r\n", "\n");

const FENCE = /^( *)(```+|~~~+)(\w*).*\n([\s\S]*?)^\1\2 *$/gm;

/** The blocks of code in a page: their language, and what stands in them. */
export const fences = (text: string): {readonly language: string; readonly body: string}[] =>
  [...text.matchAll(FENCE)].map(([, , , language = "", body = ""]) => ({language, body}));

/** The page without code, in which nothing is a link or a heading. */
export const proseOf = (text: string): string =>
  text.replace(FENCE, "").replace(/`[^`\n]*`/g, (code) => "\u0000".repeat(code.length));

/** The anchors that GitHub gives to the headings of a page. */
export function anchors(text: string): Set<string> {
  const found = new Set<string>();
  const seen = new Map<string, number>();
  for (const [, heading = ""] of text.replace(FENCE, "").matchAll(/^#{1,6} +(.*?) *#*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
    const slug = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    found.add(before === 0 ? slug : `${slug}-${before}`);
  }
  for (const [, id = ""] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) found.add(id);
  return found;
}

/** The targets of the links and pictures of a page. */
export const links = (text: string): string[] => {
  const prose = proseOf(text);
  return [
    ...[...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(([, target]) => target!),
    ...[...prose.matchAll(/^\[[^\]]+\]:\s*<?(\S+?)>?$/gm)].map(([, target]) => target!),
    ...[...prose.matchAll(/<(?:img|source|a)\b[^>]*?\b(?:src|srcset|href)="([^"]+)"/g)].map(([, target]) => target!)
  ];
};
