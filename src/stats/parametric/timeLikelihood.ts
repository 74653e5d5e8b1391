import type {Evaluation, Objective} from "../../numeric/newton.ts";
import {addCrossProducts, addRow, type Design, linearPredictor} from "../inference/design.ts";
import type {ErrorDistribution, Jet} from "./errorDistribution.ts";
import {EXACT, INTERVAL, LEFT, type LogTimes} from "./failureTimes.ts";

/** What the likelihood of an accelerated failure time model is made of. */
export type TimeModel = {
  readonly times: LogTimes;
  readonly design: Design;
  readonly error: ErrorDistribution;
  readonly offset?: Float64Array;
  /** A scale that is known, or [n] the place of each row's own scale among `count`. */
  readonly scale: {readonly fixed: number} | {readonly id?: Uint32Array; readonly count: number};
};

/** Derivatives of one row's log-likelihood in its linear predictor η and the log λ of its scale. */
type RowTerms = {value: number; eta: number; lambda: number; etaEta: number; etaLambda: number; lambdaLambda: number};

/** Adds `sign` times φ(z), z = (y − η)/σ, with its derivatives. */
function addJet(terms: RowTerms, sign: number, z: number, scale: number, [value, first, second]: Jet): void {
  terms.value += sign * value!;
  terms.eta -= (sign * first!) / scale;
  terms.lambda -= sign * z * first!;
  terms.etaEta += (sign * second!) / scale ** 2;
  terms.etaLambda += (sign * (first! + z * second!)) / scale;
  terms.lambdaLambda += sign * z * (first! + z * second!);
}

/** Adds log(F(b) − F(a)); from whichever tail keeps the digits of the difference. */
function addInterval(terms: RowTerms, a: number, b: number, scale: number, error: ErrorDistribution, jet: Jet): void {
  const [larger, smaller, tail] = a > 0 ? [a, b, error.logSurvival] : [b, a, error.logDistribution];
  tail(smaller, jet);
  const small = jet[0]!;
  tail(larger, jet);
  const value = jet[0]! + Math.log(-Math.expm1(small - jet[0]!));
  error.logDensity(a, jet);
  const atA = Math.exp(jet[0]! - value);
  const slopeA = jet[1]!;
  error.logDensity(b, jet);
  const atB = Math.exp(jet[0]! - value);
  const slopeB = jet[1]!;
  const aa = -atA * (slopeA + atA);
  const ab = atA * atB;
  const bb = atB * (slopeB - atB);
  terms.value += value;
  terms.eta += (atA - atB) / scale;
  terms.lambda += a * atA - b * atB;
  terms.etaEta += (aa + 2 * ab + bb) / scale ** 2;
  terms.etaLambda += (a * aa + (a + b) * ab + b * bb + atB - atA) / scale;
  terms.lambdaLambda += a ** 2 * aa + 2 * a * b * ab + b ** 2 * bb - a * atA + b * atB;
}

function setRow(
  terms: RowTerms,
  times: LogTimes,
  i: number,
  eta: number,
  scale: number,
  error: ErrorDistribution,
  jet: Jet
) {
  terms.value = terms.eta = terms.lambda = terms.etaEta = terms.etaLambda = terms.lambdaLambda = 0;
  const z = (times.lower[i]! - eta) / scale;
  const kind = times.kind[i]!;
  if (kind === EXACT) {
    error.logDensity(z, jet);
    addJet(terms, 1, z, scale, jet);
    terms.value -= Math.log(scale) + times.lower[i]!;
    terms.lambda -= 1;
  } else if (kind === INTERVAL) {
    addInterval(terms, z, (times.upper[i]! - eta) / scale, scale, error, jet);
  } else if (kind === LEFT) {
    const end = (times.upper[i]! - eta) / scale;
    error.logDistribution(end, jet);
    addJet(terms, 1, end, scale, jet);
  } else {
    error.logSurvival(z, jet);
    addJet(terms, 1, z, scale, jet);
  }
  const entry = times.entry[i]!;
  if (entry === -Infinity) return;
  const start = (entry - eta) / scale;
  error.logSurvival(start, jet);
  addJet(terms, -1, start, scale, jet);
}

const emptyTerms = (): RowTerms => ({value: 0, eta: 0, lambda: 0, etaEta: 0, etaLambda: 0, lambdaLambda: 0});

/** Calls `visit` with the place of a row's scale (k when it is known) and its terms, for every row. */
function eachRow(
  model: TimeModel,
  at: Float64Array,
  visit: (row: number, place: number, terms: RowTerms) => void
): void {
  const {times, design, error, offset, scale} = model;
  const first = design.names.length;
  const eta = linearPredictor(design, at, offset);
  const scales =
    "fixed" in scale ? [scale.fixed] : Array.from({length: scale.count}, (_, s) => Math.exp(at[first + s]!));
  const id = "fixed" in scale ? undefined : scale.id;
  const terms = emptyTerms();
  const jet = new Float64Array(3);
  for (let i = 0; i < design.rows; i++) {
    const s = id?.[i] ?? 0;
    setRow(terms, times, i, eta[i]!, scales[s]!, error, jet);
    visit(i, first + s, terms);
  }
}

/**
 * The log-likelihood of failure times, in the standardised coefficients followed by the logs of the scales:
 *
 *   exact log f(z) − log σ − log t, right log S(z), left log F(z), interval log(F(z_upper) − F(z_lower)), less
 *   log S(z_entry) with delayed entry; z = (log t − η)/σ.
 *
 * The density is that of time, not of its log, as in R's survreg.
 */
export function timeLikelihood(model: TimeModel): Objective {
  const {design, times, scale} = model;
  const isFixed = "fixed" in scale;
  const first = design.names.length;
  const k = first + (isFixed ? 0 : scale.count);
  return (at): Evaluation => {
    let value = 0;
    const gradient = new Float64Array(k);
    const information = new Float64Array(k * k);
    const curvature = new Float64Array(design.rows);
    eachRow(model, at, (i, place, terms) => {
      const w = times.weight[i]!;
      value += w * terms.value;
      curvature[i] = -w * terms.etaEta;
      addRow(design, i, w * terms.eta, gradient, 0);
      if (isFixed) return;
      gradient[place]! += w * terms.lambda;
      addRow(design, i, -w * terms.etaLambda, information, place * k);
      information[place * k + place]! -= w * terms.lambdaLambda;
    });
    addCrossProducts(design, curvature, information, k);
    return {value, gradient, information};
  };
}

/** [n × 2] by rows: the derivatives of each row's weighted log-likelihood in its η and its log scale. */
export function timeScores(model: TimeModel, at: Float64Array): Float64Array {
  const scores = new Float64Array(2 * model.design.rows);
  eachRow(model, at, (i, _, terms) => {
    scores[2 * i] = model.times.weight[i]! * terms.eta;
    scores[2 * i + 1] = model.times.weight[i]! * terms.lambda;
  });
  return scores;
}
