import {describe, expect, test} from "vitest";
import {baselineHazard} from "../../../src/stats/survival/baselineHazard.ts";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import {
  type CoxRows,
  predictExpected,
  predictLinear,
  predictRisk,
  predictSurvival,
  predictTerms
} from "../../../src/stats/survival/coxPredict.ts";
import {recordParity} from "../parity.ts";
import {columnDifference, published, randomCases, randomSoftware} from "./coxCases.ts";
import {hasShared, readShared, toColumn} from "./rFixture.ts";

const OPTIMUM = 1e-8; // both sides iterate

test.each(randomCases)("survfit and predict of coxph, case %i", (k, {r, input, fit}) => {
  const rows: CoxRows & {exit: Float64Array} = {
    covariates: [
      {name: "x2", values: toColumn(r.new.x2)},
      {name: "x1", values: toColumn(r.new.x1)}
    ],
    exit: toColumn(r.new.exit),
    ...(r.stratum && {stratum: Int32Array.from(toColumn(r.new.stratum))})
  };
  const base = baselineHazard(input, fit, {at: "means"});
  const curves = predictSurvival(input, fit, rows, {interval: "log-log"});
  type Column = "survival" | "se" | "lower" | "upper" | "atRisk" | "events" | "censored";
  const joined = (column: Column, of = curves) => of.flatMap((curve) => [...curve[column]]);
  const counted = r.stratum ? curves : curves.slice(0, 1);
  const linear = predictLinear(input, fit, {rows});
  const risk = predictRisk(input, fit, {rows});
  const expected = predictExpected(input, fit, rows);
  const terms = predictTerms(input, fit);
  const largest = Math.max(
    columnDifference(
      base.flatMap(({time}) => [...time]),
      r.hazard.time
    ),
    columnDifference(
      base.flatMap(({cumulativeHazard}) => [...cumulativeHazard]),
      r.hazard.hazard
    ),
    ...(["survival", "se", "lower", "upper"] as const).map((column) =>
      columnDifference(joined(column), r.curves[column])
    ),
    ...(["atRisk", "events", "censored"] as const).map((column) =>
      columnDifference(joined(column, counted), r[column])
    ),
    columnDifference(linear.value, r.linear),
    columnDifference(linear.se, r.linearSe),
    columnDifference(predictLinear(input, fit, {rows, reference: "sample"}).value, r.sample),
    columnDifference(risk.value, r.risk),
    // R gives the error of the linear predictor times the root of the risk
    columnDifference(
      risk.se.map((se, i) => se / Math.sqrt(risk.value[i]!)),
      r.riskSe
    ),
    columnDifference(expected.value, r.expected),
    columnDifference(expected.se, r.expectedSe),
    columnDifference(terms.value, r.terms),
    columnDifference(terms.se, r.termsSe)
  );
  recordParity({topic: "cox-prediction", case: `random ${k}`, software: randomSoftware, largest, tolerance: OPTIMUM});
});

describe.runIf(hasShared)("R survival 3.8.6 on published data", () => {
  test("baseline hazard and a predicted curve, lung", () => {
    const {lung_basehaz_uncentered: base, newdata, surv} = JSON.parse(readShared("expected.json")).cox_predict;
    const names = ["age", "sex", "ph.ecog", "wt.loss"];
    const input = published("lung", names);
    const fit = fitCox(input);
    const [zero] = baselineHazard(input, fit);
    const rows = {covariates: names.map((name) => ({name, values: Float64Array.of(newdata[name])}))};
    const [curve] = predictSurvival(input, fit, rows);
    expect([...zero!.time]).toEqual(base.time);
    const largest = Math.max(
      columnDifference(zero!.cumulativeHazard, base.hazard),
      columnDifference(curve!.survival, surv.surv),
      columnDifference(curve!.se, surv["std.err"]),
      columnDifference(curve!.lower, surv.lower),
      columnDifference(curve!.upper, surv.upper)
    );
    recordParity({
      topic: "cox-prediction",
      case: "lung",
      software: "R 4.2.2 survival 3.8.6",
      largest,
      tolerance: OPTIMUM
    });
  });
});
