import fc from "fast-check";
import {expect, test} from "vitest";
import {standingAsOf} from "../../src/sanctions/asOf.ts";
import type {Event} from "../../src/sanctions/event.ts";
import {inOrder, lifeOf} from "../../src/sanctions/life.ts";
import type {Standing} from "../../src/sanctions/standing.ts";
import {type Transition, transitions} from "../../src/sanctions/transitions.ts";
import {addDays, type Day} from "../../src/time/day.ts";
import {measure} from "../unit/sanctions/make.ts";
import {BASE, legalLife, withoutStraddles} from "./lives.ts";

/** One way in which it may have gone: a day for every act, and for every term that an act set. */
type World = readonly {readonly event: Event; readonly on: Day; readonly ends: Day | null}[];

const days = (from: number, to: number): Day[] => Array.from({length: to - from + 1}, (_, i) => (from + i) as Day);

/** Every world in which the acts fall on days that their dates allow, none before the act that is read before it. */
function worlds(events: readonly Event[], from = -Infinity): World[] {
  const [event, ...rest] = events;
  if (event === undefined) return [[]];
  const {effective, expires} = event;
  return days(effective!.earliest, effective!.latest)
    .filter((on) => on >= from)
    .flatMap((on) => {
      const ends = expires === undefined ? [null] : days(expires.earliest, expires.latest);
      return worlds(rest, on).flatMap((tail) => ends.map((end) => [{event, on, ends: end}, ...tail]));
    });
}

/** Lives one world day by day: the acts of the day, then the terms that run out on it. */
function replay(world: World, until: Day): Standing {
  let standing: Standing = "notYet";
  let hold: string | null = null;
  let partial: string[] = [];
  let terms: {of: string; on: Day}[] = [];
  const setTerm = (of: string, on: Day | null) => {
    terms = terms.filter((term) => term.of !== of);
    if (on !== null) terms.push({of, on});
  };
  for (let day = BASE - 5; day <= until; day++) {
    for (const {event, on, ends} of world) {
      if (on !== day) continue;
      const {id, verb} = event;
      const part = verb === "eased" || (event.extent === "part" && (verb === "waived" || verb === "suspended"));
      const transition: Transition = transitions[standing][part ? "eased" : verb];
      if ("refused" in transition) throw new Error(`${verb} refused: ${transition.refused}`);
      standing = transition.next;
      if (part) {
        partial.push(id);
        setTerm(id, ends);
      } else if (verb === "waived" || verb === "suspended") {
        terms = terms.filter(({of}) => of !== hold);
        hold = id;
        setTerm(id, ends);
      } else if (verb === "reimposed") {
        terms = terms.filter(({of}) => of === "measure");
        [hold, partial] = [null, []];
        if (ends !== null) setTerm("measure", ends);
      } else if (verb === "extended") {
        const newest = terms.findLast(({of}) => of !== "measure")?.of ?? partial.at(-1);
        const relief = (event.prolongs ?? (hold === null ? "measure" : "relief")) === "relief";
        setTerm((relief ? (hold ?? newest) : undefined) ?? "measure", ends);
      } else if (["lifted", "expired", "annulled", "superseded"].includes(verb)) {
        [hold, partial, terms] = [null, [], []];
      } else if (verb === "imposed")
        setTerm("measure", ends); // a threat that is carried out has no deadline
      else if (ends !== null) setTerm("measure", ends);
    }
    const due = terms.filter(({on}) => on <= day).sort((a, b) => a.on - b.on);
    for (const {of} of due) {
      terms = terms.filter((term) => term.of !== of);
      if (of === "measure") {
        standing = standing === "threatened" ? "withdrawn" : "expired";
        [hold, partial, terms] = [null, [], []];
        break;
      }
      partial = partial.filter((id) => id !== of);
      if (hold === of) hold = null;
      if (hold === null) standing = partial.length > 0 ? "eased" : "inForce";
    }
  }
  return standing;
}

test("as-of equals a naive replay of every way in which it may have gone", () => {
  fc.assert(
    fc.property(legalLife(5).map(withoutStraddles), (events) => {
      const life = lifeOf(measure(events));
      const all = worlds(inOrder(events));
      for (let day = BASE - 3; day <= BASE + 36; day++) {
        const possible = new Set(all.map((world) => replay(world, day as Day)));
        expect(new Set(standingAsOf(life, day as Day).standings), `day ${day}`).toEqual(possible);
      }
    }),
    {numRuns: 400}
  );
});

test("an answer is certain exactly when every standing in it belongs to one state, and no day is without an answer", () => {
  fc.assert(
    fc.property(legalLife(), fc.integer({min: -5, max: 60}), (events, offset) => {
      const at = standingAsOf(lifeOf(measure(events)), addDays(BASE, offset));
      expect(at.standings.length).toBeGreaterThan(0);
      expect(at.certainty).toBe(at.states.length === 1 ? "certain" : "possible");
    })
  );
});

test("there is no state without a cause: every standing but notYet is that of a step in the answer", () => {
  fc.assert(
    fc.property(legalLife(), fc.integer({min: -5, max: 60}), (events, offset) => {
      const at = standingAsOf(lifeOf(measure(events)), addDays(BASE, offset));
      const caused = at.steps.map(({standing}) => standing);
      for (const standing of at.standings) if (standing !== "notYet") expect(caused).toContain(standing);
      for (const {cause} of at.steps) expect(events.map(({id}) => id)).toContain(cause.event.id);
    })
  );
});
