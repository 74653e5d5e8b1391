import {constants} from "node:buffer";
import {appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeEach, expect, test} from "vitest";
import {openDrawFile} from "../../../src/jobs/drawFile.ts";
import {runDraws} from "../../../src/jobs/drawPool.ts";
import {drawSet} from "../../../src/jobs/drawSet.ts";
import {plainDraws, smallEconomy, someTask} from "./tasks.ts";

const folder = mkdtempSync(join(tmpdir(), "thaw-draws-"));
afterAll(() => rmSync(folder, {recursive: true}));
const path = join(folder, "band.draws");
beforeEach(() => rmSync(path, {force: true}));

const task = someTask(smallEconomy);
const N = smallEconomy.countries.length;
const all = plainDraws(task, smallEconomy, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

/** Writes draws and returns the length of the file after each. */
function write(...numbers: readonly number[]): number[] {
  const file = openDrawFile(path, task, N);
  const lengths = numbers.map((number) => {
    file.append(number, all.get(number)!);
    return readFileSync(path).length;
  });
  file.close();
  return lengths;
}

/** The numbers of the draws that the file has, after a look at their figures. */
function kept(): number[] {
  const file = openDrawFile(path, task, N);
  file.close();
  for (const [number, draw] of file.kept) expect(draw).toEqual(all.get(number));
  return [...file.kept.keys()];
}

test("a file gives back what was put in, bit for bit, failed steps and all", () => {
  expect([...all.values()].some(({failed}) => failed.length > 0)).toBe(true);
  expect([...all.values()].some(({welfareHat}) => welfareHat.includes(Number.NaN))).toBe(true);
  write(4, 0, 9, 1, 2, 3, 5, 6, 7, 8);
  expect(kept()).toEqual([4, 0, 9, 1, 2, 3, 5, 6, 7, 8]);
});

test("a band that was stopped goes on from its file and ends as one that was not", async () => {
  const stopping = new AbortController();
  const run = async (signal?: AbortSignal) => {
    const file = openDrawFile(path, task, N);
    const onProgress = ({done}: {done: number}) => done === 4 && stopping.abort();
    const set = await runDraws(task, smallEconomy, {
      draws: 10,
      kept: file.kept,
      onDraw: file.append,
      onProgress,
      signal
    });
    file.close();
    return set;
  };
  expect((await run(stopping.signal)).welfareHat.filter((one) => one === null)).toHaveLength(6);
  expect(kept()).toEqual([0, 1, 2, 3]);
  expect(await run()).toEqual(drawSet(10, all));
  expect(kept()).toHaveLength(10);
});

test("wherever the last write tore, the draws before it are kept and the file can be gone on with", () => {
  const [first = 0, second = 0] = write(3, 8);
  for (let length = 0; length < second; length += 7) {
    truncateSync(path, length);
    expect(kept()).toEqual(length >= first ? [3] : []);
    write(8);
    expect(kept()).toEqual(length >= first ? [3, 8] : [8]);
    rmSync(path);
    write(3, 8);
  }
});

test("a last line of which the disk kept only the length is made again", () => {
  const [first = 0] = write(3);
  appendFileSync(path, `${"\0".repeat(50)}\n`);
  expect(kept()).toEqual([3]);
  expect(readFileSync(path)).toHaveLength(first);
});

test("the properties of the task may come in another order", () => {
  write(3);
  const reversed = Object.fromEntries(Object.entries(task).reverse()) as typeof task;
  const file = openDrawFile(path, reversed, N);
  file.close();
  expect([...file.kept.keys()]).toEqual([3]);
});

test("where a draw stands twice the first counts", () => {
  write(3, 4);
  const file = openDrawFile(path, task, N);
  file.append(3, {...all.get(5)!});
  file.close();
  expect(kept()).toEqual([3, 4]);
});

test("a file longer than a string can be is read, and its torn end is cut off", () => {
  const lengths = write(3, 8);
  truncateSync(path, constants.MAX_STRING_LENGTH + 1000); // a hole: it has the length and takes no room
  expect(kept()).toEqual([3, 8]);
  expect(statSync(path).size).toBe(lengths.at(-1));
});

test("a baseline that has been moved is the same task; one with another checksum is not", () => {
  write(3);
  const moved = openDrawFile(path, {...task, baseline: "/elsewhere/my-baseline"}, N);
  moved.close();
  expect([...moved.kept.keys()]).toEqual([3]);
  expect(() => openDrawFile(path, {...task, checksum: "another"}, N)).toThrow(
    expect.objectContaining({code: "jobs/draws-of-another-task"})
  );
});

const message = (code: string, text: string) => expect.objectContaining({kind: "incorrect", code, message: text});

test("the draws of another task are refused and left as they are", () => {
  write(3);
  const before = readFileSync(path, "utf8");
  expect(() => openDrawFile(path, {...task, seed: 8}, N)).toThrow(
    message(
      "jobs/draws-of-another-task",
      `${path} has the draws of another task, or of another version of thaw; name another file, or price what was priced then`
    )
  );
  expect(readFileSync(path, "utf8")).toBe(before);
});

test.each(["my notes", "my notes\n", '{"a": 1}\n{"b": 2}\n'])("a file of something else is refused: %j", (text) => {
  writeFileSync(path, text);
  expect(() => openDrawFile(path, task, N)).toThrow(
    message(
      "jobs/not-a-draw-file",
      `${path} is no file of draws; name one that does not exist yet, or one that thaw has begun`
    )
  );
  expect(readFileSync(path, "utf8")).toBe(text);
});

test.each([
  ["not JSON", "{"],
  ["a number of figures that is not the task's", JSON.stringify({draw: 5, welfareHat: "AAAAAAAA8D8=", failed: []})]
])("a broken line before others is named: %s", (_, line) => {
  write(3);
  appendFileSync(path, `${line}\n`);
  const rest = readFileSync(path, "utf8").split("\n")[1];
  appendFileSync(path, `${rest}\n`);
  expect(() => openDrawFile(path, task, N)).toThrow(
    message("jobs/broken-draw-file", `broken draw in ${path}: line 3; delete that line, and the draw is made again`)
  );
});
