import {csvFormatRow} from "d3-dsv";
import {type Day, formatDay} from "../time/day.ts";
import type {Cell, ColumnType, Table} from "./table.ts";

/** The media type of what `csv` gives. */
export const CSV_MEDIA_TYPE = "text/csv";

/**
 * A table as RFC 4180 CSV: UTF-8 without a byte order mark, a header, CRLF after every record, a text in quotes where it
 * holds a comma, a quote or a line break. An empty cell is a missing value; days are YYYY-MM-DD, booleans true and false.
 * Text cells are safe to open in a spreadsheet (see `neutralise`); numbers, days and booleans are written as they are.
 */
export function csv({columns, rows}: Table): string {
  const header = csvFormatRow(columns.map(({name}) => name));
  const body = rows.map((row) => csvFormatRow(row.map((cell, i) => cellText(cell, columns[i]!.type))));
  return [header, ...body].map((line) => `${line}\r\n`).join("");
}

function cellText(cell: Cell, type: ColumnType): string {
  if (cell === null) return "";
  if (type === "date") return formatDay(cell as Day);
  return type === "string" ? neutralise(String(cell)) : String(cell);
}

/** What a spreadsheet skips before it looks for a formula: spaces, quotes, controls and invisible characters. */
const lead = /^[\s\p{Cc}\p{Cf}"'`‘’“”„«»＂＇]*/u;

/**
 * Would a spreadsheet run the text as a formula, or step into the next cell? It would when the first character after
 * spaces and quotes is = + - @ in any width (Unicode NFKC), or when a tab or a line break stands before it.
 */
export function runsAsFormula(text: string): boolean {
  const skipped = lead.exec(text)?.[0] ?? "";
  if (/[\t\r\n]/.test(skipped)) return true;
  const first = String.fromCodePoint(text.codePointAt(skipped.length) ?? 0);
  return "=+-@".includes(first.normalize("NFKC")[0] ?? "\0");
}

/**
 * The text with an apostrophe before it where a spreadsheet would run it. `restore` undoes it exactly.
 *
 * @see OWASP, CSV Injection. That no cell is left and that every text comes back is checked in test/unit/exports/csv.
 */
export const neutralise = (text: string): string => (runsAsFormula(text) ? `'${text}` : text);

/** The text that `neutralise` was given. */
export const restore = (text: string): string =>
  text.startsWith("'") && runsAsFormula(text.slice(1)) ? text.slice(1) : text;
