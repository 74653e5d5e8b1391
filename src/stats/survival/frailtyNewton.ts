import {ThawError} from "../../errors.ts";
import {cholesky, choleskySolve} from "../../numeric/cholesky.ts";
import {codesOf} from "../../numeric/codes.ts";
import {type CoxColumns, coxColumns} from "./coxColumns.ts";
import type {CoxInput, Ties} from "./coxModel.ts";
import {dot} from "./coxProducts.ts";
import {accumulated, type CoxSweep, exposures, newSweep, sumByBin, sweepLikelihood} from "./coxSweep.ts";
import {frailtyDiagonal} from "./frailtyDiagonal.ts";

export type Hessian = "diagonal" | "full";

/** A maximum of the penalised likelihood for one θ. */
export type FrailtyFit = {
  /** [p] in scaled units */
  readonly beta: Float64Array;
  /** [groups] */
  readonly logFrailty: Float64Array;
  /** Penalised. */
  readonly logLikelihood: number;
  /** [p × p] of β, in scaled units, b held fixed. */
  readonly information: Float64Array;
  /** [groups] events expected */
  readonly expected: Float64Array;
};

export type FrailtySolver = {
  readonly groups: Int32Array;
  /** [groups] the weight of the events */
  readonly deaths: Float64Array;
  /** [p] what divides the covariates */
  readonly scale: Float64Array;
  withoutFrailty(): FrailtyFit;
  solve(theta: number): FrailtyFit;
  /** The information of β [p × p] with the frailties profiled out. */
  profileInformation(fit: FrailtyFit, theta: number, hessian: Hessian): Float64Array;
};

const DECREMENT = 1e-18; // Newton decrement for each parameter at convergence: 1e-9 standard errors
const FLAT = 1e-12; // of the likelihood: below it a step is taken unseen, since rounding hides what it gains
const ITERATIONS = 100;
const RESIDUAL = 1e-12; // of a linear system, relative to its right-hand side

export const frailtyNotConverged = (residual: string) =>
  new ThawError(
    "noConvergence",
    "survival/frailty-no-convergence",
    `frailty fit did not converge: ${residual}; look for groups without events, or fit without the frailty`
  );

/**
 * Newton's method for β and b = log ω together. The Newton equations are solved by conjugate gradients with products that
 * cost one pass over the rows, so no matrix of the groups is formed. Starts where the last θ ended.
 */
export function frailtySolver(input: CoxInput, group: Int32Array, ties: Ties): FrailtySolver {
  const columns = coxColumns(input);
  const {codes, labels} = codesOf(group);
  const G = labels.length;
  const p = columns.x.length;
  const groupOf = columns.rows.map((row) => codes[row]!);
  const deaths = new Float64Array(G);
  for (let i = 0; i < codes.length; i++) if (input.event[i] === 1) deaths[codes[i]!]! += input.weight?.[i] ?? 1;
  const sweep = newSweep(columns);
  const offset = new Float64Array(groupOf.length);
  let state: Pick<FrailtyFit, "beta" | "logFrailty"> = {
    beta: new Float64Array(p),
    logFrailty: new Float64Array(G)
  };

  const byGroup = (values: Float64Array): Float64Array => {
    const sums = new Float64Array(G);
    for (let i = 0; i < values.length; i++) sums[groupOf[i]!]! += values[i]!;
    return sums;
  };

  function evaluate({beta, logFrailty}: typeof state, theta: number) {
    for (let i = 0; i < offset.length; i++) offset[i] = logFrailty[groupOf[i]!]! + (columns.offset?.[i] ?? 0);
    const likelihood = sweepLikelihood({...columns, offset}, beta, ties, sweep);
    const penalty = theta === 0 ? 0 : logFrailty.reduce((sum, b) => sum + (b - Math.exp(b)) / theta, 0);
    return {...likelihood, logLikelihood: likelihood.logLikelihood + penalty};
  }

  /** Minus the second derivatives, for rows' covariates and groups together, times (b, β); at the last evaluation. */
  function product(vector: Float64Array, ridge: Float64Array): Float64Array {
    const value = new Float64Array(groupOf.length);
    for (let i = 0; i < value.length; i++) value[i] = vector[groupOf[i]!]!;
    columns.x.forEach((x, a) => {
      const u = vector[G + a]!;
      if (u !== 0) for (let i = 0; i < value.length; i++) value[i]! += u * x[i]!;
    });
    const spread = spreadOf(columns, sweep, value);
    const out = new Float64Array(G + p);
    out.set(byGroup(spread));
    for (let g = 0; g < G; g++) out[g]! += ridge[g]! * vector[g]!;
    columns.x.forEach((x, a) => {
      out[G + a] = dot(x, spread);
    });
    return out;
  }

  function maximise(theta: number): FrailtyFit {
    let current = evaluate(state, theta);
    for (let iteration = 0; iteration < ITERATIONS; iteration++) {
      const {beta, logFrailty} = state;
      const expected = byGroup(exposures(columns, sweep));
      const gradient = new Float64Array(G + p);
      const ridge = new Float64Array(G);
      if (theta > 0) {
        logFrailty.forEach((b, g) => {
          ridge[g] = Math.exp(b) / theta;
          gradient[g] = deaths[g]! - expected[g]! - Math.expm1(b) / theta;
        });
      }
      gradient.set(current.score, G);
      const factored = cholesky(current.information, p);
      if ("dependent" in factored)
        throw frailtyNotConverged(`information singular at ${input.covariates[factored.dependent]!.name}`);
      const precondition = (r: Float64Array) => {
        const solved = new Float64Array(G + p);
        if (theta > 0) for (let g = 0; g < G; g++) solved[g] = r[g]! / (expected[g]! + ridge[g]!);
        solved.set(choleskySolve(factored.factor, p, r.subarray(G)), G);
        return solved;
      };
      const step =
        theta === 0 ? precondition(gradient) : conjugateGradients((v) => product(v, ridge), gradient, precondition);
      const decrement = dot(gradient, step) / 2;
      let size = 1;
      let next = current;
      let moved = state;
      for (; size > 1e-10; size /= 2) {
        moved = {
          beta: beta.map((b, a) => b + size * step[G + a]!),
          logFrailty: logFrailty.map((b, g) => b + size * step[g]!)
        };
        next = evaluate(moved, theta);
        if (next.logLikelihood >= current.logLikelihood || decrement < FLAT * Math.abs(current.logLikelihood)) break;
      }
      if (size <= 1e-10) throw frailtyNotConverged(`Newton decrement ${decrement} at theta ${theta}`);
      state = moved;
      current = next;
      if (decrement < DECREMENT * (G + p)) {
        return {...state, logLikelihood: current.logLikelihood, information: current.information, expected};
      }
    }
    throw frailtyNotConverged(`more than ${ITERATIONS} Newton steps at theta ${theta}`);
  }

  return {
    groups: labels,
    deaths,
    scale: columns.scale,
    withoutFrailty: () => {
      state = {beta: new Float64Array(p), logFrailty: new Float64Array(G)};
      return maximise(0);
    },
    solve: maximise,
    profileInformation({beta, logFrailty}, theta, hessian) {
      const {information} = evaluate({beta, logFrailty}, theta);
      const ridge = logFrailty.map((b) => Math.exp(b) / theta);
      const diagonal = frailtyDiagonal(columns, sweep, groupOf, G).map((d, g) => d + ridge[g]!);
      const scaled = (r: Float64Array) => r.map((value, g) => (g < G ? value / diagonal[g]! : value));
      const profile = information.slice();
      for (let a = 0; a < p; a++) {
        const unit = new Float64Array(G + p);
        unit[G + a] = 1;
        const crossed = product(unit, ridge).fill(0, G);
        const onGroups = (v: Float64Array) => product(v, ridge).fill(0, G);
        const solved = hessian === "diagonal" ? scaled(crossed) : conjugateGradients(onGroups, crossed, scaled);
        for (let b = 0; b < p; b++) {
          unit.fill(0);
          unit[G + b] = 1;
          profile[a * p + b]! -= dot(product(unit, ridge).subarray(0, G), solved.subarray(0, G));
        }
      }
      for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) profile[b * p + a] = profile[a * p + b]!;
      return profile;
    }
  };
}

/** rᵢ (cᵢ Λᵢ − ∫ c̄ dΛ) [m]: what row i adds to the covariance of a value c [m] with any other over the risk sets. */
function spreadOf(columns: CoxColumns, sweep: CoxSweep, value: Float64Array): Float64Array {
  const {risk, square, squareG, squareGG} = sweep;
  const rest = new Float64Array(square.length);
  const tied = new Float64Array(square.length);
  sumByBin(columns, risk, value, rest, tied);
  const mean = accumulated(
    columns,
    rest.map((sum, k) => square[k]! * sum + squareG[k]! * tied[k]!),
    rest.map((sum, k) => squareG[k]! * sum + squareGG[k]! * tied[k]!)
  );
  const exposure = exposures(columns, sweep);
  return value.map((c, i) => exposure[i]! * c - risk[i]! * mean[i]!);
}

/** x with A x = b for a positive definite A that is given by its products. */
function conjugateGradients(
  product: (v: Float64Array) => Float64Array,
  b: Float64Array,
  precondition: (r: Float64Array) => Float64Array
): Float64Array {
  const x = new Float64Array(b.length);
  const r = b.slice();
  let z = precondition(r);
  let direction = z.slice();
  let rz = dot(r, z);
  const enough = rz * RESIDUAL ** 2;
  for (let iteration = 0; iteration < 10 * b.length && rz > enough; iteration++) {
    const Ad = product(direction);
    const step = rz / dot(direction, Ad);
    for (let i = 0; i < x.length; i++) {
      x[i]! += step * direction[i]!;
      r[i]! -= step * Ad[i]!;
    }
    z = precondition(r);
    const next = dot(r, z);
    const ratio = next / rz;
    direction = z.map((value, i) => value + ratio * direction[i]!);
    rz = next;
  }
  return x;
}
