import {describe, expect, test} from "vitest";
import {cholesky, logDeterminant} from "../../../../src/numeric/cholesky.ts";
import {random} from "../../../../src/numeric/random.ts";
import {fitCox} from "../../../../src/stats/survival/cox.ts";
import type {CoxInput} from "../../../../src/stats/survival/coxModel.ts";

const STEP = 1e-4; // central differences of fourth order: error STEP⁴
const FLAT = 1e-8;

/** l + ½ log det I straight from the definition: for every event time, every pass over every row. */
function penalisedLogLikelihood(
  {entry, exit, event, weight, covariates}: CoxInput,
  beta: Float64Array,
  isEfron: boolean
) {
  const p = beta.length;
  const rows = [...exit.keys()];
  const eta = (i: number) => covariates.reduce((sum, {values}, a) => sum + beta[a]! * values[i]!, 0);
  const w = (i: number) => weight?.[i] ?? 1;
  const information = new Float64Array(p * p);
  let logLikelihood = 0;
  for (const t of new Set(rows.filter((i) => event[i] === 1).map((i) => exit[i]!))) {
    const tied = rows.filter((i) => event[i] === 1 && exit[i] === t);
    const atRisk = rows.filter((i) => (entry?.[i] ?? -1) < t && t <= exit[i]!);
    const d = isEfron ? tied.length : 1;
    const mean = tied.reduce((sum, i) => sum + w(i), 0) / d;
    for (const i of tied) logLikelihood += w(i) * eta(i);
    for (let j = 0; j < d; j++) {
      const share = atRisk.map((i) => w(i) * Math.exp(eta(i)) * (tied.includes(i) ? 1 - j / d : 1));
      const total = share.reduce((a, b) => a + b, 0);
      logLikelihood -= mean * Math.log(total);
      const average = (value: (i: number) => number) =>
        atRisk.reduce((sum, i, at) => sum + share[at]! * value(i), 0) / total;
      const centre = covariates.map(({values}) => average((i) => values[i]!));
      for (let a = 0; a < p; a++) {
        for (let b = 0; b < p; b++) {
          const [x, z] = [covariates[a]!.values, covariates[b]!.values];
          information[a * p + b]! += mean * average((i) => (x[i]! - centre[a]!) * (z[i]! - centre[b]!));
        }
      }
    }
  }
  const factored = cholesky(information, p);
  if ("dependent" in factored) throw new Error("the test data are collinear");
  return logLikelihood + logDeterminant(factored.factor, p) / 2;
}

function sample(seed: number, isSeparated: boolean): CoxInput {
  const next = random(seed);
  const n = 24;
  const column = (value: (i: number) => number) => Float64Array.from({length: n}, (_, i) => value(i));
  const exit = column(() => 1 + Math.floor(next() * 9));
  const event = Uint8Array.from({length: n}, () => (next() < 0.6 ? 1 : 0));
  return {
    exit,
    event,
    entry: exit.map((t) => Math.floor(t * next() * 0.6)),
    weight: column(() => 0.5 + next()),
    covariates: [
      {name: "x", values: column(() => 10 + 5 * next())},
      {name: "z", values: column((i) => (isSeparated && event[i] === 1 ? 1 : Math.floor(next() * 2)))}
    ]
  };
}

describe.each([
  ["efron", 1, false],
  ["breslow", 2, false],
  ["efron", 3, true],
  ["breslow", 4, true]
] as const)("%s, seed %i, separated %s", (ties, seed, isSeparated) => {
  const input = sample(seed, isSeparated);
  const fit = fitCox(input, {ties, firth: true});
  const value = (beta: Float64Array) => penalisedLogLikelihood(input, beta, ties === "efron");

  test("the fit reports the penalised log likelihood, at the start too", () => {
    expect(fit.logLikelihood.fitted).toBeCloseTo(value(fit.coefficients), 10);
    expect(fit.logLikelihood.null).toBeCloseTo(value(new Float64Array(2)), 10);
  });

  test("its slope is 0 at the estimate", () => {
    for (const a of [0, 1]) {
      const at = (steps: number) =>
        value(fit.coefficients.map((b, c) => (a === c ? b + steps * STEP * fit.se[a]! : b)));
      const slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * STEP);
      expect(Math.abs(slope)).toBeLessThan(FLAT);
    }
  });

  test("estimates are finite, and without the penalty separation is an error", () => {
    expect([...fit.coefficients, ...fit.se].every(Number.isFinite)).toBe(true);
    if (isSeparated) expect(() => fitCox(input, {ties})).toThrow(/separation: .* z /);
  });
});
