import fc from "fast-check";
import {expect, test} from "vitest";
import {kaplanMeier, kaplanMeierByGroup} from "../../src/stats/survival/kaplanMeier.ts";
import {logRank} from "../../src/stats/survival/logRank.ts";
import {nelsonAalen} from "../../src/stats/survival/nelsonAalen.ts";
import {type TurnbullCurve, turnbull, turnbullBounds} from "../../src/stats/survival/turnbull.ts";
import {largestDifference} from "../reference/parity.ts";

const ROUNDING = 1e-12; // the same sums in another order
const OPTIMUM = 1e-7; // both sides iterate to a residual of 1e-10

type Row = {
  readonly entry: number;
  readonly exit: number;
  readonly event: 0 | 1;
  readonly weight: number;
  readonly group: number;
};

const row: fc.Arbitrary<Row> = fc
  .record({
    entry: fc.integer({min: 0, max: 12}),
    length: fc.integer({min: 1, max: 12}),
    event: fc.constantFrom<0 | 1>(0, 1),
    weight: fc.integer({min: 1, max: 3}),
    group: fc.integer({min: -1, max: 1})
  })
  .map(({entry, length, ...rest}) => ({entry, exit: entry + length, ...rest}));
const rows = fc.array(row, {minLength: 1, maxLength: 40});

const column = (of: readonly Row[], name: keyof Row) => Float64Array.from(of, (r) => r[name]);
const groupOf = (of: readonly Row[]) => Int32Array.from(of, (r) => r.group);
const spellsOf = (of: readonly Row[]) => ({
  entry: column(of, "entry"),
  exit: column(of, "exit"),
  event: Uint8Array.from(of, (r) => r.event),
  weight: column(of, "weight")
});
const columnsOf = ({n: _, ...curve}: {readonly n: number}) => curve;
const copiesOf = (of: readonly Row[]) => of.flatMap((r) => Array.from({length: r.weight}, () => ({...r, weight: 1})));

test("cutting spells anywhere leaves the curve of subjects unchanged to the last bit", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.integer({min: 0, max: 24}), {minLength: 1, maxLength: 4}), (whole, days) => {
      const pieces = days.reduce(
        (cut, day) =>
          cut.flatMap((r) =>
            r.entry < day && day < r.exit
              ? [
                  {...r, exit: day, event: 0 as const},
                  {...r, entry: day}
                ]
              : [r]
          ),
        whole.map((r, subject) => ({...r, subject}))
      );
      const subject = Int32Array.from(pieces, (r) => r.subject);
      expect(columnsOf(kaplanMeier(spellsOf(pieces), {subject}))).toEqual(columnsOf(kaplanMeier(spellsOf(whole))));

      const clusters = {subject, cluster: subject, ties: "fleming-harrington"} as const;
      const own = Int32Array.from(whole, (_, i) => i);
      const [cut, uncut] = [
        nelsonAalen(spellsOf(pieces), clusters),
        nelsonAalen(spellsOf(whole), {cluster: own, ties: "fleming-harrington"})
      ];
      expect(largestDifference(cut.se, uncut.se, 1)).toBeLessThan(ROUNDING);
    })
  );
});

test("the order of rows changes nothing: whole weights to the last bit, the jackknife to rounding", () => {
  fc.assert(
    fc.property(rows, (some) => {
      const turned = some.toReversed();
      expect(kaplanMeier(spellsOf(turned))).toEqual(kaplanMeier(spellsOf(some)));
      const robust = {robust: true};
      const [a, b] = [kaplanMeier(spellsOf(turned), robust).se, kaplanMeier(spellsOf(some), robust).se];
      expect(largestDifference(a, b, 1)).toBeLessThan(ROUNDING);
    })
  );
});

test("whole weights are copies", () => {
  fc.assert(
    fc.property(rows, (some) => {
      expect(columnsOf(kaplanMeier(spellsOf(some)))).toEqual(columnsOf(kaplanMeier(spellsOf(copiesOf(some)))));
    })
  );
});

test("curves by group are the curves of the groups, counted or sorted", () => {
  fc.assert(
    fc.property(rows, (some) => {
      for (const shift of [0, 0.5]) {
        const moved = some.map((r) => ({...r, entry: r.entry + shift, exit: r.exit + shift}));
        for (const {group, ...curve} of kaplanMeierByGroup(spellsOf(moved), groupOf(moved))) {
          const own = kaplanMeier(spellsOf(some.filter((r) => r.group === group)));
          expect(curve).toEqual({...own, time: own.time.map((t) => t + shift)});
        }
      }
    })
  );
});

test("the jackknife of clusters is its definition, spell by spell", () => {
  fc.assert(
    fc.property(rows, (some) => {
      const spells = spellsOf(some);
      const {time, atRisk, events, survival, se} = kaplanMeier(spells, {cluster: groupOf(some)});
      const byDefinition = time.map((_, r) => {
        const sums = new Map<number, number>();
        for (const {entry, exit, event, weight, group} of some) {
          let influence = 0;
          for (let s = 0; s <= r; s++) {
            if (!(entry < time[s]! && time[s]! <= exit) || events[s] === 0) continue;
            influence += events[s]! / (atRisk[s]! * (atRisk[s]! - events[s]!));
            if (exit === time[s] && event === 1) influence -= 1 / (atRisk[s]! - events[s]!);
          }
          sums.set(group, (sums.get(group) ?? 0) + weight * influence);
        }
        const total = [...sums.values()].reduce((sum, influence) => sum + influence ** 2, 0);
        return survival[r] === 0 ? 0 : survival[r]! * Math.sqrt(total);
      });
      expect(largestDifference(se, byDefinition, 1e-3)).toBeLessThan(ROUNDING);
    })
  );
});

const testable = fc
  .tuple(fc.array(row, {minLength: 6, maxLength: 40}), fc.constantFrom(0, 1, 0.5))
  .map(([some, rho]) => ({
    // Two groups that meet at an event, whatever was drawn.
    some: [
      ...some,
      {entry: 0, exit: 30, event: 1 as const, weight: 2, group: -1},
      {entry: 0, exit: 31, event: 1 as const, weight: 1, group: 1}
    ],
    rho
  }));
const testOf = (some: readonly Row[], options: Parameters<typeof logRank>[2]) =>
  logRank(spellsOf(some), groupOf(some), options);

test("the log-rank test: rows in any order, copies for weights, one stratum for none, and the differences add up to 0", () => {
  fc.assert(
    fc.property(testable, ({some, rho}) => {
      const fit = testOf(some, {rho});
      const same = [
        testOf(some.toReversed(), {rho}),
        testOf(copiesOf(some), {rho}),
        testOf(some, {rho, stratum: new Int32Array(some.length).fill(9)})
      ];
      for (const {statistic, df} of same) {
        expect(df).toBe(fit.df);
        expect(statistic).toBeCloseTo(fit.statistic, 9);
      }
      const difference = fit.observed.reduce((sum, value, g) => sum + value - fit.expected[g]!, 0);
      expect(difference).toBeCloseTo(0, 10);
    })
  );
});

test("cutting spells anywhere leaves the log-rank test unchanged", () => {
  fc.assert(
    fc.property(testable, fc.integer({min: 1, max: 28}), ({some, rho}, day) => {
      const cut = some.flatMap((r) =>
        r.entry < day && day < r.exit
          ? [
              {...r, exit: day, event: 0 as const},
              {...r, entry: day}
            ]
          : [r]
      );
      expect(testOf(cut, {rho}).statistic).toBeCloseTo(testOf(some, {rho}).statistic, 9);
    })
  );
});

type Ends = {readonly left: number; readonly right: number; readonly entry: number; readonly weight: number};

const ends: fc.Arbitrary<Ends> = fc
  .record({
    entry: fc.integer({min: 0, max: 3}),
    wait: fc.integer({min: 0, max: 8}),
    width: fc.constantFrom(0, 1, 2, 5, Infinity),
    weight: fc.integer({min: 1, max: 3})
  })
  .map(({entry, wait, width, weight}) => ({entry, left: entry + wait + 1, right: entry + wait + 1 + width, weight}));

const estimate = (some: readonly Ends[], hasEntry: boolean): TurnbullCurve => {
  const pick = (name: keyof Ends) => Float64Array.from(some, (e) => e[name]);
  return turnbull({
    left: pick("left"),
    right: pick("right"),
    weight: pick("weight"),
    ...(hasEntry && {entry: pick("entry")})
  });
};

/** Whether the innermost interval (l, r], or point l = r, lies in what is known of an end. */
const isWithin = (l: number, r: number, {left, right}: Ends): boolean =>
  l === r && left !== right ? left < l && l <= right : left <= l && r <= right;

test("Turnbull's estimate: no shift of mass between two innermost intervals gains likelihood", () => {
  fc.assert(
    fc.property(fc.array(ends, {minLength: 1, maxLength: 30}), (some) => {
      const {left, right, mass} = estimate(some, false);
      const gains = new Float64Array(mass.length);
      for (const e of some) {
        const within = [...mass.keys()].filter((j) => isWithin(left[j]!, right[j]!, e));
        const probability = within.reduce((sum, j) => sum + mass[j]!, 0);
        for (const j of within) gains[j]! += e.weight / probability;
      }
      const total = some.reduce((sum, e) => sum + e.weight, 0);
      expect(mass.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
      expect(Math.max(...gains)).toBeLessThanOrEqual(total * (1 + OPTIMUM));
    })
  );
});

test("Turnbull's estimate: rows in any order and copies for weights, with delayed entry and without", () => {
  fc.assert(
    fc.property(fc.array(ends, {minLength: 1, maxLength: 30}), fc.boolean(), (some, hasEntry) => {
      const fit = estimate(some, hasEntry);
      const copies = some.flatMap((e) => Array.from({length: e.weight}, () => ({...e, weight: 1})));
      for (const other of [estimate(some.toReversed(), hasEntry), estimate(copies, hasEntry)]) {
        expect(other.left).toEqual(fit.left);
        expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 7);
      }
      const {low, high} = turnbullBounds(fit, 0.5);
      expect([low, high]).toEqual([1, 1]);
    })
  );
});
