import type {Case} from "../casebook/case.ts";
import type {Life} from "../sanctions/life.ts";
import {type Day, formatDay} from "../time/day.ts";

/** A case with the lives of its measures. */
export type OpenRecord = {readonly one: Case; readonly lives: readonly Life[]};

/** What an answer rests on: ask again with the same values and the answer is the same. */
export const provenance = ({one}: Pick<OpenRecord, "one">) => ({
  case: one.id,
  version: one.version,
  checksum: one.checksum,
  coverage: {from: formatDay(one.coverage.from), to: formatDay(one.coverage.to)}
});

/** What an answer about days outside the record's coverage has to say of itself; null inside. */
export function coverageNote({one}: Pick<OpenRecord, "one">, ...days: readonly Day[]): string | null {
  const {from, to} = one.coverage;
  const [first, last] = [Math.min(...days) as Day, Math.max(...days) as Day];
  const notes = [
    ...(first < from ? [`The record starts on ${formatDay(from)}; it knows nothing about ${formatDay(first)}.`] : []),
    ...(last > to
      ? [
          `The record is complete to ${formatDay(to)}. The answer for ${formatDay(last)} takes it that nobody has acted since, and calls possible what a clock would have changed.`
        ]
      : [])
  ];
  return notes.length === 0 ? null : notes.join(" ");
}

/** The last line of every answer that a person might act on. */
export const DISCLAIMER = "Research aid, not legal advice; no measure found is not a clearance.";
