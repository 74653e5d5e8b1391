import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {registry} from "../../src/cli/registry.ts";
import {answer, plainEnv} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-completion-"));
afterAll(() => rmSync(home, {recursive: true}));
const scripts = new Map<string, string>();

beforeAll(() => {
  mkdirSync(join(home, "my-case"));
  for (const shell of ["bash", "zsh", "fish"]) {
    scripts.set(shell, join(home, `thaw.${shell}`));
    writeFileSync(scripts.get(shell)!, answer(["completion", shell]));
  }
});

const run = (command: string, args: readonly string[]) =>
  spawnSync(command, args, {cwd: home, env: plainEnv(), encoding: "utf8"});
const has = (shell: string) => run(shell, ["-c", "exit 0"]).status === 0;

test.for(["bash", "zsh", "fish"])("%s reads its script", (shell, {skip}) => {
  skip(!has(shell), `there is no ${shell} here`);
  expect(run(shell, ["-n", scripts.get(shell)!])).toMatchObject({status: 0, stderr: ""});
});

test.each(["bash", "zsh", "fish"])("the %s script names every command, and its quotes close", async (shell) => {
  const text = answer(["completion", shell]);
  for (const name of Object.keys(registry)) expect(text).toMatch(new RegExp(`(^|[ ']|-a )${name}\\b`, "m"));
  for (const line of text.split("\n")) expect([line, (line.match(/'/g) ?? []).length % 2]).toEqual([line, 0]);
});

describe.skipIf(!has("bash"))("bash completes", () => {
  /** What bash would offer when Tab is hit at the end of the line. */
  function offers(line: string): string[] {
    const words = line.split(" ");
    const code = `source "$1"; COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
      _thaw; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const {status, stdout, stderr} = run("bash", ["-c", code, "bash", scripts.get("bash")!]);
    if (status !== 0 || stderr !== "") throw new Error(stderr);
    return stdout.split("\n").filter((word) => word !== "");
  }

  test.each([
    ["thaw as", ["as-of"]],
    ["thaw c", ["calendar", "claims", "cases", "check", "cite", "completion"]],
    ["thaw --v", ["--version"]],
    ["thaw as-of us", ["us-china"]],
    ["thaw as-of my", ["my-case"]],
    ["thaw as-of us-china --ce", ["--certain"]],
    ["thaw as-of us-china --state in", ["inForce"]],
    ["thaw cite us-china --format b", ["bibtex"]],
    ["thaw life zte-d", ["zte-denial-order-2018"]],
    ["thaw completion ", ["--help", "bash", "zsh", "fish"]],
    ["thaw cases my", ["my-case"]],
    ["thaw nope ", []]
  ])("%s", (line, expected) => {
    expect(offers(line)).toEqual(expected);
  });
});
