import {spawnSync} from "node:child_process";
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {delimiter, join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {main, nodeFlags, plainEnv} from "../cli/thaw.ts";
import {fences, pages, textOf} from "./markdown.ts";

const LONG = 120_000; // ms; a page may have a dozen commands, and a brief takes seconds

const home = mkdtempSync(join(tmpdir(), "thaw-examples-"));
afterAll(() => rmSync(home, {recursive: true}));

/** The lines of a page's shell examples that call thaw and end by themselves: test/api/server.test.ts starts the server. */
const examplesOf = (page: string): string[] =>
  fences(textOf(page))
    .filter(({language}) => language === "sh")
    .flatMap(({body}) => body.split("\n"))
    .filter((line) => /^(\.\/)?thaw (?!serve\b)/.test(line));

/** A folder in which both `thaw` and `./thaw` run the command line. */
function workplace(name: string): string {
  const folder = join(home, name.replaceAll("/", "-"));
  mkdirSync(folder);
  const script = join(folder, "thaw");
  writeFileSync(script, `#!/bin/sh\nexec "${process.execPath}" ${nodeFlags.join(" ")} "${main}" "$@"\n`);
  chmodSync(script, 0o755);
  return folder;
}

const withExamples = pages.filter((page) => examplesOf(page).length > 0);

test("the reference of the command line has examples to run", () => {
  expect(withExamples).toContain("docs/reference/cli.md");
});

test.skipIf(process.platform === "win32").each(withExamples)(
  "the examples of %s run as they stand, from top to bottom",
  (page) => {
    const cwd = workplace(page);
    const env = {...plainEnv(), HOME: cwd, PATH: `${cwd}${delimiter}${process.env["PATH"]}`};
    for (const line of examplesOf(page)) {
      const {status, stdout, stderr} = spawnSync("sh", ["-c", line], {cwd, env, encoding: "utf8"});
      expect({line, status, stderr: status === 0 ? "" : stderr}).toEqual({line, status: 0, stderr: ""});
      expect({line, says: stdout.length > 0 || / > \S+$/.test(line)}).toEqual({line, says: true});
    }
  },
  LONG
);
