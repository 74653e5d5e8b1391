import digamma from "@stdlib/math-base-special-digamma";
import lgamma from "@stdlib/math-base-special-gammaln";
import {incorrect} from "../../errors.ts";
import {cholesky, choleskyInverse} from "../../numeric/cholesky.ts";
import {chiSquareUpper} from "../../numeric/distributions.ts";
import {requireCoxInput} from "./coxChecks.ts";
import type {CoxInput, Ties} from "./coxModel.ts";
import {
  type FrailtyFit,
  type FrailtySolver,
  frailtyNotConverged,
  frailtySolver,
  type Hessian
} from "./frailtyNewton.ts";
import {requireLength} from "./spells.ts";

export type FrailtyOptions = {
  /** `efron` when left out. */
  readonly ties?: Exclude<Ties, "exact">;
  /** A given variance of the frailties; estimated when left out. */
  readonly theta?: number;
  /**
   * Which second derivatives of the frailties the variance of the coefficients is made from. When left out, as R:
   * `diagonal` with more than five groups, else `full`.
   */
  readonly hessian?: Hessian;
};

export type GammaFrailty = {
  readonly names: readonly string[];
  readonly ties: Ties;
  /** Variance of the frailties; 0 when the data ask for none. */
  readonly theta: number;
  /** The estimate lies at the boundary θ = 0: the groups differ no more than chance has them differ. */
  readonly atBoundary: boolean;
  readonly coefficients: Float64Array;
  /** [p × p] by rows, θ taken as known. */
  readonly vcov: Float64Array;
  readonly se: Float64Array;
  /** [groups] the groups, increasing, and the estimated frailty of each, a factor of its hazard with mean 1 */
  readonly groups: Int32Array;
  readonly frailties: Float64Array;
  /** Log likelihoods: without frailty; penalised at the estimate; with the frailties integrated out. */
  readonly logLikelihood: {readonly noFrailty: number; readonly penalised: number; readonly integrated: number};
  /** Likelihood-ratio test of θ = 0: half the tail of a chi-square on 1 degree of freedom, since θ cannot be negative. */
  readonly test: {readonly statistic: number; readonly p: number};
};

const TOLERANCE = 1e-12; // of log θ
const LARGEST = 1e4; // a variance beyond it is no estimate

/**
 * Cox model with a gamma frailty shared by the rows of a group.
 *
 *   λᵢ(t) = ω_g λ₀(t) exp(xᵢ'β),   ω ~ Gamma with mean 1 and variance θ
 *
 * For given θ, β and b = log ω maximise the penalised partial likelihood ℓ(β, b) + Σ (b − e^b) / θ, which gives the
 * estimates of the EM algorithm. θ maximises that likelihood with the frailties integrated out, with ν = 1/θ and d_g the
 * weight of the events of a group:
 *
 *   penalised + Σ [ν + d + ν log ν − (ν + d) log(ν + d) + log Γ(ν + d) − log Γ(ν)]
 *
 * θ = 0 is the estimate when Σ [(d − E)² − d] ≤ 0 with E the events expected without frailty: then the likelihood falls
 * from θ = 0 on.
 *
 * @param input not modified; `cluster` is not used, since the frailty stands for it
 * @param group [n] any integers
 * @throws incorrect what `fitCox` throws for its input, `survival/theta-negative`; noConvergence `survival/frailty-no-convergence`
 * @see Nielsen et al. (1992), Scand. J. Statist. 19:25–43; Therneau, Grambsch & Pankratz (2003), J. Comput. Graph. Statist.
 *   12:156–175. Checked against R's coxph with frailty(…, distribution = "gamma") (test/reference/survival).
 */
export function gammaFrailty(input: CoxInput, group: Int32Array, options: FrailtyOptions = {}): GammaFrailty {
  const {ties = "efron"} = options;
  requireCoxInput(input, {ties});
  requireLength("group", group, input.exit.length);
  if (options.theta !== undefined && !(options.theta >= 0 && options.theta < Infinity)) {
    throw incorrect("survival/theta-negative", `theta not a variance: ${options.theta}; give a number of 0 or more`);
  }
  const solver = frailtySolver(input, group, ties);
  const none = solver.withoutFrailty();
  const theta = options.theta ?? (excess(solver.deaths, none.expected) <= 0 ? 0 : estimateTheta(solver));
  const fit = theta === 0 ? none : solver.solve(theta);
  const integrated = theta === 0 ? none.logLikelihood : integratedLikelihood(fit, solver.deaths, theta);
  const p = input.covariates.length;
  const hessian = options.hessian ?? (solver.groups.length > 5 ? "diagonal" : "full");
  const information = theta === 0 ? none.information : solver.profileInformation(fit, theta, hessian);
  const factored = cholesky(information, p);
  if ("dependent" in factored)
    throw frailtyNotConverged(`information singular at ${input.covariates[factored.dependent]!.name}`);
  const {scale} = solver;
  const vcov = choleskyInverse(factored.factor, p).map((v, at) => v / (scale[Math.floor(at / p)]! * scale[at % p]!));
  const statistic = Math.max(0, 2 * (integrated - none.logLikelihood));
  return {
    names: input.covariates.map(({name}) => name),
    ties,
    theta,
    atBoundary: theta === 0 && options.theta === undefined,
    coefficients: fit.beta.map((b, a) => b / scale[a]!),
    vcov,
    se: Float64Array.from(scale, (_, a) => Math.sqrt(vcov[a * p + a]!)),
    groups: solver.groups,
    frailties: fit.logFrailty.map(Math.exp),
    logLikelihood: {noFrailty: none.logLikelihood, penalised: fit.logLikelihood, integrated},
    test: {statistic, p: chiSquareUpper(statistic, 1) / 2}
  };
}

/** Twice the slope of the integrated likelihood at θ = 0. */
const excess = (deaths: Float64Array, expected: Float64Array): number =>
  deaths.reduce((sum, d, g) => sum + (d - expected[g]!) ** 2 - d, 0);

/** The log likelihood with the frailties integrated out, at the best β and b for θ. */
function integratedLikelihood(fit: FrailtyFit, deaths: Float64Array, theta: number): number {
  const nu = 1 / theta;
  return deaths.reduce(
    (sum, d) => sum + nu + d + nu * Math.log(nu) - (nu + d) * Math.log(nu + d) + lgamma(nu + d) - lgamma(nu),
    fit.logLikelihood
  );
}

/** Its slope in log θ. β and b are at their best, so that only the terms in θ itself move. */
function slope(fit: FrailtyFit, deaths: Float64Array, theta: number): number {
  const nu = 1 / theta;
  const inNu = deaths.reduce((sum, d, g) => {
    const b = fit.logFrailty[g]!;
    return sum + b - Math.expm1(b) - Math.log1p(d / nu) + digamma(nu + d) - digamma(nu);
  }, 0);
  return -nu * inNu;
}

/** The root of the slope: bracketed by factors of 4, then by the Illinois form of false position on log θ. */
function estimateTheta(solver: FrailtySolver): number {
  const at = (logTheta: number) => {
    const theta = Math.exp(logTheta);
    return slope(solver.solve(theta), solver.deaths, theta);
  };
  let low = Math.log(0.25);
  let lowSlope = at(low);
  let high = low;
  let highSlope = lowSlope;
  while (highSlope > 0) {
    [low, lowSlope] = [high, highSlope];
    high += Math.log(4);
    if (high > Math.log(LARGEST)) throw frailtyNotConverged(`likelihood still rises at theta ${LARGEST}`);
    highSlope = at(high);
  }
  while (lowSlope <= 0) {
    [high, highSlope] = [low, lowSlope];
    low -= Math.log(4);
    if (low < -Math.log(LARGEST ** 2)) return 0;
    lowSlope = at(low);
  }
  let kept = 0; // the end that the last iteration kept: 1 high, −1 low
  for (let iteration = 0; iteration < 100; iteration++) {
    const next = (low * highSlope - high * lowSlope) / (highSlope - lowSlope);
    if (Math.min(next - low, high - next) < TOLERANCE) return Math.exp(next);
    const nextSlope = at(next);
    if (nextSlope > 0) {
      [low, lowSlope] = [next, nextSlope];
      if (kept === 1) highSlope /= 2;
      kept = 1;
    } else {
      [high, highSlope] = [next, nextSlope];
      if (kept === -1) lowSlope /= 2;
      kept = -1;
    }
  }
  throw frailtyNotConverged(`theta between ${Math.exp(low)} and ${Math.exp(high)}`);
}
