import {incorrect, ThawError} from "../../errors.ts";
import {type Day, formatDay, parseDay} from "../../time/day.ts";
import type {Query} from "./address.ts";

/** How one value of a view stands in the query. The fallback is what holds without it, and is not written. */
export type Field<Value> = {
  readonly fallback: Value;
  /** @throws ThawError where the text is no such value */
  readonly read: (text: string) => Value;
  readonly write: (value: Value) => string;
};

/** The state of a view as fields, by their names in the query. */
export type Fields<State> = {readonly [Name in keyof State]: Field<State[Name]>};

/** The state that a query asks for, and what in it could not be read; the fallback holds there. */
export function readQuery<State extends object>(
  fields: Fields<State>,
  query: Query
): {readonly state: State; readonly problems: readonly ThawError[]} {
  const problems: ThawError[] = [];
  const entries = entriesOf(fields).map(([name, {fallback, read}]) => {
    const text = query[name];
    if (text === undefined) return [name, fallback];
    try {
      return [name, read(text)];
    } catch (error) {
      if (!(error instanceof ThawError)) throw error;
      problems.push(error);
      return [name, fallback];
    }
  });
  return {state: Object.fromEntries(entries) as State, problems};
}

/** The query of a state, in the order of the fields. Values that are written as the fallback is are left out. */
export function writeQuery<State extends object>(fields: Fields<State>, state: State): Query {
  return Object.fromEntries(
    entriesOf(fields).flatMap(([name, {fallback, write}]) => {
      const text = write(state[name as keyof State]);
      return text === write(fallback) ? [] : [[name, text]];
    })
  );
}

const entriesOf = <State extends object>(fields: Fields<State>) =>
  Object.entries(fields) as unknown as readonly (readonly [string, Field<unknown>])[];

/** A day within [first, last]. */
export const dayField = (name: string, fallback: Day, first: Day, last: Day): Field<Day> => ({
  fallback,
  read: (text) => {
    const day = parseDay(text, name);
    if (day >= first && day <= last) return day;
    throw incorrect(
      "web/day-outside",
      `day outside the record: ${text}; the record covers ${formatDay(first)} to ${formatDay(last)}`
    );
  },
  write: formatDay
});

/** One of a list of ids, or none. */
export const choiceField = <Id extends string>(name: string, ids: readonly Id[]): Field<Id | null> => ({
  fallback: null,
  read: (text) => known(name, text, ids),
  write: (value) => value ?? ""
});

/** Any of a list of ids, in the order of the list; none stands for all. */
export const choicesField = <Id extends string>(name: string, ids: readonly Id[]): Field<readonly Id[]> => ({
  fallback: [],
  read: (text) => {
    const wanted = new Set(text.split(",").map((one) => known(name, one, ids)));
    return ids.filter((id) => wanted.has(id));
  },
  write: (values) => values.join(",")
});

function known<Id extends string>(name: string, text: string, ids: readonly Id[]): Id {
  const found = ids.find((id) => id === text);
  if (found !== undefined) return found;
  const list = ids.length > 12 ? "follow a link from the page" : `write ${ids.join(", ")}`;
  throw incorrect("web/unknown-choice", `unknown ${name}: ${text}; ${list}`);
}
