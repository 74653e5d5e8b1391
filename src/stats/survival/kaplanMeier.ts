import {hazardOf} from "./nelsonAalen.ts";
import type {RiskRows} from "./riskRows.ts";
import type {RiskTable} from "./riskTable.ts";
import type {Spells} from "./spells.ts";
import {
  type CurveOptions,
  curvesOf,
  type Estimate,
  type GroupCurve,
  type Robust,
  type SurvivalCurve,
  withoutGroup
} from "./survivalCurve.ts";

/**
 * Kaplan–Meier estimate of the survival function, with delayed entry and weights.
 *
 *   S(t) = ∏_{tᵢ ≤ t} (1 − dᵢ/nᵢ),   nᵢ = Σ {wⱼ : entryⱼ < tᵢ ≤ exitⱼ},   dᵢ = Σ {wⱼ : an event at tᵢ}
 *
 * At a tied time events come before censorings, so a spell censored at tᵢ is in nᵢ, and one that enters at tᵢ is not.
 * Times are tied when they are equal to the last bit. Once all at risk have ended S is 0 for good, even when others enter
 * later. Weights count as copies of a spell; limits of S use `interval`.
 *
 *   Greenwood's variance of log S(t):   Σ_{tᵢ ≤ t} dᵢ / (nᵢ (nᵢ − dᵢ))
 *   infinitesimal jackknife of S(t):    Σ_k (Σ_{j in cluster k} wⱼ ∂S(t)/∂wⱼ)²
 *
 * @param spells columns [n] of n ≥ 1 spells in any order, any cause an event; not modified
 * @returns a row for each distinct time at which a spell ends or is censored, first to last. `se` is of S(t), not of
 *   log S(t). Where S is 0 the limits are NaN, and `se` is NaN under Greenwood's variance; under the jackknife
 *   `se` is 0 there and the limits are NaN, or [0, 0] with `plain`. The cumulative hazard is Nelson & Aalen's.
 * @throws incorrect `survival/no-spells`, `survival/columns-differ`, `survival/not-finite`,
 *   `survival/exit-not-after-entry`, `survival/weight-not-positive`, `survival/level-outside`, `survival/subject-overlaps`
 * @see Kaplan & Meier (1958), JASA 53:457–481; Greenwood (1926). Checked against R survival
 *   (test/reference/survival/survivalCurves), by hand (test/byhand/kaplanMeier) and by cutting spells (test/property/survivalCurves)
 */
export const kaplanMeier = (spells: Spells, options: CurveOptions = {}): SurvivalCurve =>
  withoutGroup(curvesOf(spells, undefined, options, productLimit));

/**
 * The same for each group, the groups in increasing order, from one sort.
 *
 * @param group [n] any integers
 */
export const kaplanMeierByGroup = (
  spells: Spells,
  group: Int32Array,
  options: CurveOptions = {}
): readonly GroupCurve[] => curvesOf(spells, group, options, productLimit);

function productLimit(rows: RiskRows, table: RiskTable, robust: Robust): Estimate {
  const {atRisk, events, atRiskCount, eventCount} = table;
  const m = atRisk.length;
  const survival = new Float64Array(m);
  const relativeSe = new Float64Array(m);
  const influence = {drift: new Float64Array(m), jump: new Float64Array(m)};
  for (let c = 0; c + 1 < rows.start.length; c++) {
    let S = 1;
    let variance = 0;
    for (let row = rows.start[c]!; row < rows.start[c + 1]!; row++) {
      if (eventCount[row]! > 0 && S > 0) {
        const n = atRisk[row]!;
        const d = events[row]!;
        if (eventCount[row] === atRiskCount[row]) {
          S = 0;
          variance = Infinity;
        } else {
          S *= (n - d) / n;
          variance += d / (n * (n - d));
          influence.drift[row] = d / (n * (n - d));
          influence.jump[row] = 1 / (n - d);
        }
      }
      survival[row] = S;
      relativeSe[row] = Math.sqrt(variance);
    }
  }
  const hazard = hazardOf("nelson-aalen", rows, table, robust);
  if (robust === null) return {survival, relativeSe, ...hazard};
  const jackknife = robust(influence).map((se, row) => (survival[row] === 0 ? 0 : se));
  return {survival, relativeSe: jackknife, ...hazard};
}
