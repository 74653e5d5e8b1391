import {expect, test} from "vitest";
import {ThawError} from "../../../../src/errors.ts";
import {concordance} from "../../../../src/stats/survival/concordance.ts";
import {fitCox} from "../../../../src/stats/survival/cox.ts";
import {predictLinear, predictSurvival} from "../../../../src/stats/survival/coxPredict.ts";
import {coxZph} from "../../../../src/stats/survival/coxZph.ts";
import {gammaFrailty} from "../../../../src/stats/survival/gammaFrailty.ts";

const input = {
  exit: Float64Array.of(5, 3, 8, 2, 9, 4),
  event: Uint8Array.of(1, 1, 1, 1, 0, 1),
  covariates: [{name: "age", values: Float64Array.of(1, 0, 2, 1, 0, 3)}],
  stratum: Int32Array.of(1, 1, 2, 2, 1, 2)
};
const fit = fitCox(input);

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ThawError) return error.code;
  }
  throw new Error("no ThawError was thrown");
}

test("rows to predict for need every covariate and a stratum of the fit", () => {
  const rows = {covariates: [{name: "size", values: Float64Array.of(1)}]};
  expect(() => predictLinear(input, fit, {rows})).toThrow(
    "no covariate: age; give the rows every covariate of the fit"
  );
  const elsewhere = {covariates: [{name: "age", values: Float64Array.of(1)}], stratum: Int32Array.of(3)};
  expect(() => predictSurvival(input, fit, elsewhere)).toThrow("unknown stratum: 3; the fit has 1, 2");
});

test("a row without a stratum has a curve in each", () => {
  const curves = predictSurvival(input, fit, {covariates: [{name: "age", values: Float64Array.of(1, 2)}]});
  expect(curves.map(({row, stratum}) => [row, stratum])).toEqual([
    [0, 1],
    [0, 2],
    [1, 1],
    [1, 2]
  ]);
});

test("a test of proportional hazards needs times that its transform takes", () => {
  const early = {...input, exit: Float64Array.of(5, 3, 8, 0, 9, 4)};
  expect(codeOf(() => coxZph(early, fitCox(early), {transform: "log"}))).toBe("survival/transform-not-finite");
  expect(codeOf(() => coxZph(input, {...fit, ties: "exact"}))).toBe("survival/exact-zph");
  expect(codeOf(() => coxZph(input, fit, {terms: [["size"]]}))).toBe("survival/no-covariate");
});

test("a transform that is constant leaves nothing to test", () => {
  expect(coxZph(input, fit, {transform: () => 1}).global.statistic).toBeNaN();
});

test("concordance names a score that is no number, and is NaN when no pair can be compared", () => {
  expect(() => concordance(input, Float64Array.of(1, 2, Number.NaN, 4, 5, 6))).toThrow(
    "score not finite: NaN in row 3"
  );
  const entered = {...input, entry: new Float64Array(6)};
  expect(codeOf(() => concordance(entered, input.exit, {timeWeight: "S"}))).toBe("survival/time-weight-entry");
  const censored = concordance({...input, event: new Uint8Array(6)}, input.exit);
  expect(censored.concordance).toBeNaN();
});

test("a given theta is used as it is, and 0 is the fit without frailty", () => {
  const group = Int32Array.of(1, 2, 3, 1, 2, 3);
  expect(codeOf(() => gammaFrailty(input, group, {theta: -1}))).toBe("survival/theta-negative");
  const none = gammaFrailty(input, group, {theta: 0});
  expect(none.atBoundary).toBe(false);
  expect(none.coefficients[0]).toBeCloseTo(fit.coefficients[0]!, 10);
  expect(none.se[0]).toBeCloseTo(fit.se[0]!, 10);
  expect(none.logLikelihood.integrated).toBeCloseTo(fit.logLikelihood.fitted, 10);
  const tiny = gammaFrailty(input, group, {theta: 1e-6});
  expect(tiny.logLikelihood.integrated).toBeCloseTo(none.logLikelihood.integrated, 5);
});
