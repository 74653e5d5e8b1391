import fc from "fast-check";
import {expect, test} from "vitest";
import type {Case} from "../../src/casebook/case.ts";
import {type Life, lifeOf} from "../../src/sanctions/life.ts";
import {isOpen} from "../../src/sanctions/standing.ts";
import {stateSpells} from "../../src/stats/competingRisks/multiState.ts";
import {endings, endOf} from "../../src/studies/ended.ts";
import {howLong} from "../../src/studies/howLong.ts";
import {recurrentSpellsOf} from "../../src/studies/recurrentSpells.ts";
import {spellColumns} from "../../src/studies/spellColumns.ts";
import {type SpellOptions, spellsOf, units} from "../../src/studies/spells.ts";
import {stateColumns, stateSpellsOf} from "../../src/studies/stateSpells.ts";
import {addDays, type Day} from "../../src/time/day.ts";
import {exactly} from "../../src/time/impreciseDay.ts";
import {BASE, measures} from "./lives.ts";

const coverage = {from: addDays(BASE, -100), to: addDays(BASE, 12)};
const one = {
  coverage,
  eras: [{id: "all", title: "All", from: coverage.from, to: null}],
  parties: [
    {id: "US", name: "United States", kind: "state"},
    {id: "CN", name: "China", kind: "state"}
  ]
} as unknown as Case;

/** Lives over some weeks around the last day of the record, half of them in packages of three. */
const lives: fc.Arbitrary<Life[]> = measures.map((list) =>
  list.map((measure, m) => lifeOf({...measure, package: m % 2 === 0 ? `p${Math.floor(m / 3)}` : null}, coverage.to))
);

/** The same lives with every day known: the share `u` of the way from its first to its last. */
const settled = (of: readonly Life[], u: number): Life[] =>
  of.map((life) => ({
    ...life,
    steps: life.steps.map((step) => {
      const {earliest, latest} = step.when;
      const last = Math.min(latest, earliest + 1000); // a day that nobody knows lies far ahead
      return {...step, when: exactly(Math.round(earliest + u * (last - earliest)) as Day)};
    })
  }));

const options = fc.record({
  ended: fc.constantFrom(...endings),
  unit: fc.constantFrom(...units),
  origin: fc.constantFrom("in-force", "threat")
}) satisfies fc.Arbitrary<SpellOptions>;
const day = fc.integer({min: -5, max: 30}).map((n) => addDays(BASE, n));
const share = fc.constantFrom(0, 0.3, 0.5, 1);

test("the fewest days are at most the most, and every column is a spell", () => {
  fc.assert(
    fc.property(lives, options, day, day, (some, given, from, until) => {
      const {spells, excluded} = spellsOf(one, some, {...given, from, until});
      for (const {entry, exit, cause, end} of spells) {
        expect(0 <= entry.low && entry.low <= entry.high).toBe(true);
        expect(entry.low <= exit.low && exit.low <= exit.high && exit.high > entry.high).toBe(true);
        expect([exit.high === Infinity, end === null]).toEqual([cause === "censored", cause === "censored"]);
      }
      for (const bound of ["low", "high"] as const) {
        const {entry, exit} = spellColumns(spells, bound);
        expect(entry.every((start, i) => start < exit[i]!)).toBe(true);
      }
      for (const {reason} of excluded) expect(reason).not.toBe("");
    })
  );
});

/** May it have begun only after the last day? Then it is in no spell, and its package may last longer than its spell. */
function isDoubtful({steps}: Life): boolean {
  const begun = steps.find(({standing}) => isOpen(standing));
  return begun !== undefined && begun.when.earliest <= coverage.to && begun.when.latest > coverage.to;
}

test("whatever the days were, a spell lasted between its fewest and its most", () => {
  fc.assert(
    fc.property(lives, options, share, (all, given, u) => {
      const some = all.filter((life) => !isDoubtful(life));
      const real = settled(some, u);
      const longest = new Map(
        spellsOf(one, real, {...given, until: coverage.to}).spells.map(({id, exit, cause}) => [id, {exit, cause}])
      );
      for (const {id, exit, cause} of spellsOf(one, some, given).spells) {
        const actual = longest.get(id);
        if (actual === undefined)
          expect(exit.low).toBeLessThanOrEqual(0); // it ended on the day on which it began
        else {
          expect(exit.low).toBeLessThanOrEqual(actual.exit.low);
          if (cause !== "censored") expect(actual.exit.high).toBeLessThanOrEqual(exit.high);
          // Censored: on its last certain day it had not ended.
          else if (actual.cause !== "censored") expect(actual.exit.low).toBeGreaterThan(exit.low);
        }
      }
    }),
    {numRuns: 400}
  );
});

test("with days that are all known a spell is counted by hand, and both bounds are one", () => {
  fc.assert(
    fc.property(lives, share, fc.constantFrom(...endings), (some, u, ended) => {
      const known = settled(some, u);
      const {spells} = spellsOf(one, known, {ended});
      for (const {id, exit, cause} of spells) {
        const {steps} = known.find(({measure}) => measure.id === id)!;
        const begun = steps.findIndex(({standing}) => isOpen(standing));
        const end = steps.find((step, i) => i > begun && endOf(step, ended) !== null);
        const origin = steps[begun]!.when.earliest;
        const hasEnded = end !== undefined && end.when.earliest <= coverage.to;
        expect(exit.low).toBe((hasEnded ? end.when.earliest : coverage.to) - origin);
        expect(cause).toBe(hasEnded ? endOf(end, ended) : "censored");
      }
      for (const {curves, median} of howLong(one, known, {ended}).durations) {
        expect(curves.high).toEqual(curves.low);
        expect(median.high).toBe(median.low);
      }
    })
  );
});

test("the order of lives changes nothing", () => {
  fc.assert(
    fc.property(lives, options, (some, given) => {
      expect(howLong(one, some.toReversed(), given, "type")).toEqual(howLong(one, some, given, "type"));
      expect(stateSpellsOf(one, some.toReversed())).toEqual(stateSpellsOf(one, some));
      expect(recurrentSpellsOf(one, some.toReversed(), given)).toEqual(recurrentSpellsOf(one, some, given));
    })
  );
});

test("another name for a level changes nothing but the name", () => {
  const renamed = (type: string) => `z ${type}`;
  fc.assert(
    fc.property(lives, options, (some, given) => {
      const other = some.map((life) => ({
        ...life,
        measure: {...life.measure, type: renamed(life.measure.type)}
      })) as Life[];
      const [a, b] = [howLong(one, some, given, "type"), howLong(one, other, given, "type")];
      expect(b.durations).toEqual(a.durations.map((duration) => ({...duration, level: renamed(duration.level)})));
    })
  );
});

test("observation cut in two at any day sees each end once, and the second part enters late", () => {
  fc.assert(
    fc.property(lives, share, fc.constantFrom(...endings), day, (some, u, ended, cut) => {
      const known = settled(some, u);
      const ends = (more: Partial<SpellOptions>) =>
        spellsOf(one, known, {ended, ...more})
          .spells.filter(({cause}) => cause !== "censored")
          .map(({id, exit, cause}) => `${id} ${exit.low} ${cause}`);
      const until = Math.min(cut, coverage.to) as Day;
      expect([...ends({until}), ...ends({from: until})].sort()).toEqual(ends({}).sort());
      for (const {origin, entry} of spellsOf(one, known, {ended, from: cut}).spells) {
        const late = Math.max(0, cut - origin.earliest);
        expect(entry).toEqual({low: late, high: late});
      }
    })
  );
});

test("states follow one another without a gap, and the first spells of the recurrent study are the plain ones", () => {
  fc.assert(
    fc.property(lives, share, fc.constantFrom(...endings), (some, u, ended) => {
      const known = settled(some, u);
      const {spells: stays} = stateSpellsOf(one, known);
      if (stays.length > 0) expect(() => stateSpells(stateColumns(stays))).not.toThrow();
      expect(stays.every(({from, to}) => from !== to)).toBe(true);
      const {spells} = recurrentSpellsOf(one, known, {ended});
      const first = spells.filter(({number}) => number === 1).map(({id, exit, cause}) => [id, exit, cause]);
      // A measure that came into force on the last day has no whole day either way.
      const plain = spellsOf(one, known, {ended}).spells;
      expect(first).toEqual(plain.map(({id, exit, cause}) => [id, exit.low, cause]));
    })
  );
});
