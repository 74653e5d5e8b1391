import duckdb, {DuckDBDataChunk, DuckDBInstance, INTEGER, USMALLINT} from "@duckdb/node-api";
import {AHEAD, maskOf} from "../../src/sanctions/asOfIndex.ts";
import type {Day} from "../../src/time/day.ts";
import type {StepRow} from "../data.ts";

const CHUNK = 2048;
const types = [INTEGER, INTEGER, INTEGER, INTEGER, USMALLINT];

/**
 * The steps in the form that suits SQL best: each may be the newest in [begins, until), where `until` is the latest day
 * of the step after it, and a row for notYet comes before the first. An as-of is then one filter and one grouping.
 * Of four forms of the difference and two sort orders that were tried these were the fastest.
 */
const LOAD = `
  create table steps as
    select measure, step, earliest, latest, earliest as begins, mask,
           coalesce(lead(latest) over (partition by measure order by step), 2147483647) as until
      from raw
    union all
    select measure, -1, null, null, -2147483648, ${maskOf(["notYet"])}, min(latest) from raw group by measure
    order by begins, measure`;

const onDay = (day: string) =>
  `select measure, bit_or(mask) as mask from steps where begins <= ${day} and until > ${day} group by measure`;

const AS_OF = onDay("$1");

const TALLY = `select mask, count(*)::integer as measures from (${AS_OF}) group by mask`;

const DIFF = `
  select measure, before.mask as before, after.mask as after, steps
    from (select measure, count(*)::integer as steps
            from steps where latest > $1 and earliest <= $2 group by measure)
    join (${onDay("$1")}) as before using (measure)
    join (${onDay("$2")}) as after using (measure)`;

export type Columns = readonly (readonly number[])[];

/** A prepared query: `run` leaves the result inside DuckDB, `fetch` brings its columns to JavaScript. */
export type Query = {
  run(...days: Day[]): Promise<unknown>;
  fetch(...days: Day[]): Promise<Columns>;
};

export type DuckDb = {
  readonly version: string;
  readonly threads: number;
  /** Columns measure, mask. */
  readonly asOf: Query;
  /** Columns mask, measures. */
  readonly tally: Query;
  /** Columns measure, before, after, steps. */
  readonly diff: Query;
  /** Memory that the database holds. */
  bytes(): Promise<number>;
  close(): void;
};

/** Loads the rows into an in-memory database, sorted by the day they begin, and prepares the queries. */
export async function loadDuckDb(rows: readonly StepRow[], threads = 2): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(":memory:", {threads: String(threads)});
  const connection = await instance.connect();
  await connection.run(
    "create table raw (measure integer, step integer, earliest integer, latest integer, mask usmallint)"
  );
  const appender = await connection.createAppender("raw");
  for (let at = 0; at < rows.length; at += CHUNK) {
    const chunk = DuckDBDataChunk.create(types);
    const part = rows.slice(at, at + CHUNK);
    chunk.setColumns([
      part.map(({measure}) => measure),
      part.map(({step}) => step),
      part.map(({earliest}) => earliest),
      part.map(({latest}) => latest),
      part.map(({standing, ahead}) => (1 << standing) | (ahead ? AHEAD : 0))
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run(LOAD);
  await connection.run("drop table raw");
  const prepare = async (sql: string): Promise<Query> => {
    const prepared = await connection.prepare(sql);
    const run = (...days: Day[]) => {
      for (const [i, day] of days.entries()) prepared.bindInteger(i + 1, day);
      return prepared.run();
    };
    return {run, fetch: async (...days) => (await (await run(...days)).getColumns()) as number[][]};
  };
  return {
    version: duckdb.version(),
    threads,
    asOf: await prepare(AS_OF),
    tally: await prepare(TALLY),
    diff: await prepare(DIFF),
    async bytes() {
      const reader = await connection.runAndReadAll("select sum(memory_usage_bytes)::double from duckdb_memory()");
      return reader.value(0, 0) as number;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}
