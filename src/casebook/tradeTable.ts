import {csvParseRows} from "d3-dsv";
import {show} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";

/** Rows of years and values, null where a cell is empty; to be used only when there are no problems. */
export type TradeTable = {
  readonly rows: readonly {readonly year: number; readonly values: readonly (number | null)[]}[];
  readonly problems: readonly Problem[];
};

/** Reads the text of `trade.csv`: the columns `names`, of which the first is the year, one row for each year. */
export function readTradeTable(text: string, names: readonly string[]): TradeTable {
  const source = text.replace(/^\uFEFF/, "");
  const lines = source.split(/\r?\n/);
  const problems: Problem[] = [];
  /** `row` and `cell` count from 0, the header included. */
  const add = (row: number, cell: number, code: string, message: string) =>
    problems.push({
      file: "trade.csv",
      line: row + 1,
      column: columnOf(lines[row] ?? "", cell),
      code: `casebook/${code}`,
      message
    });
  const [header = [], ...body] = csvParseRows(source);
  for (const [c, name] of names.entries()) {
    if (header[c] === name) continue;
    add(0, c, "trade-header", `wrong column ${c + 1}: ${show(header[c] ?? null)}; trade.yaml says ${name}`);
  }
  if (header.length > names.length) {
    add(0, names.length, "trade-header", `unknown column ${show(header[names.length])}; describe it in trade.yaml`);
  }
  let last = Number.NaN;
  const rows = body.map((cells, i) => {
    const at = i + 1;
    const [written = "", ...rest] = cells;
    const year = /^\d{4}$/.test(written) ? Number(written) : Number.NaN;
    if (cells.length === 1 && written === "") add(at, 0, "trade-row", "empty line; remove it");
    else if (Number.isNaN(year) || year !== (Number.isNaN(last) ? year : last + 1)) {
      add(at, 0, "trade-year", `invalid year: ${show(written)}; years increase by one, from the first row on`);
    } else if (cells.length !== names.length) {
      const few = cells.length < names.length;
      const advice = few ? "leave a cell without a figure empty" : "write numbers without a comma";
      const message = `${few ? "too few" : "too many"} cells in ${year}: ${cells.length}, not ${names.length}; ${advice}`;
      add(at, few ? 0 : names.length, "trade-value", message);
    }
    last = year;
    const values = names.slice(1).map((_, c): number | null => {
      const cell = (rest[c] ?? "").trim();
      if (cell === "") return null;
      if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
      add(at, c + 1, "trade-value", `invalid value: ${show(cell)}; write a plain number in million USD, or nothing`);
      return null;
    });
    return {year, values};
  });
  return {rows, problems};
}

/** Where a cell begins in its line, from 1. */
function columnOf(line: string, cell: number): number {
  const cells = line.matchAll(/("(?:[^"]|"")*"?|[^,]*)(?:,|$)/g);
  return (cells.drop(cell).next().value?.index ?? line.length) + 1;
}
