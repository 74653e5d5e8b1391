import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Cite} from "@citation-js/core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import "@citation-js/plugin-bibtex";
import ICAL from "ical.js";
import {livesOf} from "../../src/casebook/livesOf.ts";
import {bundledCases, openCase, packageRoot} from "../../src/casebook/node.ts";
import {bibtex} from "../../src/exports/bibtex.ts";
import {citedItems} from "../../src/exports/citations.ts";
import {restore} from "../../src/exports/csv.ts";
import {calendarToIcs} from "../../src/exports/ics.ts";
import {writePackage} from "../../src/exports/node.ts";
import {tables} from "../../src/exports/tables.ts";
import {calendar} from "../../src/sanctions/calendar.ts";
import {type Day, FIRST_DAY, formatDay} from "../../src/time/day.ts";
import {period} from "../../src/time/period.ts";
import {withDuck} from "../unit/exports/duck.ts";

describe.each(bundledCases())("%s as other programs read it", (id) => {
  const record = openCase(id, packageRoot);
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "thaw-bundled-"));
    await writePackage(record, folder);
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  test("DuckDB: every table has the same cells in CSV and in Parquet as in the record", async () => {
    await withDuck({}, async (query) => {
      for (const {name, columns, rows} of tables(record)) {
        const expected = rows.map((row) =>
          row.map((cell, i) => (columns[i]!.type === "date" && cell !== null ? formatDay(cell as Day) : cell))
        );
        expect(await query(`select * from read_parquet('${folder}/data/${name}.parquet')`), name).toEqual(expected);
        const asText = await query(
          `select * from read_csv('${folder}/data/${name}.csv', header = true, all_varchar = true)`
        );
        expect(
          asText.map((row) =>
            row.map((cell, i) => (cell !== null && columns[i]!.type === "string" ? restore(String(cell)) : cell))
          ),
          name
        ).toEqual(expected.map((row) => row.map((cell) => (cell === null ? null : String(cell)))));
      }
    });
  });

  test("DuckDB: keys are unique and references are met", async () => {
    const problems: string[] = [];
    await withDuck({}, async (query) => {
      const file = (name: string) => `read_parquet('${folder}/data/${name}.parquet')`;
      for (const {name, primaryKey, foreignKeys} of tables(record)) {
        const key = primaryKey.map((field) => `"${field}"`).join(", ");
        const twice = await query(`select ${key} from ${file(name)} group by all having count(*) > 1`);
        problems.push(...twice.map((row) => `${name} has ${row.join(" ")} twice`));
        for (const {fields, table, key: to} of foreignKeys) {
          const match = fields.map((field, i) => `a."${field}" = b."${to[i]}"`).join(" and ");
          const filled = fields.map((field) => `a."${field}" is not null`).join(" and ");
          const from = fields.map((field) => `a."${field}"`).join(", ");
          const lost = await query(
            `select distinct ${from} from ${file(name)} a anti join ${file(table)} b on ${match} where ${filled} order by all`
          );
          problems.push(...lost.map((row) => `${name} names ${row.join(" ")}, which ${table} has not`));
        }
      }
    });
    expect(problems).toEqual([]);
  });

  test("citation-js: every source comes back with its id and title", async () => {
    const items = citedItems(record);
    const read = new Cite(await bibtex(items)).data;
    expect(read.map((item) => [item.id, item.title])).toEqual(items.map((item) => [item.id, item.title]));
  });

  test("ical.js: the whole calendar has one event an entry, each with its own UID", () => {
    const entries = calendar(livesOf(record), period(FIRST_DAY, null), record.coverage.to);
    const read = new ICAL.Component(ICAL.parse(calendarToIcs(record, entries))).getAllSubcomponents("vevent");
    expect(new Set(read.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(entries.length);
  });

  test("the descriptor is complete", () => {
    const {resources} = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8"));
    expect(resources).toHaveLength(2 * tables(record).length + 1);
  });
});
