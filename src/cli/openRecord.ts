import type {Case} from "../casebook/case.ts";
import {openCase} from "../casebook/node.ts";
import {suggest} from "../casebook/suggest.ts";
import {ThawError} from "../errors.ts";
import {type Life, lifeOf} from "../sanctions/life.ts";
import {type Day, formatDay, parseDay, utcDay} from "../time/day.ts";
import type {Effects} from "./effects.ts";

export type OpenRecord = {readonly one: Case; readonly lives: readonly Life[]};

/** Opens a case by id or folder and derives its lives. */
export function openRecord(name: string, {cwd}: Effects): OpenRecord {
  const one = openCase(name, cwd);
  return {one, lives: one.measures.map((measure) => lifeOf(measure, one.coverage.to))};
}

/** A day as typed, or today in UTC. */
export function dayOrToday(typed: string | undefined, name: string, {now}: Effects): Day {
  return typed === undefined || typed === "today" ? utcDay(now()) : parseDay(typed, name);
}

/** Warns when a question goes beyond the days to which the record is complete. */
export function noteCoverage({one}: OpenRecord, day: Day, effects: Effects): void {
  const {from, to} = one.coverage;
  if (day > to) {
    effects.note(
      `note: the record is complete to ${formatDay(to)}; for ${formatDay(day)} it takes it that nobody has acted since, and calls possible what a clock would have changed`
    );
  }
  if (day < from)
    effects.note(`note: the record starts on ${formatDay(from)}; it knows nothing about ${formatDay(day)}`);
}

/** The error for a name that a case does not hold: the near one, or how to find it. */
export function notFound(code: string, problem: string, word: string, names: readonly string[], advice: string) {
  const like =
    suggest(word, names) ?? names.find((name) => name.startsWith(word)) ?? names.find((name) => name.includes(word));
  return new ThawError("notFound", code, `${problem}; ${like === undefined ? advice : `did you mean ${like}?`}`);
}

/** The last line of every answer that a person might act on. */
export const DISCLAIMER = "Research aid, not legal advice; no measure found is not a clearance.";

/** What an answer rests on, for JSON: ask again with the same values and the answer is the same. */
export const provenance = ({one}: OpenRecord) => ({
  case: one.id,
  version: one.version,
  checksum: one.checksum,
  coverage: {from: formatDay(one.coverage.from), to: formatDay(one.coverage.to)}
});
