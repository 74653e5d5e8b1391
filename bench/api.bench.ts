import {deepStrictEqual, strictEqual} from "node:assert/strict";
import {livesOf} from "../src/casebook/livesOf.ts";
import {openCase, packageRoot} from "../src/casebook/node.ts";
import {asOf} from "../src/sanctions/asOf.ts";
import {isLive} from "../src/sanctions/standing.ts";
import {parseDay} from "../src/time/day.ts";
import {load, questions, startServer} from "./apiLoad.ts";
import type {Bench, Result} from "./bench.ts";

const CONNECTIONS = 200;
const BY = "thaw serve";

/**
 * The HTTP API of a real server under load: as-of on days at random, the brief and the price of the next steps, which are
 * kept once they have been made. Times are those of one answer with 200 connections that all ask at once.
 */
export const apiBench: Bench = async ({quick}) => {
  const server = await startServer();
  const seconds = quick ? 3 : 20;
  const facts: Record<string, number | string> = {connections: CONNECTIONS, "seconds each": seconds};
  const results: Result[] = [];
  try {
    await checkAnswer(server.address);
    for (const [task, paths] of Object.entries(questions)) {
      const first = await firstAnswer(server.address, paths);
      const {requests, perSecond, latency, megabytesPerSecond} = await load(server.address, paths, {
        connections: CONNECTIONS,
        seconds
      });
      const {p50, p99, least} = latency;
      results.push({task, size: CONNECTIONS, by: BY, timing: {median: p50, min: least, first, repeats: requests}});
      facts[`${task}: requests a second`] = Math.round(perSecond);
      facts[`${task}: p99, ms`] = p99;
      facts[`${task}: MB a second`] = Math.round(megabytesPerSecond);
      facts[`${task}: server's memory after, MB`] = Math.round(server.memory() / 1e6);
    }
  } finally {
    await server.close();
  }
  return {results, baseline: BY, facts};
};

/** The server answers what the engine does. */
async function checkAnswer(address: string): Promise<void> {
  const one = openCase("us-china", packageRoot);
  const live = asOf(livesOf(one), parseDay("1989-06-15")).filter(({standings}) => standings.some(isLive));
  const response = await fetch(`${address}/api/v1/cases/us-china/measures?asOf=1989-06-15`);
  const {items} = (await response.json()) as {items: readonly {readonly id: string}[]};
  deepStrictEqual(
    items.map(({id}) => id),
    live.map(({life}) => life.measure.id)
  );
}

/** Milliseconds until the last of a question's first few paths is answered for the first time. */
async function firstAnswer(address: string, paths: readonly string[]): Promise<number> {
  const start = performance.now();
  for (const path of paths.slice(0, 2)) {
    const response = await fetch(`${address}${path}`);
    strictEqual(response.status, 200, path);
    await response.arrayBuffer();
  }
  return performance.now() - start;
}
