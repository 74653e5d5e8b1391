import {spawn, spawnSync} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout} from "node:timers/promises";
import {stripVTControlCharacters} from "node:util";
import {Cite} from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import {csvParse} from "d3-dsv";
import {afterAll, expect, test} from "vitest";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {exitCodes} from "../../src/errors.ts";
import {prices} from "./prices.ts";
import {answer, main, nodeFlags, plainEnv, thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-price-"));
afterAll(() => rmSync(home, {recursive: true}));
const chips = join(packageRoot, "examples", "scenarios", "chips-coalition.yaml"); // two steps: a draw is quick
const drawn = (...more: readonly string[]) => answer(["price", chips, "--json", "--no-files", ...more], {cwd: home});
const DRAWS = 60; // a second, so that threads are worth their start and there is time to interrupt

const tariffs = join(packageRoot, "examples", "scenarios", "tariffs-60.yaml"); // of a case, which is cited
const folder = "thaw-price-tariffs-60-steps";
const names = ["bars.svg", "citation.bib", "costs.csv", "countries.csv", "pair.svg", "trace.csv"];

test("files are written that hold what is printed, the same twice, and over what is there only with --force", () => {
  const cwd = mkdtempSync(join(home, "files-"));
  const args = ["price", tariffs, "--draws", "2", "--json", "--trace"];
  const {code, stdout, stderr} = thaw(args, {cwd});
  expect([code, stderr]).toEqual([
    0,
    `wrote bars.svg, pair.svg, costs.csv, countries.csv, trace.csv, citation.bib to ${folder}\n`
  ]);
  expect(readdirSync(join(cwd, folder)).sort()).toEqual(names);
  const read = () => names.map((name) => readFileSync(join(cwd, folder, name), "utf8"));
  const before = read();
  const again = thaw(args, {cwd});
  expect([again.code, again.stderr]).toEqual([
    exitCodes.conflict,
    `thaw: file exists: ${join(folder, "bars.svg")}; name a new folder with --out, or add --force\n`
  ]);
  expect(thaw([...args, "--force"], {cwd})).toEqual({code, stdout, stderr});
  expect(read()).toEqual(before);
  const price = prices.parse(JSON.parse(stdout));
  const file = (name: string) => before[names.indexOf(name)]!;
  const {reference, steps} = price;
  const asText = (value: number | null | undefined) => String(value ?? "");
  expect(csvParse(file("costs.csv")).map((row) => ({...row}))).toEqual(
    steps.flatMap(({id: step, title: step_title, groups}) =>
      groups.map(({id: group, title: group_title, change, millionUsd, band}) => ({
        ...{step, step_title, group, group_title, change: asText(change), million_usd: asText(millionUsd)},
        ...{change_low: asText(band!.low), change_high: asText(band!.high), draws: "2"}
      }))
    )
  );
  const changes = (rows: readonly {step?: string; country?: string; change?: string}[]) =>
    rows.map(({step, country, change}) => [step, country, change]);
  expect(changes(csvParse(file("countries.csv")))).toEqual(
    steps.flatMap(({id, countries}) => countries.map(({country, change}) => [id, country, asText(change)]))
  );
  const entry = (one: {of?: string; rule?: string; sector?: string}) => [one.of, one.rule, one.sector];
  expect(csvParse(file("trace.csv")).map((row) => [row["step"], ...entry(row), row["size"]])).toEqual(
    [reference, ...steps].flatMap(({id, trace}) => trace!.map((one) => [id, ...entry(one), asText(one.size)]))
  );
  for (const name of ["bars.svg", "pair.svg"]) expect(file(name)).toMatch(/^<svg [^>]+>/);
  const [item] = new Cite(file("citation.bib")).data;
  expect(item).toMatchObject({note: expect.stringContaining(openCase("us-china", packageRoot).checksum)});
});

test("--out names the folder, and --no-files writes nothing", () => {
  const cwd = mkdtempSync(join(home, "out-"));
  const args = ["price", chips, "--draws", "0"];
  expect(thaw([...args, "--no-files"], {cwd})).toMatchObject({code: 0, stderr: ""});
  expect(readdirSync(cwd)).toEqual([]);
  const {stderr} = thaw([...args, "--out", "mine"], {cwd});
  expect(stderr).toBe("wrote bars.svg, pair.svg, costs.csv, countries.csv, trace.csv to mine\n"); // a scenario is no case to cite
  expect(readdirSync(cwd)).toEqual(["mine"]);
});

/** Starts a command, interrupts it once its file of draws has three, and waits for its end. */
async function interrupted(args: readonly string[], file: string) {
  const child = spawn(process.execPath, [...nodeFlags, main, ...args], {cwd: home, env: plainEnv()});
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (bytes) => {
    stdout += bytes;
  });
  child.stderr.on("data", (bytes) => {
    stderr += bytes;
  });
  const closed = once(child, "close");
  while (child.exitCode === null && lines(file) < 4) await setTimeout(5);
  child.kill("SIGINT");
  const [code] = await closed;
  return {code, stdout, stderr};
}

const lines = (file: string): number => (existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0);

test("an interrupted run prints what it has, and goes on to the bytes of one that was not, on 1 thread or 2", async () => {
  const file = join(home, "draws.jsonl");
  const args = ["--draws", String(DRAWS), "--resume", "draws.jsonl"];
  const {code, stdout, stderr} = await interrupted(
    ["price", chips, "--json", "--no-files", ...args, "--threads", "1"],
    file
  );
  const {draws} = prices.parse(JSON.parse(stdout));
  expect(draws.asked).toBe(DRAWS);
  expect(draws.made).toBeGreaterThanOrEqual(3);
  expect(draws.made).toBeLessThan(DRAWS);
  expect(lines(file)).toBe(1 + draws.made);
  expect([code, stderr]).toEqual([
    0,
    `stopped after ${draws.made} of ${DRAWS} draws; the same command goes on from there\n`
  ]);
  const whole = drawn("--draws", String(DRAWS), "--threads", "2");
  expect(drawn(...args, "--threads", "1")).toBe(whole);
  expect(lines(file)).toBe(1 + DRAWS);
  expect(prices.parse(JSON.parse(whole)).draws).toEqual({asked: DRAWS, made: DRAWS, failed: []});
});

test("a seed gives the same bytes again, and another one other bands around the same central values", () => {
  const [one, again, other] = ["7", "7", "8"].map((seed) => drawn("--draws", "3", "--seed", seed));
  expect(again).toBe(one);
  const [first, second] = [prices.parse(JSON.parse(one!)), prices.parse(JSON.parse(other!))];
  for (const [at, {groups}] of first.steps.entries())
    for (const [g, {change, band}] of groups.entries()) {
      const there = second.steps[at]!.groups[g]!;
      expect(there.change).toBe(change);
      expect(there.band).not.toEqual(band);
    }
});

const CLEARED = "\r\u001b[2K"; // what takes a line of progress away
const hasScript = spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0; // of util-linux

test.runIf(hasScript)("progress is told on a terminal, and cleared", () => {
  const command = [process.execPath, ...nodeFlags, main, "price", chips, "--draws", "3", "--no-files"].join(" ");
  const {stdout} = spawnSync("script", ["-qec", command, "/dev/null"], {cwd: home, env: plainEnv(), encoding: "utf8"});
  const lines = stdout.split(CLEARED);
  expect(lines.slice(1, -1).map((line) => line.replace(/\d+ s left$/, "s left"))).toEqual([
    `draws ${"░".repeat(24)} 0 of 3`,
    `draws ${"█".repeat(8)}${"░".repeat(16)} 1 of 3, s left`,
    `draws ${"█".repeat(16)}${"░".repeat(8)} 2 of 3, s left`,
    `draws ${"█".repeat(24)} 3 of 3, s left`
  ]);
  expect(stripVTControlCharacters(lines.at(-1)!)).toMatch(/^Chip controls, alone and with allies: what it costs/);
});

test("a database that is not there is told without its password", () => {
  for (const [url, message] of [
    [
      "postgres://ann:open-sesame@127.0.0.1:1/thaw",
      "no database thaw on 127.0.0.1:1: nobody listens there; start PostgreSQL or correct the address"
    ],
    [
      "mysql://ann:open-sesame@127.0.0.1/thaw",
      "invalid address of the database; write postgres://user@host:5432/database"
    ]
  ] as const) {
    const {code, stdout, stderr} = thaw(["price", chips, "--draws", "2", "--no-files", "--database", url], {cwd: home});
    expect([stdout, stderr]).toEqual(["", `thaw: ${message}\n`]);
    expect([exitCodes.incorrect, exitCodes.notFound]).toContain(code);
  }
});
