import {parseArgs} from "node:util";
import {load, questions, startServer} from "./apiLoad.ts";

/**
 * Loads a real server for minutes and looks whether its memory stays flat: of the samples after the first third, the mean
 * of the last third may be above that of the middle third by no more than RISE.
 */
const RISE = 0.1;
const SAMPLE = 2000; // ms between two looks

const {values} = parseArgs({
  options: {minutes: {type: "string", default: "5"}, connections: {type: "string", default: "200"}}
});
const [seconds, connections] = [60 * Number(values.minutes), Number(values.connections)];
if (!(seconds > 0) || !(connections > 0)) throw new Error("--minutes and --connections are numbers above 0");

const server = await startServer();
const samples: number[] = [];
const looking = setInterval(() => samples.push(server.memory()), SAMPLE);
try {
  const {"as-of": asOf = [], brief = [], price = []} = questions;
  const mixed = asOf.flatMap((path, i) => (i % 50 === 0 ? [path, ...brief, ...price] : [path]));
  const {requests, perSecond, latency} = await load(server.address, mixed, {connections, seconds});
  const third = Math.floor(samples.length / 3);
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length / 1e6;
  const [first, middle, last] = [0, third, 2 * third].map((at) => mean(samples.slice(at, at + third))) as [
    number,
    number,
    number
  ];
  const isFlat = last <= middle * (1 + RISE);
  process.stdout.write(
    [
      `${requests} requests in ${seconds} s from ${connections} connections, no error: ${Math.round(perSecond)} a second`,
      `ms: p50 ${latency.p50}, p99 ${latency.p99}, most ${latency.most}`,
      `memory in MB, mean of each third: ${[first, middle, last].map((mb) => mb.toFixed(0)).join(", ")}; ${isFlat ? "flat" : `rises by more than ${100 * RISE} %`}`,
      ""
    ].join("\n")
  );
  process.exitCode = isFlat ? 0 : 1;
} finally {
  clearInterval(looking);
  await server.close();
}
