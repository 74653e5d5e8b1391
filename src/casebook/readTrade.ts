import type {z} from "zod";
import type {TradeSeries} from "../trade/series.ts";
import {tradeSchema} from "./caseSchema.ts";
import {addAll, type Problem} from "./problem.ts";
import type {CaseFiles} from "./readCase.ts";
import {readTradeTable} from "./tradeTable.ts";
import {readYaml, type YamlFile} from "./yamlFile.ts";

/** The series, null when a value of it cannot be read, and the file that describes its columns. */
export type TradePart = {readonly series: TradeSeries | null; readonly yaml: YamlFile<z.infer<typeof tradeSchema>>};

/** Reads `trade.csv` under the columns that `trade.yaml` describes. Null when the case has neither. */
export function readTrade(files: CaseFiles, problems: Problem[]): TradePart | "broken" | null {
  const [yaml, csv] = [files.get("trade.yaml"), files.get("trade.csv")];
  if (yaml === undefined && csv === undefined) return null;
  if (yaml === undefined || csv === undefined) {
    const [have, lack] = yaml === undefined ? ["trade.csv", "trade.yaml"] : ["trade.yaml", "trade.csv"];
    const message = `missing file ${lack}; ${have} needs it`;
    problems.push({file: lack, line: 1, column: 1, code: "casebook/missing-file", message});
    return "broken";
  }
  const {yaml: head, problems: inHead} = readYaml("trade.yaml", yaml, tradeSchema);
  if (head === null || !head.whole) {
    addAll(problems, inHead);
    return "broken"; // without a column, the others stand under the wrong names
  }
  const {columns} = head.value;
  const {rows, problems: own} = readTradeTable(csv, ["year", ...columns.map(({id}) => id)]);
  addAll(problems, own);
  const series = {
    years: rows.map(({year}) => year),
    columns: columns.map((column, c) => ({...column, values: rows.map(({values}) => values[c]!)}))
  };
  return {series: own.length > 0 ? null : series, yaml: head};
}
