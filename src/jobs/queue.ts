import {setTimeout} from "node:timers/promises";
import {ThawError} from "../errors.ts";
import type {Draw, FailedDraw, PriceTask} from "../studies/price/pricer.ts";
import {type Chunk, type Database, openDatabase, QUEUE} from "./database.ts";
import {drawFigures} from "./drawBytes.ts";
import {type DrawSet, type Draws, drawSet, missing, type Progress, startMeter} from "./drawSet.ts";
import {taskHash} from "./taskHash.ts";

/** Draws in a job: enough that the queue costs little, few enough that a stop or a dead worker holds up little. */
const CHUNK = 16;
const LOOK = 500; // ms between two looks at the table of draws
const TEND = 4; // looks between two at the jobs

export type QueueOptions = {
  /** Address of the PostgreSQL that the workers have too. */
  readonly database: string;
  /** Called at the start and when there are more draws. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Has the draws 0, 1, … of a task made by whatever workers listen, and waits for them. Draws that the database has already
 * are not made again; a stop takes the jobs back that nobody has begun and keeps what is made, so that the next call goes on.
 *
 * @throws what `openDatabase` throws; incorrect `jobs/draws-failed` with the worker's message when a job fails for good
 */
export async function priceOnQueue(task: PriceTask, draws: number, options: QueueOptions): Promise<DrawSet> {
  const {onProgress, signal} = options;
  const database = await openDatabase(options.database);
  try {
    return await database.plainly(async () => {
      const hash = taskHash(task);
      const since = await ask(database, hash, task, draws);
      let made = await numbersMade(database, hash, draws);
      const meter = startMeter(draws, made.size);
      onProgress?.(meter(made.size));
      for (let look = 0; made.size < draws && !signal?.aborted; look++) {
        if (look % TEND === 0) await tend(database, hash, since, missing(draws, made));
        await setTimeout(LOOK, null, {signal}).catch(() => {});
        const before = made.size;
        made = await numbersMade(database, hash, draws);
        if (made.size > before) onProgress?.(meter(made.size));
      }
      if (made.size < draws) await takeBack(database, hash);
      return drawSet(draws, await drawsMade(database, hash));
    });
  } finally {
    await database.close();
  }
}

/** Puts the task on the table. @returns the instant, by the database's clock */
async function ask({pool}: Database, hash: string, task: PriceTask, asked: number): Promise<Date> {
  const {rows} = await pool.query<{now: Date}>(
    `insert into thaw_price_task (hash, task, asked) values ($1, $2, $3)
     on conflict (hash) do update set asked = greatest(thaw_price_task.asked, excluded.asked), asked_on = now()
     returning now()`,
    [hash, JSON.stringify(task), asked]
  );
  return rows[0]!.now;
}

export async function numbersMade({pool}: Database, hash: string, below: number): Promise<Set<number>> {
  const {rows} = await pool.query<{draw: number}>("select draw from thaw_price_draw where task = $1 and draw < $2", [
    hash,
    below
  ]);
  return new Set(rows.map(({draw}) => draw));
}

async function drawsMade({pool}: Database, hash: string): Promise<Draws> {
  type Row = {readonly draw: number; readonly welfare: Buffer; readonly failed: readonly FailedDraw[]};
  const {rows} = await pool.query<Row>("select draw, welfare, failed from thaw_price_draw where task = $1", [hash]);
  return new Map<number, Draw>(
    rows.map(({draw, welfare, failed}) => [draw, {welfareHat: drawFigures(welfare)!, failed}])
  );
}

/**
 * Sees to it that every missing draw is in a job that waits or runs. The queue holds one such job for a chunk at most, so
 * it does no harm to ask again; a job that was lost or taken back by somebody else is put there anew.
 */
async function tend(database: Database, hash: string, since: Date, numbers: readonly number[]): Promise<void> {
  const {boss} = database;
  await throwFailed(database, hash, since);
  const chunks = new Set(numbers.map((number) => Math.floor(number / CHUNK)));
  await boss.insert(
    QUEUE,
    [...chunks].map((chunk) => ({
      data: {task: hash, from: chunk * CHUNK, to: Math.min((chunk + 1) * CHUNK, numbers.at(-1)! + 1)} satisfies Chunk,
      singletonKey: chunkKey(hash, chunk * CHUNK)
    }))
  );
}

/** Two jobs with one key are the same work. */
export const chunkKey = (hash: string, from: number): string => `${hash}:${from}`;

const jobsOf = ({boss}: Database, hash: string, queued: boolean) =>
  boss.findJobs<Chunk>(QUEUE, {data: {task: hash}, queued, limit: 100_000});

async function throwFailed(database: Database, hash: string, since: Date): Promise<void> {
  const jobs = await jobsOf(database, hash, false);
  const failed = jobs.find(
    ({state, completedOn}) => state === "failed" && completedOn !== null && completedOn >= since
  );
  if (failed === undefined) return;
  await takeBack(database, hash);
  const {from, to} = failed.data;
  const {message, value} = (failed.output ?? {}) as {message?: string; value?: {message?: string}};
  throw new ThawError(
    "incorrect",
    "jobs/draws-failed",
    `draws ${from} to ${to - 1} failed on every worker that tried: ${message ?? value?.message ?? "no reason is known"}`
  );
}

async function takeBack(database: Database, hash: string): Promise<void> {
  const ids = (await jobsOf(database, hash, true)).map(({id}) => id);
  if (ids.length > 0) await database.boss.cancel(QUEUE, ids);
}
