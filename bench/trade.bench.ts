import {ok, strictEqual} from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {availableParallelism, tmpdir} from "node:os";
import {join} from "node:path";
import type {Bench, Result} from "./bench.ts";
import {bandwidth} from "./memory.ts";
import type {Timing} from "./timing.ts";
import {timeBand} from "./tradeBand.ts";
import {inBrowser} from "./tradeBrowser.ts";
import {largestTwo, type ShockName, shocks, type WorldName, worlds} from "./tradeData.ts";
import {type Solved, TOLERANCE} from "./tradeSolve.ts";

const OURS = "thaw";
const WHOLE = "thaw, with calibration";
const PEER = "fixed point, NumPy";

/** What an answer may be off the peer's: each stops at residuals of 1e-10, and an error is some multiple of its residual. */
const AGREED = 1e-8;

const PEER_SECONDS = 3;
const BAND_TARGET = {ms: 10_000, draws: 1000, threads: 2};

type Facts = Record<string, number | string>;

type PeerSolved = {
  readonly timing: Timing;
  readonly sweeps: number;
  readonly rounds: number;
  readonly wageHat: readonly number[];
  readonly realConsumptionHat: readonly number[];
  readonly versions: string;
};

/**
 * The trade engine: one thread, worlds of five shapes, two shocks; the same prepared model by the usual damped iteration;
 * a band of draws on two threads; a browser's worker. Every world has a process of its own, so that its peak memory can be
 * read. Throws when a residual is above 1e-10 or two answers differ.
 */
export const tradeBench: Bench = async ({quick}) => {
  const results: Result[] = [];
  const facts: Facts = {};
  const folder = mkdtempSync(join(tmpdir(), "thaw-trade-"));
  const hasPeer = spawnSync("python3", ["-c", "import numpy"]).status === 0;
  if (!hasPeer) facts[PEER] = "left out: no python3 with NumPy on the path";
  try {
    for (const name of Object.keys(worlds) as WorldName[]) {
      const solved = solveWorld(name, folder, quick ? 5 : name === "80 × 40" ? 15 : 51);
      const [N, J] = solved.shape;
      const size = N * N * J;
      facts[`${name}: peak MB`] =
        `${megabytes(solved.peak)}, ${megabytes(solved.peakBefore)} of it before the first solution`;
      for (const shock of Object.keys(shocks) as ShockName[]) {
        const {prepared, whole, iterations, residual, labourMarket, bytesPerSweep} = solved.shocks[shock];
        const task = `${name}, ${shock}`;
        results.push({task, size, by: OURS, timing: prepared}, {task, size, by: WHOLE, timing: whole});
        const {read, copy} = bandwidth(bytesPerSweep);
        const floor = (speed: number) => (1e3 * bytesPerSweep * iterations) / speed;
        facts[`${task}: target ms`] = worlds[name].target;
        facts[`${task}: iterations`] = iterations;
        facts[`${task}: residual`] = residual;
        facts[`${task}: labour market`] = labourMarket;
        facts[`${task}: bytes a sweep`] = bytesPerSweep;
        facts[`${task}: floor ms, reading`] = floor(read);
        facts[`${task}: floor ms, copying`] = floor(copy);
        if (!hasPeer) continue;
        const peer = runPeer(folder, shock, solved);
        results.push({task, size, by: PEER, timing: peer.timing});
        facts[`${task}: ${PEER}: sweeps`] = peer.sweeps;
        facts[`${task}: ${PEER}: difference`] = differenceOf(task, solved.shocks[shock].answer, peer);
        facts[PEER] = peer.versions;
      }
    }
  } finally {
    rmSync(folder, {recursive: true});
  }
  Object.assign(facts, machineSpeed(), await bandFacts(quick), await browserFacts(quick));
  return {results, baseline: OURS, facts};
};

const solveWorld = (name: WorldName, folder: string, repeats: number): Solved =>
  run<Solved>(process.execPath, [join(import.meta.dirname, "tradeSolve.ts"), name, folder, String(repeats)]);

const runPeer = (folder: string, shock: ShockName, {shape}: Solved): PeerSolved =>
  run<PeerSolved>(
    "python3",
    [join(import.meta.dirname, "peers", "tradeIteration.py"), folder, shock, ...shape, TOLERANCE, PEER_SECONDS].map(
      String
    )
  );

/** One thread, also for the linear algebra under NumPy. */
function run<T>(command: string, args: readonly string[]): T {
  const env = {...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1"};
  const {status, stdout, stderr} = spawnSync(command, args, {encoding: "utf8", maxBuffer: 2 ** 26, env});
  strictEqual(status, 0, `${command} ${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

type Answer = Pick<PeerSolved, "wageHat" | "realConsumptionHat">;

function differenceOf(task: string, ours: Answer, peer: Answer): number {
  const worst = Math.max(
    ...(["wageHat", "realConsumptionHat"] as const).flatMap((key) => {
      strictEqual(ours[key].length, peer[key].length);
      return ours[key].map((value, c) => Math.abs(value / peer[key][c]! - 1));
    })
  );
  ok(worst <= AGREED, `${task}: ${OURS} and ${PEER} differ by ${worst}`);
  return worst;
}

const megabytes = (bytes: number | null): string => (bytes === null ? "unknown" : (bytes / 1e6).toFixed(0));

/** Gigabytes a second at sizes that fit a level of the cache or none. */
const machineSpeed = (): Facts =>
  Object.fromEntries(
    [256, 1024, 8192, 262_144].map((kilobytes) => {
      const {read, copy} = bandwidth(kilobytes * 1024);
      return [`bandwidth at ${kilobytes} kB`, `read ${(read / 1e9).toFixed(1)} GB/s, copy ${(copy / 1e9).toFixed(1)}`];
    })
  );

async function bandFacts(quick: boolean): Promise<Facts> {
  const {threads, ms: target} = BAND_TARGET;
  const draws = quick ? 100 : BAND_TARGET.draws;
  const {ms, failed} = await timeBand(draws, threads);
  return {
    "band: draws": draws,
    "band: threads": threads,
    "band: cores": availableParallelism(),
    "band: ms": ms,
    "band: failed": failed,
    "band: target ms": (target * draws) / BAND_TARGET.draws
  };
}

async function browserFacts(quick: boolean): Promise<Facts> {
  const economy = worlds["44 × 14"].make();
  const shock = shocks.tariffs(economy, largestTwo(economy)[0]);
  const both = await inBrowser({economy, shock, effort: {warmUp: 10, repeats: quick ? 11 : 51}});
  if (both === null) return {browser: "left out: no Chromium"};
  const {node, browser, version} = both;
  const difference = Math.max(
    ...node.realConsumptionHat.map((value, c) => Math.abs(value / browser.realConsumptionHat[c]! - 1))
  );
  ok(difference <= TOLERANCE, `the browser's answer differs by ${difference}`);
  return {
    browser: `Chromium ${version}`,
    "browser: ms": browser.timing.median,
    "browser: ms in Node": node.timing.median,
    "browser: times Node": browser.timing.median / node.timing.median,
    "browser: target": 1.5,
    "browser: difference": difference
  };
}
