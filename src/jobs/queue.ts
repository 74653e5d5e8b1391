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
const AHEAD = 256; // chunks that wait or run at a time: more than workers make between two looks at the jobs
const PATIENCE = 5000; // ms without a draw and without a worker that makes one, until the asker is told

export type QueueOptions = {
  /** Address of the PostgreSQL that the workers have too. */
  readonly database: string;
  /** Called at the start and when there are more draws. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told in plain words when no worker does anything. */
  readonly onNote?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Has the draws 0, 1, … of a task made by whatever workers listen, and waits for them. Draws that the database has already
 * are not made again. Without a worker it waits, and says so; a stop takes the jobs back that nobody has begun and keeps what is made, so that the next call goes on.
 *
 * @throws what `openDatabase` throws; incorrect `jobs/draws-failed` with the worker's message when a job fails for good
 */
export async function priceOnQueue(task: PriceTask, draws: number, options: QueueOptions): Promise<DrawSet> {
  const {onProgress, onNote, signal} = options;
  const database = await openDatabase(options.database);
  try {
    return await database.plainly(async () => {
      const hash = taskHash(task);
      const since = await ask(database, hash, task);
      const made = new Set(await numbersMade(database, hash, 0, draws));
      const meter = startMeter(draws, made.size);
      onProgress?.(meter(made.size));
      let first = 0; // below it there are all
      let heard: number | null = performance.now(); // null when the silence since has been told
      for (let look = 0; made.size < draws && !signal?.aborted; look++) {
        if (look % TEND === 0) {
          const isWorked = await tend(database, hash, since, missing(draws, made));
          if (isWorked) heard = performance.now();
          else if (heard !== null && performance.now() - heard > PATIENCE) {
            onNote?.(`no worker makes draws in ${database.where}; start one there: thaw worker --database …`);
            heard = null;
          }
        }
        await setTimeout(LOOK, null, {signal}).catch(() => {});
        const before = made.size;
        while (made.has(first)) first++;
        for (const number of await numbersMade(database, hash, first, draws)) made.add(number);
        if (made.size === before) continue;
        heard = performance.now();
        onProgress?.(meter(made.size));
      }
      if (made.size < draws) await takeBack(database, hash);
      return drawSet(draws, await drawsMade(database, hash, draws));
    });
  } finally {
    await database.close();
  }
}

/**
 * Puts the task on the table; who asks again may have the baseline in another folder, where workers then look for it.
 *
 * @returns the instant, by the database's clock
 */
async function ask({pool}: Database, hash: string, task: PriceTask): Promise<Date> {
  const {rows} = await pool.query<{now: Date}>(
    `insert into thaw_price_task (hash, task) values ($1, $2)
     on conflict (hash) do update set task = excluded.task, asked_on = now()
     returning now()`,
    [hash, JSON.stringify(task)]
  );
  return rows[0]!.now;
}

/** The draws that the database has, of those from `from` on, below `to`. */
export async function numbersMade({pool}: Database, hash: string, from: number, to: number): Promise<number[]> {
  const {rows} = await pool.query<{draw: number}>(
    "select draw from thaw_price_draw where task = $1 and draw >= $2 and draw < $3",
    [hash, from, to]
  );
  return rows.map(({draw}) => draw);
}

async function drawsMade({pool}: Database, hash: string, below: number): Promise<Draws> {
  type Row = {readonly draw: number; readonly welfare: Buffer; readonly failed: readonly FailedDraw[]};
  const {rows} = await pool.query<Row>(
    "select draw, welfare, failed from thaw_price_draw where task = $1 and draw < $2",
    [hash, below]
  );
  return new Map<number, Draw>(
    rows.map(({draw, welfare, failed}) => [draw, {welfareHat: drawFigures(welfare)!, failed}])
  );
}

/**
 * Sees to it that the next missing draws are in jobs that wait or run. The queue holds one such job for a chunk at most, so
 * it does no harm to ask again; a job that was lost or taken back by somebody else is put there anew.
 *
 * @returns whether a worker has a job of the task
 */
async function tend(database: Database, hash: string, since: Date, numbers: readonly number[]): Promise<boolean> {
  const {boss} = database;
  const isWorked = await throwFailed(database, hash, since);
  const chunks = [...new Set(numbers.map((number) => Math.floor(number / CHUNK)))];
  await boss.insert(
    QUEUE,
    chunks.slice(0, AHEAD).map((chunk) => ({
      data: {task: hash, from: chunk * CHUNK, to: Math.min((chunk + 1) * CHUNK, numbers.at(-1)! + 1)} satisfies Chunk,
      singletonKey: chunkKey(hash, chunk * CHUNK)
    }))
  );
  return isWorked;
}

/** Two jobs with one key are the same work. */
export const chunkKey = (hash: string, from: number): string => `${hash}:${from}`;

type FailedOrActive = {
  readonly state: "failed" | "active";
  readonly data: Chunk;
  readonly output: {readonly message?: string; readonly value?: {readonly message?: string}} | null;
};

/** `findJobs` of pg-boss would give the completed ones too, which become many. @returns whether a job is active */
async function throwFailed(database: Database, hash: string, since: Date): Promise<boolean> {
  const {rows} = await database.pool.query<FailedOrActive>(
    `select state, data, output from pgboss.job where name = $1 and data->>'task' = $2
     and (state = 'active' or state = 'failed' and completed_on >= $3)`,
    [QUEUE, hash, since]
  );
  const failed = rows.find(({state}) => state === "failed");
  if (failed === undefined) return rows.length > 0;
  await takeBack(database, hash);
  const {from, to} = failed.data;
  const {message, value} = failed.output ?? {};
  throw new ThawError(
    "incorrect",
    "jobs/draws-failed",
    `draws ${from} to ${to - 1} failed on every worker that tried: ${message ?? value?.message ?? "no reason is known"}`
  );
}

async function takeBack(database: Database, hash: string): Promise<void> {
  const jobs = await database.boss.findJobs<Chunk>(QUEUE, {data: {task: hash}, queued: true, limit: 100_000});
  const ids = jobs.map(({id}) => id);
  if (ids.length > 0) await database.boss.cancel(QUEUE, ids);
}
