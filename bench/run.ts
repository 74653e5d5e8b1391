import {execFileSync} from "node:child_process";
import {mkdirSync, writeFileSync} from "node:fs";
import {cpus, loadavg, totalmem} from "node:os";
import {parseArgs} from "node:util";
import {apiBench} from "./api.bench.ts";
import {asOfBench} from "./asOf.bench.ts";
import type {Bench, Report} from "./bench.ts";
import {durationBench} from "./duration.bench.ts";
import {startUpBench} from "./startUp.bench.ts";
import {tradeBench} from "./trade.bench.ts";

/** Every benchmark by the name it is asked for. */
const benches: Readonly<Record<string, Bench>> = {
  api: apiBench,
  "as-of": asOfBench,
  duration: durationBench,
  "start-up": startUpBench,
  trade: tradeBench
};

const {values, positionals} = parseArgs({options: {quick: {type: "boolean", default: false}}, allowPositionals: true});

const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`unknown benchmark: ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}\n`);
  process.exit(2);
}

const loadBefore = loadavg()[0];
const reports: Record<string, Report> = {};
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const report = await bench({quick: values.quick});
  reports[name] = report;
  process.stdout.write(`${name}\n${table(report)}\n`);
}
const file = save(reports);
process.stdout.write(`written ${file}\n`);

/**
 * One line a result: milliseconds, and median and minimum as multiples of the baseline's on the same task and size. On
 * a busy machine the minima are the fairer comparison.
 */
function table({results, baseline, facts}: Report): string {
  const rows = results.map(({task, size, by, timing}) => {
    const base = results.find((other) => other.task === task && other.size === size && other.by === baseline);
    const ratio = (of: "median" | "min") => (base === undefined ? "" : (timing[of] / base.timing[of]).toFixed(2));
    const times = [timing.median, timing.min, timing.first].map((ms) => ms.toFixed(3));
    return [task, String(size), by, ...times, ratio("median"), ratio("min")];
  });
  const head = ["task", "size", "by", "median ms", "min ms", "first ms", `median ÷ ${baseline}`, `min ÷ ${baseline}`];
  const widths = head.map((title, c) => Math.max(title.length, ...rows.map((row) => row[c]!.length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, c) => (c === 0 || c === 2 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join("  ");
  const lines = [
    line(head),
    ...rows.map(line),
    "",
    ...Object.entries(facts).map(([name, value]) => `${name}: ${value}`)
  ];
  return `${lines.join("\n")}\n`;
}

/** Writes `results/<date>-<commit>.json`; a quick run says so in its name. */
function save(measured: Readonly<Record<string, Report>>): string {
  const date = new Date().toISOString().slice(0, 10);
  const commit = git("rev-parse", "--short", "HEAD") ?? "uncommitted";
  const folder = new URL("results/", import.meta.url);
  const file = `${date}-${commit}${values.quick ? "-quick" : ""}.json`;
  mkdirSync(folder, {recursive: true});
  const about = {
    date,
    commit,
    clean: git("status", "--porcelain") === "",
    quick: values.quick,
    machine: {cpu: cpus()[0]?.model, cores: cpus().length, memoryBytes: totalmem(), platform: process.platform},
    loadAverage: {before: loadBefore, after: loadavg()[0]},
    node: process.version,
    v8: process.versions.v8,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024
  };
  writeFileSync(new URL(file, folder), `${JSON.stringify({...about, benches: measured}, null, 2)}\n`);
  return `bench/results/${file}`;
}

function git(...args: string[]): string | undefined {
  try {
    return execFileSync("git", args, {cwd: import.meta.dirname, encoding: "utf8", stdio: "pipe"}).trim();
  } catch {
    return undefined;
  }
}
