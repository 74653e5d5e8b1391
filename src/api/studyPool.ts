import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import {ThawError} from "../errors.ts";
import type {Job, Rendered} from "./effects.ts";
import {protocolProblem} from "./problem.ts";
import type {FromStudyThread, StudyThreadData} from "./studyThread.ts";

export type StudyPool = {
  /** @throws what the route throws; fault `api/thread-died`; busy when too many jobs wait */
  readonly run: (job: Job) => Promise<Rendered>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly job: Job;
  readonly resolve: (made: Rendered) => void;
  readonly reject: (error: unknown) => void;
};

/** Jobs that wait at most; more would be answered after whoever asked had gone. */
const MOST_WAITING = 64;
const SECONDS_TO_WAIT = 5;

/** Runs heavy routes on threads of their own, one job a thread, in the order in which they came. Threads start when needed. */
export function studyPool(
  data: StudyThreadData,
  threads = Math.max(1, Math.min(4, availableParallelism() - 1))
): StudyPool {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];

  const settle = (worker: Worker): Waiting => {
    const own = busy.get(worker)!;
    busy.delete(worker);
    return own;
  };
  const start = (): Worker => {
    const file = `./studyThread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`;
    const worker = new Worker(new URL(file, import.meta.url), {workerData: data});
    worker.on("message", (message: FromStudyThread) => {
      const {resolve, reject} = settle(worker);
      idle.push(worker);
      worker.unref();
      next();
      if ("made" in message) resolve(message.made);
      else reject(thrown(message.error));
    });
    worker.on("error", (error) => {
      if (busy.has(worker)) settle(worker).reject(died(error));
    });
    worker.on("exit", () => {
      if (busy.has(worker)) settle(worker).reject(died());
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      next();
    });
    return worker;
  };
  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < threads)) {
      const worker = idle.pop() ?? start();
      const waiting = queue.shift()!;
      busy.set(worker, waiting);
      worker.ref();
      worker.postMessage(waiting.job);
    }
  };
  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (queue.length >= MOST_WAITING) {
          const headers = {"retry-after": String(SECONDS_TO_WAIT)};
          reject(
            protocolProblem("busy", `${queue.length} studies wait already; come back in ${SECONDS_TO_WAIT} s`, headers)
          );
          return;
        }
        queue.push({job, resolve, reject});
        next();
      }),
    close: async () => {
      queue.length = 0;
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
    }
  };
}

function thrown(error: Extract<FromStudyThread, {error: object}>["error"]): Error {
  if (!("kind" in error)) return new Error(error.stack);
  return new ThawError(error.kind, error.code, error.message, {details: error.details});
}

const died = (cause?: unknown): ThawError =>
  new ThawError("fault", "api/thread-died", "a thread that makes studies has died", {
    ...(cause !== undefined && {cause})
  });
