import {spawn} from "node:child_process";
import {stripVTControlCharacters} from "node:util";
import {expect, test} from "vitest";
import {processEffects} from "../../src/cli/effects.ts";
import {answer, main, nodeFlags, plainEnv} from "./thaw.ts";

const ESCAPE = "\u001b[";

const commands = [
  "as-of us-china 1989-06-15",
  "as-of us-china 2024-10-01",
  "life mfn-withdrawal-1951",
  "diff us-china 1968-12-31 2002-01-02",
  "timeline us-china",
  "calendar us-china --from 2025-01-01 --to 2027-01-01",
  "pendulum us-china",
  "pendulum us-china --compare 2001-12-31,1968-12-31",
  "claims us-china",
  "cases"
];

/** A line that no space could break: an indent and at most a label before one long word. */
const unbreakable = (line: string): boolean => !/\S+ \S/.test(line.trim());

test.each(commands.flatMap((line) => ["60", "80", "120"].map((columns) => [line, columns] as const)))(
  "thaw %s fits into %s columns",
  (line, columns) => {
    const lines = answer(line.split(" "), {env: {COLUMNS: columns}}).split("\n");
    expect(lines.filter((one) => one.length > Number(columns) && !unbreakable(one))).toEqual([]);
  }
);

test("a table loses nothing when it is narrow, and cuts a word only after a hyphen or a slash", () => {
  const args = ["timeline", "us-china", "--from", "1971-01-01", "--to", "1972-12-31"];
  const parts = (text: string) => new Set(text.split(/[\s─]+|(?<=[-/])(?=\p{L})/u));
  const wide = parts(answer(args));
  for (const columns of ["50", "80", "100"]) {
    expect([...wide.difference(parts(answer(args, {env: {COLUMNS: columns}})))]).toEqual([]);
  }
});

test("into a pipe there is no colour and nothing is cut; FORCE_COLOR adds emphasis alone", () => {
  const args = ["as-of", "us-china", "1989-06-15"];
  const plain = answer(args);
  expect(plain).not.toContain(ESCAPE);
  expect(plain).toContain("Export-Import Bank Act of 1945 §2(b)(2) as restated by P.L. 99-472 §8");
  const forced = answer(args, {env: {FORCE_COLOR: "1"}});
  expect(forced).toContain(ESCAPE);
  expect(stripVTControlCharacters(forced)).toBe(plain);
});

test.each([
  ["a terminal", {isTTY: true, columns: 60}, {}, {width: 60, color: true}],
  ["a terminal that does not know its width", {isTTY: true, columns: 0}, {}, {width: 80, color: true}],
  ["a terminal with NO_COLOR", {isTTY: true, columns: 60}, {NO_COLOR: "1"}, {width: 60, color: false}],
  ["a terminal with an empty NO_COLOR", {isTTY: true, columns: 60}, {NO_COLOR: ""}, {width: 60, color: true}],
  [
    "a terminal with NO_COLOR and FORCE_COLOR",
    {isTTY: true, columns: 60},
    {NO_COLOR: "1", FORCE_COLOR: "1"},
    {width: 60, color: true}
  ],
  ["a pipe", {}, {}, {width: null, color: false}],
  ["a pipe with COLUMNS", {}, {COLUMNS: "72"}, {width: 72, color: false}],
  ["a pipe with a COLUMNS that is no number", {}, {COLUMNS: "wide"}, {width: null, color: false}],
  ["a pipe with FORCE_COLOR=0", {}, {FORCE_COLOR: "0"}, {width: null, color: false}]
])("width and colour of %s", (_, stdout, env, expected) => {
  const effects = processEffects({stdout, stderr: {}, env, cwd: () => "/"} as unknown as NodeJS.Process);
  expect({width: effects.width, color: effects.color}).toEqual(expected);
});

/** Starts a command and closes the far end of its stdout after the first bytes. */
function cutOff(args: readonly string[]): Promise<{code: number | null; stderr: string}> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeFlags, main, ...args], {env: plainEnv()});
    let stderr = "";
    child.stderr.on("data", (bytes) => {
      stderr += bytes;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    child.on("error", reject);
    child.on("close", (code) => resolve({code, stderr}));
  });
}

test.each(["claims us-china --json", "export us-china --format json", "timeline us-china"])(
  "thaw %s ends in silence when its reader has enough",
  async (line) => {
    expect(await cutOff(line.split(" "))).toEqual({code: 0, stderr: ""});
  }
);

test("the same question gives the same bytes", () => {
  const args = ["as-of", "us-china", "1989-06-15", "--json"];
  expect(answer(args)).toBe(answer(args));
});
