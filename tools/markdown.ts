/** A Markdown table; a bar inside a cell is escaped. `right` are the columns of numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = []
): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map((_, c) => (right.includes(c) ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

/** A size of an error: 0, or a power of ten with as many digits as asked for. */
export const power = (value: number, digits?: number): string => (value === 0 ? "0" : value.toExponential(digits));
