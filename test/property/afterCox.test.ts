import fc from "fast-check";
import {expect, test} from "vitest";
import {baselineHazard} from "../../src/stats/survival/baselineHazard.ts";
import {concordance} from "../../src/stats/survival/concordance.ts";
import {fitCox} from "../../src/stats/survival/cox.ts";
import type {CoxInput} from "../../src/stats/survival/coxModel.ts";
import {predictExpected, predictSurvival} from "../../src/stats/survival/coxPredict.ts";
import {dfbeta, martingaleResiduals} from "../../src/stats/survival/coxResiduals.ts";
import {coxZph} from "../../src/stats/survival/coxZph.ts";
import {coxInputs, type FullInput, take, ties} from "./coxSpells.ts";

const SAME = 1e-9; // two fits of one model, or two orders of one sum

const rowsOf = (n: number) => Array.from({length: n}, (_, i) => i);
const near = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThanOrEqual(SAME * (1 + Math.abs(b[i]!)));
};
const zph = (input: CoxInput, tie: "efron" | "breslow") => {
  const {terms, global} = coxZph(input, fitCox(input, {ties: tie}), {transform: "identity"});
  return [...terms, global].map(({statistic}) => statistic);
};

/** Every spell that lasts at a day, cut there; the second part of row i comes at `rows.indexOf(i, n)`. */
function cutAt(input: FullInput, day: number): {readonly cut: FullInput; readonly rows: readonly number[]} {
  const n = input.exit.length;
  const isCut = (i: number) => input.entry[i]! < day && day < input.exit[i]!;
  const rows = [...rowsOf(n), ...rowsOf(n).filter(isCut)];
  const cut = take(input, rows);
  rows.forEach((row, i) => {
    if (!isCut(row)) return;
    if (i >= n) cut.entry[i] = day;
    else {
      cut.exit[i] = day;
      cut.event[i] = 0;
    }
  });
  return {cut, rows};
}

test("cutting spells leaves the test of proportional hazards, and residuals summed by subject, as they are", () => {
  fc.assert(
    fc.property(coxInputs, ties, fc.integer({min: 1, max: 20}), (input, ties, day) => {
      const {cut, rows} = cutAt(input, day);
      near(zph(cut, ties), zph(input, ties));
      const collapse = Int32Array.from(rows);
      const fits = [fitCox(cut, {ties}), fitCox(input, {ties})] as const;
      near(martingaleResiduals(cut, fits[0], {collapse}), martingaleResiduals(input, fits[1]));
      near(dfbeta(cut, fits[0], {collapse}), dfbeta(input, fits[1]));
    }),
    {numRuns: 40}
  );
});

test("weighted martingale residuals sum to 0, and dfbeta to 0 in each column", () => {
  fc.assert(
    fc.property(coxInputs, ties, (input, ties) => {
      const fit = fitCox(input, {ties});
      const total = martingaleResiduals(input, fit, {weighted: true}).reduce((sum, m) => sum + m, 0);
      expect(Math.abs(total)).toBeLessThan(SAME);
      const moves = dfbeta(input, fit);
      near(
        [0, 1].map((j) => moves.reduce((sum, m, at) => sum + (at % 2 === j ? m : 0), 0)),
        [0, 0]
      );
    }),
    {numRuns: 40}
  );
});

test("expected events of a row are the hazard of its own curve over (entry, exit]", () => {
  fc.assert(
    fc.property(coxInputs, ties, (input, ties) => {
      const fit = fitCox(input, {ties});
      const {value} = predictExpected(input, fit, input);
      const curves = predictSurvival(input, fit, input);
      curves.forEach(({time, cumulativeHazard, stratum}, i) => {
        expect(stratum).toBe(input.stratum[i]);
        const upTo = (t: number) => cumulativeHazard[time.findLastIndex((s) => s <= t)] ?? 0;
        near([value[i]!], [upTo(input.exit[i]!) - upTo(input.entry[i]!)]);
      });
    }),
    {numRuns: 20}
  );
});

test("the order of rows does not matter to hazards and concordance", () => {
  fc.assert(
    fc.property(coxInputs, ties, (input, ties) => {
      const n = input.exit.length;
      const shuffled = take(
        input,
        rowsOf(n)
          .map((i) => (i * 37 + 11) % n)
          .filter((row, i, all) => all.indexOf(row) === i)
      );
      fc.pre(shuffled.exit.length === n);
      const [a, b] = [input, shuffled].map((of) => baselineHazard(of, fitCox(of, {ties})));
      a!.forEach(({cumulativeHazard, se}, s) => {
        near(b![s]!.cumulativeHazard, cumulativeHazard);
        near(b![s]!.se, se);
      });
      const [c, d] = [input, shuffled].map((of) => concordance(of, of.covariates[0]!.values));
      expect(d!.counts).toEqual(c!.counts); // weights are whole, so sums are exact
      near([d!.se], [c!.se]);
    }),
    {numRuns: 40}
  );
});

test("concordance agrees with counting all pairs", () => {
  fc.assert(
    fc.property(coxInputs, (input) => {
      const score = input.covariates[0]!.values.map((x) => Math.round(6 * x)); // with ties
      const {exit, entry, event, weight, stratum} = input;
      const counts = {concordant: 0, discordant: 0, tiedX: 0, tiedY: 0, tiedXY: 0};
      for (let i = 0; i < exit.length; i++) {
        for (let j = 0; j < exit.length; j++) {
          if (event[i] === 0 || i === j || stratum[i] !== stratum[j]) continue;
          const pair = weight[i]! * weight[j]!;
          const [a, b] = [score[i]!, score[j]!];
          if (event[j] === 1 && exit[i] === exit[j]) {
            if (i < j) counts[a === b ? "tiedXY" : "tiedY"] += pair;
          } else if (entry[j]! < exit[i]! && exit[i]! <= exit[j]!) {
            counts[a > b ? "concordant" : a < b ? "discordant" : "tiedX"] += pair;
          }
        }
      }
      expect(concordance(input, score).counts).toEqual(counts);
    })
  );
});
