import {z} from "zod";
import {tables as tablesOf} from "../../exports/tables.ts";
import {paging} from "../parameters.ts";
import {listRoute} from "../route.ts";

const column = z.object({
  name: z.string(),
  type: z.enum(["string", "integer", "number", "boolean", "date"]),
  description: z.string(),
  unit: z.string().optional(),
  missing: z.string().nullable().meta({description: "what an empty cell says; null where no cell is empty"}),
  oneOf: z.array(z.string()).optional()
});

/** The flat tables of a case. */
export const tables = listRoute({
  name: "tables",
  path: "/cases/{case}/tables",
  summary: "the flat tables of a case",
  about: "Every table with its columns, keys and number of rows.",
  query: z.object(paging),
  examples: [""],
  order: "as in the data package",
  item: z
    .object({
      name: z.string(),
      title: z.string(),
      description: z.string(),
      columns: z.array(column),
      primaryKey: z.array(z.string()),
      foreignKeys: z.array(z.object({fields: z.array(z.string()), table: z.string(), key: z.array(z.string())})),
      rows: z.int()
    })
    .meta({id: "Table"}),
  body: z.object({}),
  run({record: {one}}) {
    const all = tablesOf(one);
    return {
      kind: "list",
      facts: {
        asOf: one.coverage.to,
        totals: [{name: "rows", value: all.reduce((sum, {rows}) => sum + rows.length, 0), rule: "rows of all tables"}]
      },
      items: all.map((table) => ({...table, rows: table.rows.length})),
      more: {}
    };
  }
});
