import fc from "fast-check";
import {expect, test} from "vitest";
import {csv, restore} from "../../src/exports/csv.ts";
import {column, type Table, tableOf} from "../../src/exports/table.ts";
import {tables} from "../../src/exports/tables.ts";
import {type Day, formatDay} from "../../src/time/day.ts";
import {withDuck} from "../unit/exports/duck.ts";
import {smallCase} from "../unit/exports/smallCase.ts";

const all = tables(smallCase);

/** The types that DuckDB 1.5 finds by itself in a column that has at least one value. */
const found = {
  string: ["VARCHAR"],
  integer: ["BIGINT"],
  number: ["DOUBLE", "BIGINT"],
  boolean: ["BOOLEAN"],
  date: ["DATE"]
};

/** The cells as DuckDB gives them to JSON, texts with their apostrophes gone. */
const plain = ({columns, rows}: Table) =>
  rows.map((row) =>
    row.map((cell, i) => (columns[i]!.type === "date" && cell !== null ? formatDay(cell as Day) : cell))
  );

/** EDTF, version and code columns look like days or numbers to a reader that is not told; the descriptor tells it. */
const isText = ({name, type}: Table["columns"][number]) => type === "string" && name !== "title";

test.each(all.filter(({rows}) => rows.length > 0).map((table) => [table.name, table] as const))(
  "DuckDB finds the columns, rows, texts, days, numbers and gaps of %s",
  async (_, table) => {
    const types = table.columns.filter(isText).map(({name}) => `'${name}': 'VARCHAR'`);
    const read = `read_csv('$folder/t.csv', types = {${types.join(", ")}})`;
    await withDuck({"t.csv": csv(table)}, async (query) => {
      const described = await query(`describe select * from ${read}`);
      expect(described.map(([name]) => name)).toEqual(table.columns.map(({name}) => name));
      for (const [i, {name, type}] of table.columns.entries()) {
        if (table.rows.some((row) => row[i] !== null)) expect(found[type], name).toContain(described[i]![1]);
      }
      const rows = await query(`select * from ${read}`);
      const restored = rows.map((row) =>
        row.map((cell, i) =>
          cell === null ? null : table.columns[i]!.type === "string" ? restore(String(cell)) : asNumber(cell)
        )
      );
      expect(restored).toEqual(plain(table));
    });
  }
);

/** DuckDB prints a BIGINT as a text, lest JSON lose its last digits. */
const asNumber = (cell: unknown): unknown => (typeof cell === "string" && /^-?\d+$/.test(cell) ? Number(cell) : cell);

test("DuckDB reads back any text but for the apostrophe; an empty text is a missing value", async () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({unit: "grapheme"}),
      fc.string({unit: fc.constantFrom(..."=+-@＝＋－＠\t\r\n '\",;|a1中\u00a0\ufeff")})
    ),
    {minLength: 1, maxLength: 50}
  );
  await fc.assert(
    fc.asyncProperty(texts, async (values) => {
      const table = tableOf(
        {name: "t", title: "t", description: "t", primaryKey: ["id"]},
        values.map((value, id) => ({id, value})),
        [column("id", "integer", "id", ({id}) => id), column("value", "string", "value", ({value}) => value)]
      );
      await withDuck({"t.csv": csv(table)}, async (query) => {
        const rows = await query(
          "select hex(value) from read_csv('$folder/t.csv', header = true, delim = ',', quote = '\"', escape = '\"', columns = {'id': 'INTEGER', 'value': 'VARCHAR'}) order by id"
        );
        const read = rows.map(([hex]) => Buffer.from(String(hex ?? ""), "hex").toString());
        expect(read.map(restore)).toEqual(values);
      });
    }),
    {numRuns: 60}
  );
});
