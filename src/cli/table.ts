import {textWidth} from "./textWidth.ts";

export type Column = {
  readonly label: string;
  readonly align?: "right";
  /** Its cells may take more than one line when the table is too wide. */
  readonly wraps?: true;
};

type Row = readonly string[];

/**
 * An aligned table as plain text: a header, a rule, and a line or more a row. When it is wider than `width`, the widest
 * of the columns that wrap gives way, down to its longest word; where that is not enough, each row becomes a list of
 * labels and values. Without a width no cell wraps.
 */
export function table(columns: readonly Column[], rows: readonly Row[], width: number | null): string {
  const widths = columns.map((_, i) => widest(columns, rows, i, (cell) => [cell]));
  if (width !== null && !fit(widths, columns, rows, width)) return records(columns, rows, width);
  const labels = columns.map(({label}) => label);
  const rule = widths.map((w) => "─".repeat(w));
  return [labels, rule, ...rows].flatMap((row) => lines(row, widths, columns)).join("\n");
}

const GAP = 2;

/** Narrows `widths` in place; false when the words do not fit. */
function fit(widths: number[], columns: readonly Column[], rows: readonly Row[], width: number): boolean {
  const least = columns.map(({wraps}, i) => (wraps ? widest(columns, rows, i, words) : widths[i]!));
  const room = width - GAP * (columns.length - 1);
  const sum = (list: readonly number[]) => list.reduce((total, w) => total + w, 0);
  if (sum(least) > room) return false;
  while (sum(widths) > room) {
    let at = -1;
    for (const [i, w] of widths.entries()) if (w > least[i]! && (at < 0 || w > widths[at]!)) at = i;
    widths[at]!--;
  }
  return true;
}

const widest = (columns: readonly Column[], rows: readonly Row[], i: number, split: (cell: string) => string[]) =>
  Math.max(1, ...[columns[i]!.label, ...rows.map((row) => row[i]!)].flatMap(split).map(textWidth));

/** Where a line may end: at a space, and after a hyphen or slash that a letter follows. */
const BREAK = / |(?<=[-/])(?=\p{L})/u;
const words = (cell: string): string[] => cell.split(BREAK);

function wrap(cell: string, width: number): string[] {
  const out: string[] = [];
  let line = "";
  for (const piece of cell.split(/(?<= )|(?<=[-/])(?=\p{L})/u)) {
    if (line !== "" && textWidth((line + piece).trimEnd()) > width) {
      out.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  return [...out, line];
}

function lines(row: Row, widths: readonly number[], columns: readonly Pick<Column, "align">[]): string[] {
  const cells = widths.map((w, i) => wrap(row[i]!, w));
  const height = Math.max(...cells.map(({length}) => length));
  return Array.from({length: height}, (_, line) =>
    cells
      .map((cell, i) => pad(cell[line] ?? "", widths[i]!, columns[i]!.align))
      .join(" ".repeat(GAP))
      .trimEnd()
  );
}

/** Labels and values; a value that is too long goes on under its start. */
function records(columns: readonly Column[], rows: readonly Row[], width: number): string {
  const labels = Math.max(...columns.map(({label}) => textWidth(label)));
  const widths = [labels, Math.max(1, width - labels - GAP)];
  const record = (row: Row) => columns.flatMap(({label}, i) => lines([label, row[i]!], widths, [{}, {}]));
  return rows.map((row) => record(row).join("\n")).join("\n\n");
}

function pad(text: string, width: number, align?: "right"): string {
  const gap = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "right" ? gap + text : text + gap;
}
