import {closeSync, ftruncateSync, openSync, readFileSync, writeSync} from "node:fs";
import {incorrect} from "../errors.ts";
import type {Draw, FailedDraw, PriceTask} from "../studies/price/pricer.ts";
import {drawBytes, drawFigures} from "./drawBytes.ts";
import type {Draws} from "./drawSet.ts";
import {taskHash} from "./taskHash.ts";

const FORMAT = "thaw-draws-1";

/** A file of the draws of one task; a handle, to be closed. */
export type DrawFile = {
  /** The draws that it had when it was opened. */
  readonly kept: Draws;
  readonly append: (number: number, draw: Draw) => void;
  readonly close: () => void;
};

type Record = {readonly draw: number; readonly welfareHat: string; readonly failed: readonly FailedDraw[]};

/**
 * Opens a file of draws to go on with it, or starts one: JSON lines, first the format and the task's hash, then a line for
 * each draw. A last line that was being written when the program died is cut off.
 *
 * @param countries of the task's baseline
 * @throws incorrect `jobs/not-a-draw-file`, `jobs/draws-of-another-task`, `jobs/broken-draw-file`; what `node:fs` throws
 */
export function openDrawFile(path: string, task: PriceTask, countries: number): DrawFile {
  const header = `${JSON.stringify({format: FORMAT, task: taskHash(task)})}\n`;
  const file = openSync(path, "a+");
  try {
    const text = readFileSync(file, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    const isTorn = whole === "" && header.startsWith(text);
    if (!isTorn) checkHeader(path, whole, header);
    const {kept, length} = isTorn
      ? {kept: new Map(), length: 0}
      : readDraws(path, whole, task.steps.length * countries);
    if (length < Buffer.byteLength(text)) ftruncateSync(file, length);
    if (isTorn) writeSync(file, header);
    return {
      kept,
      append: (draw, {welfareHat, failed}) => {
        const record: Record = {draw, welfareHat: drawBytes(welfareHat).toString("base64"), failed};
        writeSync(file, `${JSON.stringify(record)}\n`);
      },
      close: () => closeSync(file)
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function checkHeader(path: string, text: string, header: string): void {
  if (text.startsWith(header)) return;
  if (text.startsWith(`{"format":"${FORMAT}"`))
    throw incorrect(
      "jobs/draws-of-another-task",
      `${path} has the draws of another task, or of another version of thaw; name another file, or price what was priced then`
    );
  throw incorrect(
    "jobs/not-a-draw-file",
    `${path} is no file of draws; name one that does not exist yet, or one that thaw has begun`
  );
}

/** @returns the draws, the first where one stands twice, and how many bytes of the text are good */
function readDraws(path: string, text: string, size: number): {kept: Draws; length: number} {
  const kept = new Map<number, Draw>();
  const [header, ...lines] = text.trimEnd().split("\n");
  let length = Buffer.byteLength(`${header}\n`);
  for (const [at, line] of lines.entries()) {
    const read = readDraw(line, size);
    if (read === null && at === lines.length - 1) break;
    if (read === null)
      throw incorrect(
        "jobs/broken-draw-file",
        `broken draw in ${path}: line ${at + 2}; delete that line, and the draw is made again`
      );
    if (!kept.has(read.number)) kept.set(read.number, read.draw);
    length += Buffer.byteLength(`${line}\n`);
  }
  return {kept, length};
}

function readDraw(line: string, size: number): {number: number; draw: Draw} | null {
  try {
    const {draw: number, welfareHat, failed} = JSON.parse(line) as Record;
    const figures = drawFigures(Buffer.from(welfareHat, "base64"));
    const isGood = Number.isInteger(number) && number >= 0 && Array.isArray(failed) && figures?.length === size;
    return isGood ? {number, draw: {welfareHat: figures, failed}} : null;
  } catch {
    return null;
  }
}
