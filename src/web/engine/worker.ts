import {ThawError} from "../../errors.ts";
import {type CaseFile, type CaseRecord, caseRecord} from "../data/caseRecord.ts";
import type {Call, Calls, Reply, Request} from "./calls.ts";
import {type Checkpoint, type Handler, handlers} from "./handlers.ts";

// The engine in a thread of its own: one request in, progress and one reply out, each with the id of the request.
const port = self as unknown as {
  postMessage(reply: Reply): void;
  addEventListener(name: "message", listener: (event: {readonly data: Request}) => void): void;
};

const stopped = new Set<number>();
const records = new Map<string, Promise<CaseRecord>>();

port.addEventListener("message", ({data}) => {
  if (data.kind === "stop") stopped.add(data.id);
  else void work(data);
});

async function work({id, file, call, args}: Extract<Request, {kind: "ask"}>): Promise<void> {
  try {
    const handler = handlers[call] as Handler<Call>;
    const answer = await handler(await recordAt(file), args as Calls[Call]["args"], checkpointOf(id));
    port.postMessage({id, kind: "answer", answer});
  } catch (error) {
    if (error === STOPPED) return;
    const {kind, code, message} =
      error instanceof ThawError ? error : new ThawError("fault", "web/engine", String(error));
    port.postMessage({id, kind: "error", error: {kind, code, message}});
  } finally {
    stopped.delete(id);
  }
}

const STOPPED = Symbol("stopped");

/** Lets messages in before it asks whether it was stopped. */
const checkpointOf =
  (id: number): Checkpoint =>
  async (done, of) => {
    port.postMessage({id, kind: "progress", done, of});
    await new Promise((resolve) => setTimeout(resolve));
    if (stopped.has(id)) throw STOPPED;
  };

function recordAt(file: string): Promise<CaseRecord> {
  const coming = records.get(file) ?? read(file);
  records.set(file, coming);
  coming.catch(() => records.delete(file));
  return coming;
}

async function read(file: string): Promise<CaseRecord> {
  const response = await fetch(file);
  if (!response.ok) throw new ThawError("notFound", "web/no-record", `no record at ${file}: ${response.status}`);
  return caseRecord((await response.json()) as CaseFile);
}
