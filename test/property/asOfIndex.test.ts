import fc from "fast-check";
import {expect, test} from "vitest";
import {standingAsOf} from "../../src/sanctions/asOf.ts";
import {
  AHEAD,
  certaintyOf,
  diffDays,
  indexColumns,
  indexLives,
  maskOf,
  type StepColumns,
  standingsIn,
  standingsOn,
  tally
} from "../../src/sanctions/asOfIndex.ts";
import {diff} from "../../src/sanctions/diff.ts";
import type {Event} from "../../src/sanctions/event.ts";
import {type Life, lifeOf} from "../../src/sanctions/life.ts";
import type {Measure} from "../../src/sanctions/measure.ts";
import {standings} from "../../src/sanctions/standing.ts";
import {verbs} from "../../src/sanctions/verb.ts";
import {addDays, type Day, formatDay, parseDay} from "../../src/time/day.ts";
import {parseEdtf} from "../../src/time/edtf.ts";

const FIRST = parseDay("1999-11-01");
const LENGTH = 150;

// A short stretch, so that days of different events meet, and every form of date that a record may hold.
const day: fc.Arbitrary<Day> = fc.integer({min: -5, max: LENGTH + 5}).map((n) => addDays(FIRST, n));
const twoDays = fc
  .uniqueArray(day, {minLength: 2, maxLength: 2})
  .map(([a, b]): readonly [from: Day, to: Day] => (a! < b! ? [a!, b!] : [b!, a!]));
const written = fc
  .tuple(
    day.map(formatDay),
    day.map(formatDay),
    fc.constantFrom("day", "day", "day", "day~", "month", "month~", "year", "interval", "from", "until", "unknown")
  )
  .map(([a, b, form]) => {
    const [first, last] = a < b ? [a, b] : [b, a];
    const texts: Record<typeof form, string> = {
      day: a,
      "day~": `${a}~`,
      month: a.slice(0, 7),
      "month~": `${a.slice(0, 7)}~`,
      year: a.slice(0, 4),
      interval: `${first}/${last}`,
      from: `${a}/..`,
      until: `../${a}`,
      unknown: "?"
    };
    return parseEdtf(texts[form]);
  });

// Verbs come in any order, so some are refused and some dates cross: the index must follow the rule book there too.
const event = fc.record(
  {
    verb: fc.oneof(
      fc.constantFrom(...verbs),
      fc.constantFrom("imposed" as const, "reimposed" as const, "waived" as const)
    ),
    effective: written,
    expires: fc.option(written, {nil: undefined, freq: 3}),
    extent: fc.constantFrom("whole" as const, "part" as const)
  },
  {requiredKeys: ["verb", "effective"]}
);

const measures = fc.array(fc.array(event, {maxLength: 9}), {maxLength: 12}).map((lists) =>
  lists.map((events, m) => ({
    id: `m${String(m).padStart(2, "0")}`,
    life: events.map((e, i) => ({...e, id: `m${m}-${i}`}) as Event)
  }))
);
const lives: fc.Arbitrary<Life[]> = fc
  .tuple(measures, fc.option(day, {nil: null}))
  .map(([list, complete]) => list.map((measure) => lifeOf(measure as unknown as Measure, complete)));

const maskOfAnswer = (life: Life, on: Day) => {
  const at = standingAsOf(life, on);
  return maskOf(at.standings) | (at.ahead ? AHEAD : 0);
};

/** Columns of the lives' steps, with the rows in the order of `keys`. */
function columnsOf(list: readonly Life[], keys: readonly number[]): StepColumns {
  const rows = list
    .flatMap(({steps}, measure) => steps.map((step, place) => ({measure, place, ...step})))
    .map((row, i) => ({row, key: keys[i % keys.length]! * ((i % 7) + 1)}))
    .sort((a, b) => a.key - b.key)
    .map(({row}) => row);
  return {
    measures: list.length,
    measure: Int32Array.from(rows, ({measure}) => measure),
    step: Int32Array.from(rows, ({place}) => place),
    earliest: Int32Array.from(rows, ({when}) => when.earliest),
    latest: Int32Array.from(rows, ({when}) => when.latest),
    standing: Uint8Array.from(rows, ({standing}) => standings.indexOf(standing)),
    ahead: Uint8Array.from(rows, ({ahead}) => (ahead ? 1 : 0))
  };
}

const RUNS = {numRuns: 200};

test("the index stands where the rule book does, on every measure and day", () => {
  fc.assert(
    fc.property(lives, day, (list, on) => {
      expect([...standingsOn(indexLives(list), on)]).toEqual(list.map((life) => maskOfAnswer(life, on)));
    }),
    RUNS
  );
});

test("a mask gives back the standings and the certainty of the rule book", () => {
  fc.assert(
    fc.property(lives, day, (list, on) => {
      const masks = standingsOn(indexLives(list), on);
      for (const [m, life] of list.entries()) {
        const at = standingAsOf(life, on);
        expect(new Set(standingsIn(masks[m]!))).toEqual(new Set(at.standings));
        expect(certaintyOf(masks[m]!)).toBe(at.certainty);
      }
    }),
    RUNS
  );
});

test("the difference lists the measures, masks and steps that the rule book's does", () => {
  fc.assert(
    fc.property(lives, twoDays, (list, [from, to]) => {
      const {measure, before, after, firstStep, endStep} = diffDays(indexLives(list), from, to);
      const got = Array.from(measure, (m, row) => ({
        life: list[m],
        before: before[row],
        after: after[row],
        steps: list[m]!.steps.slice(firstStep[row], endStep[row])
      }));
      const expected = diff(list, from, to).map(({life, steps}) => ({
        life,
        before: maskOfAnswer(life, from),
        after: maskOfAnswer(life, to),
        steps
      }));
      expect(got).toEqual(expected);
    }),
    RUNS
  );
});

test("a measure without a step between two days has one mask on both, where no dates cross", () => {
  fc.assert(
    fc.property(lives, twoDays, (all, [from, to]) => {
      const list = all.filter(({problems}) => problems.every(({code}) => code !== "sanctions/dates-cross"));
      const index = indexLives(list);
      const changed = new Set(diffDays(index, from, to).measure);
      const [before, after] = [standingsOn(index, from), standingsOn(index, to)];
      for (const m of list.keys()) if (!changed.has(m)) expect(before[m]).toBe(after[m]);
    }),
    RUNS
  );
});

test("columns in any order give the index of the lives", () => {
  fc.assert(
    fc.property(lives, fc.array(fc.nat(), {minLength: 1, maxLength: 40}), (list, keys) => {
      expect(indexColumns(columnsOf(list, keys))).toEqual(indexLives(list));
    }),
    RUNS
  );
});

test("a tally counts each measure once when certain, and at every standing that is possible when not", () => {
  fc.assert(
    fc.property(lives, day, (list, on) => {
      const {certain, possible} = tally(standingsOn(indexLives(list), on));
      for (const [code, standing] of standings.entries()) {
        const at = list.map((life) => standingAsOf(life, on).standings).filter((s) => s.includes(standing));
        expect(certain[code]).toBe(at.filter((s) => s.length === 1).length);
        expect(possible[code]).toBe(at.filter((s) => s.length > 1).length);
      }
    }),
    RUNS
  );
});
