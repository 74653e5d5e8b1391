import {z} from "zod";
import {CSV_MEDIA_TYPE, csv} from "../../exports/csv.ts";
import {PARQUET_MEDIA_TYPE, parquet} from "../../exports/parquet.ts";
import type {Cell, Column, Table} from "../../exports/table.ts";
import {tables} from "../../exports/tables.ts";
import {type Day, formatDay} from "../../time/day.ts";
import {choice, paging} from "../parameters.ts";
import {listRoute} from "../route.ts";
import {requireKnown} from "../studio.ts";

/** One flat table, in pages or as a file. */
export const table = listRoute({
  name: "table",
  path: "/cases/{case}/tables/{table}",
  summary: "one flat table",
  about:
    "The rows of a table as objects, in pages or as NDJSON; or the whole as CSV (texts guarded against spreadsheets) or Parquet. An empty cell is null; what that says stands with the column.",
  names: {table: {about: "name of a table, as tables lists it", example: "events"}},
  query: z.object({
    format: choice(["json", "csv", "parquet"], "json (also NDJSON by Accept), or a file").default("json"),
    ...paging
  }),
  examples: ["limit=2", "format=csv", "format=parquet"],
  files: {[CSV_MEDIA_TYPE]: "with format=csv", [PARQUET_MEDIA_TYPE]: "with format=parquet"},
  order: "as in the data package: by measure, and then in the order of its life",
  item: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .meta({id: "Row", description: "a cell by the name of its column"}),
  body: z.object({table: z.string()}),
  run({record: {one}, path, query: {format}}) {
    const all = tables(one);
    const name = path["table"]!;
    requireKnown(
      "table",
      name,
      all.map((own) => own.name)
    );
    const found = all.find((own) => own.name === name)!;
    if (format === "csv") return {kind: "file", media: CSV_MEDIA_TYPE, content: csv(found), name: `${name}.csv`};
    if (format === "parquet") {
      const content = new Uint8Array(parquet(found));
      return {kind: "file", media: PARQUET_MEDIA_TYPE, content, name: `${name}.parquet`};
    }
    return {
      kind: "list",
      facts: {asOf: one.coverage.to, totals: [{name: "rows", value: found.rows.length, rule: found.description}]},
      items: rowsOf(found),
      more: {table: name}
    };
  }
});

const rowsOf = ({columns, rows}: Table) =>
  rows.map((row) => Object.fromEntries(columns.map((column, i) => [column.name, plain(row[i]!, column)])));

const plain = (cell: Cell, {type}: Column): Cell => (type === "date" && cell !== null ? formatDay(cell as Day) : cell);
