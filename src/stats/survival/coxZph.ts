import {incorrect} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import type {CoxColumns} from "./coxColumns.ts";
import type {CoxInput, TestStatistic} from "./coxModel.ts";
import {addWeightedProducts, dot} from "./coxProducts.ts";
import {type CoxSweep, exposures} from "./coxSweep.ts";
import {type Coefficients, fittedSweep} from "./fittedSweep.ts";
import {type TimeTransform, transformedTimes} from "./timeTransform.ts";

export type ZphOptions = {
  /** The g(t) that coefficients may follow; `km` when left out. */
  readonly transform?: TimeTransform;
  /** Covariates that are tested together, by name; each alone when left out. */
  readonly terms?: readonly (readonly string[])[];
};

export type ZphTest = {
  readonly terms: readonly (TestStatistic & {readonly name: string})[];
  readonly global: TestStatistic;
};

/**
 * Tests of proportional hazards: score tests of θ = 0 when the coefficients are β + θ g(t).
 *
 *   U = Σ g(tᵢ) (xᵢ − x̄(tᵢ)),   statistic = U' (I_θθ − I_θβ I_ββ⁻¹ I_βθ)⁻¹ U
 *
 * with I the information of (β, θ) at (β̂, 0). A term's test adds its own θ only, and the global test adds all. The
 * information is the model's, also where the variance of the fit is robust. Under Efron's rule tied times count as in the fit.
 *
 * @param input what the fit was made from; not modified
 * @returns `statistic` is NaN when g takes one value only
 * @throws incorrect `survival/exact-zph`, `survival/no-covariate`, and what the transform throws
 * @see Grambsch & Therneau (1994), Biometrika 81:515–526; the score form is that of R survival's cox.zph from 3.0 on
 */
export function coxZph(input: CoxInput, fit: Coefficients, options: ZphOptions = {}): ZphTest {
  const {transform = "km", terms = input.covariates.map(({name}) => [name])} = options;
  if (fit.ties === "exact") {
    throw incorrect("survival/exact-zph", "no test of proportional hazards for ties exact; fit with efron or breslow");
  }
  const chosen = terms.map((names) => names.map((name) => columnOf(input, name)));
  const {columns, sweep} = fittedSweep(input, fit);
  const parts = scoreAndInformation(columns, sweep, transformedTimes(transform, input, columns.time));
  const test = (names: readonly number[]) => scoreTest(parts, input.covariates.length, names);
  return {
    terms: terms.map((names, at) => ({name: names.join(" + "), ...test(chosen[at]!)})),
    global: test(input.covariates.map((_, j) => j))
  };
}

function columnOf({covariates}: CoxInput, name: string): number {
  const column = covariates.findIndex((covariate) => covariate.name === name);
  if (column < 0) throw incorrect("survival/no-covariate", `no covariate: ${name}; name one of the fit`);
  return column;
}

/** U [p] and the blocks [p × p] of the information: ββ, βθ, θθ. */
type Parts = {readonly score: Float64Array; readonly blocks: readonly Float64Array[]};

/** In scaled covariates, which leave the tests as they are. g is centred, so that little cancels. */
function scoreAndInformation(columns: CoxColumns, sweep: CoxSweep, g: Float64Array): Parts {
  const {x, weight, binStart, eventEnd, eventWeight} = columns;
  const {hazard, tiedHazard, rest1, tied1} = sweep;
  const mean = dot(g, eventWeight) / eventWeight.reduce((sum, w) => sum + w, 0);
  const powers = [g.map(() => 1), g.map((value) => value - mean), g.map((value) => (value - mean) ** 2)] as const;
  const score = Float64Array.from(x, (column, a) => {
    let sum = 0;
    for (let k = 0; k < g.length; k++) {
      let events = 0;
      for (let i = binStart[k]!; i < eventEnd[k]!; i++) events += (weight === undefined ? 1 : weight[i]!) * column[i]!;
      sum += powers[1][k]! * (events - hazard[k]! * rest1[a]![k]! - tiedHazard[k]! * tied1[a]![k]!);
    }
    return sum;
  });
  return {score, blocks: powers.map((power) => weightedInformation(columns, sweep, power))};
}

/** The information [p × p] with event time k counted `by[k]` times. */
function weightedInformation(columns: CoxColumns, sweep: CoxSweep, by: Float64Array): Float64Array {
  const p = columns.x.length;
  const {rest1, tied1, square, squareG, squareGG} = sweep;
  const times = (values: Float64Array) => values.map((value, k) => value * by[k]!);
  const [hazard, tiedHazard] = [times(sweep.hazard), times(sweep.tiedHazard)];
  const information = new Float64Array(p * p);
  addWeightedProducts(columns.x, exposures(columns, {...sweep, hazard, tiedHazard}), information);
  for (let a = 0; a < p; a++) {
    const [restA, tiedA] = [rest1[a]!, tied1[a]!];
    for (let b = 0; b <= a; b++) {
      const [restB, tiedB] = [rest1[b]!, tied1[b]!];
      let sum = 0;
      for (let k = 0; k < by.length; k++) {
        const crossed = restA[k]! * tiedB[k]! + tiedA[k]! * restB[k]!;
        sum +=
          by[k]! * (square[k]! * restA[k]! * restB[k]! + squareG[k]! * crossed + squareGG[k]! * tiedA[k]! * tiedB[k]!);
      }
      information[a * p + b]! -= sum;
      if (a !== b) information[b * p + a]! -= sum;
    }
  }
  return information;
}

/** The test of the θ of `names`, with β free. */
function scoreTest({score, blocks}: Parts, p: number, names: readonly number[]): TestStatistic {
  const [ββ, βθ, θθ] = blocks as [Float64Array, Float64Array, Float64Array];
  const df = names.length;
  const size = p + df;
  const information = new Float64Array(size * size);
  const u = new Float64Array(size);
  for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) information[a * size + b] = ββ[a * p + b]!;
  names.forEach((j, at) => {
    u[p + at] = score[j]!;
    for (let a = 0; a < p; a++) {
      information[(p + at) * size + a] = βθ[j * p + a]!;
      information[a * size + p + at] = βθ[j * p + a]!;
    }
    names.forEach((k, other) => {
      information[(p + at) * size + p + other] = θθ[j * p + k]!;
    });
  });
  const decomposed = cholesky(information, size);
  if ("dependent" in decomposed) return {statistic: Number.NaN, df, p: Number.NaN};
  const solved = choleskySolve(decomposed.factor, size, u);
  const statistic = u.reduce((sum, value, a) => sum + value * solved[a]!, 0);
  return {statistic, df, p: chiSquareUpper(statistic, df)};
}
