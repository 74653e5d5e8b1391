import {describe, test} from "vitest";
import {coxConcordance} from "../../../src/stats/survival/concordance.ts";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import {recordParity} from "../parity.ts";
import {columnDifference, publishedFits, randomCases, randomSoftware} from "./coxCases.ts";
import {hasShared, readShared} from "./rFixture.ts";

const OPTIMUM = 1e-8; // the score comes from a fit

test.each(randomCases)("concordance of coxph, case %i", (k, {r, input, fit}) => {
  const {concordance, se, strata} = coxConcordance(input, fit);
  const counts = strata.flatMap((s) => [s.concordant, s.discordant, s.tiedX, s.tiedY, s.tiedXY]);
  const weighted = (["S", "S/G", "n/G2", "I"] as const).flatMap((timeWeight) => {
    if (r.concordance.weighted === null) return [];
    const at = coxConcordance(input, fit, {timeWeight});
    return [at.concordance, at.se];
  });
  const largest = Math.max(
    columnDifference([concordance, se], r.concordance.value),
    columnDifference(counts, r.concordance.counts),
    columnDifference(weighted, r.concordance.weighted ?? [])
  );
  recordParity({topic: "concordance", case: `random ${k}`, software: randomSoftware, largest, tolerance: OPTIMUM});
});

describe.runIf(hasShared)("R survival 3.8.6 on published data", () => {
  const answers = hasShared ? JSON.parse(readShared("expected.json")).cox : {};
  test.each(Object.entries(publishedFits))("%s", (name, columns) => {
    const [input, options] = columns();
    const {concordance, se} = coxConcordance(input, fitCox(input, options));
    const expected = answers[name].concordance;
    const largest = columnDifference([concordance, se], [expected["C"], expected["se(C)"]]);
    recordParity({topic: "concordance", case: name, software: "R 4.2.2 survival 3.8.6", largest, tolerance: OPTIMUM});
  });
});
