import {show} from "./explainIssue.ts";
import type {Problem} from "./problem.ts";
import {suggest} from "./suggest.ts";

/** A CSV file whose rows are keyed by codes: `keys` by column name, in the order of the index, then `values`. */
export type BaselineTableShape = {
  readonly file: string;
  /** What a row holds, for messages: `flow`. */
  readonly what: string;
  readonly keys: readonly (readonly [name: string, codes: readonly string[]])[];
  readonly values: readonly string[];
};

/** [cells] by value column, the codes of the keys being digits of the index; NaN where a row is missing or wrong. */
export type BaselineTable = {
  readonly columns: readonly Float64Array[];
  /** The position of a value in the file; that of its header where it has no row. */
  readonly place: (index: number, column: number) => Pick<Problem, "file" | "line" | "column">;
};

type Cell = {readonly text: string; readonly column: number};

/** Reads one table in any order of rows; each combination of codes has to have a row. */
export function readBaselineTable(text: string, shape: BaselineTableShape, problems: Problem[]): BaselineTable {
  const {file, what, keys, values} = shape;
  const names = [...keys.map(([name]) => name), ...values];
  const size = keys.reduce((product, [, codes]) => product * codes.length, 1);
  const columns = values.map(() => new Float64Array(size).fill(Number.NaN));
  const lineOf = new Int32Array(size);
  const indexOf = keys.map(([, codes]) => new Map(codes.map((code, i) => [code, i])));
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  while (lines.length > 1 && lines.at(-1) === "") lines.pop();
  const add = (line: number, column: number, code: string, message: string) =>
    problems.push({file, line, column, code: `casebook/${code}`, message});

  const header = cellsOf(lines[0] ?? "");
  const misplaced = names.findIndex((name, c) => header[c]?.text !== name);
  if (misplaced >= 0 || header.length !== names.length) {
    const c = misplaced >= 0 ? misplaced : names.length;
    const message = `wrong column ${c + 1}: ${show(header[c]?.text ?? null)}; ${file} has ${names.join(", ")}`;
    add(1, header[c]?.column ?? lines[0]!.length + 1, "baseline-header", message);
    return {columns, place: () => ({file, line: 1, column: 1})};
  }
  const before = problems.length;
  for (let line = 2; line <= lines.length; line++) {
    const cells = cellsOf(lines[line - 1]!);
    if (cells.length !== names.length) {
      const message = `wrong number of cells: ${cells.length}; a row has ${names.length}: ${names.join(", ")}`;
      add(line, 1, "baseline-row", message);
      continue;
    }
    const index = placeOf(cells, shape, indexOf, (cell, message) => add(line, cell.column, "baseline-code", message));
    if (index === null) continue;
    const row = `${what} of ${cells
      .slice(0, keys.length)
      .map((cell) => cell.text)
      .join(", ")}`;
    if (lineOf[index]! > 0) {
      add(line, 1, "baseline-duplicate", `duplicate ${row}; line ${lineOf[index]} has it, so remove one`);
      continue;
    }
    lineOf[index] = line;
    for (const [v, column] of columns.entries()) {
      const cell = cells[keys.length + v]!;
      if (NUMBER.test(cell.text)) column[index] = Number(cell.text);
      else {
        const right = values[v] === "tariff" ? "a rate such as 0.25 for 25 %" : "a plain number in million USD";
        const problem = `invalid ${values[v]} in ${row}: ${show(cell.text)}; write ${right}`;
        add(line, cell.column, "baseline-value", problem);
      }
    }
  }
  const missing = lineOf.reduce((count, line) => count + (line === 0 ? 1 : 0), 0);
  if (missing > 0 && problems.length === before) {
    const first = codesAt(lineOf.indexOf(0), keys);
    const others = missing === 1 ? "" : `, and ${missing - 1} more`;
    const message = `missing ${what} of ${first.join(", ")}${others}; write a row for each, with 0 for nothing`;
    add(lines.length, 1, "baseline-missing", message);
  }
  const place = (index: number, column: number) => {
    const line = lineOf[index]! || 1;
    return {file, line, column: cellsOf(lines[line - 1]!)[keys.length + column]?.column ?? 1};
  };
  return {columns, place};
}

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Where a row belongs; null, and told why, where a code is not in its list. */
function placeOf(
  cells: readonly Cell[],
  {keys}: BaselineTableShape,
  indexOf: readonly ReadonlyMap<string, number>[],
  tell: (cell: Cell, message: string) => void
): number | null {
  let index: number | null = 0;
  for (const [k, [name, codes]] of keys.entries()) {
    const cell = cells[k]!;
    const at = indexOf[k]!.get(cell.text);
    if (at === undefined) {
      const like = suggest(cell.text, codes);
      const advice = like === undefined ? "add it to baseline.yaml, or remove the row" : `did you mean ${like}?`;
      tell(cell, `unknown ${name} ${show(cell.text)}; ${advice}`);
      index = null;
    } else if (index !== null) index = index * codes.length + at;
  }
  return index;
}

function codesAt(index: number, keys: BaselineTableShape["keys"]): string[] {
  let rest = index;
  return keys
    .toReversed()
    .map(([, codes]) => {
      const code = codes[rest % codes.length]!;
      rest = Math.floor(rest / codes.length);
      return code;
    })
    .toReversed();
}

/** The cells of a line, without the spaces around them, and where each begins. Codes and numbers need no quotes. */
function cellsOf(line: string): Cell[] {
  let column = 1;
  return line.split(",").map((text) => {
    const cell = {text: text.trim(), column};
    column += text.length + 1;
    return cell;
  });
}
