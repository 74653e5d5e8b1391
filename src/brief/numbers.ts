import type {TableColumn, TableTwin} from "../charts/chart.ts";
import type {Language} from "../time/dateWords.ts";

export type FormatNumber = (value: number, digits?: number) => string;

/** Numbers as the language writes them, with exactly `digits` after the point and a true minus sign. */
export function numberIn(language: Language): FormatNumber {
  const locale = language === "ru" ? "ru-RU" : "en-GB";
  const formats = new Map<number, Intl.NumberFormat>();
  return (value, digits = 0) => {
    let format = formats.get(digits);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, {minimumFractionDigits: digits, maximumFractionDigits: digits});
      formats.set(digits, format);
    }
    return format.format(value).replace("-", "\u2212");
  };
}

/** A cell of a chart's table as text; empty where there is no value. A number without `digits`, such as a year, is as it is. */
export function cellText(row: TableTwin["rows"][number], {key, digits}: TableColumn, number: FormatNumber): string {
  const value = row[key] ?? null;
  if (value === null) return "";
  return typeof value === "number" && digits !== undefined ? number(value, digits) : String(value);
}
