import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance, type Json} from "@duckdb/node-api";

/** Runs a check with DuckDB over files in a folder of its own; `$folder` in a query stands for the folder. */
export async function withDuck(
  files: Readonly<Record<string, string | Uint8Array>>,
  check: (query: (sql: string) => Promise<Json[][]>) => Promise<void>
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "thaw-exports-"));
  const duck = await DuckDBInstance.create();
  const connection: DuckDBConnection = await duck.connect();
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    await check(async (sql) => (await connection.runAndReadAll(sql.replaceAll("$folder", folder))).getRowsJson());
  } finally {
    connection.closeSync();
    duck.closeSync();
    rmSync(folder, {recursive: true});
  }
}
