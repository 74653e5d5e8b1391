import {readFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import {stripTypeScriptTypes} from "node:module";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {findChromium} from "../tools/findChromium.mjs";
import {LOOP_PATH, type Loop, type Looped, solveLoop} from "./tradeLoop.ts";

const ROUNDS = 3; // of Node and browser in turn, so that other work on the machine meets both
const root = join(import.meta.dirname, "..");

export type InBrowser = {readonly node: Looped; readonly browser: Looped; readonly version: string};

/**
 * The same solutions in Node and in a worker of a Chromium, each the best of its rounds; null without a Chromium. The worker
 * loads the engine's own modules, with their types taken off as Node takes them off; nothing is bundled.
 */
export async function inBrowser(loop: Loop): Promise<InBrowser | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const server = await serve(loop);
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  const browser = await chromium.launch({executablePath, args});
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const rounds: {readonly node: Looped; readonly browser: Looped}[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({node: await solveLoop(loop), browser: (await page.evaluate(RUN_WORKER)) as Looped});
    const best = (side: "node" | "browser") =>
      rounds.map((round) => round[side]).reduce((a, b) => (b.timing.median < a.timing.median ? b : a));
    return {node: best("node"), browser: best("browser"), version: browser.version()};
  } finally {
    await browser.close();
    server.close();
  }
}

/** In the page. */
const RUN_WORKER = `new Promise((resolve, reject) => {
  const worker = new Worker("/bench/tradeWorker.ts", {type: "module"});
  worker.onerror = (event) => reject(new Error(event.message ?? "the worker's module did not load"));
  worker.onmessage = ({data}) => {
    worker.terminate();
    if (data.error === undefined) resolve(data);
    else reject(new Error(data.error));
  };
})`;

/** Serves an empty page, what to solve, and the project's modules. The two policies give the page a fine clock. */
function serve(loop: Loop): Promise<Server> {
  const numbers = (_: string, value: unknown) => (ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value);
  const bodies: Readonly<Record<string, () => readonly [type: string, body: string]>> = {
    "/": () => ["text/html", "<!doctype html><title>bench</title>"],
    "/favicon.ico": () => ["image/x-icon", ""],
    [LOOP_PATH]: () => ["application/json", JSON.stringify(loop, numbers)]
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, "http://localhost").pathname;
    const [type, body] = bodies[path]?.() ?? ["text/javascript", moduleText(path)];
    response.writeHead(200, {
      "content-type": type,
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp"
    });
    response.end(body);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const moduleText = (path: string): string => stripTypeScriptTypes(readFileSync(join(root, path), "utf8"));
