import {incorrect, ThawError} from "../../errors.ts";
import {bucketsOf, codesOf} from "../../numeric/codes.ts";
import {fenwickAdd, fenwickSum} from "../../numeric/fenwick.ts";
import {orderOf} from "../../numeric/order.ts";
import type {CoxFit, CoxInput} from "./coxModel.ts";
import {linearPredictor} from "./linearPredictor.ts";
import {pairWeights, type TimeWeight} from "./pairWeights.ts";
import {notFinite, requireLength, requireSpells, type Spells} from "./spells.ts";

export type ConcordanceInput = Spells & {
  /** [n] any integers; only pairs within a stratum are compared. */
  readonly stratum?: Int32Array;
  /** [n] any integers; rows of one cluster are not independent. */
  readonly cluster?: Int32Array;
};

export type ConcordanceOptions = {
  /** What a higher score says about an event; `sooner` when left out, as for a linear predictor. */
  readonly higher?: "sooner" | "later";
  /** How pairs count that are compared at a time; `n`, each once, when left out. */
  readonly timeWeight?: TimeWeight;
};

/** Sums of wᵢwⱼ over pairs of spells. */
export type PairCounts = {
  readonly concordant: number;
  readonly discordant: number;
  /** Same score. */
  readonly tiedX: number;
  /** Events at the same time, with different scores and with the same. */
  readonly tiedY: number;
  readonly tiedXY: number;
};

export type Concordance = {
  readonly concordance: number;
  /** Infinitesimal jackknife, by cluster where there are clusters. */
  readonly se: number;
  readonly counts: PairCounts;
  readonly strata: readonly (PairCounts & {readonly stratum: number})[];
};

/**
 * Harrell's concordance of a score with the time of an event.
 *
 *   C = (concordant + tiedX / 2) / (concordant + discordant + tiedX)
 *
 * A pair is compared when one has an event at t and the other is at risk at t and outlives it: entry < t < exit, or
 * censored at t. Two events at one time are not compared. Every row pair of a stratum is compared, also two rows of one
 * subject, which never are at risk together.
 *
 * The standard error is √Σ Uᵢ², Uᵢ = wᵢ ∂C/∂wᵢ with the weights of times held fixed, summed by cluster first. Time n log n.
 *
 * @param score [n] finite; equal scores are ties, to the last bit
 * @returns `concordance` and `se` are NaN when no pair can be compared
 * @throws incorrect what `requireSpells` throws, `survival/columns-differ`, `survival/not-finite`;
 *   unsupported `survival/time-weight-entry`
 * @see Harrell et al. (1982), JAMA 247:2543–2546; Therneau & Watson (2015). Checked against R survival's concordance.
 */
export function concordance(
  input: ConcordanceInput,
  score: Float64Array,
  {higher = "sooner", timeWeight = "n"}: ConcordanceOptions = {}
): Concordance {
  requireScored(input, score, timeWeight);
  const n = score.length;
  const {codes, labels} =
    input.stratum === undefined ? {codes: new Uint32Array(n), labels: Int32Array.of(0)} : codesOf(input.stratum);
  const sortedBy = (values: Float64Array) => bucketsOf(codes, labels.length, orderOf(values));
  const byScore = sortedBy(higher === "sooner" ? score : score.map((value) => -value));
  const byExit = sortedBy(input.exit);
  const byEntry = input.entry && sortedBy(input.entry);
  const pairs = {concordant: new Float64Array(n), discordant: new Float64Array(n), tied: new Float64Array(n)};
  const rank = new Uint32Array(n);
  const strata = Array.from(labels, (stratum, s) => {
    const rowsOf = ({start, rows}: typeof byScore) => rows.subarray(start[s]!, start[s + 1]!);
    const exits = rowsOf(byExit);
    const ranks = denseRanks(rowsOf(byScore), score, rank);
    const factor = pairWeights(timeWeight, input, exits);
    const entries = byEntry ? rowsOf(byEntry) : new Uint32Array(0);
    const counts = eventSide(input, {exits, entries, rank, ranks, factor}, pairs);
    otherSide(input, {exits, entries, rank, ranks, factor}, pairs);
    return {stratum, ...counts};
  });
  const total = (key: keyof PairCounts) => strata.reduce((sum, counts) => sum + counts[key], 0);
  const counts = {
    concordant: total("concordant"),
    discordant: total("discordant"),
    tiedX: total("tiedX"),
    tiedY: total("tiedY"),
    tiedXY: total("tiedXY")
  };
  const compared = counts.concordant + counts.discordant + counts.tiedX;
  const C = (counts.concordant + counts.tiedX / 2) / compared;
  const influence = pairs.concordant.map(
    (concordant, i) => ((1 - C) * concordant + (0.5 - C) * pairs.tied[i]! - C * pairs.discordant[i]!) / compared
  );
  return {concordance: C, se: Math.sqrt(sumOfSquares(influence, input.cluster)), counts, strata};
}

/** The concordance of a Cox fit: of its linear predictor, within the strata and by the clusters of the fit. */
export const coxConcordance = (
  input: CoxInput,
  fit: Pick<CoxFit, "coefficients">,
  options: Pick<ConcordanceOptions, "timeWeight"> = {}
): Concordance => concordance(input, linearPredictor(input, fit.coefficients), options);

function requireScored(input: ConcordanceInput, score: Float64Array, timeWeight: TimeWeight): void {
  requireSpells(input);
  const n = input.exit.length;
  requireLength("score", score, n);
  if (input.stratum !== undefined) requireLength("stratum", input.stratum, n);
  if (input.cluster !== undefined) requireLength("cluster", input.cluster, n);
  const bad = score.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw notFinite("score", score[bad]!, bad);
  const other = input.event.findIndex((code) => code > 1);
  if (other >= 0) {
    throw incorrect(
      "survival/many-causes",
      `event neither 0 nor 1: ${input.event[other]} in row ${other + 1}; a concordance has one cause, so code the others 0`
    );
  }
  if (input.entry !== undefined && timeWeight !== "n") {
    throw new ThawError(
      "unsupported",
      "survival/time-weight-entry",
      `not offered: time weight ${timeWeight} with delayed entry; use n`
    );
  }
}

/** Writes the rank 0, 1, … of each row's score among the distinct scores of its stratum; returns their number. */
function denseRanks(sorted: Uint32Array, score: Float64Array, rank: Uint32Array): number {
  let last = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at > 0 && score[sorted[at]!] !== score[sorted[at - 1]!]) last++;
    rank[sorted[at]!] = last;
  }
  return last + 1;
}

type Stratum = {
  /** Rows by exit, and by entry where there are entries. */
  readonly exits: Uint32Array;
  readonly entries: Uint32Array;
  readonly rank: Uint32Array;
  readonly ranks: number;
  /** [exits] the weight of pairs compared at that exit */
  readonly factor: Float64Array | undefined;
};

type Pairs = {readonly concordant: Float64Array; readonly discordant: Float64Array; readonly tied: Float64Array};

/** Back in time: each event against those that outlive it. Adds to the pairs of the events and counts all pairs once. */
function eventSide({entry, exit, event, weight}: Spells, stratum: Stratum, pairs: Pairs): PairCounts {
  const {exits, entries, rank, ranks, factor} = stratum;
  const tree = new Float64Array(ranks + 1);
  let atRisk = 0;
  let [concordant, discordant, tiedX, tiedY, tiedXY] = [0, 0, 0, 0, 0];
  const add = (i: number, sign: number) => {
    const w = sign * (weight === undefined ? 1 : weight[i]!);
    atRisk += w;
    fenwickAdd(tree, rank[i]!, w);
  };
  let entering = entries.length - 1;
  for (let end = exits.length, start = end; end > 0; end = start) {
    const t = exit[exits[end - 1]!]!;
    while (start > 0 && exit[exits[start - 1]!] === t) start--;
    for (; entering >= 0 && entry![entries[entering]!]! >= t; entering--) add(entries[entering]!, -1);
    for (let at = start; at < end; at++) if (event[exits[at]!] === 0) add(exits[at]!, 1);
    const f = factor === undefined ? 1 : factor[start]!;
    const tied: number[] = [];
    for (let at = start; at < end; at++) {
      const i = exits[at]!;
      if (event[i] === 0) continue;
      tied.push(i);
      const w = f * (weight === undefined ? 1 : weight[i]!);
      const below = fenwickSum(tree, rank[i]!);
      const upTo = fenwickSum(tree, rank[i]! + 1);
      pairs.concordant[i]! += w * below;
      pairs.tied[i]! += w * (upTo - below);
      pairs.discordant[i]! += w * (atRisk - upTo);
      concordant += w * below;
      tiedX += w * (upTo - below);
      discordant += w * (atRisk - upTo);
    }
    if (tied.length > 1) {
      const same = tiedPairs(tied, rank, weight);
      tiedXY += f * same.sameRank;
      tiedY += f * (same.all - same.sameRank);
    }
    for (const i of tied) add(i, 1);
  }
  return {concordant, discordant, tiedX, tiedY, tiedXY};
}

/** Forward in time: each spell against the events that it outlives while at risk. Adds to the pairs of the outliving. */
function otherSide({entry, exit, event, weight}: Spells, stratum: Stratum, pairs: Pairs): void {
  const {exits, entries, rank, ranks, factor} = stratum;
  const tree = new Float64Array(ranks + 1);
  let events = 0;
  const meet = (i: number, sign: number) => {
    const w = sign * (weight === undefined ? 1 : weight[i]!);
    const below = fenwickSum(tree, rank[i]!);
    const upTo = fenwickSum(tree, rank[i]! + 1);
    pairs.discordant[i]! += w * below;
    pairs.tied[i]! += w * (upTo - below);
    pairs.concordant[i]! += w * (events - upTo);
  };
  let entering = 0;
  for (let start = 0, end = 0; start < exits.length; start = end) {
    const t = exit[exits[start]!]!;
    while (end < exits.length && exit[exits[end]!] === t) end++;
    for (; entering < entries.length && entry![entries[entering]!]! < t; entering++) meet(entries[entering]!, -1);
    for (let at = start; at < end; at++) if (event[exits[at]!] === 1) meet(exits[at]!, 1);
    const f = factor === undefined ? 1 : factor[start]!;
    for (let at = start; at < end; at++) {
      const i = exits[at]!;
      if (event[i] === 0) continue;
      const w = f * (weight === undefined ? 1 : weight[i]!);
      events += w;
      fenwickAdd(tree, rank[i]!, w);
    }
    for (let at = start; at < end; at++) if (event[exits[at]!] === 0) meet(exits[at]!, 1);
  }
}

/** Σ wᵢwⱼ over the pairs of rows, and over those of one rank. */
function tiedPairs(rows: number[], rank: Uint32Array, weight: Float64Array | undefined) {
  rows.sort((a, b) => rank[a]! - rank[b]!);
  let [all, sameRank, before, beforeInRank] = [0, 0, 0, 0];
  rows.forEach((i, at) => {
    const w = weight?.[i] ?? 1;
    if (at > 0 && rank[i] !== rank[rows[at - 1]!]) beforeInRank = 0;
    all += w * before;
    sameRank += w * beforeInRank;
    before += w;
    beforeInRank += w;
  });
  return {all, sameRank};
}

function sumOfSquares(influence: Float64Array, cluster: Int32Array | undefined): number {
  let units = influence;
  if (cluster !== undefined) {
    const {codes, labels} = codesOf(cluster);
    units = new Float64Array(labels.length);
    for (let i = 0; i < codes.length; i++) units[codes[i]!]! += influence[i]!;
  }
  return units.reduce((sum, value) => sum + value ** 2, 0);
}
