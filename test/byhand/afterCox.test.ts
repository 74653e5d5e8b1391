import {expect, test} from "vitest";
import {baselineHazard} from "../../src/stats/survival/baselineHazard.ts";
import {concordance} from "../../src/stats/survival/concordance.ts";
import {martingaleResiduals} from "../../src/stats/survival/coxResiduals.ts";
import {coxZph} from "../../src/stats/survival/coxZph.ts";
import {gammaFrailty} from "../../src/stats/survival/gammaFrailty.ts";
import {schoenfeldResiduals} from "../../src/stats/survival/schoenfeldResiduals.ts";

const PLACES = 13; // decimals, a few roundings

// Therneau & Grambsch (2000), appendix E: six spells, two tied events at 2. The pages hold for any r = exp(β).
const six = {
  exit: Float64Array.of(4, 1, 1, 2, 2, 3),
  event: Uint8Array.of(1, 1, 0, 1, 1, 0),
  covariates: [{name: "x", values: Float64Array.of(0, 1, 1, 1, 0, 0)}]
};
const r = 1.7;
const fit = (ties: "efron" | "breslow") => ({
  ties,
  coefficients: Float64Array.of(Math.log(r)),
  vcov: Float64Array.of(0),
  naiveVcov: Float64Array.of(1)
});
const close = (actual: Float64Array, expected: number[]) =>
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, PLACES);
  });

test("Breslow: the hazard has the steps 1/(3r + 3), 2/(r + 3), 1", () => {
  const first = 1 / (3 * r + 3);
  const second = first + 2 / (r + 3);
  const [hazard] = baselineHazard(six, fit("breslow"));
  expect([...hazard!.time]).toEqual([1, 2, 3, 4]);
  close(hazard!.cumulativeHazard, [first, second, second, second + 1]);
  close(hazard!.se, [first, Math.hypot(first, Math.SQRT2 / (r + 3)), Math.hypot(first, Math.SQRT2 / (r + 3))]);
  close(martingaleResiduals(six, fit("breslow")), [
    -second,
    1 - r * first,
    -r * first,
    1 - r * second,
    1 - second,
    -second
  ]);
});

test("Efron: each of two tied events meets the second part of the step by half", () => {
  const first = 1 / (3 * r + 3);
  const [one, two] = [1 / (r + 3), 2 / (r + 5)];
  const [hazard] = baselineHazard(six, fit("efron"));
  close(hazard!.cumulativeHazard, [first, first + one + two, first + one + two, first + one + two + 1]);
  const own = first + one + two / 2;
  close(martingaleResiduals(six, fit("efron")).subarray(3, 5), [1 - r * own, 1 - own]);
});

test("Schoenfeld residuals are x less r/(r + 1), then less the mean of r/(r + 3) and r/(r + 5)", () => {
  const mean = (r / (r + 3) + r / (r + 5)) / 2;
  const {row, time, residuals} = schoenfeldResiduals(six, fit("efron"));
  expect([...row]).toEqual([1, 3, 4, 0]);
  expect([...time]).toEqual([1, 2, 2, 4]);
  close(residuals, [1 - r / (r + 1), 1 - mean, -mean, 0]);
});

test("cox.zph of one covariate: U²/(I₂ − I₁²/I₀) with Iₘ = Σ gᵐ d Var x over the risk sets", () => {
  const g = [1, 2, 4];
  const variances = [r / (r + 1) ** 2, (2 * 3 * r) / (r + 3) ** 2, 0];
  const sums = [1 - r / (r + 1), 1 - (2 * r) / (r + 3), 0];
  const at = (power: number) => variances.reduce((sum, v, k) => sum + g[k]! ** power * v, 0);
  const centre = at(1) / at(0); // g is centred so that the statistic holds away from the maximum too
  const mean = (1 + 2 + 2 + 4) / 4;
  const score = sums.reduce((sum, u, k) => sum + (g[k]! - mean) * u, 0);
  const shift = sums.reduce((sum, u) => sum + u, 0);
  const {global} = coxZph(six, fit("breslow"), {transform: "identity"});
  const spread = at(2) - at(1) * centre;
  const byHand = score ** 2 / spread;
  expect(shift).not.toBe(0);
  expect(global.statistic).toBeCloseTo(byHand, 10);
});

test("concordance of five spells, pair by pair", () => {
  // events at 1, 2, 2; censored at 2 and 3. Compared: 1 with all four; each event at 2 with the two censored.
  const spells = {exit: Float64Array.of(1, 2, 2, 2, 3), event: Uint8Array.of(1, 1, 1, 0, 0)};
  const {concordance: c, counts} = concordance(spells, Float64Array.of(5, 3, 3, 3, 4));
  expect(counts).toEqual({concordant: 4, discordant: 2, tiedX: 2, tiedY: 0, tiedXY: 1});
  expect(c).toBe(5 / 8);
});

test("frailty: groups that differ less than chance have θ = 0 and the plain fit", () => {
  const result = gammaFrailty(
    {
      exit: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      event: Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1),
      covariates: [{name: "x", values: Float64Array.of(0, 1, 1, 0, 1, 0, 0, 1)}]
    },
    Int32Array.of(1, 2, 2, 1, 1, 2, 2, 1)
  );
  expect(result.theta).toBe(0);
  expect(result.atBoundary).toBe(true);
  expect([...result.frailties]).toEqual([1, 1]);
  expect(result.test).toEqual({statistic: 0, p: 0.5});
});
