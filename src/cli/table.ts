import stringWidth from "string-width";

export type Column = {
  readonly label: string;
  readonly align?: "right" /** Gives way first when the terminal is narrow. */;
  readonly shrink?: number;
};

/**
 * An aligned table as plain text: a header, a rule, and a line or more a row. Cells wrap at spaces when the table is
 * wider than `width`; the columns with the largest `shrink` give way first, none below 8. Without a width no cell wraps.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number | null): string {
  const widths = columns.map((column, i) =>
    Math.max(stringWidth(column.label), ...rows.map((row) => stringWidth(row[i] ?? "")), 1)
  );
  if (width !== null) fit(widths, columns, width);
  const lines = [columns.map(({label}) => label), widths.map((w) => "─".repeat(w)), ...rows].flatMap((row) => {
    const cells = widths.map((w, i) => wrap(row[i] ?? "", w));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({length: height}, (_, line) =>
      cells
        .map((cell, i) => pad(cell[line] ?? "", widths[i]!, columns[i]!.align))
        .join("  ")
        .trimEnd()
    );
  });
  return lines.join("\n");
}

const SMALLEST = 8;

function fit(widths: number[], columns: readonly Column[], width: number): void {
  const order = columns.map((column, i) => ({i, shrink: column.shrink ?? 0})).filter(({shrink}) => shrink > 0);
  for (;;) {
    const over = widths.reduce((sum, w) => sum + w, 0) + 2 * (widths.length - 1) - width;
    if (over <= 0) return;
    const widest = order
      .filter(({i}) => widths[i]! > SMALLEST)
      .sort((a, b) => widths[b.i]! * b.shrink - widths[a.i]! * a.shrink)[0];
    if (widest === undefined) return;
    widths[widest.i] = Math.max(SMALLEST, widths[widest.i]! - 1);
  }
}

function wrap(text: string, width: number): string[] {
  if (stringWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => pieces(one, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (stringWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((one) => one !== "");
}

/** Cuts a word that is wider than the column after a hyphen or slash where it can. */
function pieces(word: string, width: number): string[] {
  const out: string[] = [];
  let rest = word;
  while (stringWidth(rest) > width) {
    const head = rest.slice(0, width);
    const at = Math.max(head.lastIndexOf("-"), head.lastIndexOf("/")) + 1 || width;
    out.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...out, rest];
}

function pad(text: string, width: number, align: "right" | undefined): string {
  const gap = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? gap + text : text + gap;
}
