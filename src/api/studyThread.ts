import {parentPort, workerData} from "node:worker_threads";
import {type Kind, ThawError} from "../errors.ts";
import type {Job, Rendered} from "./effects.ts";
import {runJob} from "./handler.ts";
import {nodeEffects} from "./node.ts";
import {studio} from "./studio.ts";

/** What a thread starts with. */
export type StudyThreadData = {
  readonly build: string;
  /** A folder with a case of one's own, as `nodeEffects` takes it. */
  readonly own: string | null;
  readonly cwd: string;
};

/** An answer, or what was thrown instead. */
export type FromStudyThread =
  | {readonly made: Rendered}
  | {
      readonly error:
        | {
            readonly kind: Kind;
            readonly code: string;
            readonly message: string;
            readonly details: Readonly<Record<string, unknown>>;
          }
        | {readonly stack: string};
    };

const port = parentPort!;
const {build, own, cwd} = workerData as StudyThreadData;
const held = studio({...nodeEffects(own, cwd), build, note: () => {}, elsewhere: null});

port.on("message", async (job: Job) => {
  const message = await answered(job);
  port.postMessage(message, "made" in message ? [message.made.bytes.buffer] : []);
});

async function answered(job: Job): Promise<FromStudyThread> {
  try {
    return {made: await runJob(job, held)};
  } catch (error) {
    if (!(error instanceof ThawError)) return {error: {stack: error instanceof Error ? error.stack! : String(error)}};
    const {kind, code, message, details} = error;
    return {error: {kind, code, message, details}};
  }
}
