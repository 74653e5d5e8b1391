import {causeRows, type GroupedSpells, tieFactor} from "./causeCounts.ts";

export type CumulativeIncidence = {
  readonly group: number;
  readonly cause: number;
  /** [K] the event times of the cause in the group, increasing */
  readonly time: Float64Array;
  readonly incidence: Float64Array;
  /** [K] of the incidence, not of its logarithm */
  readonly variance: Float64Array;
};

/**
 * Cumulative incidence of each cause in each group, with Aalen's variance.
 *
 *   F(t) = Σ_{u ≤ t} S(u−) d(u)/n(u),   S the Kaplan–Meier estimate of all causes together
 *
 * At a tied time events come before censorings. The variance is the delta method's with hypergeometric increments at ties,
 * as in R's cmprsk::cuminc; `aalenJohansen` has the jackknife and Greenwood-type errors of the same curve.
 *
 * @param spells n ≥ 1 spells without entry and weights, `event` 0 or the cause; not modified
 * @returns by cause, then by group; a cause that a group has no event of has no times
 * @throws what `causeRows` throws
 * @see Aalen (1978), Ann. Stat. 6:534–545; Gray (1988), Ann. Stat. 16:1141–1154. Checked against cmprsk 2.2
 *   (test/reference/survival/fineGray.test.ts).
 */
export function cumulativeIncidence(spells: GroupedSpells): CumulativeIncidence[] {
  const {groups, ofGroup, causes} = causeRows(spells);
  return causes.flatMap((cause) =>
    ofGroup.map((rows, g) => ({group: groups[g]!, cause, ...incidence(spells, rows, cause)}))
  );
}

function incidence(
  {exit, event}: GroupedSpells,
  rows: Uint32Array,
  cause: number
): Pick<CumulativeIncidence, "time" | "incidence" | "variance"> {
  const time: number[] = [];
  const values: number[] = [];
  const variances: number[] = [];
  let survival = 1;
  let value = 0;
  let [square, cross, plain] = [0, 0, 0]; // Σ a² v, Σ a b v, Σ b² v: an increment of variance v moves F by a − F b
  const add = (deaths: number, atRisk: number, before: number, a: number, b: number): void => {
    const v = (before * before * tieFactor(deaths, atRisk) * deaths) / (atRisk * atRisk);
    square += a * a * v;
    cross += a * b * v;
    plain += b * b * v;
  };
  for (let i = 0; i < rows.length; ) {
    const now = exit[rows[i]!]!;
    const atRisk = rows.length - i;
    let own = 0;
    let other = 0;
    for (; i < rows.length && exit[rows[i]!] === now; i++) {
      if (event[rows[i]!] === cause) own++;
      else if (event[rows[i]!] !== 0) other++;
    }
    if (own + other === 0) continue;
    const after = (survival * (atRisk - own - other)) / atRisk;
    value += (survival * own) / atRisk;
    const inverse = after > 0 ? 1 / after : 0;
    if (other > 0 && after > 0) add(other, atRisk, survival, value * inverse, inverse);
    if (own > 0) {
      add(own, atRisk, survival, 1 + value * inverse, inverse);
      time.push(now);
      values.push(value);
      variances.push(square + value * value * plain - 2 * value * cross);
    }
    survival = after;
  }
  return {
    time: Float64Array.from(time),
    incidence: Float64Array.from(values),
    variance: Float64Array.from(variances)
  };
}
