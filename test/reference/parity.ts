import {mkdirSync, writeFileSync} from "node:fs";
import {expect} from "vitest";

/** How near a case came to another program: a row of docs/methods/parity.md. */
export type Parity = {
  readonly topic: string;
  readonly case: string;
  readonly software: string;
  /** The largest relative difference that was seen. */
  readonly largest: number;
  readonly tolerance: number;
};

const FOLDER = new URL("../../docs/methods/parity/", import.meta.url);
const rows: Parity[] = [];

/** Fails beyond the tolerance. With THAW_PARITY=write, also keeps the row in docs/methods/parity/<topic>.json; one test file a topic. */
export function recordParity(row: Parity): void {
  rows.push(row);
  if (process.env.THAW_PARITY === "write") {
    const topic = rows.filter(({topic}) => topic === row.topic).sort((a, b) => (a.case < b.case ? -1 : 1));
    mkdirSync(FOLDER, {recursive: true});
    writeFileSync(new URL(`${row.topic}.json`, FOLDER), `${JSON.stringify(topic, null, 2)}\n`);
  }
  expect(row.largest, `${row.topic}, ${row.case}`).toBeLessThanOrEqual(row.tolerance);
}

/** The largest |a − b| / max(|b|, least) over two columns of equal length; NaN agrees with NaN. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>, least = 1e-12): number {
  expect(actual.length).toBe(expected.length);
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [actual[i]!, expected[i]!];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const difference = a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(b), least);
    largest = Number.isNaN(difference) ? Infinity : Math.max(largest, difference);
  }
  return largest;
}
