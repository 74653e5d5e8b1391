import {deepStrictEqual} from "node:assert/strict";
import {random} from "../src/numeric/random.ts";
import {asOf} from "../src/sanctions/asOf.ts";
import {
  AHEAD,
  type AsOfIndex,
  diffDays,
  indexColumns,
  indexLives,
  maskOf,
  standingsIn,
  standingsOn,
  tally
} from "../src/sanctions/asOfIndex.ts";
import {diff} from "../src/sanctions/diff.ts";
import {lifeOf} from "../src/sanctions/life.ts";
import {type Standing, standings} from "../src/sanctions/standing.ts";
import {type Day, formatDay, parseDay} from "../src/time/day.ts";
import type {Bench, Result} from "./bench.ts";
import {columnsOf, RECORD, randomMeasures, rowsOf, shuffled} from "./data.ts";
import {standingsBySearch} from "./peers/binarySearch.ts";
import {bytesOf, changeList, standingsFromChanges} from "./peers/changeList.ts";
import {type Columns, type DuckDb, loadDuckDb} from "./peers/duckdb.ts";
import {diffByScan, standingsByScan} from "./peers/plainScan.ts";
import {type Effort, time} from "./timing.ts";

const SEED = 1;

/** Events up to which the rule book, which keeps every event as an object, is timed beside the index. */
const RULE_BOOK_LIMIT = 1e5;

const days = ["1955-06-15", "1989-06-15", "2025-06-15"].map((day) => parseDay(day));

/** A year in the middle, a month at the end, and the whole record. */
const spans = [
  ["1989-06-15", "1990-06-15"],
  ["2025-05-15", "2025-06-15"],
  ["1949-01-01", "2025-06-15"]
].map(([from, to]) => ({from: parseDay(from!), to: parseDay(to!)}));

/** `answer` is what `call` finds, in the form that the answers to one task are compared in. */
type Contestant = {readonly by: string; readonly call: () => unknown; readonly answer: () => unknown};

/**
 * As-of and difference over synthetic records, by the index, two other designs of it, a plain scan of event objects, the
 * rule book and DuckDB. What is timed must first give the answer that the plain scan gives.
 */
export const asOfBench: Bench = async ({quick}) => {
  const results: Result[] = [];
  const facts: Record<string, number | string> = {seed: SEED};
  for (const size of quick ? [1e5] : [1e5, 1e6]) {
    const effort: Effort = quick ? {warmUp: 3, repeats: 9} : {warmUp: 10, repeats: 41};
    const slow: Effort = {warmUp: 1, repeats: quick ? 3 : 7};
    const record = makeRecord(size);
    const {rows, measures, columns} = record;
    const index = indexColumns(columns);
    const changes = changeList(index);
    const db = await loadDuckDb(rows);

    const race = async (task: string, expected: unknown, contestants: readonly Contestant[]) => {
      for (const {by, call, answer} of contestants) {
        deepStrictEqual(await answer(), expected, `${by} answers ${task} over ${size} events wrongly`);
        results.push({task, size, by, timing: await time(call, effort)});
      }
    };
    const solo = async (task: string, by: string, call: () => unknown, how = slow) => {
      results.push({task, size, by, timing: await time(call, how)});
    };

    deepStrictEqual(indexColumns(record.sorted), index, "sorted and shuffled columns give different indexes");
    await solo("build", "index", () => indexColumns(columns), effort);
    await solo("build", "index, rows sorted", () => indexColumns(record.sorted), effort);
    await solo("build", "change list", () => changeList(index));
    await solo("build", "duckdb", async () => (await loadDuckDb(rows)).close());
    const lives = record.measuresKept.map((measure) => lifeOf(measure, RECORD.to));
    if (lives.length > 0) {
      deepStrictEqual(indexLives(lives), index, "lives and columns give different indexes");
      await solo("build", "index, from lives", () => indexLives(lives), effort);
      await solo("build", "index, from events", () =>
        indexLives(record.measuresKept.map((measure) => lifeOf(measure, RECORD.to)))
      );
    }

    for (const day of days) {
      const masks = standingsByScan(rows, measures, day);
      const book = () => asOf(lives, day);
      await race(`as-of ${formatDay(day)}`, masks, [
        contestant("index", () => standingsOn(index, day)),
        contestant("binary search", () => standingsBySearch(index, day)),
        contestant("change list", () => standingsFromChanges(changes, day)),
        contestant("plain scan", () => standingsByScan(rows, measures, day)),
        ...(lives.length > 0 ? [contestant("rule book", book, (got) => Uint16Array.from(got, maskOfAnswer))] : []),
        ...fromDuckDb("duckdb", db.asOf, [day], ([measure, mask]) => {
          const out = new Uint16Array(measures);
          for (const [row, m] of measure!.entries()) out[m] = mask![row]!;
          return out;
        })
      ]);
      await race(`tally ${formatDay(day)}`, tallyOf(Array.from(masks, (mask) => [mask, 1])), [
        contestant("index", () => tally(standingsOn(index, day))),
        ...fromDuckDb("duckdb", db.tally, [day], ([mask, count]) => tallyOf(mask!.map((m, row) => [m, count![row]!])))
      ]);
      await solo(`as-of ${formatDay(day)}`, "floor: sum of one column", () => sumOf(index.latest), effort);
    }

    for (const {from, to} of spans) {
      const expected = inOrder(diffByScan(rows, measures, from, to));
      await race(`diff ${formatDay(from)}/${formatDay(to)}`, expected, [
        contestant(
          "index",
          () => diffDays(index, from, to),
          ({measure, before, after, firstStep, endStep}) =>
            Array.from(measure, (m, row) => [m, before[row], after[row], endStep[row]! - firstStep[row]!])
        ),
        contestant("plain scan", () => diffByScan(rows, measures, from, to), inOrder),
        ...(lives.length > 0
          ? [
              contestant(
                "rule book",
                () => diff(lives, from, to),
                (got) =>
                  got.map(({life, before, after, steps}) => [
                    Number(life.measure.id.slice(1)),
                    maskOfAnswer(before),
                    maskOfAnswer(after),
                    steps.length
                  ])
              )
            ]
          : []),
        ...fromDuckDb("duckdb", db.diff, [from, to], (columns) =>
          columns[0]!.map((_, row) => columns.map((column) => column[row]!)).sort((a, b) => a[0]! - b[0]!)
        )
      ]);
    }

    Object.assign(facts, {
      [`${size} events: measures`]: measures,
      [`${size} events: steps`]: rows.length,
      [`${size} events: imprecise share`]: rows.filter(({earliest, latest}) => earliest < latest).length / rows.length,
      [`${size} events: index bytes`]: bytesOfIndex(index),
      [`${size} events: change list bytes`]: bytesOf(changes),
      [`${size} events: duckdb bytes`]: await db.bytes(),
      duckdb: db.version,
      "duckdb threads": db.threads
    });
    db.close();
  }
  return {results, baseline: "index", facts};
};

/** Rows are shuffled. Measures are kept as objects up to `RULE_BOOK_LIMIT` events. */
function makeRecord(size: number) {
  const lives = randomMeasures(size, SEED)
    .map((measure) => lifeOf(measure, RECORD.to))
    .toArray();
  for (const {problems} of lives) deepStrictEqual(problems, [], "a synthetic life is illegal");
  const {measures, rows: sorted} = rowsOf(lives);
  const rows = shuffled(sorted, random(SEED + 1));
  return {
    measures,
    rows,
    columns: columnsOf(rows, measures),
    sorted: columnsOf(sorted, measures),
    measuresKept: size <= RULE_BOOK_LIMIT ? lives.map(({measure}) => measure) : []
  };
}

function contestant<T>(by: string, call: () => T, canonical: (got: T) => unknown = (got) => got): Contestant {
  return {by, call, answer: () => canonical(call())};
}

/** DuckDB twice: the query alone, its result left where it is, and with the result's columns brought over. */
function fromDuckDb(by: string, query: DuckDb["asOf"], on: Day[], canonical: (got: Columns) => unknown): Contestant[] {
  const answer = async () => canonical(await query.fetch(...on));
  return [
    {by, call: () => query.run(...on), answer},
    {by: `${by}, fetched`, call: () => query.fetch(...on), answer}
  ];
}

const maskOfAnswer = (at: {readonly standings: readonly Standing[]; readonly ahead: boolean}): number =>
  maskOf(at.standings) | (at.ahead ? AHEAD : 0);

function tallyOf(masks: readonly (readonly [mask: number, measures: number])[]) {
  const certain = new Uint32Array(standings.length);
  const possible = new Uint32Array(standings.length);
  for (const [mask, measures] of masks) {
    const list = standingsIn(mask);
    for (const standing of list) (list.length === 1 ? certain : possible)[standings.indexOf(standing)]! += measures;
  }
  return {certain, possible};
}

const inOrder = (changed: ReturnType<typeof diffByScan>): number[][] =>
  [...changed].map(([m, {before, after, steps}]) => [m, before, after, steps]).sort((a, b) => a[0]! - b[0]!);

const sumOf = (column: Int32Array): number => {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row]!;
  return sum;
};

const bytesOfIndex = ({offsets, earliest, latest, mask}: AsOfIndex): number =>
  offsets.byteLength + earliest.byteLength + latest.byteLength + mask.byteLength;
