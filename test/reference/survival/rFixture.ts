import {existsSync, readFileSync} from "node:fs";

/** A number as json.R writes it: null is NA or NaN. */
export type RNumber = number | null | "Infinity" | "-Infinity";

export const toNumber = (value: RNumber): number => (value === null ? Number.NaN : Number(value));
export const toColumn = (values: readonly RNumber[]): Float64Array => Float64Array.from(values, toNumber);

export function readFixture<Case>(name: string): {readonly software: string; readonly cases: readonly Case[]} {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
}

const shared = new URL("../../../../shared/data/reference/survival/", import.meta.url);

/** Where the answers of R survival 3.8.6 on published data are not beside the checkout, tests over them are skipped. */
export const hasShared = existsSync(shared);

export const readShared = (name: string): string => readFileSync(new URL(name, shared), "utf8");
