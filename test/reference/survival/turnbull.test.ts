import {expect, test} from "vitest";
import {turnbull, turnbullBounds} from "../../../src/stats/survival/turnbull.ts";
import {recordParity} from "../parity.ts";
import {type RNumber, readFixture, toColumn} from "./rFixture.ts";

// R stops when no survival moves by more than 5e-5 in an iteration, which leaves it a few thousandths from its maximum.
const LOOSE = 0.005;

type Case = {
  readonly left: readonly RNumber[];
  readonly right: readonly RNumber[];
  readonly weight: readonly number[] | null;
  readonly at: readonly number[];
  readonly survival: readonly number[];
};

const {software, cases} = readFixture<Case>("turnbull.json");

/** Σ w log P of any survival curve over the innermost intervals. */
const logLikelihood = (c: Case, survivalAt: (t: number) => number): number =>
  c.left.reduce<number>((sum, left, i) => {
    const right = toColumn([c.right[i]!])[0]!;
    const from = Number(left) === right ? right - 1e-9 : Number(left);
    return sum + (c.weight?.[i] ?? 1) * Math.log(survivalAt(from) - (right === Infinity ? 0 : survivalAt(right)));
  }, 0);

test.each(cases.map((c, k) => [k + 1, c] as const))("survfit of interval-censored ends, case %i", (k, c) => {
  const curve = turnbull({
    left: toColumn(c.left),
    right: toColumn(c.right),
    ...(c.weight && {weight: Float64Array.from(c.weight)})
  });
  let [largest, figures] = [0, 0];
  for (const [j, t] of c.at.entries()) {
    const {low, high} = turnbullBounds(curve, t);
    if (low !== high) continue;
    largest = Math.max(largest, Math.abs(c.survival[j]! - low));
    figures++;
  }
  recordParity({topic: "turnbull", case: `random ${k}, absolute`, software, largest, tolerance: LOOSE, figures});

  // All ends are whole, so R's curve at the half before a time is its curve just before it, and at the half after just after.
  const theirs = (t: number) => c.survival[c.at.findIndex((at) => at > t)] ?? c.survival.at(-1)!;
  const ours = logLikelihood(c, (t) => (t <= 0 ? 1 : turnbullBounds(curve, t).low));
  expect(ours).toBeCloseTo(curve.logLikelihood, 8);
  expect(ours).toBeGreaterThanOrEqual(logLikelihood(c, (t) => (t <= 0 ? 1 : theirs(t))) - 1e-9);
});
