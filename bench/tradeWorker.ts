import type {Economy} from "../src/trade/economy.ts";
import {LOOP_PATH, type Loop, type Looped, solveLoop} from "./tradeLoop.ts";

/** A worker of a browser: fetches what to solve, solves it and posts the answer, or what went wrong. */
const {postMessage} = globalThis as unknown as {
  readonly postMessage: (message: Looped | {readonly error: string}) => void;
};

async function run(): Promise<Looped> {
  const {economy, shock, effort} = (await (await fetch(LOOP_PATH)).json()) as Loop;
  return solveLoop({economy: revived(economy), shock: revived(shock), effort});
}

/** Columns are Float64Arrays again; a prohibition of 0 or 1 is as good as one. */
const revived = <T extends Economy | Shock>(columns: T): T =>
  Object.fromEntries(
    Object.entries(columns).map(([key, value]) => [key, isNumbers(value) ? Float64Array.from(value) : value])
  ) as T;

type Shock = Loop["shock"];

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && typeof value[0] === "number";

run().then(postMessage, (error: unknown) => postMessage({error: String(error)}));
