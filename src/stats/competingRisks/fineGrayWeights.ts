import {cutsBefore} from "./censoringCurves.ts";
import {COMPETES, type FineGrayColumns, HAS_EVENT} from "./fineGrayColumns.ts";
import type {FineGrayInput, FineGrayOptions} from "./fineGrayModel.ts";
import type {StratumHazard} from "./fineGrayScores.ts";

/**
 * Adds to the score residuals what each row does to the score through the estimated censoring weights (ψ of Fine & Gray
 * 1999, section 3):
 *
 *   ψᵢ = ∫ q(u)/π(u) dMᵢᶜ(u),   q(u) = Σ_{t ≥ u} G(t−) dΛ(t) Σ_{j competing, Tⱼ < u} rⱼ (xⱼ − x̄(t)) / G(Tⱼ−),
 *
 * π the number at risk of censoring and Mᶜ the martingale of censoring.
 *
 * @param scores p columns [n] in input order, changed in place
 * @param own with several censoring groups, whether q of a group runs over its own events alone, as in cmprsk::crr
 */
export function addWeightScores(
  input: FineGrayInput,
  {curves, group, isLast}: FineGrayColumns,
  parts: readonly StratumHazard[],
  scores: readonly Float64Array[],
  own: boolean,
  options: Required<Pick<FineGrayOptions, "censoringTies" | "weightedCensoring">>
): void {
  const p = scores.length;
  const q = curves.map(({time}) => new Float64Array(time.length * p));
  for (const {stratum, hazard} of parts) {
    const {exit, kind, weight, x, group: place, groups, inverse, time, observed} = stratum;
    const G = groups.length;
    const K = time.length;
    groups.forEach((name, g) => {
      const share = own && G > 1 ? ownShare(g) : null;
      const later = new Float64Array((K + 1) * (1 + p));
      for (let k = K - 1; k >= 0; k--) {
        const factor = observed[k * G + g]! * (share?.[k] ?? 1);
        const at = k * (1 + p);
        later[at] = later[at + 1 + p]! + factor * hazard.jump[k]!;
        for (let a = 0; a < p; a++) later[at + 1 + a] = later[at + 2 + p + a]! + factor * hazard.mean[k * p + a]!;
      }
      const before = new Float64Array(1 + p);
      const {time: cuts} = curves[name]!;
      let i = 0;
      let k = 0;
      for (let c = 0; c < cuts.length; c++) {
        for (; i < exit.length && exit[i]! < cuts[c]!; i++) {
          if (kind[i] !== COMPETES || place[i] !== g) continue;
          const r = hazard.risk[i]! * inverse[i]!;
          before[0]! += r;
          for (let a = 0; a < p; a++) before[1 + a]! += r * x[a]![i]!;
        }
        while (k < K && time[k]! < cuts[c]!) k++;
        for (let a = 0; a < p; a++) {
          q[name]![c * p + a]! += before[1 + a]! * later[k * (1 + p)]! - before[0]! * later[k * (1 + p) + 1 + a]!;
        }
      }
    });

    /** [K] the share of one censoring group in the events of a time. */
    function ownShare(g: number): Float64Array {
      const [mine, all] = [new Float64Array(K), new Float64Array(K)];
      let k = 0;
      for (let i = 0; i < exit.length; i++) {
        if (kind[i] !== HAS_EVENT) continue;
        while (time[k]! < exit[i]!) k++;
        all[k]! += weight[i]!;
        if (place[i] === g) mine[k]! += weight[i]!;
      }
      return mine.map((w, at) => w / all[at]!);
    }
  }

  const falls = curves.map(({time, censored, atRisk}, g) => {
    const sums = new Float64Array((time.length + 1) * p);
    for (let c = 0; c < time.length; c++) {
      const hazard = censored[c]! / atRisk[c]! ** 2;
      for (let a = 0; a < p; a++) sums[(c + 1) * p + a] = sums[c * p + a]! + hazard * q[g]![c * p + a]!;
    }
    return sums;
  });
  const {entry, exit, event, weight} = input;
  for (let i = 0; i < exit.length; i++) {
    const g = group[i]!;
    const curve = curves[g]!;
    const isEvent = event[i] !== 0;
    const at = cutsBefore(curve, exit[i]!);
    const isCut = curve.time[at] === exit[i];
    const to = isCut && !(isEvent && options.censoringTies === "eventsFirst") ? at + 1 : at;
    const entered = entry === undefined ? 0 : cutsBefore(curve, entry[i]!);
    const from = entry !== undefined && curve.time[entered] === entry[i] ? entered + 1 : entered;
    const count = options.weightedCensoring ? (weight?.[i] ?? 1) : 1;
    const isCensored = !isEvent && isLast[i] === 1;
    for (let a = 0; a < p; a++) {
      const fall = falls[g]![to * p + a]! - falls[g]![from * p + a]!;
      const jump = isCensored ? q[g]![at * p + a]! / curve.atRisk[at]! : 0;
      scores[a]![i]! += count * (jump - fall);
    }
  }
}
