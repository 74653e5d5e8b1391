import {mkdirSync, writeFileSync} from "node:fs";
import {beforeEach, expect} from "vitest";

/** How near a case came to another program or a printed table: a row of docs/methods/parity.md. */
export type Parity = {
  readonly topic: string;
  readonly case: string;
  readonly software: string;
  /** The largest difference that was seen, relative where the case does not say otherwise. */
  readonly largest: number;
  readonly tolerance: number;
  /** How many numbers were compared; when absent, what `largestDifference` has counted in this test since the last row. */
  readonly figures?: number;
  /** Where the figures are published: a row of docs/methods/replication.md too. */
  readonly replicates?: Replication;
};

export type Replication = {
  /** Paper or program, and which of its tables. */
  readonly source: string;
  /** What is compared, of whom. */
  readonly compared: string;
  /** What the difference is counted in; `decimals` is how many the table prints, null where it is no table. */
  readonly unit: {readonly kind: "relative"} | {readonly kind: "points of per cent"; readonly decimals: number | null};
  /** What is not as published, in words; empty where all is. */
  readonly apart: readonly string[];
};

/** A published welfare change beside what it stands for, per cent. */
export type Beside = {
  readonly country: string;
  readonly printed: number;
  /** The same first-order measure as we find it. */
  readonly firstOrder: number;
  /** The exact change. */
  readonly realConsumption: number;
};

const FOLDER = new URL("../../docs/methods/parity/", import.meta.url);
const rows: Parity[] = [];
let counted = 0; // figures that `largestDifference` has compared and no row has claimed

beforeEach(() => {
  counted = 0;
});

/** Fails beyond the tolerance. With THAW_PARITY=write, also keeps the row in docs/methods/parity/<topic>.json; one test file a topic. */
export function recordParity({figures = counted, ...row}: Parity): void {
  expect(figures, `figures compared in ${row.topic}, ${row.case}`).toBeGreaterThan(0);
  counted = 0;
  rows.push({...row, figures});
  if (process.env.THAW_PARITY === "write") {
    const topic = rows.filter(({topic}) => topic === row.topic).sort((a, b) => (a.case < b.case ? -1 : 1));
    mkdirSync(FOLDER, {recursive: true});
    writeFileSync(new URL(`${row.topic}.json`, FOLDER), `${JSON.stringify(topic, null, 2)}\n`);
  }
  expect(row.largest, `${row.topic}, ${row.case}`).toBeLessThanOrEqual(row.tolerance);
}

/** With THAW_PARITY=write, keeps the rows for docs/methods/replication.md. */
export function recordBeside(beside: readonly Beside[]): void {
  if (process.env.THAW_PARITY === "write")
    writeFileSync(new URL("../first-order-beside-exact.json", FOLDER), `${JSON.stringify(beside, null, 2)}\n`);
}

/** The largest |a − b| / max(|b|, least) over two columns of equal length; NaN agrees with NaN. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>, least = 1e-12): number {
  expect(actual.length).toBe(expected.length);
  counted += expected.length;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [actual[i]!, expected[i]!];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const difference = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(b), least);
    largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
  }
  return largest;
}
