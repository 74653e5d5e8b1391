import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {expect, test} from "vitest";
import {parquet} from "../../src/exports/parquet.ts";
import {tables} from "../../src/exports/tables.ts";
import {type Day, formatDay} from "../../src/time/day.ts";
import {withDuck} from "../unit/exports/duck.ts";
import {smallCase} from "../unit/exports/smallCase.ts";

const types = {string: "VARCHAR", integer: "INTEGER", number: "DOUBLE", boolean: "BOOLEAN", date: "DATE"};

const all = tables(smallCase).map((table) => [table.name, table] as const);

test.each([...all, ["no rows", {...all[0]![1], rows: []}] as const])(
  "DuckDB reads %s from Parquet with its types, texts as they stand, days and nulls",
  async (_, table) => {
    await withDuck({"t.parquet": parquet(table)}, async (query) => {
      const described = await query("describe select * from read_parquet('$folder/t.parquet')");
      expect(described.map(([name, type]) => [name, type])).toEqual(
        table.columns.map(({name, type}) => [name, types[type]])
      );
      const expected = table.rows.map((row) =>
        row.map((cell, i) => (table.columns[i]!.type === "date" && cell !== null ? formatDay(cell as Day) : cell))
      );
      expect(await query("select * from read_parquet('$folder/t.parquet')")).toEqual(expected);
    });
  }
);

test.each(all)("hyparquet reads %s: days as dates at midnight UTC, and no null where none may be", async (_, table) => {
  const {buffer} = parquet(table).slice();
  const rows = await parquetReadObjects({file: buffer as ArrayBuffer});
  const expected = table.rows.map((row) =>
    Object.fromEntries(
      table.columns.map(({name, type}, i) => [
        name,
        type === "date" && row[i] !== null ? new Date((row[i] as Day) * 86_400_000) : row[i]
      ])
    )
  );
  expect(rows).toEqual(expected);
  const {schema} = parquetMetadata(buffer as ArrayBuffer);
  expect(schema.slice(1).map(({name, repetition_type}) => [name, repetition_type])).toEqual(
    table.columns.map(({name, missing}) => [name, missing === null ? "REQUIRED" : "OPTIONAL"])
  );
});
