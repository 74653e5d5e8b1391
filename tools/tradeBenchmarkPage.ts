import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Report, Result} from "../bench/bench.ts";
import {power, table} from "./markdown.ts";

/** The run that the page quotes; a new one is quoted once its name stands here. */
const RESULTS = "2026-11-24-625a69d.json";

const [OURS, WHOLE, PEER] = ["thaw", "thaw, with calibration", "fixed point, NumPy"];

type Run = {
  readonly date: string;
  readonly machine: {readonly cpu: string; readonly cores: number};
  readonly loadAverage: {readonly before: number; readonly after: number};
  readonly node: string;
  readonly benches: {readonly trade: Report};
};

/** docs/methods/trade-benchmark.md from the figures of a run. */
export function tradeBenchmarkPage(): string {
  const path = join(import.meta.dirname, "..", "bench", "results", RESULTS);
  const {date, machine, loadAverage, node, benches} = JSON.parse(readFileSync(path, "utf8")) as Run;
  const {results, facts} = benches.trade;
  const number = (key: string) => Number(facts[key]);
  const tasks = [...new Set(results.map(({task}) => task))];
  const timed = (task: string, by: string): Result | undefined =>
    results.find((result) => result.task === task && result.by === by);
  const median = (task: string, by = OURS!) => timed(task, by)?.timing.median ?? Number.NaN;
  const ratio = (value: number) => (Number.isNaN(value) ? "–" : value >= 100 ? value.toFixed(0) : value.toPrecision(2));
  const worlds = [...new Set(tasks.map((task) => task.split(", ")[0]!))];
  return `${[
    "<!-- Made by `npm run docs` from bench/results; tools/tradeBenchmarkPage.ts names the run. -->",
    "# The trade engine's speed",
    "## Question",
    "How long does one counterfactual take, how far is that from what the memory allows, and how does it compare with the usual way to solve the same model?",
    "## How it is measured",
    [
      "`npm run bench -- trade` makes the worlds, solves them, compares the answers, and writes `bench/results`; `--quick` does so with fewer repeats.",
      `What stands here is the run of ${date}: ${machine.cpu}, ${machine.cores} cores, Node ${node.slice(1)}, load average ${loadAverage.before.toFixed(1)} before and ${loadAverage.after.toFixed(1)} after; source \`bench/results/${RESULTS}\`.`
    ].join("\n"),
    [
      "- 44 × 14 is the bundled baseline, the others are seeded (`bench/tradeData.ts`): sizes that differ by a factor of e², home bias, a fifth of the flows abroad 0, inputs and tariffs where there is more than one sector. Elasticities lie between 2 and 8.",
      "- Embargo: no trade between the two largest countries. Tariffs: 25 points on all that the largest buys abroad and on all that others buy of it.",
      "- One thread. Every residual of the model is at most 1e-10, or the run fails. The labour market of every country is put together once more from the economy's figures and the answer's flows, and must clear as well.",
      "- Every world has a process of its own (`bench/tradeSolve.ts`), so that its peak memory, `VmHWM` of Linux, can be read."
    ].join("\n"),
    "## Against the targets",
    "Milliseconds. “Prepared” is `solveModel`: the baseline is calibrated and balanced. “With calibration” is `solve`, which does all of it. Both are medians.",
    table(
      [
        "Countries × sectors, shock",
        "prepared",
        "least",
        "with calibration",
        "target",
        "iterations",
        "largest residual"
      ],
      tasks.map((task) => [
        task,
        milliseconds(median(task)),
        milliseconds(timed(task, OURS!)!.timing.min),
        milliseconds(median(task, WHOLE)),
        String(facts[`${task}: target ms`]),
        String(facts[`${task}: iterations`]),
        power(number(`${task}: residual`), 1)
      ]),
      [1, 2, 3, 4, 5, 6]
    ),
    "## Beside the usual algorithm",
    [
      "`bench/peers/tradeIteration.py` solves the same prepared models to the same tolerance as Caliendo & Parro's code and its ports do: wages move by 0.2 of the excess demand for labour, and inside each round prices and then spending are iterated.",
      `It is NumPy on one thread (${facts[PEER!]}), with two favours: a round starts from the prices and spending of the last one, and spending is not solved by the inverse of a matrix of countries times sectors.`,
      "Sweeps are passes over all flows. The difference is the largest relative one of wages and real consumption."
    ].join("\n"),
    table(
      [
        "Countries × sectors, shock",
        "thaw, ms",
        "NumPy, ms",
        "NumPy ÷ thaw",
        "sweeps",
        "NumPy's",
        "largest difference"
      ],
      tasks.map((task) => [
        task,
        milliseconds(median(task)),
        milliseconds(median(task, PEER)),
        ratio(median(task, PEER) / median(task)),
        String(facts[`${task}: iterations`]),
        String(facts[`${task}: ${PEER}: sweeps`] ?? "–"),
        PEER! in facts && `${task}: ${PEER}: difference` in facts
          ? power(number(`${task}: ${PEER}: difference`), 1)
          : "–"
      ]),
      [1, 2, 3, 4, 5, 6]
    ),
    "A sweep of NumPy's finds prices or spending, one of ours both, and still its are faster, for its loops work on several numbers at once; what is gained here is gained by needing fewer.",
    [
      "Not run: KITE and gegravity, which no package registry at hand has.",
      "Thaw's plan quotes 1.36 s for KITE at 30 × 20 and its tolerance of 1e-7 (4.65 s at 1e-11), on two cores, and 5.6 s for gegravity at 100 countries; they were measured elsewhere and are no part of this run."
    ].join("\n"),
    "## Above the floor",
    [
      "A sweep reads its kernels, two or three arrays of all flows, the input shares twice, and Anderson's memory.",
      "Bytes a sweep times sweeps, over the bandwidth that the same run measures on an array of that size, is the least time that the sweeps could take.",
      "“Reading” is a loop in JavaScript that adds up a Float64Array, “copying” the machine's own copy, which moves 64 bytes at a time."
    ].join("\n"),
    table(
      [
        "Countries × sectors, shock",
        "kB a sweep",
        "floor by reading, ms",
        "times above",
        "floor by copying, ms",
        "times above"
      ],
      tasks.map((task) => {
        const [reading, copying] = ["reading", "copying"].map((how) => number(`${task}: floor ms, ${how}`));
        return [
          task,
          (number(`${task}: bytes a sweep`) / 1e3).toFixed(0),
          milliseconds(reading!),
          ratio(median(task) / reading!),
          milliseconds(copying!),
          ratio(median(task) / copying!)
        ];
      }),
      [1, 2, 3, 4, 5]
    ),
    "The times have the wedges, the kernels, the check of every equation and the report in them, which are no sweeps. JavaScript has no vector instructions, so the copy's floor is out of its reach: the loop that only reads is as slow in the nearest cache as in main memory.",
    table(
      ["An array of", "bandwidth"],
      Object.entries(facts)
        .filter(([key]) => key.startsWith("bandwidth at "))
        .map(([key, value]) => [key.slice("bandwidth at ".length), String(value)])
    ),
    "## Memory",
    table(
      ["Countries × sectors", "peak, MB"],
      worlds.map((world) => [world, String(facts[`${world}: peak MB`])])
    ),
    "## Draws on two threads",
    [
      `A band of ${facts["band: draws"]} draws of one step on 44 × 14 (\`bench/tradeBand.ts\`) took ${(number("band: ms") / 1e3).toFixed(1)} s on ${facts["band: threads"]} threads of ${facts["band: cores"]} cores; the target is ${number("band: target ms") / 1e3} s.`,
      "A draw solves two worlds, the one before the step and the one after it, at elasticities of its own; starting the threads and what no thread is needed for are in the time."
    ].join("\n"),
    "## In a browser",
    "browser: times Node" in facts
      ? [
          `In a worker of ${facts["browser"]} a solution of 44 × 14 with tariffs took ${milliseconds(number("browser: ms"))} ms, in Node ${milliseconds(number("browser: ms in Node"))} ms in turn with it: ${number("browser: times Node").toFixed(2)} times; the target is ${facts["browser: target"]}.`,
          `The worker loads the engine's own modules with their types taken off, as Node does. The answers differ by ${power(number("browser: difference"), 1)}: Chromium has another version of V8.`
        ].join("\n")
      : `Left out of this run: ${facts["browser"]}.`,
    "## What the figures do not say",
    [
      "- Two cores that other work shares move a median by a tenth and the time of two threads by more; the load average above says how busy they were.",
      "- The peer is a port of the algorithm, not the authors' program."
    ].join("\n"),
    "## How it is checked",
    table(
      ["What", "Where"],
      [
        ["every answer against its own equations and against the peer, to 1e-8", "`bench/trade.bench.ts`"],
        ["the engine against published figures", "[replication](replication.md)"]
      ]
    ),
    "## References",
    "Caliendo & Parro (2015), Review of Economic Studies 82:1–44, and their online appendix."
  ].join("\n\n")}\n`;
}

const milliseconds = (value: number): string =>
  Number.isNaN(value) ? "–" : value >= 100 ? value.toFixed(0) : value.toPrecision(2);
