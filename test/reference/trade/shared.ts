import {existsSync, readFileSync} from "node:fs";
import {byFlow} from "../../unit/trade/economies.ts";

const folder = new URL("../../../../shared/data/", import.meta.url);

/** Where the published data are not beside the checkout, tests over them are skipped; on CI that is a failure. */
export const hasShared = existsSync(folder) || process.env["CI"] === "true";

export const readShared = (path: string): string => readFileSync(new URL(path, folder), "utf8");

/** The rows of a CSV without its header, or of a table in blanks. */
export const rowsOf = (path: string): string[][] =>
  readShared(path)
    .trim()
    .split("\n")
    .slice(path.endsWith(".csv") ? 1 : 0)
    .map((line) => line.trim().split(path.endsWith(".csv") ? "," : /\s+/));

/** Figures by origin and destination [N × N] from rows that name both. */
export function matrix(countries: readonly string[], rows: readonly string[][], column: number): Float64Array {
  const values = new Map(rows.map((row) => [`${row[0]} ${row[1]}`, Number(row[column])]));
  return byFlow({countries, sectors: ["goods"]}, (o, d) => values.get(`${countries[o]} ${countries[d]}`)!);
}
