import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {packageRoot} from "../../src/casebook/node.ts";
import {exitCodes} from "../../src/errors.ts";
import {answer, thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-scenario-"));
afterAll(() => rmSync(home, {recursive: true}));
const examples = join(packageRoot, "examples", "scenarios");

test.each(readdirSync(examples))("the example %s has no problems", (file) => {
  const path = join("examples", "scenarios", file);
  const steps = readFileSync(join(examples, file), "utf8").match(/^ {2}- id: /gm)!.length;
  expect(answer(["check", path])).toBe(`${path}: no problems in ${steps} ${steps === 1 ? "step" : "steps"}\n`);
});

test("a scenario with problems is told all of them, and ends with an error", () => {
  const text =
    "title: T\nbaseline: wiod\nsenders: [US]\ntargets: [US]\nsteps: [{id: a, title: A, wedges: [{from: US, to: CN, closed: 2}]}]\n";
  writeFileSync(join(home, "wrong.yaml"), text);
  const {code, stdout, stderr} = thaw(["check", "wrong.yaml"], {cwd: home});
  expect(stdout.split("\n")).toEqual([
    "wrong.yaml:2:11  no baseline wiod; did you mean wiod2014-44x14?",
    "wrong.yaml:5:63  invalid closed: 2; write a share from 0 to 1",
    ""
  ]);
  expect(stderr).toContain("2 problems in 1 file of wrong.yaml; mend them and run thaw check again");
  expect(code).toBe(exitCodes.incorrect);
});

test("the folders that a scenario names stand beside it", () => {
  mkdirSync(join(home, "deep", "own"), {recursive: true});
  writeFileSync(join(home, "deep", "own", "baseline.yaml"), "name: own\n");
  writeFileSync(
    join(home, "deep", "own.yaml"),
    "title: T\nbaseline: own\nsenders: [US]\ntargets: [CN]\nsteps: [{id: a, title: A, add: [{what: embargo}]}]\n"
  );
  const {stdout} = thaw(["check", join("deep", "own.yaml")], {cwd: home});
  expect(stdout).toContain(`${join("deep", "own.yaml")}:2:11  baseline own has `);
  const {code, stdout: own, stderr} = thaw(["check", join("deep", "own")], {cwd: home});
  expect(own).toContain(`${join("deep", "own", "baseline.yaml")}:1:1  missing field year; add it`);
  expect(stderr).toMatch(/problems in \d files? of deep.own; mend them/);
  expect(code).toBe(exitCodes.incorrect);
});

test("a bundled baseline has no problems, and its notes are told", () => {
  const {code, stdout, stderr} = thaw(["check", "wiod2014-44x14"]);
  expect([code, stdout]).toEqual([0, "wiod2014-44x14: no problems in 44 countries and 14 sectors\n"]);
  expect(stderr).toContain("note: wiod2014-44x14: ");
});

test("a scenario that is not there is not found", () => {
  const {code, stderr} = thaw(["check", "nowhere.yaml"], {cwd: home});
  expect([code, stderr]).toEqual([
    exitCodes.notFound,
    expect.stringContaining("no scenario nowhere.yaml; give the path of a YAML file")
  ]);
});
