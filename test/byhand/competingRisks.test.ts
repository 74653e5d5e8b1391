import {expect, test} from "vitest";
import {aalenJohansen} from "../../src/stats/competingRisks/aalenJohansen.ts";
import {fitCauseSpecific, predictIncidence} from "../../src/stats/competingRisks/causeSpecific.ts";
import {cumulativeIncidence} from "../../src/stats/competingRisks/cumulativeIncidence.ts";
import {fitFineGray} from "../../src/stats/competingRisks/fineGray.ts";
import {grayTest} from "../../src/stats/competingRisks/grayTest.ts";
import {asMultiState, CENSORED} from "../../src/stats/competingRisks/multiState.ts";
import {predictFineGray} from "../../src/stats/competingRisks/predictFineGray.ts";

const DIGITS = 14;

// Times 1 (cause 1), 2 (cause 2), 2 (censored), 3 (cause 1), 4 (censored):
// S = 4/5 after 1; 4/5 · 3/4 = 3/5 after 2; 3/5 · 1/2 = 3/10 after 3.
// F1 = 1/5, then + 3/5 · 1/2 = 1/2; F2 = 4/5 · 1/4 = 1/5.
const spells = {exit: Float64Array.of(1, 2, 2, 3, 4), event: Uint8Array.of(1, 2, 0, 1, 0)};

test("Aalen–Johansen of five spells", () => {
  const {probability, sojourn, time} = aalenJohansen(asMultiState(spells, ["1", "2"])).curves[0]!;
  expect([...time]).toEqual([1, 2, 3, 4]);
  const expected = [4 / 5, 1 / 5, 0, 3 / 5, 1 / 5, 1 / 5, 3 / 10, 1 / 2, 1 / 5, 3 / 10, 1 / 2, 1 / 5];
  for (const [i, p] of expected.entries()) expect(probability[i]).toBeCloseTo(p, DIGITS);
  // areas under the steps up to 4: 1 + 4/5 + 3/5 + 3/10; 1/5 + 1/5 + 1/2; 1/5 + 1/5
  for (const [i, mean] of [2.7, 0.9, 0.4].entries()) expect(sojourn.mean[i]).toBeCloseTo(mean, DIGITS);
});

test("the variance of a cumulative incidence without censoring is that of a share", () => {
  // two of four have cause 1 by time 2: F = 1/2, variance F (1 − F) / n = 1/16
  const all = {exit: Float64Array.of(1, 1, 2, 2), event: Uint8Array.of(1, 2, 1, 2)};
  const {se} = aalenJohansen(asMultiState(all, ["1", "2"])).curves[0]!;
  expect(se[4]! ** 2).toBeCloseTo(1 / 16, DIGITS);
});

test("two of three fall ill at once, one of them dies, and the state is empty when the other does", () => {
  const {probability, se} = aalenJohansen({
    states: ["well", "ill", "dead"],
    entry: Float64Array.of(0, 0, 0, 1, 1),
    exit: Float64Array.of(1, 1, 5, 2, 3),
    from: Int16Array.of(0, 0, 0, 1, 1),
    to: Int16Array.of(1, 1, CENSORED, 2, 2),
    subject: Int32Array.of(1, 2, 3, 1, 2)
  }).curves[0]!;
  // after 2: ill 2/3 · 1/2; after 3 nobody is ill, so dead = 2/3 with the error of a share of three, √(2/3 · 1/3 / 3)
  expect(probability[4]).toBeCloseTo(1 / 3, DIGITS);
  expect([...probability.subarray(6, 9)]).toEqual([1 - 2 / 3, 0, expect.closeTo(2 / 3, DIGITS)]);
  expect(se[7]).toBe(0);
  expect(se[8]).toBeCloseTo(Math.sqrt(2 / 27), DIGITS);
});

// One covariate x = 0, 1 and Breslow's ties. Event of x = 1 at 1 with risk set {1, 1, 0, 0}; a competing event of x = 0
// at 2; event of x = 0 at 3, whose risk set is {1, 0} and the competing 0, with weight 1 as nobody is censored before.
// With r = exp β: the score is 1 − 2r/(2r + 2) − r/(r + 2) = 0 ⇔ 1/(r + 1) = r/(r + 2) ⇔ r² = 2.
test("a Fine–Gray coefficient with a closed form", () => {
  const fit = fitFineGray(
    {
      exit: Float64Array.of(1, 2, 3, 4),
      event: Uint8Array.of(1, 2, 1, 0),
      covariates: [{name: "x", values: Float64Array.of(1, 0, 0, 1)}]
    },
    {ties: "breslow"}
  );
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(2) / 2, 10);
  // Λ(3) for x = 0 is 1/(2r + 2) + 1/(r + 2)
  const r = Math.SQRT2;
  const predicted = predictFineGray(fit, {covariates: [{name: "x", values: Float64Array.of(0)}]})[0]!;
  expect(predicted.incidence[1]).toBeCloseTo(1 - Math.exp(-1 / (2 * r + 2) - 1 / (r + 2)), 10);
});

test("Gray's score of two groups before any competing event is the log-rank score", () => {
  // events of group 1 at 1 (2 of 4 at risk) and 2 (1 of 3), of group 2 at 3 (0 of 2) and 4: 2 − (2/4 + 1/3)
  const [test] = grayTest({
    exit: Float64Array.of(1, 2, 3, 4),
    event: Uint8Array.of(1, 1, 1, 1),
    group: Int32Array.of(1, 1, 2, 2)
  }) as [ReturnType<typeof grayTest>[number]];
  expect(test.score[0]).toBeCloseTo(2 - 1 / 2 - 1 / 3, DIGITS);
});

test("Aalen's variance of one event among n is that of a share with n − 1 held fixed", () => {
  // F = 1/3 at the first time: S² d/n² · (1 + F/S' − F/S')² = 1/9
  const [first] = cumulativeIncidence({exit: Float64Array.of(1, 2, 3), event: Uint8Array.of(1, 0, 0)});
  expect(first!.variance[0]).toBeCloseTo(1 / 9, DIGITS);
});

test("cause-specific fits without an effect predict the Aalen–Johansen curve when steps are products", () => {
  // each cause has one event in each of two equal groups at the same times, so both coefficients are 0
  const input = {
    exit: Float64Array.of(1, 1, 2, 2, 3, 3),
    event: Uint8Array.of(1, 1, 2, 2, 0, 0),
    covariates: [{name: "x", values: Float64Array.of(0, 1, 0, 1, 0, 1)}]
  };
  const fitted = fitCauseSpecific(input, {ties: "breslow"});
  const predicted = predictIncidence(
    input,
    fitted,
    {covariates: [{name: "x", values: Float64Array.of(1)}]},
    {
      step: "product"
    }
  )[0]!;
  for (const [i, p] of [2 / 3, 1 / 3, 1 / 3].entries()) expect(predicted.survival[i]).toBeCloseTo(p, 10);
  for (const [i, p] of [0, 1 / 3, 1 / 3].entries()) expect(predicted.incidence[1]![i]).toBeCloseTo(p, 10);
});
