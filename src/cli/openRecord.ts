import type {OpenRecord} from "../answers/record.ts";
import {livesOf} from "../casebook/livesOf.ts";
import {openCase} from "../casebook/node.ts";
import {suggest} from "../casebook/suggest.ts";
import {incorrect, ThawError} from "../errors.ts";
import {type Day, formatDay, parseDay, utcDay} from "../time/day.ts";
import type {Effects} from "./effects.ts";

export {coverageNote, DISCLAIMER, type OpenRecord, provenance} from "../answers/record.ts";

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

/** The error for a name that a case does not hold: the near one, or how to find it. */
export function notFound(code: string, problem: string, word: string, names: readonly string[], advice: string) {
  const like =
    suggest(word, names) ?? names.find((name) => name.startsWith(word)) ?? names.find((name) => name.includes(word));
  return new ThawError("notFound", code, `${problem}; ${like === undefined ? advice : `did you mean ${like}?`}`);
}
