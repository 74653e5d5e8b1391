import type {CslItem} from "./citations.ts";

type Entry = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * RIS, UTF-8, CRLF. The records are those of Citation.js, with what it loses put back: the id in full (it cuts at 20
 * characters), authors and day of a newspaper article, printed identifiers of types that have no tag for one (in N1).
 * Values are on one line: the library breaks them at 70 characters, and readers join them again with a space.
 *
 * The library is loaded on the first call.
 */
export async function ris(items: readonly CslItem[]): Promise<string> {
  const [{plugins}] = await Promise.all([import("@citation-js/core"), import("@citation-js/plugin-ris")]);
  const entries = plugins.output.format("ris", items, {format: "object"}) as readonly Entry[];
  return entries.map((entry, i) => recordText(completed(entry, items[i]!))).join("\r\n");
}

function completed(entry: Entry, {id, author, issued, number, publisher, URL, version}: CslItem): Entry {
  const has = (value: string) => Object.values(entry).some((held) => held === value || held?.includes(value));
  const parts = issued?.["date-parts"][0];
  const lost = [number, version].filter((value) => value !== undefined && !has(value));
  const notes = [entry.N1 ?? [], lost].flat() as readonly string[];
  return {
    ...entry,
    TY: entry.TY ?? "GEN",
    ID: id,
    ...(author && {AU: author.map(({literal}) => literal)}),
    ...(parts && {PY: String(parts[0]), DA: [0, 1, 2, 3].map((i) => parts[i] ?? "").join("/")}),
    ...(publisher && {PB: publisher}),
    ...(URL && {UR: URL}),
    ...(notes.length > 0 && {N1: notes})
  };
}

function recordText({TY, ...entry}: Entry): string {
  const lines = Object.entries(entry).flatMap(([tag, value]) =>
    [value ?? []].flat().map((text) => `${tag}  - ${text.replace(/\s+/g, " ")}`)
  );
  return [`TY  - ${TY}`, ...lines, "ER  - ", ""].join("\r\n");
}
