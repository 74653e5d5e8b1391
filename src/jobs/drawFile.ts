import {closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync} from "node:fs";
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
    const start = bytesAt(file, 0, header.length).toString("latin1");
    const isTorn = start.length < header.length && header.startsWith(start);
    if (!isTorn) checkHeader(path, start, header);
    const {kept, length} = isTorn
      ? {kept: new Map(), length: 0}
      : readDraws(path, file, header.length, task.steps.length * countries);
    if (length < fstatSync(file).size) ftruncateSync(file, length);
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

function checkHeader(path: string, start: string, header: string): void {
  if (start === header) return;
  if (start.startsWith(`{"format":"${FORMAT}"`))
    throw incorrect(
      "jobs/draws-of-another-task",
      `${path} has the draws of another task, or of another version of thaw; name another file, or price what was priced then`
    );
  throw incorrect(
    "jobs/not-a-draw-file",
    `${path} is no file of draws; name one that does not exist yet, or one that thaw has begun`
  );
}

/**
 * Reads line by line: a file may be longer than a string can be.
 *
 * @param from where the lines after the header begin
 * @param size figures of a draw
 * @returns the draws, the first where one stands twice, and how many bytes of the file are good
 */
function readDraws(path: string, file: number, from: number, size: number): {kept: Draws; length: number} {
  const kept = new Map<number, Draw>();
  let length = from;
  let number = 1;
  let broken: number | null = null;
  for (const end of lineEnds(file, from)) {
    if (broken !== null)
      throw incorrect(
        "jobs/broken-draw-file",
        `broken draw in ${path}: line ${broken}; delete that line, and the draw is made again`
      );
    number++;
    const read = readDraw(bytesAt(file, length, end - length), size);
    if (read === null) broken = number;
    else {
      if (!kept.has(read.number)) kept.set(read.number, read.draw);
      length = end;
    }
  }
  return {kept, length};
}

const BLOCK = 1 << 20; // bytes that are looked through at a time

/** Where each line of a file ends that does end, its line end included. */
function* lineEnds(file: number, from: number): Generator<number> {
  for (let at = from; ; at += BLOCK) {
    const block = bytesAt(file, at, BLOCK);
    for (let end = block.indexOf("\n"); end >= 0; end = block.indexOf("\n", end + 1)) yield at + end + 1;
    if (block.length < BLOCK) return;
  }
}

/** The bytes from a place on: fewer than asked for where the file ends. */
function bytesAt(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let had = 0;
  for (let more = -1; more !== 0 && had < length; had += more)
    more = readSync(file, bytes, had, length - had, from + had);
  return bytes.subarray(0, had);
}

function readDraw(line: Buffer, size: number): {number: number; draw: Draw} | null {
  try {
    const {draw: number, welfareHat, failed} = JSON.parse(line.toString()) as Record;
    const figures = drawFigures(Buffer.from(welfareHat, "base64"));
    const isGood = Number.isInteger(number) && number >= 0 && Array.isArray(failed) && figures?.length === size;
    return isGood ? {number, draw: {welfareHat: figures, failed}} : null;
  } catch {
    return null;
  }
}
