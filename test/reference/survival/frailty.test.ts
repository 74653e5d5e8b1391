import {test} from "vitest";
import type {CoxInput} from "../../../src/stats/survival/coxModel.ts";
import {gammaFrailty} from "../../../src/stats/survival/gammaFrailty.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {readFixture} from "./rFixture.ts";

const OPTIMUM = 1e-6; // R's inner iterations stop near here, theta given
const LOG_LIKELIHOOD = 1e-7;
const SEARCH = 1e-3; // R's search stops when theta no longer changes the likelihood in its ninth digit

type Fit = {
  readonly theta: number;
  readonly coefficients: readonly number[];
  readonly vcov: readonly number[];
  readonly integrated: number | null;
  readonly noFrailty: number;
};
type Case = Readonly<Record<"exit" | "event" | "weight" | "group" | "x1" | "x2", readonly number[]>> &
  Readonly<Record<"entry" | "stratum", readonly number[] | null>> & {
    readonly ties: "efron" | "breslow";
    readonly given: Fit;
    readonly estimated: Fit;
  };

const {software, cases} = readFixture<Case>("frailty.json");

test.each(cases.map((c, k) => [k + 1, c] as const))("coxph with frailty, case %i", (k, c) => {
  const input: CoxInput = {
    exit: Float64Array.from(c.exit),
    event: Uint8Array.from(c.event),
    weight: Float64Array.from(c.weight),
    covariates: [
      {name: "x1", values: Float64Array.from(c.x1)},
      {name: "x2", values: Float64Array.from(c.x2)}
    ],
    ...(c.entry && {entry: Float64Array.from(c.entry)}),
    ...(c.stratum && {stratum: Int32Array.from(c.stratum)})
  };
  const group = Int32Array.from(c.group);
  const {ties} = c;
  const given = gammaFrailty(input, group, {ties, theta: c.given.theta});
  const atGiven = Math.max(
    largestDifference(given.coefficients, c.given.coefficients, 0.01),
    largestDifference(given.vcov, c.given.vcov, 0.001)
  );
  recordParity({topic: "frailty", case: `random ${k}, theta given`, software, largest: atGiven, tolerance: OPTIMUM});
  const fit = gammaFrailty(input, group, {ties});
  const {integrated, noFrailty} = fit.logLikelihood;
  const likelihood = largestDifference([integrated, noFrailty], [c.estimated.integrated!, c.estimated.noFrailty]);
  recordParity({
    topic: "frailty",
    case: `random ${k}, likelihood`,
    software,
    largest: likelihood,
    tolerance: LOG_LIKELIHOOD
  });
  const largest = Math.max(
    largestDifference([fit.theta], [c.estimated.theta], 0.01),
    largestDifference(fit.coefficients, c.estimated.coefficients, 0.01),
    largestDifference(fit.vcov, c.estimated.vcov, 0.001)
  );
  recordParity({topic: "frailty", case: `random ${k}, theta estimated`, software, largest, tolerance: SEARCH});
});
