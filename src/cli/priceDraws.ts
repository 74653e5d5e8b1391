import type {OpenedBaseline} from "../casebook/baselines.ts";
import {incorrect} from "../errors.ts";
import type {DrawSet, Progress} from "../jobs/drawSet.ts";
import type {PriceTask} from "../studies/price/pricer.ts";
import {atPath} from "./atPath.ts";
import {type Given, text} from "./command.ts";
import type {Effects} from "./effects.ts";

/**
 * Makes the draws of a task: on threads of this machine, or by the workers of a database. Ctrl-C stops between draws and
 * keeps what is made; with `--resume` the next call goes on from a file.
 */
export async function drawsOf(
  task: PriceTask,
  draws: number,
  {economy}: OpenedBaseline,
  options: Given["options"],
  effects: Effects
): Promise<DrawSet> {
  const stopping = new AbortController();
  const release = effects.onInterrupt(() => stopping.abort());
  const common = {onProgress: (progress: Progress) => effects.status(progressText(progress)), signal: stopping.signal};
  try {
    const set = await made(task, draws, {economy}, options, effects, common);
    effects.status("");
    const done = set.welfareHat.filter((draw) => draw !== null).length;
    if (done < draws) {
      const file = text(options["resume"]);
      const next =
        file === undefined && options["database"] === undefined
          ? "--resume <file> would have kept them for the next time"
          : "the same command goes on from there";
      effects.note(`stopped after ${done} of ${draws} draws; ${next}`);
    }
    return set;
  } finally {
    release();
  }
}

type Common = {readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal};

async function made(
  task: PriceTask,
  draws: number,
  {economy}: Pick<OpenedBaseline, "economy">,
  options: Given["options"],
  {cwd, note, status}: Effects,
  common: Common
): Promise<DrawSet> {
  const [database, resume] = [text(options["database"]), text(options["resume"])];
  if (database !== undefined) {
    if (resume !== undefined)
      throw incorrect(
        "cli/usage",
        "--resume with --database; the database keeps the draws by itself, leave --resume out"
      );
    const {priceOnQueue} = await import("../jobs/queue.ts");
    const onNote = (text: string) => {
      status("");
      note(text);
    };
    return priceOnQueue(task, draws, {database, onNote, ...common});
  }
  const [{runDraws}, {openDrawFile}, {resolve}] = await Promise.all([
    import("../jobs/drawPool.ts"),
    import("../jobs/drawFile.ts"),
    import("node:path")
  ]);
  const file =
    resume === undefined
      ? null
      : await atPath(resume, () => openDrawFile(resolve(cwd, resume), task, economy.countries.length));
  try {
    const kept = file === null ? {} : {kept: file.kept, onDraw: file.append};
    return await atPath(resume ?? ".", () =>
      runDraws(task, economy, {draws, threads: threadsOf(options), ...kept, ...common})
    );
  } finally {
    file?.close();
  }
}

/** @throws incorrect `cli/usage` */
export function threadsOf(options: Given["options"]): number | undefined {
  const typed = text(options["threads"]);
  if (typed === undefined) return;
  if (/^[1-9]\d{0,2}$/.test(typed)) return Number(typed);
  throw incorrect("cli/usage", `invalid --threads: ${typed}; write a whole number from 1 to 999`);
}

const WIDTH = 24;

/** `draws ████████░░░░ 132 of 200, 4 s left` */
function progressText({done, total, left}: Progress): string {
  const full = total === 0 ? WIDTH : Math.round((WIDTH * done) / total);
  const rest = left === null ? "" : `, ${Math.ceil(left / 1000)} s left`;
  return `draws ${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${done} of ${total}${rest}`;
}
