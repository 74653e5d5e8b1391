import type {Case, Source} from "../casebook/case.ts";
import {civil, type Day, formatDay} from "../time/day.ts";

/** A CSL-JSON item, as far as the record fills it. */
export type CslItem = Omit<Source, "consulted" | "primary"> & {
  readonly version?: string;
  readonly note?: string;
};

/**
 * The case itself as something to cite: a data set with its version, the checksum of its files, and the day on which
 * that version was published, where the case names it. The same case always gives the same citation.
 */
export function caseCitation({id, title, version, released, coverage, checksum}: Case): CslItem {
  return {
    id: `thaw-${id}`,
    type: "dataset",
    title: `${title} (Thaw case ${id})`,
    author: [{literal: "Thaw contributors"}],
    ...(released !== undefined && {issued: {"date-parts": [dateParts(released)]}}),
    version,
    note: `Version ${version}, complete to ${formatDay(coverage.to)}, SHA-256 ${checksum}`
  };
}

function dateParts(on: Day): number[] {
  const {year, month, day} = civil(on);
  return [year, month, day];
}

/** The case and its sources, or only those named, in the order of the record. */
export function citedItems(record: Case, sourceIds?: readonly string[]): CslItem[] {
  const wanted = sourceIds && new Set(sourceIds);
  const sources = record.sources.filter(({id}) => wanted === undefined || wanted.has(id));
  return [caseCitation(record), ...sources.map(({consulted: _c, primary: _p, ...item}) => item)];
}

/** CSL-JSON, as citation managers read it. */
export const cslJson = (items: readonly CslItem[]): string => `${JSON.stringify(items, null, 2)}\n`;
