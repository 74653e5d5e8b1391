import {setTimeout} from "node:timers/promises";
import type {Job} from "pg-boss";
import {openBaseline} from "../casebook/baselines.ts";
import {incorrect, ThawError} from "../errors.ts";
import type {Draw, PriceTask} from "../studies/price/pricer.ts";
import {type Chunk, type Database, openDatabase, QUEUE} from "./database.ts";
import {drawBytes} from "./drawBytes.ts";
import {type DrawPool, openDrawPool} from "./drawPool.ts";
import {missing} from "./drawSet.ts";
import {chunkKey, numbersMade} from "./queue.ts";
import {taskHash, version} from "./taskHash.ts";

const IDLE = 500; // ms between two looks into an empty queue
const BEAT = 3000; // ms between two signs of life, of which the queue wants one every 10 s
const LOST = 5000; // ms until a database that was lost is asked again

export type WorkerOptions = {
  readonly database: string;
  /** Where baselines of one's own are: the folder that a task's path starts from. */
  readonly cwd: string;
  readonly threads?: number | undefined;
  /** Told what the worker does, a line each. */
  readonly onNote: (text: string) => void;
  /** Stops between draws: what is made is kept, and the rest of the job handed back. */
  readonly signal: AbortSignal;
};

/** The task that was worked on last; its pool serves the next job of it. */
type Bench = {readonly hash: string; readonly pool: DrawPool};

/**
 * Takes jobs off the queue and makes their draws until it is stopped. A job that fails goes to the next worker, and its
 * message to the one who asked when nobody can do it. A draw is in the table once, by its primary key, however often it
 * was made.
 *
 * @throws what `openDatabase` throws
 */
export async function work({database: url, cwd, threads, onNote, signal}: WorkerOptions): Promise<void> {
  const database = await openDatabase(url, onNote);
  onNote(`waiting for draws in ${database.where}`);
  let bench = null as Bench | null;
  try {
    while (!signal.aborted) {
      try {
        const [job] = await database.plainly(() => database.boss.fetch<Chunk>(QUEUE));
        if (job === undefined) await setTimeout(IDLE, null, {signal}).catch(() => {});
        else await makeJob(job);
      } catch (error) {
        if (!(error instanceof ThawError) || error.kind === "fault") throw error;
        onNote(`${error.message}; trying again in ${LOST / 1000} s`);
        await setTimeout(LOST, null, {signal}).catch(() => {});
      }
    }
  } finally {
    await bench?.pool.close();
    await database.close();
  }

  async function makeJob(job: Job<Chunk>): Promise<void> {
    const {boss, plainly} = database;
    const {task: hash, from, to} = job.data;
    const title = `draws ${from} to ${to - 1} of task ${hash.slice(0, 8)}`;
    const alive = setInterval(() => void boss.touch(QUEUE, job).catch(() => {}), BEAT);
    try {
      const current = await benchFor(hash);
      const start = performance.now();
      const left = await makeDraws(current, from, to);
      if (left > 0) await handBack(job);
      else await plainly(() => boss.complete(QUEUE, job));
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      onNote(left > 0 ? `${title}: stopped, ${left} left to others` : `${title}: ${seconds} s`);
    } catch (error) {
      const {message} = error as Error;
      onNote(`${title}: failed: ${message}`);
      await plainly(() => boss.fail(QUEUE, job, {message}));
    } finally {
      clearInterval(alive);
    }
  }

  /** The bench of a task. Whatever goes wrong after it, `work` has it and closes its threads. */
  async function benchFor(hash: string): Promise<Bench> {
    if (bench?.hash === hash) return bench;
    const last = bench;
    bench = null;
    await last?.pool.close();
    const task = await readTask(database, hash);
    const {economy, checksum} = openBaseline(task.baseline, cwd);
    if (checksum !== task.checksum)
      throw incorrect(
        "jobs/other-baseline",
        `baseline ${task.baseline} of this worker has another checksum: ${checksum}; the task wants ${task.checksum}`
      );
    bench = {hash, pool: openDrawPool(task, economy, {threads})};
    return bench;
  }

  /** @returns how many were not made before a stop */
  async function makeDraws({hash, pool}: Bench, from: number, to: number): Promise<number> {
    const {plainly} = database;
    const made = new Set(await plainly(() => numbersMade(database, hash, from, to)));
    const numbers = missing(to, made).filter((number) => number >= from);
    const written: Promise<void>[] = [];
    await pool.make(numbers, {
      signal,
      onDraw: (number, draw) => {
        const done = write(database, hash, number, draw);
        done.catch(() => {}); // told below, by all of them together
        written.push(done);
      }
    });
    await plainly(() => Promise.all(written));
    return numbers.length - written.length;
  }

  /** Not `fail`, which would count as a try of a job that may be tried only so often. */
  async function handBack(job: Job<Chunk>): Promise<void> {
    const {boss, plainly} = database;
    await plainly(() => boss.complete(QUEUE, job));
    await plainly(() => boss.send(QUEUE, job.data, {singletonKey: chunkKey(job.data.task, job.data.from)}));
  }
}

async function readTask({pool}: Database, hash: string): Promise<PriceTask> {
  const {rows} = await pool.query<{task: PriceTask}>("select task from thaw_price_task where hash = $1", [hash]);
  const task = rows[0]?.task;
  if (task === undefined) throw incorrect("jobs/no-task", `no task ${hash} in the database; ask for it again`);
  if (taskHash(task) !== hash)
    throw incorrect(
      "jobs/other-version",
      `the task is of another version of thaw than this worker's ${version()}; the same version is needed everywhere`
    );
  return task;
}

async function write({pool}: Database, hash: string, number: number, {welfareHat, failed}: Draw): Promise<void> {
  await pool.query(
    "insert into thaw_price_draw (task, draw, welfare, failed) values ($1, $2, $3, $4) on conflict do nothing",
    [hash, number, drawBytes(welfareHat), JSON.stringify(failed)]
  );
}
