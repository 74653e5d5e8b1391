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

/** How tied events are taken: all at once (Nelson & Aalen), or one after another (Fleming & Harrington). */
export type HazardTies = "nelson-aalen" | "fleming-harrington";

export type HazardOptions = CurveOptions & {
  /** `nelson-aalen` when left out. */
  readonly ties?: HazardTies;
};

/**
 * The cumulative hazard, and survival as its exponential (Breslow's estimate; with Fleming–Harrington ties, theirs).
 *
 *   Nelson–Aalen         H(t) = Σ dᵢ/nᵢ,                                var = Σ dᵢ/nᵢ²
 *   Fleming–Harrington   H(t) = Σᵢ Σ_{j < kᵢ} (dᵢ/kᵢ) / (nᵢ − j dᵢ/kᵢ),   var = Σᵢ Σ_{j < kᵢ} (dᵢ/kᵢ) / (nᵢ − j dᵢ/kᵢ)²
 *
 * where nᵢ and dᵢ are sums of weights as in `kaplanMeier` and kᵢ is the number of events. S(t) = exp(−H(t)) is never 0.
 * Limits are of S, with the standard error of H; those of H are −log `upper` and −log `lower`.
 *
 * @param spells columns [n] of n ≥ 1 spells in any order, any cause an event; not modified
 * @returns rows as `kaplanMeier` has them; `se` is S times the standard error of H
 * @throws incorrect as `kaplanMeier`
 * @see Nelson (1972), Technometrics 14:945–966; Aalen (1978), Ann. Stat. 6:701–726; Fleming & Harrington (1984). Checked
 *   against R survival, `survfit(stype = 2, ctype = 1 | 2)` (test/reference/survival/survivalCurves)
 */
export const nelsonAalen = (spells: Spells, {ties, ...options}: HazardOptions = {}): SurvivalCurve =>
  withoutGroup(curvesOf(spells, undefined, options, exponential(ties)));

/**
 * The same for each group, the groups in increasing order, from one sort.
 *
 * @param group [n] any integers
 */
export const nelsonAalenByGroup = (
  spells: Spells,
  group: Int32Array,
  {ties, ...options}: HazardOptions = {}
): readonly GroupCurve[] => curvesOf(spells, group, options, exponential(ties));

const exponential =
  (ties: HazardTies = "nelson-aalen") =>
  (rows: RiskRows, table: RiskTable, robust: Robust): Estimate => {
    const hazard = hazardOf(ties, rows, table, robust);
    return {
      survival: hazard.cumulativeHazard.map((H) => Math.exp(-H)),
      relativeSe: hazard.cumulativeHazardSe,
      ...hazard
    };
  };

/** The cumulative hazard and its standard error, group after group. */
export function hazardOf(
  ties: HazardTies,
  {start}: RiskRows,
  {atRisk, events, eventCount}: RiskTable,
  robust: Robust
): Pick<Estimate, "cumulativeHazard" | "cumulativeHazardSe"> {
  const m = atRisk.length;
  const cumulativeHazard = new Float64Array(m);
  const cumulativeHazardSe = new Float64Array(m);
  const drift = new Float64Array(m);
  const jump = new Float64Array(m);
  for (let c = 0; c + 1 < start.length; c++) {
    let H = 0;
    let variance = 0;
    for (let row = start[c]!; row < start[c + 1]!; row++) {
      const count = eventCount[row]!;
      if (count > 0) {
        const n = atRisk[row]!;
        const one = events[row]! / count; // the mean weight of an event
        const steps = ties === "nelson-aalen" ? 1 : count;
        const step = events[row]! / steps;
        let [inverse, squares, own] = [0, 0, 0]; // Σ 1/b, Σ 1/b², Σ (1 − j/k)/b² over what is at risk, b, before each step
        for (let j = 0; j < steps; j++) {
          const left = 1 / (n - j * one);
          inverse += left;
          squares += left * left;
          own += (1 - j / steps) * left * left;
        }
        H += step * inverse;
        variance += step * squares;
        drift[row] = -step * squares;
        jump[row] = -(inverse / steps + step * (squares - own));
      }
      cumulativeHazard[row] = H;
      cumulativeHazardSe[row] = Math.sqrt(variance);
    }
  }
  return {cumulativeHazard, cumulativeHazardSe: robust === null ? cumulativeHazardSe : robust({drift, jump})};
}
