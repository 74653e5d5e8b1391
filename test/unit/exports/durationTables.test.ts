import {expect, test} from "vitest";
import {csv, restore} from "../../../src/exports/csv.ts";
import type {Table} from "../../../src/exports/table.ts";
import {durationTables} from "../../../src/exports/tables/durationTables.ts";
import {specificationTable} from "../../../src/exports/tables/specificationTable.ts";
import {stateTables} from "../../../src/exports/tables/stateTables.ts";
import {howLong} from "../../../src/studies/howLong.ts";
import {specificationCurve} from "../../../src/studies/specificationCurve.ts";
import {stateShares} from "../../../src/studies/stateShares.ts";
import {type Day, formatDay} from "../../../src/time/day.ts";
import {lasting, one} from "../studies/lifetimes.ts";
import {withDuck} from "./duck.ts";

const lives = [
  lasting(
    "a",
    [
      ["eased", 50],
      ["lifted", 100, 50]
    ],
    {type: "tariff", package: "p"}
  ),
  lasting("b", [["superseded", 300]], {type: "tariff", package: "p"}),
  lasting("c", [["lifted", 400]]),
  lasting("d", []),
  lasting("e", [["lifted", 0]])
];
const study = howLong(one, lives, {ended: "lifted"}, "type");
const robust = specificationCurve(one, lives, {factor: "type", level: "tariff"});
const states = stateShares(one, lives)!;
const all = [...durationTables(study), specificationTable(robust), ...stateTables(states)];

const plain = ({columns, rows}: Table) =>
  rows.map((row) =>
    row.map((cell, i) => (columns[i]!.type === "date" && cell !== null ? formatDay(cell as Day) : cell))
  );

/** DuckDB prints a BIGINT as a text, lest JSON lose its last digits. */
const asNumber = (cell: unknown) => (typeof cell === "string" && /^-?\d+$/.test(cell) ? Number(cell) : cell);

test.each(all.map((table) => [table.name, table] as const))("DuckDB reads back every cell of %s", async (_, table) => {
  expect(table.rows.length).toBeGreaterThan(0);
  const types = table.columns.filter(({type}) => type === "string").map(({name}) => `'${name}': 'VARCHAR'`);
  await withDuck({"t.csv": csv(table)}, async (query) => {
    const read = `read_csv('$folder/t.csv', types = {${types.join(", ")}})`;
    const names = (await query(`describe select * from ${read}`)).map(([name]) => name);
    expect(names).toEqual(table.columns.map(({name}) => name));
    const rows = await query(`select * from ${read}`);
    const cells = rows.map((row) =>
      row.map((cell, i) => {
        if (cell === null) return null;
        return table.columns[i]!.type === "string" ? restore(String(cell)) : asNumber(cell);
      })
    );
    expect(cells).toEqual(plain(table));
  });
});

test.each(all.map((table) => [table.name, table] as const))(
  "%s keeps what its columns promise",
  (_, {columns, rows, primaryKey}) => {
    const places = primaryKey.map((name) => columns.findIndex((column) => column.name === name));
    expect(new Set(rows.map((row) => places.map((i) => row[i]).join("\u0000"))).size).toBe(rows.length);
    for (const [i, {name, type, missing, oneOf}] of columns.entries()) {
      for (const row of rows) {
        const cell = row[i]!;
        if (cell === null) expect(missing, name).not.toBeNull();
        else if (oneOf !== undefined) expect(oneOf).toContain(cell);
        if (type === "integer" && cell !== null) expect(Number.isInteger(cell), name).toBe(true);
        if (typeof cell === "number") expect(Number.isFinite(cell), name).toBe(true);
      }
    }
  }
);

test("the spells and those left out are all lives, once each", () => {
  const [spells, leftOut] = durationTables(study);
  const ids = [...spells!.rows, ...leftOut!.rows].map(([id]) => id);
  expect(ids.sort()).toEqual(["a", "b", "c", "d", "e"]);
  expect(leftOut!.rows).toEqual([["e", "ended on the day on which it began"]]);
});

test("the curves can be worked out again from the spells, with SQL", async () => {
  const [spells, , curves] = durationTables(
    howLong(one, [lives[0]!, lives[2]!, lasting("f", [["lifted", 700]])], {ended: "lifted"})
  );
  await withDuck({"spells.csv": csv(spells!), "curves.csv": csv(curves!)}, async (query) => {
    const off = await query(
      `select max(abs(share - (select count(*) from read_csv('$folder/spells.csv') s where s.exit_low <= c.days) / 3))
         from read_csv('$folder/curves.csv') c where dates = 'low'`
    );
    expect(Number(off[0]![0])).toBeLessThan(1e-12); // sums of the same shares in another order
  });
});

test("the shares of the states of a day add up to 1, with SQL", async () => {
  const shares = stateTables(states).find(({name}) => name === "state-shares")!;
  await withDuck({"t.csv": csv(shares)}, async (query) => {
    const off = await query(
      "select max(abs(total - 1)) from (select sum(share) total from '$folder/t.csv' group by days)"
    );
    expect(Number(off[0]![0])).toBeLessThan(1e-12);
  });
});
