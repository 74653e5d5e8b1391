import fc from "fast-check";
import type {Event} from "../../src/sanctions/event.ts";
import {inOrder, lifeOf} from "../../src/sanctions/life.ts";
import {measureTypes} from "../../src/sanctions/measure.ts";
import {isOpen, type Standing, stateOf} from "../../src/sanctions/standing.ts";
import {legalVerbs, transitions} from "../../src/sanctions/transitions.ts";
import {isPartialRelief, verbs} from "../../src/sanctions/verb.ts";
import {addDays, type Day, formatDay} from "../../src/time/day.ts";
import {event, measure} from "../unit/sanctions/make.ts";

fc.configureGlobal({seed: 1949});

/** First nominal day of every generated life: lives of a list overlap. */
export const BASE = 7000 as Day; // 1989-03-02

const write = (day: Day, width: number, approximate: boolean): string => {
  if (width > 0) return `${formatDay(day)}/${formatDay(addDays(day, width))}`;
  return approximate ? `${formatDay(day)}~` : formatDay(day);
};

const draw = fc.record({
  pick: fc.nat(11),
  gap: fc.nat(4),
  width: fc.constantFrom(0, 0, 0, 1, 2),
  approximate: fc.boolean(),
  part: fc.boolean(),
  term: fc.option(fc.integer({min: 1, max: 9}), {freq: 2}),
  termWidth: fc.constantFrom(0, 0, 1),
  prolongs: fc.constantFrom(undefined, "measure" as const, "relief" as const),
  lead: fc.constantFrom(0, 0, 3)
});

type Draw = typeof draw extends fc.Arbitrary<infer T> ? T : never;

/** Walks the transition table: every verb is legal when no clock has struck in between. */
function walk(draws: readonly Draw[]): Event[] {
  let standing: Standing = "notYet";
  let day = BASE;
  return draws.map((one, i) => {
    const legal = legalVerbs(standing);
    const verb = legal[one.pick % legal.length]!;
    const partial = one.part && (verb === "waived" || verb === "suspended");
    const from = standing;
    const transition = transitions[from][partial ? "eased" : verb];
    if ("next" in transition) standing = transition.next;
    day = addDays(day, one.gap);
    // Softening a threat for a time, and a threat with a term against what stands already, are examined in test/unit.
    const termed =
      one.term !== null &&
      (verb === "threatened"
        ? standing === "threatened"
        : stateOf(standing) !== "ended" && (!isPartialRelief(verb) || isOpen(standing)));
    const prolongs =
      verb === "extended" && (one.prolongs !== "relief" || stateOf(from) === "suspended" || from === "eased")
        ? one.prolongs
        : undefined;
    return event(verb, write(day, one.width, one.approximate), {
      id: `e${i}`,
      ...(partial ? {extent: "part" as const} : {}),
      ...(prolongs === undefined ? {} : {prolongs}),
      ...(one.lead > 0 ? {announced: formatDay(addDays(day, -one.lead))} : {}),
      ...(termed ? {expires: write(addDays(day, 2 + one.term!), one.termWidth, false)} : {})
    });
  });
}

/** Leaves out what the rule book refuses because a clock struck before it. */
export function onlyLegal(events: readonly Event[]): Event[] {
  const refused = new Set(lifeOf(measure(events)).problems.map((problem) => problem.event.id));
  return refused.size === 0 ? [...events] : onlyLegal(events.filter(({id}) => !refused.has(id)));
}

/** Legal lives of up to `max` events over some weeks: imprecise days, terms, relief of parts, extensions. */
export const legalLife = (max = 6): fc.Arbitrary<Event[]> =>
  fc.array(draw, {minLength: 1, maxLength: max}).map((draws) => onlyLegal(walk(draws)));

/**
 * Drops every term of which the window meets the window of an act or of another term: there the record does not say
 * which came first, and a life, which is one order, cannot say it either.
 */
export function withoutStraddles(events: readonly Event[]): Event[] {
  const exact = events.map((one) => {
    const {expires, ...rest} = one;
    if (expires === undefined) return one;
    const straddles = events.some((other) => {
      const {earliest, latest} = other.effective!;
      const actMeets = latest > expires.earliest && earliest <= expires.latest;
      const clock = other.expires;
      const clockMeets =
        other !== one &&
        clock !== undefined &&
        clock.earliest <= expires.latest &&
        expires.earliest <= clock.latest &&
        !(clock.earliest === clock.latest && expires.earliest === expires.latest);
      return actMeets || clockMeets;
    });
    return straddles ? (rest as Event) : one;
  });
  return onlyLegal(inOrder(exact));
}

/** Any verbs on any days, legal or not. */
export const anyEvents: fc.Arbitrary<Event[]> = fc
  .array(
    fc.record({
      verb: fc.constantFrom(...verbs),
      text: fc.constantFrom(
        "?",
        "1989",
        "1989-06",
        "1989-06~",
        "1989-06-04",
        "1989-06-04/..",
        "../1990",
        "1990?",
        "1989-06-15"
      ),
      expires: fc.constantFrom(undefined, undefined, "1985", "1989-06-10", "1990", "?", "1991-01-01/.."),
      part: fc.boolean(),
      order: fc.constantFrom(undefined, -1, 1),
      prolongs: fc.constantFrom(undefined, "measure" as const, "relief" as const)
    }),
    {maxLength: 10}
  )
  .map((list) =>
    list.map(({verb, text, expires, part, order, prolongs}, i) =>
      event(verb, text, {
        id: `e${i}`,
        ...(expires === undefined ? {} : {expires}),
        ...(part ? {extent: "part" as const} : {}),
        ...(order === undefined ? {} : {order}),
        ...(prolongs === undefined ? {} : {prolongs})
      })
    )
  );

/** Some measures of different types with legal lives. */
export const measures = fc
  .array(fc.tuple(legalLife(), fc.constantFrom(...measureTypes)), {minLength: 1, maxLength: 6})
  .map((list) =>
    list.map(([life, type], m) =>
      measure(
        life.map((one) => ({...one, id: `m${m}-${one.id}`})),
        {id: `m${m}`, type}
      )
    )
  );
