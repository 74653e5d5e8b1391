import {describe, expect, test} from "vitest";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import type {CoxFit, CoxInput} from "../../../src/stats/survival/coxModel.ts";
import {
  devianceResiduals,
  dfbeta,
  martingaleResiduals,
  scoreResiduals
} from "../../../src/stats/survival/coxResiduals.ts";
import {coxZph} from "../../../src/stats/survival/coxZph.ts";
import {scaledSchoenfeldResiduals, schoenfeldResiduals} from "../../../src/stats/survival/schoenfeldResiduals.ts";
import {recordParity} from "../parity.ts";
import {columnDifference, published, publishedFits, randomCases, randomSoftware} from "./coxCases.ts";
import {hasShared, readShared, toColumn} from "./rFixture.ts";

const OPTIMUM = 1e-8; // both sides iterate
const R_3_8 = "R 4.2.2 survival 3.8.6";
const transforms = ["km", "rank", "identity", "log"] as const;

function zphTable(input: CoxInput, fit: CoxFit, transform: (typeof transforms)[number]): number[] {
  const {terms, global} = coxZph(input, fit, {transform});
  return [...terms, global].flatMap(({statistic, df, p}) => [statistic, df, p]);
}

test.each(randomCases)("residuals and cox.zph, case %i", (k, {r, input, fit}) => {
  const collapse = Int32Array.from(toColumn(r.group));
  const ours = {
    martingale: martingaleResiduals(input, fit),
    deviance: devianceResiduals(input, fit),
    collapsed: martingaleResiduals(input, fit, {weighted: true, collapse}),
    score: scoreResiduals(input, fit),
    dfbeta: dfbeta(input, fit),
    dfbetas: dfbeta(input, fit, {scaled: true}),
    schoenfeld: schoenfeldResiduals(input, fit).residuals,
    scaled: scaledSchoenfeldResiduals(input, fit).residuals
  };
  const residuals = Object.entries(ours).map(([type, column]) =>
    columnDifference(column, r.residuals[type as keyof typeof ours])
  );
  const tests = transforms.map((transform) => columnDifference(zphTable(input, fit, transform), r.zph[transform]));
  const largest = Math.max(...residuals, ...tests);
  recordParity({topic: "cox-diagnostics", case: `random ${k}`, software: randomSoftware, largest, tolerance: OPTIMUM});
});

describe.runIf(hasShared)("R survival 3.8.6 on published data", () => {
  const answers = hasShared ? JSON.parse(readShared("expected.json")) : {};

  test.each(Object.entries(publishedFits))("martingale and deviance residuals, %s", (name, columns) => {
    const [input, options] = columns();
    const fit = fitCox(input, options);
    const {martingale_resid, deviance_resid} = answers.cox[name];
    const largest = Math.max(
      columnDifference(martingaleResiduals(input, fit).subarray(0, 20), martingale_resid),
      columnDifference(devianceResiduals(input, fit).subarray(0, 20), deviance_resid)
    );
    recordParity({topic: "cox-diagnostics", case: `${name} residuals`, software: R_3_8, largest, tolerance: OPTIMUM});
  });

  test.each(transforms)("cox.zph with %s", (transform) => {
    const pairs = [
      ["lung", published("lung", ["age", "sex", "ph.ecog", "wt.loss"])],
      ["heart_tv", published("heart", ["age", "year", "surgery", "transplant"])]
    ] as const;
    for (const [name, input] of pairs) {
      const largest = columnDifference(
        zphTable(input, fitCox(input), transform),
        answers.zph[name][transform].table.flat()
      );
      recordParity({
        topic: "cox-diagnostics",
        case: `zph ${name} ${transform}`,
        software: R_3_8,
        largest,
        tolerance: OPTIMUM
      });
    }
  });

  test("Schoenfeld residuals and dfbeta, lung", () => {
    const input = published("lung", ["age", "sex", "ph.ecog", "wt.loss"]);
    const fit = fitCox(input);
    const {time, schoenfeld, scaled, dfbeta: moves} = answers.schoenfeld_lung;
    const {time: times, residuals} = schoenfeldResiduals(input, fit);
    expect([...times]).toEqual(time);
    const largest = Math.max(
      columnDifference(residuals.subarray(0, 80), schoenfeld.flat()),
      columnDifference(scaledSchoenfeldResiduals(input, fit).residuals.subarray(0, 80), scaled.flat()),
      columnDifference(dfbeta(input, fit).subarray(0, 80), moves.flat())
    );
    recordParity({topic: "cox-diagnostics", case: "lung Schoenfeld", software: R_3_8, largest, tolerance: OPTIMUM});
  });
});
