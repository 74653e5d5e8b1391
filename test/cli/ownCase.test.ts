import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {registry} from "../../src/cli/registry.ts";
import {exitCodes} from "../../src/errors.ts";
import {ownBaseline, writeFolder} from "./ownBaseline.ts";
import {answer, thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-own-"));
afterAll(() => rmSync(home, {recursive: true}));
let told: string;

beforeAll(() => {
  told = answer(["init", "my-case"], {cwd: home});
  writeFolder(join(home, "two"), ownBaseline("arendelle", "corona"));
});

/** A command line for every command that takes a case, and what its answer holds. */
const lines: Readonly<Record<string, readonly [string, RegExp]>> = {
  "as-of": ["as-of my-case 2021-01-01", /^example-tariff +in force +certain +2020-03-01 imposed /m],
  life: ["life example-tariff my-case", /^2027-05-01 +re-imposed → in force, eased$/m],
  diff: ["diff my-case 2020-01-01 2025-01-01", /^1 measure with a step in between: 1 new, 0 ended\./m],
  timeline: ["timeline my-case", /^2021-06~ +eased +example-tariff /m],
  pendulum: ["pendulum my-case --rule count", /^2021-12-31 +1 +█+$/m],
  calendar: ["calendar my-case --from 2027-01-01 --to 2028-01-01", /^2027-05-01 +revival +ahead +example-tariff /m],
  "how-long": ["how-long my-case --no-files", /^all +1 +1 /m],
  price: [
    "price my-case --baseline two --ladder --draws 0 --no-files",
    /^Embargo of goods and services, both ways +−\d+\.\d\d +/m
  ],
  claims: ["claims my-case", /^my-case has no claims on record$/m],
  brief: ["brief my-case --draws 0 --format md --out -", /^# .*Arendelle/m],
  check: ["check my-case", /^my-case: no problems in 1 measure, 3 events, 1 source, 0 claims; 0 findings/],
  export: ["export my-case --format csv --table steps", /^example-tariff,/m],
  cite: ["cite my-case", /^@\w+\{thaw-my-case,$/m]
};

test("every command that takes a case is tried", () => {
  const others = ["serve", "cases", "init", "start", "worker", "completion"];
  expect(Object.keys(registry).sort()).toEqual([...Object.keys(lines), ...others].sort());
});

test.each(Object.entries(lines))("thaw %s works on a case of one's own", (_, [line, holds]) => {
  expect(answer(line.split(" "), {cwd: home})).toMatch(holds);
});

test("a case whose parties no bundled baseline has is not priced, and is told what would help", () => {
  const help =
    "Arendelle, sender of my-case, does not stand in wiod2014-44x14; name a baseline that has it, as arendelle, or give it an iso2 in parties.yaml\n";
  expect(thaw(["price", "my-case"], {cwd: home})).toEqual({
    code: exitCodes.incorrect,
    stdout: "",
    stderr: `thaw: ${help}`
  });
  const brief = thaw(["brief", "my-case", "--format", "md", "--out", "-"], {cwd: home});
  expect([brief.code, brief.stderr]).toEqual([0, `not priced: ${help}`]);
});

test("what init advises to do next works, and it names the files that it wrote", () => {
  const [wrote = "", next = ""] = told.split("\n");
  const files = readdirSync(join(home, "my-case"), {recursive: true, encoding: "utf8"}).filter((file) =>
    /\./.test(file)
  );
  for (const file of files) expect(wrote).toContain(file.replaceAll("\\", "/"));
  const advised = next.replace("next: ", "").split(", ");
  expect(advised.length).toBeGreaterThan(1);
  for (const line of advised) expect(thaw(line.split(" ").slice(1), {cwd: home}).code).toBe(0);
});

test("init leaves a folder alone that has something in it", () => {
  const before = readFileSync(join(home, "my-case", "case.yaml"), "utf8");
  expect(thaw(["init", "my-case"], {cwd: home})).toEqual({
    code: exitCodes.conflict,
    stdout: "",
    stderr: "thaw: folder my-case is not empty; name a new one\n"
  });
  expect(readFileSync(join(home, "my-case", "case.yaml"), "utf8")).toBe(before);
});

test("the files of a new case name schemas that are there", () => {
  const head = readFileSync(join(home, "my-case", "case.yaml"), "utf8").split("\n")[0]!;
  const schema = /\$schema=(.*)$/.exec(head)![1]!;
  expect(JSON.parse(readFileSync(schema, "utf8"))).toHaveProperty("properties.coverage");
});

test("a slip in the case stops every command with the file, the line and what would be right", () => {
  answer(["init", "slipped"], {cwd: home});
  const file = join(home, "slipped", "measures", "example-tariff.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("verb: eased", "verb: easd"));
  const line = text.split("\n").findIndex((one) => one.includes("verb: eased")) + 1;
  const slip = `measures/example-tariff.yaml:${line}:11  invalid verb: easd; did you mean eased?`;
  const {code, stdout, stderr} = thaw(["as-of", "slipped", "2021-01-01"], {cwd: home});
  expect([code, stdout]).toEqual([exitCodes.incorrect, ""]);
  expect(stderr).toContain(slip);
  const checked = thaw(["check", "slipped", "--json"], {cwd: home});
  expect(checked.code).toBe(exitCodes.incorrect);
  expect(JSON.parse(checked.stdout).problems).toMatchObject([{line, column: 11}]);
});
