import {incorrect} from "../errors.ts";
import {closingItems} from "./baselineClosing.ts";
import type {Economy} from "./economy.ts";

/** A baseline as a result cites it: the economy and the SHA-256 of the text that it was read from. */
export type Baseline = {readonly economy: Economy; readonly checksum: string};

/**
 * A baseline as it is shipped: JSON with whole numbers. A figure is its whole number divided by the `scale` of its
 * table, which gives back the very double that the source prints. Value added and final demand are not kept: they are
 * closing items, so the tables balance to rounding.
 */
export type BaselineLayout = Pick<Economy, "name" | "year" | "countries" | "sectors"> &
  Economy["provenance"] & {
    readonly layout: "thaw-baseline/1";
    /** [J] null where the baseline's authors give none. */
    readonly tradeElasticity: readonly (number | null)[];
    /** Whole numbers in a million USD, and in a tariff of 1 (100 %). */
    readonly scale: {readonly flow: number; readonly tariff: number; readonly intermediate: number};
    /** [N][N · J]: a row for each origin, by destination and sector. */
    readonly flow: readonly (readonly number[])[];
    /** [N][N · J] like `flow`; absent where no tariff is known, which counts as 0. */
    readonly tariff?: readonly (readonly number[])[];
    /** [N][J · J]: a row for each country, by input and user; absent where nobody uses inputs. */
    readonly intermediate?: readonly (readonly number[])[];
  };

/**
 * The economy that a shipped baseline holds.
 *
 * @throws incorrect `trade/baseline-layout` where a table has not the rows and cells that its lists ask for
 */
export function decodeBaseline(layout: BaselineLayout): Economy {
  const {name, year, countries, sectors, source, licence, how, scale} = layout;
  const [n, j] = [countries.length, sectors.length];
  if (layout.layout !== "thaw-baseline/1") wrong(name, `layout ${layout.layout}`, "thaw-baseline/1 is read");
  if (layout.tradeElasticity.length !== j) wrong(name, `${layout.tradeElasticity.length} elasticities`, `${j} sectors`);
  const table = (field: "flow" | "tariff" | "intermediate", cells: number): Float64Array => {
    const values = new Float64Array(n * cells);
    const rows = layout[field];
    if (rows === undefined) return values;
    if (rows.length !== n) wrong(name, `${rows.length} rows of ${field}`, `${n} countries need one each`);
    for (const [r, row] of rows.entries()) {
      if (row.length !== cells) wrong(name, `${row.length} cells in row ${r + 1} of ${field}`, `it has ${cells}`);
      for (let c = 0; c < cells; c++) values[r * cells + c] = row[c]! / scale[field];
    }
    return values;
  };
  const tables = {
    countries,
    sectors,
    flow: table("flow", n * j),
    tariff: table("tariff", n * j),
    intermediate: table("intermediate", j * j)
  };
  return {
    name,
    year,
    ...tables,
    ...closingItems(tables),
    tradeElasticity: Float64Array.from(layout.tradeElasticity, (value) => value ?? Number.NaN),
    provenance: {source, licence, how}
  };
}

function wrong(name: string, what: string, right: string): never {
  throw incorrect("trade/baseline-layout", `invalid baseline ${name}: ${what}; ${right}`);
}

/** What is printed with every result: the baseline, its source, year and licence, how it was aggregated, its checksum. */
export function baselineNote({economy, checksum}: Baseline): string {
  const {name, year, countries, sectors, provenance} = economy;
  const {source, licence, how} = provenance;
  return [
    `Baseline: ${name}, ${year}, ${countries.length} countries and areas, ${counted(sectors.length, "sector")}`,
    `Source: ${source}`,
    `Licence: ${licence}`,
    `How: ${how}`,
    `SHA-256: ${checksum}`
  ].join("\n");
}

const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;
