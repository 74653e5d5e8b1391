import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {registry} from "../../src/cli/registry.ts";
import {exitCodes, type Kind} from "../../src/errors.ts";
import {answer, thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-usage-"));
afterAll(() => rmSync(home, {recursive: true}));
writeFileSync(join(home, "plain"), "");

const names = Object.keys(registry);
const specs = await Promise.all(Object.values(registry).map((load) => load()));

/** A command line, how it is refused, and the one line that says so. */
const refused: readonly (readonly [string, Kind, string])[] = [
  ["asof us-china", "incorrect", "unknown command asof; did you mean as-of?"],
  ["toString", "incorrect", "unknown command toString; see thaw --help"],
  ["--nope", "incorrect", "unknown option --nope; options follow the command, see thaw --help"],
  ["help timelin", "incorrect", "unknown command timelin; did you mean timeline?"],
  ["as-of", "incorrect", "missing case; write thaw as-of <case> [day]"],
  ["diff us-china 1968-12-31", "incorrect", "missing to; write thaw diff <case> <from> <to>"],
  ["as-of us-china 1989-06-15 extra", "incorrect", "unexpected argument extra; as-of takes <case> [day]"],
  ["cases us-china extra", "incorrect", "unexpected argument extra; cases takes [case]"],
  ["start extra", "incorrect", "unexpected argument extra; start takes no argument"],
  ["cases us-chna", "notFound", "no case us-chna; did you mean us-china?"],
  ["as-of us-china --stat x", "incorrect", "unknown option --stat; did you mean --state?"],
  ["as-of us-china --state inforce", "incorrect", "invalid --state: inforce; did you mean inForce?"],
  ["calendar us-china --kind x", "incorrect", "invalid --kind: x; write one of revival, expiry, review, effect"],
  ["export us-china --out", "incorrect", "missing value: --out <path>; see thaw export --help"],
  ["as-of us-china 1989-02-30", "incorrect", "invalid day: 1989-02-30; write a day that exists as YYYY-MM-DD"],
  ["timeline us-china --from 1989", "incorrect", "invalid --from: 1989; write a day that exists as YYYY-MM-DD"],
  [
    "timeline us-china --from 2002-01-01 --to 2001-01-01",
    "incorrect",
    "invalid --to: 2001-01-01; write a day on or after 2002-01-01"
  ],
  [
    "diff us-china 2002-01-02 1968-12-31",
    "incorrect",
    "from is after to: 2002-01-02 and 1968-12-31; write the earlier day first"
  ],
  [
    "calendar us-china --from 2026-01-02 --to 2026-01-01",
    "incorrect",
    "invalid --to: 2026-01-01; write a day on or after 2026-01-02"
  ],
  [
    "pendulum us-china --compare 2001-12-31",
    "incorrect",
    "invalid --compare: 2001-12-31; write two days, as 2001-12-31,1968-12-31"
  ],
  ["as-of us-chna", "notFound", "no case us-chna; did you mean us-china?"],
  ["life us-chna zte-denial-order-2018", "notFound", "no case us-chna; did you mean us-china?"],
  ["life zte-denial-order", "notFound", "no measure zte-denial-order in us-china; did you mean zte-denial-order-2018?"],
  ["life qqqqqqqq us-china", "notFound", "no measure qqqqqqqq in us-china; thaw as-of us-china lists the ids"],
  ["as-of us-china 1989-06-15 --sender USA", "notFound", "no sender USA; did you mean US?"],
  ["as-of us-china 1989-06-15 --sender Japn", "notFound", "no sender Japn; did you mean Japan?"],
  ["life us-china", "notFound", "us-china is a case; thaw as-of us-china lists its measures"],
  ["claims us-china claim-0", "notFound", "no claim claim-0 in us-china; did you mean claim-01?"],
  [
    "cite us-china zte-denial-order",
    "notFound",
    "no source or measure zte-denial-order; did you mean zte-denial-order-2018?"
  ],
  ["export us-china --format csv --table step", "notFound", "no table step; did you mean steps?"],
  ["export us-china --table steps", "incorrect", "no table in format package; add --format csv or --format parquet"],
  ["export us-china --format parquet", "incorrect", "no file to write Parquet to; name it with --out"],
  ["export us-china --format json --out no/x", "incorrect", "cannot write no/x: no such folder; name another place"],
  ["export us-china --format json --out plain", "conflict", "file exists: plain; name a new one, or add --force"],
  ["init My_Case", "incorrect", "invalid case name: My_Case; write lower-case letters, digits and hyphens"],
  ["init plain", "incorrect", "cannot write plain: a part of the path is not a folder; name another place"],
  ["completion tcsh", "incorrect", "unknown shell tcsh; write bash, zsh, fish"]
];

test.each(refused)("thaw %s is %s: %s", (line, kind, message) => {
  expect(thaw(line.split(" "), {cwd: home})).toEqual({
    code: exitCodes[kind],
    stdout: "",
    stderr: `thaw: ${message}\n`
  });
});

test("a broken verdict would end with an error: check and claims of the bundled case end well", () => {
  expect(answer(["check", "us-china"])).toMatch(/^us-china: no problems in \d+ measures, /);
  expect(answer(["claims", "us-china"])).toMatch(/^\d+ claims: \d+ by query, \d+ by hand; /m);
});

test("no words, --help and help give the overview, which names every command", () => {
  const overview = answer([]);
  expect(answer(["--help"])).toBe(overview);
  expect(answer(["help"])).toBe(overview);
  expect([...overview.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name)).toEqual(
    expect.arrayContaining(names)
  );
  expect(overview).toContain("not legal advice");
});

test.each(names)("help %s and %s --help show arguments, options and examples", (name) => {
  const help = answer([name, "--help"], {env: {COLUMNS: "80"}});
  const spec = specs.find((one) => one.name === name)!;
  for (const {flags} of spec.options) expect(help).toContain(`  ${flags}`);
  for (const {name: argument} of spec.args) expect(help).toContain(argument);
  for (const example of spec.examples) expect(help).toContain(`\n  ${example}`);
  for (const line of help.split("\n")) expect(spec.examples.includes(line.trim()) || line.length <= 80).toBe(true);
});

test("thaw help <command> is the help of the command", () => {
  expect(answer(["help", "as-of"])).toBe(answer(["as-of", "--help"]));
});

test("a case that is not readable is told in one line, and only --debug shows where a fault arose", () => {
  const broken = thaw(["as-of", "./plain"], {cwd: home});
  expect(broken).toMatchObject({code: exitCodes.notFound, stdout: ""});
  expect(broken.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(thaw(["as-of", "us-chna", "--debug"]).stderr).not.toContain("    at ");
});

test("a day before the record's coverage is answered with a note in the answer itself", () => {
  const [head, note] = answer(["as-of", "us-china", "1900-01-01"]).split("\n");
  expect(head).toContain("1900-01-01: 0 measures");
  expect(note).toBe("The record starts on 1949-01-01; it knows nothing about 1900-01-01.");
  expect(JSON.parse(answer(["as-of", "us-china", "1900-01-01", "--json"])).note).toBe(note);
});
