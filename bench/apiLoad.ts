import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {join} from "node:path";
import autocannon from "autocannon";
import {packageRoot} from "../src/casebook/node.ts";
import {random} from "../src/numeric/random.ts";
import {addDays, formatDay, parseDay} from "../src/time/day.ts";

/** What is asked, by name: paths that are asked in turn, over all connections. */
export const questions: Readonly<Record<string, readonly string[]>> = {
  // So many days that most answers have been thrown out when they are asked for again.
  "as-of": days(20_000).map((day) => `/api/v1/cases/us-china/measures?asOf=${day}`),
  brief: ["/api/v1/cases/us-china/brief", "/api/v1/cases/us-china/brief?form=short&format=md"],
  price: ["/api/v1/cases/us-china/price", "/api/v1/cases/us-china/price?steps=measures"]
};

/** Days of 1949 to 2025, at random and seeded. */
function days(n: number): string[] {
  const [first, next] = [parseDay("1949-01-01"), random(1949)];
  return Array.from({length: n}, () => formatDay(addDays(first, Math.floor(next() * 77 * 365.25))));
}

export type Loaded = {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly latency: {readonly p50: number; readonly p99: number; readonly least: number; readonly most: number};
  readonly megabytesPerSecond: number;
};

/**
 * Asks a server from many connections for some seconds, as a browser does: with Brotli.
 * @throws when an answer is not 200 or a connection fails: fast wrong answers are no result
 */
export async function load(
  address: string,
  paths: readonly string[],
  {connections, seconds}: {readonly connections: number; readonly seconds: number}
): Promise<Loaded> {
  let asked = 0;
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    timeout: 60,
    headers: {"accept-encoding": "br"},
    requests: [{setupRequest: (request) => ({...request, path: paths[asked++ % paths.length]!})}]
  });
  const {errors, timeouts, non2xx, requests, latency, throughput} = result;
  if (errors + timeouts + non2xx > 0) {
    throw new Error(`${errors} errors, ${timeouts} time-outs, ${non2xx} answers that are not 200`);
  }
  return {
    requests: requests.total,
    perSecond: requests.average,
    latency: {p50: latency.p50, p99: latency.p99, least: latency.min, most: latency.max},
    megabytesPerSecond: throughput.average / 1e6
  };
}

export type LoadedServer = {
  readonly address: string;
  /** Bytes of the server's memory that are in use now. */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
};

/** Starts `thaw serve` as a process of its own, with no limit on one address. */
export async function startServer(): Promise<LoadedServer> {
  const main = join(packageRoot, "src", "cli", "main.ts");
  const child: ChildProcess = spawn(process.execPath, [main, "serve", "--port", "0", "--rate", "0"], {
    cwd: packageRoot,
    stdio: ["ignore", "pipe", "inherit"]
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = await new Promise<string>((resolve) => {
    child.stdout!.setEncoding("utf8").once("data", (text: string) => resolve(text.trim()));
  });
  return {
    address,
    memory: () => 1024 * Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], {encoding: "utf8"})),
    close: () => {
      child.kill("SIGTERM");
      return ended;
    }
  };
}
