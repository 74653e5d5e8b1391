import {strictEqual} from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Bench, Result} from "./bench.ts";
import {writeRecords} from "./durationData.ts";
import {type Fitted, tasks} from "./durationFit.ts";

const SEED = 1;
const FITS_OF_R = 3;

/** R's `coxph` stops when its likelihood settles to 1e-9 of itself, so coefficients agree to fewer digits than sums do. */
const TOLERANCE = 1e-6;
const OURS = "thaw";

type Versions = Readonly<Record<"r" | "survival" | "cmprsk", string>>;

/**
 * Estimators of durations beside R's survival and cmprsk, on the same files. Every fit has a process of its own, so that its
 * peak memory can be read, and reads the columns that it needs before the clock starts. Throws when the two disagree.
 */
export const durationBench: Bench = async ({quick}) => {
  const versions = versionsOfR();
  const results: Result[] = [];
  const facts: Record<string, number | string> = {seed: SEED, R: wordsOn(versions)};
  const folder = mkdtempSync(join(tmpdir(), "thaw-duration-"));
  try {
    for (const size of quick ? [1e4] : [1e4, 1e5, 1e6]) {
      const rows = writeRecords(folder, size, SEED);
      facts[`${size} subjects: rows of the cut record`] = rows.cut;
      const effort = size >= 1e6 ? {warmUp: 0, repeats: 3} : {warmUp: 2, repeats: 7};
      for (const [task, {limitOfR}] of Object.entries(tasks)) {
        const ours = run(process.execPath, [
          join(import.meta.dirname, "durationFit.ts"),
          task,
          folder,
          String(effort.warmUp),
          String(effort.repeats)
        ]);
        const before = results.findLast((result) => result.task === task && result.by === OURS);
        results.push({task, size, by: OURS, timing: ours.timing});
        const rs = size <= limitOfR && offers(versions, task) ? runR(task, folder) : null;
        if (rs !== null) results.push({task, size, by: "R", timing: rs.timing});
        facts[`${task}, ${size}`] = [
          ...compared(task, size, ours, rs),
          ...(before === undefined ? [] : [`growth ${growth(before, {size, timing: ours.timing})}`])
        ].join("; ");
      }
    }
  } finally {
    rmSync(folder, {recursive: true});
  }
  return {results, baseline: OURS, facts};
};

function versionsOfR(): Versions | null {
  const {error, stdout} = spawnSync("Rscript", [script, "versions"], {encoding: "utf8"});
  return error === undefined ? (JSON.parse(stdout) as Versions) : null;
}

const script = join(import.meta.dirname, "peers", "duration.R");

function wordsOn(versions: Versions | null): string {
  if (versions === null) return "left out: no Rscript on the path";
  const {r, survival, cmprsk} = versions;
  return `${r}, survival ${survival || "not installed"}, cmprsk ${cmprsk || "not installed"}`;
}

const offers = (versions: Versions | null, task: string): boolean =>
  versions !== null && versions[task === "fine-gray-crr" ? "cmprsk" : "survival"] !== "";

const runR = (task: string, folder: string): Fitted => run("Rscript", [script, task, folder, String(FITS_OF_R)]);

function run(command: string, args: readonly string[]): Fitted {
  const {status, stdout, stderr} = spawnSync(command, args, {encoding: "utf8"});
  strictEqual(status, 0, `${command} ${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout) as Fitted;
}

/** Ratios of R to ours. Processor time is the fairer one on a machine that does other work too. */
function compared(task: string, size: number, ours: Fitted, rs: Fitted | null): string[] {
  const both = (of: (fitted: Fitted) => string) => [ours, ...(rs === null ? [] : [rs])].map(of).join(" against ");
  const megabytes = ({peak}: Fitted) => (peak === null ? "unknown" : (peak / 1e6).toFixed(0));
  const amounts = [
    `cpu ms ${both(({cpu}) => cpu.toFixed(1))}`,
    `loading ms ${both(({load}) => load.toFixed(1))}`,
    `peak MB ${both(megabytes)}`
  ];
  if (rs === null) return ["not compared", ...amounts];
  const difference = largestDifference(ours.answer, rs.answer);
  if (!(difference <= TOLERANCE)) {
    throw new Error(
      `${task} over ${size} subjects: thaw and R differ by ${difference}, relative\n${ours.answer}\n${rs.answer}`
    );
  }
  return [
    `R ÷ ${OURS} ${(rs.timing.median / ours.timing.median).toFixed(1)}, cpu ${(rs.cpu / ours.cpu).toFixed(1)}`,
    ...amounts,
    `largest difference ${difference.toExponential(1)}`
  ];
}

/** Relative; NaN when the answers differ in length. */
function largestDifference(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.NaN;
  return Math.max(...expected.map((value, i) => Math.abs(actual[i]! - value) / Math.abs(value)));
}

/** The exponent a of a time that grows as size^a, from the least times. */
function growth(from: Pick<Result, "size" | "timing">, to: Pick<Result, "size" | "timing">): string {
  return (Math.log(to.timing.min / from.timing.min) / Math.log(to.size / from.size)).toFixed(2);
}
