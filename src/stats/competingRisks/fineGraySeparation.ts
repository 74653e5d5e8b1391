import {incorrect} from "../../errors.ts";
import {COMPETES, type FineGrayColumns, HAS_EVENT} from "./fineGrayColumns.ts";

const MATERIAL = 1e-3; // the share of a direction below which a covariate has no part in it
const ALONG_THE_WAY = 1e-6; // how far, in the range of the score, a risk set may break the rule
const AT_THE_END = 1e-3; // the same once Newton's method cannot go on

/**
 * Throws when at every event time the events have the largest xᵀdirection of the risk set, competing rows with a weight
 * above 0 included: the likelihood then rises along it for ever. Rows are taken to be at risk before their entry too, so
 * that with delayed entry some separations end as `survival/no-convergence` instead.
 *
 * @throws incorrect `survival/separation`, which names the covariates
 */
export function requireNoSeparation(
  {strata}: FineGrayColumns,
  names: readonly string[],
  direction: Float64Array,
  isLast: boolean
): void {
  const largest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  const slackShare = isLast ? AT_THE_END : ALONG_THE_WAY;
  for (const {x, kind, group, groups, time, upTo, observed} of strata) {
    const m = kind.length;
    const score = new Float64Array(m);
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < m; i++) {
      for (let a = 0; a < x.length; a++) score[i]! += direction[a]! * x[a]![i]!;
      low = Math.min(low, score[i]!);
      high = Math.max(high, score[i]!);
    }
    const G = groups.length;
    const before = new Float64Array(time.length * G).fill(-Infinity);
    const running = new Float64Array(G).fill(-Infinity);
    for (let k = 0, i = 0; k < time.length; k++) {
      for (; i < m && upTo[i]! <= k; i++) {
        if (kind[i] === COMPETES) running[group[i]!] = Math.max(running[group[i]!]!, score[i]!);
      }
      before.set(running, k * G);
    }
    let top = -Infinity;
    let i = m - 1;
    for (let k = time.length - 1; k >= 0; k--) {
      let least = Infinity;
      for (; i >= 0 && upTo[i]! > k; i--) {
        top = Math.max(top, score[i]!);
        if (kind[i] === HAS_EVENT) least = Math.min(least, score[i]!);
      }
      let most = top;
      for (let g = 0; g < G; g++) if (observed[k * G + g]! > 0) most = Math.max(most, before[k * G + g]!);
      if (least < most - slackShare * (high - low)) return;
    }
  }
  const guilty = names.filter((_, a) => Math.abs(direction[a]!) > MATERIAL * largest);
  throw incorrect(
    "survival/separation",
    `separation: at every event, those it happens to have the extreme value of ${guilty.join(" and ")} in the risk set, so no finite coefficient fits best; leave the covariate out`,
    {covariates: guilty}
  );
}
