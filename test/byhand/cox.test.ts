import {expect, test} from "vitest";
import {fitCox} from "../../src/stats/survival/cox.ts";
import type {CoxOptions} from "../../src/stats/survival/coxModel.ts";

const PLACES = 10; // decimals: the estimate is within 1e-11 standard errors

// Therneau & Grambsch (2000), appendix E: six spells, two tied events at 2. In all cases r = exp(β).
const six = {
  exit: Float64Array.of(4, 1, 1, 2, 2, 3),
  event: Uint8Array.of(1, 1, 0, 1, 1, 0),
  covariates: [{name: "x", values: Float64Array.of(0, 1, 1, 1, 0, 0)}]
};
const coefficient = (options: CoxOptions) => fitCox(six, options).coefficients[0]!;

test("Breslow: the score 2 − r/(r + 1) − 2r/(r + 3) is 0 where r² = 3r + 6", () => {
  const fit = fitCox(six, {ties: "breslow"});
  const r = (3 + Math.sqrt(33)) / 2;
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(r), PLACES);
  expect(fit.logLikelihood.fitted).toBeCloseTo(2 * Math.log(r) - Math.log(3 * r + 3) - 2 * Math.log(r + 3), PLACES);
  expect(1 / fit.vcov[0]!).toBeCloseTo(r / (r + 1) ** 2 + (6 * r) / (r + 3) ** 2, PLACES);
});

test("Efron: the score 2 − r/(r + 1) − r/(r + 3) − r/(r + 5) is 0 where r³ = 23r + 30", () => {
  const r = 2 * Math.sqrt(23 / 3) * Math.cos(Math.acos((45 / 23) * Math.sqrt(3 / 23)) / 3);
  expect(coefficient({ties: "efron"})).toBeCloseTo(Math.log(r), PLACES);
  const {null: atZero} = fitCox(six).logLikelihood;
  expect(atZero).toBeCloseTo(-Math.log(6) - Math.log(4) - Math.log(3), PLACES);
});

test("exact: two of four at once, then one of three, give r³ = 9r + 4", () => {
  const fit = fitCox(
    {
      exit: Float64Array.of(1, 1, 1, 1, 1, 1, 1),
      event: Uint8Array.of(1, 0, 1, 0, 1, 0, 0),
      stratum: Int32Array.of(1, 1, 1, 1, 2, 2, 2),
      covariates: [{name: "x", values: Float64Array.of(1, 1, 0, 0, 1, 0, 0)}]
    },
    {ties: "exact"}
  );
  const r = 2 * Math.sqrt(3) * Math.cos(Math.acos((2 / 3) * Math.sqrt(1 / 3)) / 3);
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(r), PLACES);
  expect(fit.logLikelihood.fitted).toBeCloseTo(Math.log(r / (r ** 2 + 4 * r + 1)) + Math.log(r / (r + 2)), PLACES);
});

test("exact: on the six spells the likelihood r²/(3r + 3)² rises for ever", () => {
  expect(() => coefficient({ties: "exact"})).toThrow(/separation: .* of x among those at risk, .* ∞/);
});

/** `favour` pairs in which the spell with x = 1 ends first, and `against` in which the one with x = 0 does. */
function pairs(favour: number, against: number) {
  const n = 2 * (favour + against);
  return {
    exit: Float64Array.from({length: n}, (_, i) => 1 + (i % 2)),
    event: Uint8Array.from({length: n}, (_, i) => 1 - (i % 2)),
    stratum: Int32Array.from({length: n}, (_, i) => i >> 1),
    covariates: [{name: "x", values: Float64Array.from({length: n}, (_, i) => ((i >> 1 < favour ? 0 : 1) + i + 1) % 2)}]
  };
}

test("matched pairs: r is the ratio of the discordant pairs, and the information their harmonic sum", () => {
  const fit = fitCox(pairs(7, 3));
  expect(fit.coefficients[0]).toBeCloseTo(Math.log(7 / 3), PLACES);
  expect(fit.vcov[0]).toBeCloseTo(1 / 7 + 1 / 3, PLACES);
});

test("Firth on matched pairs adds half a pair to each side, also under separation", () => {
  expect(fitCox(pairs(7, 3), {firth: true}).coefficients[0]).toBeCloseTo(Math.log(7.5 / 3.5), PLACES);
  expect(fitCox(pairs(5, 0), {firth: true}).coefficients[0]).toBeCloseTo(Math.log(5.5 / 0.5), PLACES);
  expect(() => fitCox(pairs(5, 0))).toThrow(/separation/);
});
