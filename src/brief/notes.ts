import type {Source} from "../casebook/case.ts";
import {incorrect} from "../errors.ts";
import type {Say} from "./briefWords.ts";
import {type Block, citedIn, type Note, type Section, type Text, textsOf} from "./document.ts";

/**
 * The sources that a brief cites, numbered in the order of their first citation.
 * @throws incorrect `brief/unknown-source` when a text cites what is not among the sources
 */
export function notesOf(
  lead: readonly Text[],
  sections: readonly Section[],
  sources: readonly Source[],
  say: Say
): Note[] {
  const texts = [...lead, ...sections.flatMap(({blocks}) => blocks.flatMap((block: Block) => textsOf(block)))];
  const ids = [...new Set(texts.flatMap(citedIn))];
  return ids.map((id, i) => {
    const source = sources.find((one) => one.id === id);
    if (source === undefined) throw incorrect("brief/unknown-source", `unknown source: ${id}; add it to sources.yaml`);
    return {source: id, number: i + 1, text: noteText(source, say), url: httpUrl(source.URL)};
  });
}

/** `Author. Title. Publisher, 1989-06-05. Number.` and whether the record's author looked at it. */
function noteText({author, title, publisher, issued, number, consulted}: Source, say: Say): string {
  const date = issued?.["date-parts"][0]?.map((part) => String(part).padStart(2, "0")).join("-");
  const parts = [
    author?.map(({literal}) => literal).join(", "),
    title,
    [publisher, date].filter((part) => part !== undefined && part !== "").join(", "),
    number === title ? undefined : number
  ];
  const text = parts.filter((part) => part !== undefined && part !== "").map((part) => part!.replace(/\.$/, ""));
  return `${text.join(". ")}.${consulted ? "" : ` (${say("notConsulted")})`}`;
}

/** Only an address that a browser may safely open becomes a link. */
function httpUrl(url: string | undefined): string | null {
  const parsed = URL.parse(url ?? "");
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}
