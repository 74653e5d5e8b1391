import type {Case} from "../casebook/case.ts";
import {livesOf} from "../casebook/livesOf.ts";
import {openCase} from "../casebook/node.ts";
import {suggest} from "../casebook/suggest.ts";
import {incorrect, ThawError} from "../errors.ts";
import type {Life} from "../sanctions/life.ts";
import {type Day, formatDay, parseDay, utcDay} from "../time/day.ts";
import type {Effects} from "./effects.ts";

export type OpenRecord = {readonly one: Case; readonly lives: readonly Life[]};

/** Opens a case by id or folder and derives its lives. */
export function openRecord(name: string, {cwd}: Effects): OpenRecord {
  const one = openCase(name, cwd);
  return {one, lives: livesOf(one)};
}

/** A day as typed; `today` is the day in UTC. */
export const dayOf = (typed: string, name: string, {now}: Effects): Day =>
  typed === "today" ? utcDay(now()) : parseDay(typed, name);

/** The day that a question is about: as typed, else the last day that the record covers. */
export const dayAsked = (typed: string | undefined, name: string, {one}: OpenRecord, effects: Effects): Day =>
  typed === undefined ? one.coverage.to : dayOf(typed, name, effects);

/** @throws incorrect `cli/days-reversed` */
export function requireDays(from: Day, to: Day): void {
  if (from <= to) return;
  throw incorrect("cli/days-reversed", `invalid --to: ${formatDay(to)}; write a day on or after ${formatDay(from)}`);
}

/** What an answer about days outside the record's coverage has to say of itself; null inside. */
export function coverageNote({one}: OpenRecord, ...days: readonly Day[]): string | null {
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
