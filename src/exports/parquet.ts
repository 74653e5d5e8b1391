import {ByteWriter, parquetWrite, type SchemaElement} from "hyparquet-writer";
import type {ColumnType, Table} from "./table.ts";

/** The media type of what `parquet` gives. */
export const PARQUET_MEDIA_TYPE = "application/vnd.apache.parquet";

const elements: Readonly<Record<ColumnType, Omit<SchemaElement, "name">>> = {
  string: {type: "BYTE_ARRAY", converted_type: "UTF8"},
  integer: {type: "INT32"},
  number: {type: "DOUBLE"},
  boolean: {type: "BOOLEAN"},
  date: {type: "INT32", converted_type: "DATE"}
};

/**
 * A table as one Parquet file: texts as they stand in the record, days as DATE, missing values as nulls. A column in
 * which no cell is missing is REQUIRED. The file's key-value metadata describe the table and each column.
 */
export function parquet({name, description, columns, rows}: Table): Uint8Array {
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map((column, i) => ({name: column.name, data: rows.map((row) => row[i])})),
    schema: [
      {name: "root", num_children: columns.length},
      ...columns.map(
        (column): SchemaElement => ({
          ...elements[column.type],
          name: column.name,
          repetition_type: column.missing === null ? "REQUIRED" : "OPTIONAL"
        })
      )
    ],
    kvMetadata: [
      {key: "table", value: name},
      {key: "description", value: description},
      ...columns.map((column) => ({key: `column.${column.name}`, value: column.description}))
    ],
    createdBy: "thaw"
  });
  return writer.getBytes();
}
