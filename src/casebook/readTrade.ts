import {csvParseRows} from "d3-dsv";
import type {TradeSeries} from "../trade/series.ts";
import {tradeSchema} from "./caseSchema.ts";
import type {Problem} from "./problem.ts";
import type {CaseFiles} from "./readCase.ts";
import {readYaml} from "./yamlFile.ts";

/** Reads `trade.csv` under the columns that `trade.yaml` describes. Null when the case has neither. */
export function readTrade(files: CaseFiles, problems: Problem[]): TradeSeries | null {
  const [yaml, csv] = [files.get("trade.yaml"), files.get("trade.csv")];
  if (yaml === undefined && csv === undefined) return null;
  const at = (file: string, line: number, column: number, code: string, message: string) =>
    problems.push({file, line, column, code: `casebook/${code}`, message});
  if (yaml === undefined || csv === undefined) {
    const [have, lack] = yaml === undefined ? ["trade.csv", "trade.yaml"] : ["trade.yaml", "trade.csv"];
    at(lack, 1, 1, "missing-file", `missing file ${lack}; ${have} needs it`);
    return null;
  }
  const head = readYaml("trade.yaml", yaml, tradeSchema);
  if ("problems" in head) {
    problems.push(...head.problems);
    return null;
  }
  const before = problems.length;
  const columns = head.ok.value.columns;
  const [header = [], ...rows] = csvParseRows(csv.replace(/^\uFEFF/, ""));
  const expected = ["year", ...columns.map(({id}) => id)];
  expected.forEach((name, i) => {
    if (header[i] === name) return;
    at(
      "trade.csv",
      1,
      i + 1,
      "trade-header",
      `wrong column ${i + 1}: ${header[i] ?? "nothing"}; trade.yaml says ${name}`
    );
  });
  if (header.length > expected.length) {
    at(
      "trade.csv",
      1,
      expected.length + 1,
      "trade-header",
      `unknown column ${header[expected.length]}; describe it in trade.yaml`
    );
  }
  const years = rows.map((row, i) => {
    const year = /^\d{4}$/.test(row[0] ?? "") ? Number(row[0]) : Number.NaN;
    const last = i === 0 ? year - 1 : Number(rows[i - 1]![0]);
    if (year !== last + 1) {
      at("trade.csv", i + 2, 1, "trade-year", `invalid year: ${row[0]}; years increase by one, from the first row on`);
    }
    return year;
  });
  const values = columns.map((_, c) =>
    rows.map((row, i): number | null => {
      const cell = (row[c + 1] ?? "").trim();
      if (cell === "") return null;
      if (/^-?\d+(\.\d+)?$/.test(cell)) return Number(cell);
      at(
        "trade.csv",
        i + 2,
        c + 2,
        "trade-value",
        `invalid value: ${cell}; write a plain number in million USD, or nothing`
      );
      return null;
    })
  );
  if (problems.length > before) return null;
  return {years, columns: columns.map((column, c) => ({...column, values: values[c]!}))};
}
