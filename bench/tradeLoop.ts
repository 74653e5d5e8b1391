import {balance} from "../src/trade/balance.ts";
import {calibrate} from "../src/trade/calibrate.ts";
import type {Economy} from "../src/trade/economy.ts";
import type {Shock} from "../src/trade/shock.ts";
import {solveModel} from "../src/trade/solve.ts";
import {type Effort, type Timing, time} from "./timing.ts";

/** Where a browser's worker finds its loop. */
export const LOOP_PATH = "/loop.json";

/** One shock to one economy, solved again and again. */
export type Loop = {readonly economy: Economy; readonly shock: Shock; readonly effort: Effort};

export type Looped = {readonly timing: Timing; readonly realConsumptionHat: readonly number[]};

/** Solves a prepared model in a loop: the same code in Node and in a browser's worker. */
export async function solveLoop({economy, shock, effort}: Loop): Promise<Looped> {
  const model = balance(calibrate(economy));
  const timing = await time(() => solveModel(model, shock), effort);
  return {timing, realConsumptionHat: [...solveModel(model, shock).realConsumptionHat]};
}
