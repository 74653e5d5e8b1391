import {expect, test} from "vitest";
import {column, type Table, tableOf} from "../../../src/exports/table.ts";
import {tables} from "../../../src/exports/tables.ts";
import {type Day, formatDay, parseDay} from "../../../src/time/day.ts";
import {smallCase} from "./smallCase.ts";

const all = tables(smallCase);
const named = (name: string): Table => all.find((table) => table.name === name)!;

/** The rows of a table as objects, with days as texts. */
function objects({columns, rows}: Table): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({name, type}, i) => [name, type === "date" && row[i] !== null ? formatDay(row[i] as Day) : row[i]])
    )
  );
}

const key = (row: Record<string, unknown>, fields: readonly string[]) => JSON.stringify(fields.map((f) => row[f]));

test.each(all.map((table) => [table.name, table] as const))(
  "%s: cells are of the column's type, and missing only by rule",
  (_, table) => {
    expect(new Set(table.columns.map(({name}) => name)).size).toBe(table.columns.length);
    for (const row of table.rows) {
      expect(row).toHaveLength(table.columns.length);
      for (const [i, {type, missing, oneOf}] of table.columns.entries()) {
        const cell = row[i] as unknown;
        if (cell === null) expect(missing).not.toBeNull();
        else if (type === "integer" || type === "date") expect(Number.isInteger(cell)).toBe(true);
        else expect(typeof cell).toBe(type);
        if (oneOf && cell !== null) expect(oneOf).toContain(cell);
      }
    }
  }
);

test.each(all.map((table) => [table.name, table] as const))(
  "%s: the primary key is unique, and every reference is met",
  (_, table) => {
    const rows = objects(table);
    expect(new Set(rows.map((row) => key(row, table.primaryKey))).size).toBe(rows.length);
    for (const {fields, table: to, key: toFields} of table.foreignKeys) {
      expect(named(to).primaryKey).toEqual(toFields);
      const there = new Set(objects(named(to)).map((row) => key(row, toFields)));
      for (const row of rows) {
        if (fields.every((field) => row[field] !== null)) expect(there).toContain(key(row, fields));
      }
    }
  }
);

test("an imprecise day keeps its EDTF text and its bounds, and a bound that nobody knows is missing", () => {
  const [start] = objects(named("events")).filter(({event}) => event === "arms-start");
  expect(start).toMatchObject({
    effective: "1989-06~",
    effective_earliest: "1989-05-01",
    effective_latest: "1989-07-31"
  });
  expect(start).toMatchObject({announced: null, announced_earliest: null, announced_latest: null});
  const steps = objects(named("steps")).filter(({cause}) => cause === "clock");
  expect(steps).toEqual([
    {
      measure: "arms",
      position: 3,
      cause: "clock",
      event: "arms-waiver",
      verb: "reimposed",
      when: "2001-02-18",
      when_earliest: "2001-02-18",
      when_latest: null,
      standing: "inForce",
      state: "inForce",
      ahead: true
    }
  ]);
});

test("the weights of each coder of each event sum to 1", () => {
  const sums = new Map<string, number>();
  for (const {event, coder, weight} of objects(named("motives"))) {
    sums.set(`${event} ${coder}`, (sums.get(`${event} ${coder}`) ?? 0) + (weight as number));
  }
  expect([...sums.keys()]).toEqual(["embargo-end first", "embargo-end second"]);
  for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 12);
});

test("trade has a row for each column and year, and no figure is not zero", () => {
  const values = objects(named("trade")).map((row) => [row.column, row.year, row.value]);
  const {years, columns} = smallCase.trade!;
  expect(values).toEqual(columns.flatMap(({id, values}) => years.map((year, i) => [id, year, values[i]])));
});

test("the order of measures and of events in the record changes no table", () => {
  const turned = {
    ...smallCase,
    measures: smallCase.measures.map((measure) => ({...measure, life: measure.life.toReversed()})).toReversed()
  };
  expect(tables(turned)).toEqual(all);
});

test("a case without trade has an empty trade table with the same columns", () => {
  const trade = tables({...smallCase, trade: null}).find(({name}) => name === "trade")!;
  expect(trade).toEqual({...named("trade"), rows: []});
});

test("a table keeps nothing of how its cells are found", () => {
  const table = tableOf(
    {name: "t", title: "t", description: "t", primaryKey: ["d"]},
    [parseDay("2000-01-01")],
    [column("d", "date", "day", (day) => day)]
  );
  expect(table.columns).toEqual([{name: "d", type: "date", description: "day", missing: null}]);
});
