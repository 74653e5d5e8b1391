import {type Day, FIRST_DAY, LAST_DAY} from "../time/day.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";

/** A value of a table. A `date` cell is a `Day`; a cell without a value is null, never an empty text or NaN. */
export type Cell = string | number | boolean | null;

export type ColumnType = "string" | "integer" | "number" | "boolean" | "date";

export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  readonly unit?: string;
  /** What an empty cell says; null where no cell is empty. */
  readonly missing: string | null;
  /** The values that a cell may have, where the list is closed. */
  readonly oneOf?: readonly string[];
};

/** Columns whose values name a row of another table by that table's primary key, in this order. */
export type ForeignKey = {readonly fields: readonly string[]; readonly table: string; readonly key: readonly string[]};

/** One flat table of a case. `rows` is [row][column]; no two rows have the same primary key. */
export type Table = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly rows: readonly (readonly Cell[])[];
};

export type ColumnOf<Row> = Column & {readonly of: (row: Row) => Cell};

type More = {readonly missing?: string; readonly unit?: string; readonly oneOf?: readonly string[]};

/** A column and how a row gives its cell. Without `missing` every cell must have a value. */
export function column<Row>(
  name: string,
  type: ColumnType,
  description: string,
  of: (row: Row) => Cell,
  {missing, ...more}: More = {}
): ColumnOf<Row> {
  return {name, type, description, missing: missing ?? null, of, ...more};
}

/** An imprecise day as three columns: the EDTF text, and the first and the last day it can be, both included. */
export function dayColumns<Row>(
  name: string,
  description: string,
  of: (row: Row) => ImpreciseDay | undefined,
  missing?: string
): ColumnOf<Row>[] {
  const none = missing === undefined ? "" : `${missing}, or `;
  return [
    column(
      name,
      "string",
      `${description} (EDTF)`,
      (row) => of(row)?.text ?? null,
      missing === undefined ? {} : {missing}
    ),
    column(
      `${name}_earliest`,
      "date",
      `First day that ${name} can be`,
      (row) => knownBound(of(row)?.earliest, FIRST_DAY),
      {missing: `${none}no first bound is known`}
    ),
    column(`${name}_latest`, "date", `Last day that ${name} can be`, (row) => knownBound(of(row)?.latest, LAST_DAY), {
      missing: `${none}no last bound is known`
    })
  ];
}

const knownBound = (day: Day | undefined, unknown: Day): Day | null =>
  day === undefined || day === unknown ? null : day;

/** What separates the items of a column that holds a list of ids or keywords. */
export const LIST_SEPARATOR = " | ";

/** A list in one cell; null where it is empty. */
export const listCell = (items: readonly string[]): string | null =>
  items.length === 0 ? null : items.join(LIST_SEPARATOR);

export function tableOf<Row>(
  about: Pick<Table, "name" | "title" | "description" | "primaryKey"> & {readonly foreignKeys?: readonly ForeignKey[]},
  rows: readonly Row[],
  columns: readonly ColumnOf<Row>[]
): Table {
  return {
    foreignKeys: [],
    ...about,
    columns: columns.map(({of: _, ...rest}) => rest),
    rows: rows.map((row) => columns.map(({of}) => of(row)))
  };
}
