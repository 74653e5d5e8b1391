import fc from "fast-check";
import {expect, test} from "vitest";
import {aalenJohansen, type StateCurve} from "../../src/stats/competingRisks/aalenJohansen.ts";
import {fitFineGray} from "../../src/stats/competingRisks/fineGray.ts";
import {asMultiState, CENSORED, type MultiState} from "../../src/stats/competingRisks/multiState.ts";
import {fitCox} from "../../src/stats/survival/cox.ts";

const OPTIMUM = 1e-8; // both sides iterate
const SAME = 1e-11; // sums in another order

/** Subjects who wander between three states, of which 2 is left no more. */
const wanderers = fc
  .array(
    fc.record({
      start: fc.integer({min: 0, max: 4}),
      moves: fc.array(fc.tuple(fc.integer({min: 1, max: 5}), fc.integer({min: -1, max: 2})), {
        minLength: 1,
        maxLength: 4
      }),
      weight: fc.integer({min: 1, max: 3})
    }),
    {minLength: 4, maxLength: 25}
  )
  .map((subjects) => {
    const rows: {entry: number; exit: number; from: number; to: number; subject: number; weight: number}[] = [];
    for (const [subject, {start, moves, weight}] of subjects.entries()) {
      let [entry, from] = [start, 0];
      for (const [length, target] of moves) {
        const to = target === from ? CENSORED : target;
        rows.push({entry, exit: entry + length, from, to, subject, weight});
        entry += length;
        if (to !== CENSORED) from = to;
        if (from === 2) break;
      }
    }
    return rows;
  });
type Row = {entry: number; exit: number; from: number; to: number; subject: number; weight: number};

const dataOf = (rows: readonly Row[], withWeights = true): MultiState => ({
  states: ["well", "ill", "dead"],
  entry: Float64Array.from(rows, ({entry}) => entry),
  exit: Float64Array.from(rows, ({exit}) => exit),
  from: Int16Array.from(rows, ({from}) => from),
  to: Int16Array.from(rows, ({to}) => to),
  subject: Int32Array.from(rows, ({subject}) => subject),
  ...(withWeights && {weight: Float64Array.from(rows, ({weight}) => weight)})
});

const curveOf = (data: MultiState, variance: "jackknife" | "greenwood" = "jackknife"): StateCurve =>
  aalenJohansen(data, {variance}).curves[0]!;

function expectNear(actual: Float64Array, expected: Float64Array, tolerance = SAME): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThan(tolerance);
}

const expectOptimum = (actual: Float64Array, expected: Float64Array) => expectNear(actual, expected, OPTIMUM);

/** Errors are compared as variances, which are what rounding is small against. */
const expectNearSquares = (actual: Float64Array, expected: Float64Array) =>
  expectNear(
    actual.map((se) => se * se),
    expected.map((se) => se * se)
  );

test("the probabilities of the states add up to 1 at every time", () => {
  fc.assert(
    fc.property(wanderers, (rows) => {
      const {probability, time} = curveOf(dataOf(rows));
      for (let t = 0; t < time.length; t++) {
        const sum = probability.subarray(3 * t, 3 * t + 3).reduce((total, p) => total + p, 0);
        expect(Math.abs(sum - 1)).toBeLessThan(SAME);
      }
    })
  );
});

test("cutting spells changes nothing, to the last bit", () => {
  fc.assert(
    fc.property(wanderers, fc.integer({min: 1, max: 15}), (rows, cut) => {
      const pieces = rows.flatMap((row) =>
        row.entry < cut && cut < row.exit
          ? [
              {...row, exit: cut, to: CENSORED},
              {...row, entry: cut}
            ]
          : [row]
      );
      expect(curveOf(dataOf(pieces))).toEqual(curveOf(dataOf(rows)));
    })
  );
});

test("the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(wanderers, (rows) => {
      const [turned, straight] = [curveOf(dataOf(rows.toReversed())), curveOf(dataOf(rows))];
      expectNear(turned.probability, straight.probability);
      expectNearSquares(turned.se, straight.se);
      expectNearSquares(turned.sojourn.se, straight.sojourn.se);
    })
  );
});

test("integer weights are copies: of subjects for Greenwood's errors, of rows of one cluster for the jackknife's", () => {
  fc.assert(
    fc.property(wanderers, (rows) => {
      const copies = rows.flatMap((row) =>
        Array.from({length: row.weight}, (_, c) => ({...row, subject: 1000 * c + row.subject}))
      );
      const cluster = Int32Array.from(copies, ({subject}) => subject % 1000);
      const weighted = curveOf(dataOf(rows));
      const copied = curveOf({...dataOf(copies, false), cluster});
      expectNear(copied.probability, weighted.probability);
      expectNearSquares(copied.se, weighted.se);
      expectNearSquares(copied.cumulativeHazardSe, weighted.cumulativeHazardSe);
      expectNearSquares(copied.sojourn.se, weighted.sojourn.se);
      expectNearSquares(curveOf(dataOf(copies, false), "greenwood").se, curveOf(dataOf(rows), "greenwood").se);
    })
  );
});

const risks = fc.array(fc.record({exit: fc.integer({min: 1, max: 12}), event: fc.integer({min: 0, max: 2})}), {
  minLength: 3,
  maxLength: 40
});

test("for competing risks without weights the jackknife and Greenwood's errors are the same, mean times included", () => {
  fc.assert(
    fc.property(risks, (rows) => {
      const data = asMultiState(
        {exit: Float64Array.from(rows, ({exit}) => exit), event: Uint8Array.from(rows, ({event}) => event)},
        ["1", "2"]
      );
      const [jackknife, greenwood] = [curveOf(data), curveOf(data, "greenwood")];
      expectNearSquares(jackknife.se, greenwood.se);
      expectNearSquares(jackknife.sojourn.se, greenwood.sojourn.se);
    })
  );
});

test("with one cause the probability of no event is Kaplan and Meier's, with Greenwood's error", () => {
  fc.assert(
    fc.property(risks, (rows) => {
      const event = Uint8Array.from(rows, ({event}) => Math.min(event, 1));
      const curve = curveOf(asMultiState({exit: Float64Array.from(rows, ({exit}) => exit), event}, ["event"]));
      let survival = 1;
      let sum = 0;
      for (let t = 0; t < curve.time.length; t++) {
        const atRisk = rows.filter(({exit}) => exit >= curve.time[t]!).length;
        const deaths = rows.filter(({exit}, i) => exit === curve.time[t]! && event[i] === 1).length;
        survival *= 1 - deaths / atRisk;
        sum += deaths === atRisk ? 0 : deaths / (atRisk * (atRisk - deaths));
        expect(Math.abs(curve.probability[2 * t]! - survival)).toBeLessThan(SAME);
        expect(Math.abs(curve.se[2 * t]! ** 2 - survival ** 2 * sum)).toBeLessThan(SAME);
      }
    })
  );
});

const subjects = fc.array(
  fc.record({
    x: fc.integer({min: -20, max: 20}).map((x) => x / 10),
    exit: fc.integer({min: 1, max: 12}),
    event: fc.integer({min: 0, max: 2}),
    weight: fc.integer({min: 1, max: 3})
  }),
  {minLength: 30, maxLength: 60}
);
type Subject = {x: number; exit: number; event: number; weight: number};
const inputOf = (rows: readonly Subject[]) => ({
  exit: Float64Array.from(rows, ({exit}) => exit),
  event: Uint8Array.from(rows, ({event}) => event),
  covariates: [{name: "x", values: Float64Array.from(rows, ({x}) => x)}]
});

test.each(["efron", "breslow"] as const)("without competing events a Fine–Gray fit is a Cox fit, ties %s", (ties) => {
  fc.assert(
    fc.property(subjects, (rows) => {
      fc.pre(rows.filter(({event}) => event > 0).length > 8);
      const input = inputOf(rows.map((row) => ({...row, event: Math.min(row.event, 1)})));
      const [fineGray, cox] = [fitFineGray(input, {ties}), fitCox(input, {ties, robust: true})];
      expectOptimum(fineGray.coefficients, cox.coefficients);
      expectOptimum(fineGray.vcov, cox.vcov);
    }),
    {numRuns: 40}
  );
});

test("integer weights that count in censoring too are copies in one cluster", () => {
  fc.assert(
    fc.property(subjects, fc.constantFrom("robust" as const, "fineGray" as const), (rows, variance) => {
      fc.pre(rows.filter(({event}) => event === 1).length > 6);
      const cluster = rows.flatMap(({weight}, i) => Array.from({length: weight}, () => i));
      const copies = rows.flatMap((row) => Array.from({length: row.weight}, () => row));
      const options = {ties: "breslow", variance} as const;
      const weight = Float64Array.from(rows, (row) => row.weight);
      const weighted = fitFineGray({...inputOf(rows), weight}, {...options, weightedCensoring: true});
      const copied = fitFineGray({...inputOf(copies), cluster: Int32Array.from(cluster)}, options);
      expectOptimum(weighted.coefficients, copied.coefficients);
      expectOptimum(weighted.vcov, copied.vcov);
    }),
    {numRuns: 40}
  );
});

test("cutting spells leaves a Fine–Gray fit as it is", () => {
  fc.assert(
    fc.property(subjects, fc.integer({min: 1, max: 11}), (rows, cut) => {
      fc.pre(rows.filter(({event}) => event === 1).length > 6);
      const whole = {...inputOf(rows), entry: new Float64Array(rows.length)};
      const pieces = rows.flatMap((row, subject) =>
        cut < row.exit
          ? [
              {...row, subject, entry: 0, exit: cut, event: 0},
              {...row, subject, entry: cut}
            ]
          : [{...row, subject, entry: 0}]
      );
      const cutUp = fitFineGray({
        ...inputOf(pieces),
        entry: Float64Array.from(pieces, ({entry}) => entry),
        subject: Int32Array.from(pieces, ({subject}) => subject)
      });
      expectOptimum(cutUp.coefficients, fitFineGray(whole).coefficients);
      expectOptimum(cutUp.vcov, fitFineGray(whole).vcov);
    }),
    {numRuns: 40}
  );
});
