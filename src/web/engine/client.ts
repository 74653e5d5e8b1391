import {ThawError} from "../../errors.ts";
import type {Call, Calls, Reply, Request} from "./calls.ts";

export type Progress = {readonly done: number; readonly of: number};

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: (progress: Progress) => void;
};

/** What the client needs of a Worker. */
export type Port = {
  postMessage(request: Request): void;
  onmessage: ((event: {readonly data: Reply}) => void) | null;
};

type Ask = <Name extends Call>(
  call: Name,
  args: Calls[Name]["args"],
  more: {readonly file: string; readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void}
) => Promise<Calls[Name]["answer"]>;

/**
 * Asks the engine over a port. A call that its signal stops is rejected at once with the signal's reason; the worker
 * ends it at its next checkpoint.
 */
export function engineClient(port: Port): Ask {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  port.onmessage = ({data}) => {
    const one = waiting.get(data.id);
    if (one === undefined) return;
    if (data.kind === "progress") return one.onProgress(data);
    waiting.delete(data.id);
    if (data.kind === "answer") one.resolve(data.answer as never);
    else one.reject(new ThawError(data.error.kind, data.error.code, data.error.message));
  };
  return (call, args, {file, signal, onProgress = () => {}}) => {
    const id = ++last;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      waiting.set(id, {resolve, reject, onProgress});
      signal?.addEventListener("abort", () => {
        if (!waiting.delete(id)) return;
        port.postMessage({id, kind: "stop"});
        reject(signal.reason);
      });
      port.postMessage({id, kind: "ask", file, call, args});
    });
  };
}
