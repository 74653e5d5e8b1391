import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import {expect, test, vi} from "vitest";
import {openDrawPool, runDraws, threadsFor} from "../../../src/jobs/drawPool.ts";
import {drawSet, type Progress} from "../../../src/jobs/drawSet.ts";
import {randomEconomy} from "../trade/economies.ts";
import {plainDraws, smallEconomy, someTask} from "./tasks.ts";

const upTo = (draws: number) => Array.from({length: draws}, (_, number) => number);
const economy = randomEconomy({N: 5, J: 4, seed: 3, inputs: true, tariffs: true});
const task = someTask(economy);

test("the draws of one thread, of two and of three are those of the pricer, bit for bit, and so are the failures", async () => {
  const draws = 60;
  const expected = drawSet(draws, plainDraws(task, economy, upTo(draws)));
  expect(expected.failed.length).toBeGreaterThan(0);
  expect(expected.failed.length).toBeLessThan(draws);
  for (const threads of [1, 2, 3])
    expect(await runDraws(task, economy, {draws, threads, startUp: 0})).toEqual(expected);
});

test("draws that are kept are not made again", async () => {
  const small = someTask(smallEconomy);
  const kept = plainDraws(small, smallEconomy, [0, 2, 9, 12]);
  const made: number[] = [];
  const set = await runDraws(small, smallEconomy, {draws: 10, kept, onDraw: (number) => made.push(number)});
  expect(made).toEqual([1, 3, 4, 5, 6, 7, 8]);
  expect(set).toEqual(drawSet(10, plainDraws(small, smallEconomy, upTo(10))));
});

test.each([1, 2])("a stop with %i threads keeps what is made, and the rest can be made after it", async (threads) => {
  const stopping = new AbortController();
  const draws = 300;
  const onProgress = ({done}: Progress) => done === 50 && stopping.abort();
  const kept = new Map();
  const stopped = await runDraws(task, economy, {
    ...{draws, threads, startUp: 0, onProgress, signal: stopping.signal},
    onDraw: (number, draw) => kept.set(number, draw)
  });
  const made = stopped.welfareHat.filter((one) => one !== null).length;
  expect(made).toBe(kept.size);
  expect(made).toBeGreaterThanOrEqual(50);
  expect(made).toBeLessThan(draws);
  expect(await runDraws(task, economy, {draws, threads, kept})).toEqual(
    drawSet(draws, plainDraws(task, economy, upTo(draws)))
  );
});

test("a signal that has been given stops before the first draw", async () => {
  const {welfareHat} = await runDraws(task, economy, {draws: 3, signal: AbortSignal.abort()});
  expect(welfareHat).toEqual([null, null, null]);
});

test("progress starts at what is kept, ends at the total, and estimates the time left from new draws alone", async () => {
  const seen: Progress[] = [];
  const kept = plainDraws(task, economy, [0, 1, 2, 3, 4]);
  await runDraws(task, economy, {draws: 8, kept, onProgress: (progress) => seen.push(progress)});
  expect(seen.map(({done}) => done)).toEqual([5, 6, 7, 8]);
  expect(seen.map(({left}) => left === null)).toEqual([true, false, false, false]);
  expect(seen.at(-1)).toMatchObject({total: 8, left: 0});
  expect(seen[1]!.left).toBeCloseTo(2 * seen[1]!.elapsed, 6);
});

test.each([1, 2])("what the caller throws at a draw stops the draws of %i threads and is thrown", async (threads) => {
  const full = new Error("no space left on device");
  let calls = 0;
  const onDraw = () => {
    if (++calls === 50) throw full;
  };
  await expect(runDraws(task, economy, {draws: 2000, threads, startUp: 0, onDraw})).rejects.toBe(full);
  expect(calls).toBe(50);
});

test("a thread that dies is told in plain words, and the pool can be used again", async () => {
  const pool = openDrawPool(task, economy, {threads: 2, startUp: 0});
  const draws = 3000;
  const numbers = upTo(draws);
  const made = new Set<number>();
  const started = vi.spyOn(Worker.prototype, "postMessage");
  const dying = pool.make(numbers, {
    onDraw: (number) => {
      made.add(number);
      if (made.size === 50) void (started.mock.contexts[0] as InstanceType<typeof Worker>).terminate();
    }
  });
  await expect(dying).rejects.toMatchObject({
    kind: "fault",
    code: "jobs/thread-died",
    message: "a thread that makes draws has died: exit code 1; fewer threads need less memory"
  });
  started.mockRestore();
  expect(made.size).toBeLessThan(draws);
  await pool.make([0, 1], {onDraw: (number) => made.add(number)});
  await pool.close();
  expect(made.has(0)).toBe(true);
});

test.each([1, 2])("a task that is wrong is refused by %i threads in the same words", async (threads) => {
  const wrong = {...task, closure: {kind: "nominal", country: "Atlantis"} as const};
  await expect(runDraws(wrong, economy, {draws: 3, threads, startUp: 0})).rejects.toMatchObject({
    ...{kind: "incorrect", code: "trade/closure-country"},
    message: expect.stringMatching(/^unknown country of the closure: Atlantis; one of /)
  });
});

test("without a draw to make nothing is solved", async () => {
  const wrong = {...task, elasticities: []};
  expect(await runDraws(wrong, economy, {draws: 0})).toEqual({asked: 0, welfareHat: [], failed: []});
  await expect(runDraws(wrong, economy, {draws: 1})).rejects.toMatchObject({kind: "incorrect"});
});

/** The threads that were at work while something was done. */
async function threadsAtWork(work: (count: () => number) => Promise<void>): Promise<number> {
  const posted = vi.spyOn(Worker.prototype, "postMessage");
  const count = () => new Set(posted.mock.contexts).size;
  try {
    await work(count);
    return count();
  } finally {
    posted.mockRestore();
  }
}

test("there are no more threads than draws to make, nor than the machine is good for", async () => {
  const few = await threadsAtWork(async () => {
    await runDraws(task, economy, {draws: 3, threads: 60, startUp: 0});
  });
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThanOrEqual(3);
  expect(threadsFor(999)).toBe(Math.min(999, 4 * availableParallelism()));
  expect([threadsFor(1), threadsFor()]).toEqual([1, availableParallelism()]);
});

test("draws made one by one count together as work that threads are worth", async () => {
  const pool = openDrawPool(task, economy, {threads: 2, startUp: 20});
  const atOnce = await threadsAtWork(() => pool.make([0], {onDraw: () => {}}));
  const inTheEnd = await threadsAtWork(async (count) => {
    for (let number = 1; number < 5000 && count() === 0; number++) await pool.make([number], {onDraw: () => {}});
  });
  await pool.close();
  expect([atOnce, inTheEnd]).toEqual([0, 1]);
});
