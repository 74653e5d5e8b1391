import type {Case} from "../../../src/casebook/case.ts";
import type {Life} from "../../../src/sanctions/life.ts";
import type {Measure} from "../../../src/sanctions/measure.ts";
import type {Verb} from "../../../src/sanctions/verb.ts";
import {addDays, formatDay, parseDay} from "../../../src/time/day.ts";
import {event, live} from "../sanctions/make.ts";

export const coverage = {from: parseDay("1900-01-01"), to: parseDay("1999-12-31")};
export const START = parseDay("1900-01-01");

export const one = {
  coverage,
  eras: [
    {id: "first", title: "First", from: parseDay("1900-01-01"), to: parseDay("1950-01-01")},
    {id: "second", title: "Second", from: parseDay("1950-01-01"), to: null}
  ],
  parties: [
    {id: "US", name: "United States", kind: "state"},
    {id: "CN", name: "China", kind: "state"}
  ]
} as unknown as Case;

export type Turn = readonly [verb: Verb, day: number, width?: number];

/** A life imposed on day `begun` of the record; turns come, in the order given, so many days after it, up to `width` days late. */
export function lasting(id: string, turns: readonly Turn[], rest: Partial<Measure> = {}, begun = 0): Life {
  const origin = addDays(START, begun);
  const write = (after: number, width = 0) =>
    width === 0
      ? formatDay(addDays(origin, after))
      : `${formatDay(addDays(origin, after))}/${formatDay(addDays(origin, after + width))}`;
  const all: readonly Turn[] = [["imposed", 0], ...turns];
  return live(
    all.map(([verb, after, width], i) => event(verb, write(after, width), {id: `${id} ${i}`, order: i})),
    {id, ...rest},
    coverage.to
  );
}
