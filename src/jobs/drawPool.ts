import {availableParallelism} from "node:os";
import {setImmediate} from "node:timers/promises";
import {Worker} from "node:worker_threads";
import {ThawError} from "../errors.ts";
import {type Draw, type Drawer, drawer, type PriceTask} from "../studies/price/pricer.ts";
import type {Economy} from "../trade/economy.ts";
import {type DrawSet, type Draws, drawSet, missing, type Progress, startMeter} from "./drawSet.ts";
import type {FromThread, Round, ThreadData} from "./drawThread.ts";

/** ms that a thread takes to load the model and to be as fast as this one. */
const START_UP = 400;

export type PoolOptions = {
  /** Of them `threadsFor` are used, and never more than there are draws; 1 for none beside the caller's own. */
  readonly threads?: number | undefined;
  /** Work, in ms, that is not worth starting threads for. */
  readonly startUp?: number | undefined;
};

/** More threads than this for each core make no draw sooner, and each has the economy in its own memory. */
const MOST_PER_CORE = 4;

/** How many threads are used where so many are asked for; as many as there are cores, where nobody says. */
export const threadsFor = (asked: number = availableParallelism()): number =>
  Math.min(asked, MOST_PER_CORE * availableParallelism());

type Making = {
  /** Called once for each draw, in no order. What it throws stops the others and is thrown. */
  readonly onDraw: (number: number, draw: Draw) => void;
  /** Stops between draws; what is made is made. */
  readonly signal?: AbortSignal | undefined;
};

/** Makes draws of one task; the threads of one call serve the next. */
export type DrawPool = {
  /** @throws what `drawer` and `onDraw` throw; fault `jobs/thread-died` */
  make(numbers: readonly number[], making: Making): Promise<void>;
  close(): Promise<void>;
};

/**
 * A pool of threads for the draws of a task. A draw depends on its number alone, so neither the count of threads nor their
 * order changes it. Threads start when the work is worth them.
 */
export function openDrawPool(task: PriceTask, economy: Economy, options: PoolOptions = {}): DrawPool {
  const {startUp = START_UP} = options;
  const threads = threadsFor(options.threads);
  let own: Drawer | null = null;
  let workers: readonly Worker[] = [];
  let spent = 0; // ms of draws made here
  const here = async (numbers: readonly number[], {onDraw, signal}: Making): Promise<readonly number[]> => {
    own ??= drawer(task, economy);
    const start = performance.now();
    for (const [at, number] of numbers.entries()) {
      if (signal?.aborted) return [];
      const taken = performance.now() - start;
      const ahead = at === 0 ? 0 : (taken / at) * (numbers.length - at);
      if (threads > 1 && spent + taken + ahead > startUp) {
        spent += taken;
        return numbers.slice(at);
      }
      onDraw(number, own(number));
      await setImmediate(); // lets a signal in
    }
    spent += performance.now() - start;
    return [];
  };
  const close = async () => {
    const ended = workers;
    workers = [];
    await Promise.all(ended.map((worker) => worker.terminate()));
  };
  const make = async (numbers: readonly number[], making: Making): Promise<void> => {
    if (numbers.length === 0) return;
    const left = workers.length > 0 ? numbers : await here(numbers, making);
    if (left.length === 0) return;
    const more = Math.max(0, Math.min(threads, left.length) - workers.length);
    workers = [...workers, ...Array.from({length: more}, () => startThread({task, economy}))];
    try {
      await onThreads(workers, left, making);
    } catch (error) {
      await close();
      throw error;
    }
  };
  return {make, close};
}

export type RunOptions = PoolOptions & {
  readonly draws: number;
  /** Draws that need not be made again. */
  readonly kept?: Draws | undefined;
  readonly onDraw?: ((number: number, draw: Draw) => void) | undefined;
  /** Called at the start and after every draw. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Makes the draws 0, 1, … of a task on this machine.
 *
 * @param economy of the task's baseline; its checksum has been compared
 * @throws what `drawer` and `onDraw` throw; fault `jobs/thread-died`
 */
export async function runDraws(task: PriceTask, economy: Economy, options: RunOptions): Promise<DrawSet> {
  const {draws, kept = new Map(), onDraw, onProgress, signal} = options;
  const made = new Map([...kept].filter(([number]) => number < draws));
  const meter = startMeter(draws, made.size);
  onProgress?.(meter(made.size));
  const pool = openDrawPool(task, economy, options);
  try {
    await pool.make(missing(draws, made), {
      signal,
      onDraw: (number, draw) => {
        made.set(number, draw);
        onDraw?.(number, draw);
        onProgress?.(meter(made.size));
      }
    });
  } finally {
    await pool.close();
  }
  return drawSet(draws, made);
}

function startThread(workerData: ThreadData): Worker {
  const worker = new Worker(new URL(`./drawThread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url), {
    workerData
  });
  worker.setMaxListeners(0); // a round adds its own
  return worker;
}

async function onThreads(workers: readonly Worker[], numbers: readonly number[], making: Making): Promise<void> {
  const round: Round = {numbers: Int32Array.from(numbers), next: new Int32Array(new SharedArrayBuffer(4))};
  const stop = () => Atomics.store(round.next, 0, numbers.length);
  let hasThrown = false;
  const onDraw: Making["onDraw"] = (number, draw) => {
    if (hasThrown) return; // what the other threads had made by then
    try {
      making.onDraw(number, draw);
    } catch (error) {
      hasThrown = true;
      throw error;
    }
  };
  making.signal?.addEventListener("abort", stop);
  if (making.signal?.aborted) stop();
  try {
    await Promise.all(workers.map((worker) => onThread(worker, round, onDraw)));
  } finally {
    stop();
    making.signal?.removeEventListener("abort", stop);
  }
}

/** Resolves when the thread has found no draw left. */
function onThread(worker: Worker, round: Round, onDraw: Making["onDraw"]): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      worker.off("message", heard).off("error", failed).off("exit", died);
      settle();
    };
    const heard = (message: FromThread) => {
      if (message.kind === "end") return end(resolve);
      if (message.kind === "wrong") {
        const {kind, code, message: text} = message.error;
        return end(() => reject(new ThawError(kind, code, text)));
      }
      try {
        onDraw(message.number, message.draw);
      } catch (error) {
        end(() => reject(error));
      }
    };
    const failed = (error: Error) => end(() => reject(threadDied(error.message, error)));
    const died = (code: number) => end(() => reject(threadDied(`exit code ${code}`)));
    worker.on("message", heard).on("error", failed).on("exit", died);
    worker.postMessage(round);
  });
}

const threadDied = (why: string, cause?: Error): ThawError =>
  new ThawError(
    "fault",
    "jobs/thread-died",
    `a thread that makes draws has died: ${why}; fewer threads need less memory`,
    {
      ...(cause && {cause})
    }
  );
