import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {setTimeout} from "node:timers/promises";
import pg from "pg";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {openBaseline} from "../../src/casebook/baselines.ts";
import {packageRoot} from "../../src/casebook/node.ts";
import {runDraws} from "../../src/jobs/drawPool.ts";
import type {Progress} from "../../src/jobs/drawSet.ts";
import {priceOnQueue} from "../../src/jobs/queue.ts";
import {taskHash} from "../../src/jobs/taskHash.ts";
import {random} from "../../src/numeric/random.ts";
import type {PriceTask} from "../../src/studies/price/pricer.ts";
import {main, nodeFlags, plainEnv, thaw} from "../cli/thaw.ts";
import {someTask} from "../unit/jobs/tasks.ts";
import {PASSWORD, type Server, startPostgres} from "./postgres.ts";

const SEED = Number(process.env["THAW_SEED"] ?? 20);
const LONG = 60_000; // ms; a dead worker is found out after some 12 s

let server: Server;
let pool: pg.Pool;
let database: string;
beforeAll(async () => {
  server = await startPostgres();
  database = server.url("thaw");
  pool = new pg.Pool({connectionString: database});
  pool.on("error", () => {}); // the server puts out who is still there at its end
});
afterAll(async () => {
  await pool.end();
  await server.stop();
});

type Worker = {readonly child: ChildProcess; readonly said: () => string; readonly stopped: Promise<number | null>};
const workers: Worker[] = [];
beforeEach(() => {
  workers.length = 0;
});
afterEach(() => {
  for (const {child} of workers) child.kill("SIGKILL");
});

/** Starts `thaw worker` as a process of its own; resolves when it waits for jobs. */
async function startWorker({url = database, threads = 1} = {}): Promise<Worker> {
  const child = spawn(process.execPath, [...nodeFlags, main, "worker", "--threads", String(threads)], {
    cwd: packageRoot,
    env: plainEnv({DATABASE_URL: url}),
    stdio: ["ignore", "pipe", "pipe"]
  });
  let text = "";
  const hear = (more: string) => {
    text += more;
  };
  child.stdout!.setEncoding("utf8").on("data", (more) => hear(`stdout: ${more}`));
  child.stderr!.setEncoding("utf8").on("data", hear);
  const stopped = once(child, "exit").then(([code]) => code as number | null);
  const worker = {child, said: () => text, stopped};
  workers.push(worker);
  while (!text.includes("waiting for draws")) {
    if (child.exitCode !== null) throw new Error(`the worker ended with ${child.exitCode}: ${text}`);
    await setTimeout(50);
  }
  return worker;
}

const baseline = openBaseline("wiod2014-44x14", packageRoot);
const taskOf = (number: number): PriceTask => ({
  ...someTask(baseline.economy, SEED + number),
  baseline: "wiod2014-44x14",
  checksum: baseline.checksum
});

const ask = async (sql: string, ...values: readonly unknown[]) => (await pool.query(sql, [...values])).rows;
/** Jobs that a worker has and of which at least so many draws are not written yet. */
const jobsAtWork = async (left: number): Promise<number> => {
  const made = `select count(*) from thaw_price_draw
    where task = data->>'task' and draw >= (data->>'from')::int and draw < (data->>'to')::int`;
  const unmade = `(data->>'to')::int - (data->>'from')::int - (${made})`;
  return (await ask(`select id from pgboss.job where state = 'active' and ${unmade} >= $1`, left)).length;
};

/** Freezes a worker at a moment of which `holds` is true while it is frozen, and then sends it the signal. */
async function signalWhen({child}: Worker, signal: NodeJS.Signals, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    child.kill("SIGSTOP");
    await setTimeout(50); // for the server to end what the worker has sent it
    const isTime = await holds();
    if (isTime) child.kill(signal);
    child.kill("SIGCONT");
    if (isTime) return;
    await setTimeout(20);
  }
  throw new Error("the moment never came");
}

test("a worker killed in mid-job loses no draw and repeats none in the result", {timeout: LONG}, async () => {
  const draws = 200;
  const task = taskOf(0);
  const killAt = 1 + Math.floor(random(SEED)() * (draws / 3));
  const [victim] = await Promise.all([startWorker(), startWorker()]);
  let killed: Promise<void> | null = null;
  const onProgress = ({done}: Progress) => {
    // Each of the two has one job at most: where two run, the frozen one has one.
    if (done >= killAt) killed ??= signalWhen(victim!, "SIGKILL", async () => (await jobsAtWork(1)) === 2);
  };
  const set = await priceOnQueue(task, draws, {database, onProgress});
  await killed;
  expect(await victim!.stopped).toBe(null);
  expect(set).toEqual(await runDraws(task, baseline.economy, {draws, threads: 1}));
  expect(await ask("select count(*)::int as rows, count(distinct draw)::int as draws from thaw_price_draw")).toEqual([
    {rows: draws, draws}
  ]);
  const tries = await ask("select retry_count as tries, state from pgboss.job where retry_count > 0");
  expect(tries).toEqual([{tries: 1, state: "completed"}]);
});

test("draws that the database has are given without a worker, also some of them", async () => {
  const set = await priceOnQueue(taskOf(0), 40, {database});
  expect(set).toEqual(await runDraws(taskOf(0), baseline.economy, {draws: 40, threads: 1}));
});

test("a worker stops on SIGTERM between two draws and hands the rest to the next one", {timeout: LONG}, async () => {
  const draws = 96;
  const first = await startWorker();
  let told: Promise<void> | null = null;
  const onProgress = ({done}: Progress) => {
    if (done > 0) told ??= signalWhen(first, "SIGTERM", async () => (await jobsAtWork(4)) === 1);
  };
  const asked = priceOnQueue(taskOf(1), draws, {database, onProgress});
  expect(await first.stopped).toBe(0);
  expect(first.said()).toMatch(/stopped, \d+ left to others\nstopped\n$/);
  await told;
  expect(await jobsAtWork(0)).toBe(0);
  await startWorker();
  expect(await asked).toEqual(await runDraws(taskOf(1), baseline.economy, {draws, threads: 1}));
});

test("who stops asking gets what is made, and takes the other jobs back", {timeout: LONG}, async () => {
  const stopping = new AbortController();
  await startWorker();
  const onProgress = ({done}: Progress) => done > 0 && stopping.abort();
  const {welfareHat} = await priceOnQueue(taskOf(2), 2000, {database, onProgress, signal: stopping.signal});
  expect(welfareHat).toHaveLength(2000);
  expect(welfareHat.some((one) => one !== null)).toBe(true);
  expect(welfareHat.some((one) => one === null)).toBe(true);
  expect(await ask("select id from pgboss.job where state in ('created', 'retry')")).toEqual([]);
});

test("a worker that loses the database in its first job ends when it is stopped", {timeout: LONG}, async () => {
  const own = await startPostgres();
  const url = own.url("thaw");
  const worker = await startWorker({url, threads: 2});
  const {steps, ...rest} = taskOf(5);
  const slow = {...rest, steps: Array.from({length: 40}, () => steps[0]!)}; // a job takes seconds, and threads
  let stopped: Promise<void> | null = null;
  const onProgress = ({done}: Progress) => {
    if (done > 2) stopped ??= own.stop();
  };
  const asked = priceOnQueue(slow, 16, {database: url, onProgress});
  await expect(asked.finally(() => (stopped ??= own.stop()))).rejects.toMatchObject({kind: "notFound"});
  while (!worker.said().includes("trying again")) await setTimeout(100);
  worker.child.kill("SIGINT");
  expect(await Promise.race([worker.stopped, setTimeout(10_000, "still there", {ref: false})])).toBe(0);
});

test("who asks where no worker is hears so, and a long task does not flood the queue", {timeout: LONG}, async () => {
  const stopping = new AbortController();
  const said: string[] = [];
  const jobs: unknown[] = [];
  const onNote = (text: string) => {
    said.push(text);
    void ask(
      "select count(*)::int as jobs from pgboss.job where data->>'task' = $1 and state = 'created'",
      taskHash(task)
    )
      .then((rows) => jobs.push(...rows))
      .finally(() => stopping.abort());
  };
  const task = taskOf(6);
  const {welfareHat} = await priceOnQueue(task, 20_000, {database, onNote, signal: stopping.signal});
  expect(welfareHat.every((one) => one === null)).toBe(true);
  expect(said).toEqual([
    `no worker makes draws in thaw on 127.0.0.1:${server.port}; start one there: thaw worker --database …`
  ]);
  expect(jobs).toEqual([{jobs: 256}]);
});

test("a task that is asked from another folder is known, and looked for there from then on", async () => {
  const moved = {...taskOf(0), baseline: "moved/baseline"};
  expect(await priceOnQueue(moved, 8, {database})).toEqual(await priceOnQueue(taskOf(0), 8, {database}));
  await priceOnQueue(moved, 8, {database});
  expect(await ask("select task->>'baseline' as at from thaw_price_task where hash = $1", taskHash(moved))).toEqual([
    {at: "moved/baseline"}
  ]);
});

test("a baseline with another checksum fails the job, and the one who asks is told why", {timeout: LONG}, async () => {
  const worker = await startWorker();
  const wrong = {...taskOf(3), checksum: "0".repeat(64)};
  const absent = {...taskOf(4), baseline: "my/own-baseline"};
  const why = `baseline wiod2014-44x14 of this worker has another checksum: ${baseline.checksum}; the task wants ${wrong.checksum}`;
  await Promise.all([
    expect(priceOnQueue(wrong, 8, {database})).rejects.toMatchObject({
      ...{kind: "incorrect", code: "jobs/draws-failed"},
      message: `draws 0 to 7 failed on every worker that tried: ${why}`
    }),
    expect(priceOnQueue(absent, 8, {database})).rejects.toThrow("no baseline my/own-baseline; bundled baselines: ")
  ]);
  expect(worker.said()).toContain(`failed: ${why}`);
  expect(worker.child.exitCode).toBe(null);
});

test.each([
  ["nobody listens", 3, "nobody listens there; start PostgreSQL or correct the address", () => "127.0.0.1:1/thaw"],
  [
    "no such database",
    3,
    "there is no such database; create it or correct the address",
    () => `127.0.0.1:${server.port}/nix`
  ]
])("thaw worker says so where there is no database: %s", (_, code, right, place) => {
  const [at, name] = place().split("/");
  const done = thaw(["worker"], {env: {DATABASE_URL: `postgres://thaw:${PASSWORD}@${place()}`}});
  expect(done).toMatchObject({code, stdout: ""});
  expect(done.stderr).toContain(`thaw: no database ${name} on ${at}: ${right}\n`);
  expect(done.stderr).not.toContain(PASSWORD);
});

test("thaw worker says so where the password is wrong, and prints neither", () => {
  const done = thaw(["worker", "--database", database.replace(PASSWORD, "wrong-password")]);
  expect(done).toMatchObject({code: 2, stdout: ""});
  expect(done.stderr).toContain(
    `thaw: the database thaw on 127.0.0.1:${server.port} lets nobody in with that user and password; correct them\n`
  );
  expect(done.stderr).not.toMatch(/wrong-password|open-sesame/);
});

test("thaw worker says so where the server has no SSL", () => {
  const done = thaw(["worker", "--database", `${database}?sslmode=require`]);
  expect(done).toMatchObject({code: 2, stdout: ""});
  expect(done.stderr).toContain(
    `thaw: the database thaw on 127.0.0.1:${server.port} has no SSL; leave sslmode out of the address, or turn SSL on at the server\n`
  );
});

test("thaw worker says so where the user may make no tables", async () => {
  await pool.query("create role guest login password 'open-sesame'");
  const done = thaw(["worker", "--database", database.replace("thaw:", "guest:")]);
  expect(done).toMatchObject({code: 2, stdout: ""});
  expect(done.stderr).toMatch(/thaw: the database thaw on \S+ refuses: permission denied for \w+ \w+\n/);
});
