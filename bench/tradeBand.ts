import {openBaseline} from "../src/casebook/baselines.ts";
import {runDraws} from "../src/jobs/drawPool.ts";
import {type Factor, type Line, times} from "../src/studies/price/line.ts";
import type {PriceTask} from "../src/studies/price/pricer.ts";

const NAME = "wiod2014-44x14";
const SEED = 1;

/** Milliseconds of one band, and its draws that have no equilibrium. */
export type BandTime = {readonly ms: number; readonly failed: number};

/**
 * Makes the draws of one step on the bundled baseline: elasticities between 2 and 8, tariffs between two countries before
 * it, and after it a closure of which the share is uncertain. A draw solves the world before and the world after.
 */
export async function timeBand(draws: number, threads: number): Promise<BandTime> {
  const {economy, checksum} = openBaseline(NAME, import.meta.dirname);
  const between = (kind: "tariff" | "closed", ...size: readonly Factor[]): Line => ({
    of: kind,
    title: kind,
    rule: "scenario",
    wedges: economy.sectors.flatMap((sector) => [
      {kind, origin: "USA", destination: "CHN", sector, size},
      {kind, origin: "CHN", destination: "USA", sector, size}
    ])
  });
  const held = between("tariff", times(0.2));
  const closed = between("closed", {key: "closed", value: {kind: "triangular", low: 0.1, likely: 0.5, high: 0.9}});
  const task: PriceTask = {
    baseline: NAME,
    checksum,
    elasticities: economy.sectors.map((sector) => ({
      key: `theta ${sector}`,
      value: {kind: "triangular", low: 2, likely: 5, high: 8}
    })),
    closure: {kind: "worldShare"},
    seed: SEED,
    before: [],
    reference: {id: "reference", title: "Tariffs", lines: [held]},
    steps: [{id: "closed", title: "A closure", lines: [held, closed]}]
  };
  const start = performance.now();
  const {welfareHat, failed} = await runDraws(task, economy, {draws, threads});
  const ms = performance.now() - start;
  if (welfareHat.length !== draws || welfareHat.some((hats) => hats === null)) throw new Error("draws are missing");
  return {ms, failed: failed.length};
}
