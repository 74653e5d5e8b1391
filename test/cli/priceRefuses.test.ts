import {mkdtempSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {packageRoot} from "../../src/casebook/node.ts";
import {exitCodes} from "../../src/errors.ts";
import {ownBaseline, writeFolder} from "./ownBaseline.ts";
import {thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-price-"));
afterAll(() => rmSync(home, {recursive: true}));
const embargo = join(packageRoot, "examples", "scenarios", "embargo.yaml");
let there: readonly string[];

beforeAll(() => {
  writeFileSync(join(home, "notes.txt"), "mine\n");
  writeFileSync(join(home, "other.jsonl"), `${JSON.stringify({format: "thaw-draws-1", task: "another"})}\n`);
  for (const [name, [file, was, is]] of Object.entries(baselines)) {
    const files = ownBaseline("USA", "CHN");
    expect(files[file]).toContain(was);
    writeFolder(join(home, name), {...files, [file]: files[file]!.replace(was, is)});
  }
  for (const [at, [text]] of scenarios.entries()) writeFileSync(join(home, `${at}.yaml`), head + text);
  there = readdirSync(home);
});

function expectRefused(
  args: readonly string[],
  message: string | RegExp,
  kind: "incorrect" | "notFound" = "incorrect"
): void {
  expect(thaw(["price", ...args], {cwd: home})).toEqual({
    code: exitCodes[kind],
    stdout: "",
    stderr: typeof message === "string" ? `thaw: ${message}\n` : expect.stringMatching(message)
  });
  expect(readdirSync(home)).toEqual(there);
}

const code = "write an ISO 3166-1 code of two or three letters, EU, or a name of the baseline";
const share = "write a share from 0 to 1, or 0% to 100%";

const wrong: readonly (readonly [line: string, message: string | RegExp])[] = [
  ["us-china --third IDN,XQ", `invalid --third: unknown country XQ; ${code}`],
  ["us-china --third USA", "invalid --third: USA is sender or target already"],
  ["us-china --third JP,JPN", "invalid --third: JPN stands twice; name it once"],
  ["us-china --coalition --members JPN,XQ", `invalid --members: unknown country XQ; ${code}`],
  [
    "us-china --coalition --members JPN,CN",
    "invalid --members: CHN is sender or target, or stands twice; leave it out"
  ],
  [
    "us-china --coalition --members IR",
    "invalid --members: IR (Iran) does not stand on its own in wiod2014-44x14; name its region (ROW) or take another baseline"
  ],
  ["us-china --coalition --order size", "invalid --order: size; write one of trade, worth, given"],
  ["us-china --draws many", "invalid --draws: many; write a whole number from 0 to 100000"],
  ["us-china --draws -1", "invalid --draws: -1; write a whole number from 0 to 100000"],
  ["us-china --draws 999999999", "invalid --draws: 999999999; write a whole number from 0 to 100000"],
  ["us-china --seed 1.5", "invalid --seed: 1.5; write a whole number from 0 to 999999999"],
  ["us-china --threads 0", "invalid --threads: 0; write a whole number from 1 to 999"],
  ["us-china --game --comply 2", `invalid --comply: 2; ${share}`],
  ["us-china --game --cut-off 120%", `invalid --cut-off: 120%; ${share}`],
  ["us-china --retaliation lots", `invalid --retaliation: lots; ${share}`],
  ["us-china --ladder --game", "--ladder with --game; they are questions of their own, ask one"],
  ["us-china --step embargo", "--step without --coalition or --game; leave it out"],
  ["us-china --cut-off 0.1", "--cut-off without --game; leave it out"],
  [
    "us-china --game --step embrgo",
    /^thaw: unknown step: embrgo; write one of [a-z0-9, -]+, full-blocking, embargo\n$/
  ],
  [
    "us-china --coalition --step lift-all",
    /^thaw: invalid --step: lift-all adds nothing to what stands, or changes some of it; write one of tariff-60, [a-z0-9, -]+, embargo\n$/
  ],
  ["us-china --day 2025-13-01", "invalid --day: 2025-13-01; write a day that exists as YYYY-MM-DD"],
  [
    "us-china --elasticities caliendo",
    "unknown elasticity set: caliendo; the sets are caliendo-parro-2015, simonovska-waugh-2014, boehm-2023-long, boehm-2023-short, own"
  ],
  [
    "us-china --elasticities own",
    "no elasticity for sector agri in wiod2014-44x14 itself; choose a set: caliendo-parro-2015, simonovska-waugh-2014, boehm-2023-long, boehm-2023-short"
  ],
  [
    `${embargo} --baseline wiod2014-44x14`,
    `--baseline with a scenario; write it in ${embargo}, which says it for itself`
  ],
  [
    "us-china --resume draws.jsonl --database postgres://localhost/thaw",
    "--resume with --database; the database keeps the draws by itself, leave --resume out"
  ],
  [
    "us-china --resume notes.txt",
    `${join(home, "notes.txt")} is no file of draws; name one that does not exist yet, or one that thaw has begun`
  ],
  [
    "us-china --resume other.jsonl",
    `${join(home, "other.jsonl")} has the draws of another task, or of another version of thaw; name another file, or price what was priced then`
  ]
];

test.each(wrong)("price %s is refused", (line, message) => expectRefused(line.split(" "), message));

test.each([
  ["us-chna", "no case us-chna; did you mean us-china?"],
  ["nowhere.yaml", "no scenario nowhere.yaml; give the path of a YAML file"],
  ["us-china --baseline wiod2014", "no baseline wiod2014; did you mean wiod2014-44x14?"]
])("price %s is not found", (line, message) => expectRefused(line.split(" "), message, "notFound"));

/** One text of one file of an own baseline, and what it says instead. */
const baselines: Readonly<Record<string, readonly [file: string, was: string, is: string, message: string]>> = {
  negative: [
    "flows.csv",
    "CHN,USA,goods,300",
    "CHN,USA,goods,-300",
    "flows.csv:3:15  negative flow of CHN to USA, goods: -300; write 0 or more, in million USD"
  ],
  unbalanced: [
    "value-added.csv",
    "USA,goods,1170",
    "USA,goods,1370",
    "value-added.csv:2:11  unbalanced sales of USA, goods: 1200 sold, 1400 of inputs and value added; make them equal, to 0.5 % and 1 million USD"
  ],
  missing: [
    "flows.csv",
    "CHN,CHN,goods,4000,0\n",
    "",
    "flows.csv:4:1  missing flow of CHN, CHN, goods; write a row for each, with 0 for nothing"
  ],
  unknown: ["flows.csv", "CHN,USA,goods", "CHNN,USA,goods", "flows.csv:3:1  unknown origin CHNN; did you mean CHN?"],
  flat: [
    "baseline.yaml",
    "value: 4",
    "value: 0",
    "baseline.yaml:9:30  invalid value: 0; write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %"
  ]
};

test.each(Object.entries(baselines))("an own baseline that is %s is refused", (name, [, , , message]) =>
  expectRefused(
    ["us-china", "--baseline", name],
    `baseline ${name} has 1 problem; mend them and try again\n${join(name, message)}`
  )
);

const head = "title: T\nsenders: [US]\ntargets: [CN]\n";
const one = "steps: [{id: a, title: A, add: [{what: embargo}]}]\n";
const theta = "write θ above 0 (σ − 1), the fall of trade in % where costs rise by 1 %";
const add = (...moves: readonly string[]) => `steps: [{id: a, title: A, add: [${moves.join(", ")}]}]\n`;
const wedge = (...wedges: readonly string[]) => `steps: [{id: a, title: A, wedges: [${wedges.join(", ")}]}]\n`;
const control = (size: string) => `{what: export-control, sectors: [mining], share: ${size}}`;

/** What a scenario says after its head, and what is wrong with it. */
const scenarios: readonly (readonly [text: string, message: string])[] = [
  [wedge("{from: US, to: XQ, closed: 1}"), `4:51  unknown country XQ; ${code}`],
  [`elasticities: {all: 0}\n${one}`, `4:21  invalid all: 0; ${theta}`],
  [`elasticities: {all: -1}\n${one}`, `4:21  invalid all: -1; ${theta}`],
  [add(control("1.5")), "4:82  invalid share: 1.5; write a share from 0 to 1"],
  [add(control("-0.5")), "4:82  invalid share: -0.5; write a share from 0 to 1"],
  [
    wedge("{from: US, to: CN, closed: 1}", "{from: US, to: CN, tariff: 0.2}"),
    "4:67  contradictory tariff 0.2 after closed 1 on agri from USA to CHN and 13 more; nothing is traded there; keep one of them"
  ],
  [
    add(control("0.5"), "{what: embargo}"),
    "4:88  contradictory embargo after export-control 0.5 on mining from USA to CHN; close a flow once"
  ],
  [add("{what: embarg}"), "4:40  invalid what: embarg; did you mean embargo?"],
  [
    `baseline: nope\n${one}`,
    "4:11  no baseline nope; bundled baselines: wiod2014-44x14, world2023-goods; or give a folder with a baseline.yaml"
  ],
  [`coalition: [CN]\n${one}`, "4:13  CN is both target and member of the coalition; keep one"]
];

test.each(scenarios.map(([text, message], at) => [text, message, at] as const))(
  "a scenario with %j is refused",
  (_, message, at) =>
    expectRefused([`${at}.yaml`], `scenario ${at}.yaml has 1 problem; mend them and try again\n${at}.yaml:${message}`)
);
