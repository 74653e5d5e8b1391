import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, expect, test} from "vitest";
import {exitCodes} from "../../src/errors.ts";
import {minimalCase} from "../unit/casebook/minimalCase.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "thaw-broken-"));
afterAll(() => rmSync(home, {recursive: true}));

const thaw = (...args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], {cwd: home, encoding: "utf8"});

const BAN = "measures/ban.yaml";
const EDTF =
  "write an EDTF date such as 1971-06-10, 1969-07, 1985, 1989-06~, 1950?, 1996-02-28/1996-04-24, or ? alone when nothing is known";

/** What a newcomer does, in which file, the text before and after, and the line that `thaw check` answers with. */
type Slip = readonly [string, string, string, string, string];

/** Slips that show beside one another, in the order in which they are told. */
const together: readonly Slip[] = [
  [
    "has a day that does not exist",
    "case.yaml",
    "to: 2025-12-31",
    "to: 2025-11-31",
    "case.yaml:10:7  invalid to: 2025-11-31; write a day that exists as YYYY-MM-DD"
  ],
  [
    "asks a claim about a measure that is not there",
    "claims.yaml",
    "events: {measures: [ban]",
    "events: {measures: [embargo]",
    "claims.yaml:15:61  unknown measure embargo; add it to measures/"
  ],
  ["writes a text for a list", BAN, "targets: [CN]", "targets: CN", `${BAN}:6:10  invalid targets: CN; write a list`],
  [
    "misspells a field",
    BAN,
    "regime: Trade",
    "regmie: Trade",
    `${BAN}:7:9  unknown field regmie; did you mean regime?`
  ],
  [
    "writes a verb that the rule book does not have",
    BAN,
    "verb: lifted",
    "verb: lift",
    `${BAN}:23:11  invalid verb: lift; did you mean lifted?`
  ],
  [
    "leaves out what is needed",
    BAN,
    "        rationale: Made for a test\n",
    "",
    `${BAN}:31:9  missing field rationale; add it`
  ],
  [
    "gives a weight out of range",
    BAN,
    "balancing: 0.75",
    "balancing: 1.75",
    `${BAN}:32:30  invalid balancing: 1.75; a weight is in [0, 1]`
  ],
  [
    "names a motive that does not exist",
    BAN,
    "economic: 0.25",
    "greed: 0.25",
    `${BAN}:32:43  unknown field greed; write one of balancing, economic, socialisation, compliance, domestic, humanitarian, other`
  ],
  [
    "lists a party twice",
    "parties.yaml",
    "name: China, kind: state}",
    "name: China, kind: state}\n- {id: CN, name: China, kind: state}",
    "parties.yaml:3:8  id CN stands twice; keep one of the two"
  ],
  [
    "indents with a tab",
    "sources.yaml",
    "  type: legislation",
    "\ttype: legislation",
    "sources.yaml:2:1  not readable as YAML: tab as indent; indent with spaces"
  ],
  [
    "writes words in a trade cell",
    "trade.csv",
    "63.5,",
    "about 64,",
    "trade.csv:3:6  invalid value: about 64; write a plain number in million USD, or nothing"
  ]
];

/** Slips that stand where others of the list stand, or show once what they rest on reads. */
const alone: readonly Slip[] = [
  [
    "dates an event on a day that does not exist",
    BAN,
    "effective: 1950-12-03",
    "effective: 1999-02-30",
    `${BAN}:15:16  invalid effective: 1999-02-30; ${EDTF}`
  ],
  [
    "lifts a measure before it is imposed",
    BAN,
    "announced: 1971-06\n    effective: 1971-06-10",
    "announced: 1949-06\n    effective: 1949-06-10",
    `${BAN}:23:11  impossible lifted on 1949-06-10: nothing is in force yet; use imposed or threatened first (legal here: threatened, imposed)`
  ],
  [
    "lets relief end before it begins",
    BAN,
    "verb: lifted\n",
    "verb: suspended\n    expires: 1970-06-10\n",
    `${BAN}:24:14  invalid expires: 1970-06-10; it must come after the event's own day 1971-06-10`
  ],
  [
    "cites a source that is not listed",
    BAN,
    "{source: LAW}",
    "{source: LAWS}",
    `${BAN}:19:18  unknown source LAWS; did you mean LAW?`
  ],
  [
    "lets weights fall short",
    BAN,
    "economic: 0.25",
    "economic: 0.2",
    `${BAN}:32:9  weights sum to 0.95; make them sum to 1`
  ]
];

/** Writes the minimal case, with these slips in it, to a folder of its own. */
function write(name: string, made: readonly Slip[], extra: Readonly<Record<string, string>> = {}): void {
  const files = minimalCase();
  for (const [, file, was, is] of made) {
    const text = files.get(file)!;
    if (text.split(was).length !== 2) throw new Error(`${file} does not hold this once: ${was}`);
    files.set(file, text.replace(was, is));
  }
  for (const [file, text] of [...files, ...Object.entries(extra)]) {
    mkdirSync(dirname(join(home, name, file)), {recursive: true});
    writeFileSync(join(home, name, file), text);
  }
}

const STACK = /\n\s+at |node:|Error\b|Warning|undefined|\[object/;

/** `thaw check` prints these lines and no other, says how many there are, and shows nothing of its inside. */
function expectLines(name: string, expected: readonly string[]): void {
  const {status, stdout, stderr} = thaw("check", name);
  expect(stdout.trimEnd().split("\n")).toEqual(expected.map((line) => join(name, line)));
  const files = new Set(expected.map((line) => line.split(":")[0])).size;
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;
  expect(stderr).toBe(
    `thaw: ${count(expected.length, "problem")} in ${count(files, "file")} of ${name}; mend them and run thaw check again\n`
  );
  expect(status).toBe(exitCodes.incorrect);
  expect(stdout + stderr).not.toMatch(STACK);
}

test("the case without a slip has no problem", () => {
  write("whole", []);
  const {status, stdout, stderr} = thaw("check", "whole");
  expect({status, stderr}).toEqual({status: 0, stderr: ""});
  expect(stdout).toMatch(/^whole: no problems in /);
});

test("a case broken in ten ways and one gets a line for each, by file and line", () => {
  write("broken", together);
  expect(together.length).toBeGreaterThan(10);
  expectLines(
    "broken",
    together.map(([, , , , line]) => line)
  );
});

test.each(alone.map((slip) => ({title: slip[0], slip})))("a person who $title is told so", ({title, slip}) => {
  const name = title.replaceAll(" ", "-");
  write(name, [slip]);
  expectLines(name, [slip[4]]);
});

test("a slip in one entry does not hide those in others, nor a date that an entry with another slip has", () => {
  const slips: Slip[] = [
    ["", BAN, "effective: 1950-12-03", "effective: 1950-02-31", `${BAN}:15:16  invalid effective: 1950-02-31; ${EDTF}`],
    ["", BAN, "verb: lifted", "verb: liftd", `${BAN}:23:11  invalid verb: liftd; did you mean lifted?`],
    ["", BAN, "effective: 1971-06-10", "effective: June", `${BAN}:25:16  invalid effective: June; ${EDTF}`],
    ["", BAN, "economic: 0.25", "economic: 0.2", `${BAN}:32:9  weights sum to 0.95; make them sum to 1`]
  ];
  write("many", slips);
  expectLines(
    "many",
    slips.map(([, , , , line]) => line)
  );
});

test("an event is checked against the case although another one does not read", () => {
  const slips: Slip[] = [
    ["", BAN, "targets: [CN]", "targets: [CNN]", `${BAN}:6:11  unknown party CNN; did you mean CN?`],
    ["", BAN, "effective: 1950-12-03", "effective: 1950-02-31", `${BAN}:15:16  invalid effective: 1950-02-31; ${EDTF}`],
    ["", BAN, "source: LAW\n", "source: LAWS\n", `${BAN}:34:17  unknown source LAWS; did you mean LAW?`]
  ];
  write("beside", slips);
  expectLines(
    "beside",
    slips.map(([, , , , line]) => line)
  );
});

test("what a wording lacks is a note by file and line, and the case has no problem", () => {
  write("half", [["", "ru.yaml", "  ban-imposed: {what: Торговля закрыта.}\n", "", ""]]);
  const {status, stdout, stderr} = thaw("check", "half");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^half: no problems in /);
  expect(stderr).toBe(`note: ${join("half", "ru.yaml")}:11:1  no ru wording for 1 of 2 events: ban-imposed\n`);
  expect(JSON.parse(thaw("check", "half", "--json").stdout)).toMatchObject({
    problems: [],
    notes: [{file: join("half", "ru.yaml"), line: 11, code: "casebook/no-wording"}]
  });
});

test("a measure that two files claim is a problem of the second", () => {
  write("twice", [], {"measures/copy.yaml": minimalCase().get(BAN)!});
  expectLines("twice", [`measures/copy.yaml:1:5  measure id ban is taken by ${BAN}; choose another`]);
});

test("a file that the case does not know is not left out in silence", () => {
  write("misnamed", [], {"claim.yaml": "[]\n", "finding.yml": "[]\n"});
  expectLines("misnamed", [
    "claim.yaml:1:1  unknown file claim.yaml; did you mean claims.yaml?",
    "finding.yml:1:1  unknown file finding.yml; did you mean findings.yaml?"
  ]);
});

test("an example as thaw init writes it is told the same way", () => {
  expect(thaw("init", "my-case").status).toBe(0);
  const file = join(home, "my-case", "measures", "example-tariff.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("type: tariff\n", "type: tarif\n"));
  expectLines("my-case", ["measures/example-tariff.yaml:4:7  invalid type: tarif; did you mean tariff?"]);
});

test.each(["as-of", "timeline", "life", "claims", "brief"])(
  "%s refuses a broken case and prints no data",
  (command) => {
    write("refused", together);
    const args = {"as-of": ["1972-02-21"], life: ["ban"]}[command] ?? [];
    const {status, stdout, stderr} = thaw(command, "refused", ...args);
    expect({status, stdout}).toEqual({status: exitCodes.incorrect, stdout: ""});
    expect(stderr).toMatch(/^thaw: case refused has 11 problems; /);
    const lines = stderr.trimEnd().split("\n").slice(1);
    expect(lines).toEqual(together.map(([, , , , line]) => join("refused", line)));
    expect(stderr).not.toMatch(STACK);
  }
);

test("--json gives the same problems to a program", () => {
  write("for-programs", together);
  const {status, stdout} = thaw("check", "for-programs", "--json");
  expect(status).toBe(exitCodes.incorrect);
  const {problems} = JSON.parse(stdout);
  expect(problems).toHaveLength(together.length);
  expect(problems[0]).toEqual({
    file: join("for-programs", "case.yaml"),
    line: 10,
    column: 7,
    code: "time/invalid-day",
    message: "invalid to: 2025-11-31; write a day that exists as YYYY-MM-DD"
  });
});
