import type {CslItem} from "./citations.ts";

type Entry = {readonly type: string; readonly properties: Readonly<Record<string, string>>};

/**
 * BibTeX, UTF-8, keyed by source id. The entries are those of Citation.js, with five repairs: letters that LaTeX has no
 * command for are kept (the library drops them), only the ten special characters of LaTeX are escaped, an address is
 * printed once, the printed identifier, which BibTeX keeps for reports only, goes to `note`, and the day of a date goes
 * to `day` (the library writes it into `month`, where it is no month).
 *
 * The library is loaded on the first call.
 */
export async function bibtex(items: readonly CslItem[]): Promise<string> {
  const [{plugins}] = await Promise.all([import("@citation-js/core"), import("@citation-js/plugin-bibtex")]);
  const {format} = plugins.config.get("@bibtex");
  const before = format.asciiOnly;
  format.asciiOnly = false;
  try {
    const entries = plugins.output.format("bibtex", items.map(prepared), {format: "object"}) as readonly Entry[];
    return entries.map((entry, i) => entryText(entry, items[i]!)).join("\n");
  } finally {
    format.asciiOnly = before;
  }
}

function prepared(item: CslItem): object {
  const {number, publisher, author, note} = item;
  const notes = [...(item.type === "report" || number === undefined ? [] : [number]), ...(note ? [note] : [])];
  return {
    ...item,
    title: latex(item.title),
    ...(number && {number: latex(number)}),
    ...(publisher && {publisher: latex(publisher)}),
    ...(author && {author: author.map(({literal}) => ({literal: latex(literal)}))}),
    ...(notes.length > 0 && {note: latex(notes.join(". "))})
  };
}

function entryText({type, properties}: Entry, {id}: CslItem): string {
  const fields = Object.entries(properties).filter(
    ([name, value]) => name !== "howpublished" || value !== properties.url
  );
  const lines = fields.flatMap(([name, value]) => (name === "month" ? monthLines(value) : [line(name, value)]));
  return `@${type}{${id.replace(/[\s,{}%#~"'()=\\]+/g, "-")},\n${lines.join("")}}\n`;
}

const line = (name: string, value: string): string => `\t${name} = {${value}},\n`;

/** `dec 31` is the month that BibTeX calls dec, and its day. */
function monthLines(value: string): string[] {
  const [month, day] = value.split(" ");
  return [`\tmonth = ${month},\n`, ...(day === undefined ? [] : [line("day", day)])];
}

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}"
};

const latex = (text: string): string =>
  text.replace(/[\\{}^~&%$#_]/g, (character) => commands[character] ?? `\\${character}`);
