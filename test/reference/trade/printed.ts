import {expect} from "vitest";
import {type Parity, recordParity} from "../parity.ts";

/** A figure of a table and what we find, in per cent. */
export type Figure = {readonly name: string; readonly found: number; readonly printed: number};

type Table = Pick<Parity, "topic" | "case"> & {
  readonly source: string;
  readonly compared: string;
  readonly decimals: number;
  /** Names of the figures that are known not to round to what is printed. */
  readonly apart?: readonly string[];
  readonly software?: string;
};

/** Fails unless every figure rounds to what is printed, but for those that are named, which must not. Records the row. */
export function recordPrinted(
  figures: readonly Figure[],
  {source, compared, decimals, apart = [], ...row}: Table
): void {
  const half = 0.5 * 10 ** -decimals;
  const off = ({found, printed}: Figure) => Math.abs(found - printed);
  const missed = figures.filter((figure) => !(off(figure) <= half * (1 + 1e-3))); // what lies on the half may round either way
  expect(missed.map(({name}) => name)).toEqual(apart);
  recordParity({
    ...row,
    software: row.software ?? "as printed",
    largest: Math.max(...figures.map(off)),
    tolerance: half * (apart.length > 0 ? 1.2 : 1.002),
    figures: figures.length,
    replicates: {
      source,
      compared,
      unit: {kind: "points of per cent", decimals},
      apart: missed.map(
        ({name, found, printed}) => `${name}: ${found.toFixed(decimals + 2)}, printed ${printed.toFixed(decimals)}`
      )
    }
  });
}
