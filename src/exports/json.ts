import type {Case} from "../casebook/case.ts";
import type {Event} from "../sanctions/event.ts";
import type {Authority, Measure} from "../sanctions/measure.ts";
import {type Day, FIRST_DAY, formatDay, LAST_DAY} from "../time/day.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";

/** Counts changes of this document that a reader must know of. */
export const CASE_JSON_FORMAT = 1;

/**
 * The whole case as one JSON document that is the same, byte for byte, for the same case: keys sorted, lists in the order
 * of the record, days as YYYY-MM-DD, imprecise days as {edtf, earliest, latest} with null for a bound that nobody knows.
 * Texts stand as they are in the record; nothing is guarded against spreadsheets.
 */
export function caseJson(record: Case): string {
  const {released, coverage, eras, measures} = record;
  const document = {
    ...record,
    format: "thaw-case",
    formatVersion: CASE_JSON_FORMAT,
    ...(released !== undefined && {released: formatDay(released)}),
    coverage: {from: formatDay(coverage.from), to: formatDay(coverage.to)},
    eras: eras.map((era) => ({...era, from: formatDay(era.from), to: era.to === null ? null : formatDay(era.to)})),
    measures: measures.map(plainMeasure)
  };
  return `${JSON.stringify(sorted(document), null, 2)}\n`;
}

/** A measure as `caseJson` writes it, before its keys are sorted. */
export const plainMeasure = (measure: Measure) => ({
  ...measure,
  authorities: measure.authorities.map(plainAuthority),
  life: measure.life.map(plainEvent)
});

const plainAuthority = ({from, to, ...authority}: Authority) => ({
  ...authority,
  ...(from && {from: plainDay(from)}),
  ...(to && {to: plainDay(to)})
});

function plainEvent({announced, effective, published, expires, ...event}: Event) {
  return {
    ...event,
    ...(announced && {announced: plainDay(announced)}),
    ...(effective && {effective: plainDay(effective)}),
    ...(published && {published: plainDay(published)}),
    ...(expires && {expires: plainDay(expires)})
  };
}

const plainDay = ({text, earliest, latest}: ImpreciseDay) => ({
  edtf: text,
  earliest: bound(earliest, FIRST_DAY),
  latest: bound(latest, LAST_DAY)
});

const bound = (day: Day, unknown: Day): string | null => (day === unknown ? null : formatDay(day));

/** The value with the keys of every object in code point order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)])
  );
}
