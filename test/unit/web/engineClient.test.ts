import {expect, test} from "vitest";
import type {Reply, Request} from "../../../src/web/engine/calls.ts";
import {engineClient, type Port} from "../../../src/web/engine/client.ts";

/** The other end of the port: what was sent, and a way to reply. */
function portWithLog() {
  const sent: Request[] = [];
  const port: Port = {postMessage: (request) => void sent.push(request), onmessage: null};
  return {port, sent, reply: (reply: Reply) => port.onmessage!({data: reply})};
}

const years = {from: 1949, to: 1950};

test("an answer goes to who asked, in whatever order answers come", async () => {
  const {port, sent, reply} = portWithLog();
  const ask = engineClient(port);
  const [a, b] = [ask("pendulum", years, {file: "a"}), ask("claims", {}, {file: "b"})];
  reply({id: sent[1]!.id, kind: "answer", answer: []});
  reply({id: sent[0]!.id, kind: "answer", answer: [{year: 1949}] as never});
  expect(await b).toEqual([]);
  expect(await a).toEqual([{year: 1949}]);
});

test("progress is told until the answer", async () => {
  const {port, sent, reply} = portWithLog();
  const told: number[] = [];
  const answer = engineClient(port)("pendulum", years, {file: "a", onProgress: ({done}) => told.push(done)});
  const {id} = sent[0]!;
  reply({id, kind: "progress", done: 1, of: 2});
  reply({id, kind: "progress", done: 2, of: 2});
  reply({id, kind: "answer", answer: []});
  await answer;
  expect(told).toEqual([1, 2]);
});

test("a call that is stopped is rejected at once, the worker hears of it, and a late answer is nobody's", async () => {
  const {port, sent, reply} = portWithLog();
  const stopping = new AbortController();
  const answer = engineClient(port)("pendulum", years, {file: "a", signal: stopping.signal});
  stopping.abort();
  await expect(answer).rejects.toThrow("aborted");
  const {id} = sent[0]!;
  expect(sent[1]).toEqual({id, kind: "stop"});
  reply({id, kind: "answer", answer: []});
});

test("an error keeps its kind, code and message", async () => {
  const {port, sent, reply} = portWithLog();
  const answer = engineClient(port)("claims", {}, {file: "a"});
  reply({id: sent[0]!.id, kind: "error", error: {kind: "notFound", code: "web/no-record", message: "no record"}});
  await expect(answer).rejects.toMatchObject({kind: "notFound", code: "web/no-record", message: "no record"});
});
