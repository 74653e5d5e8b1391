import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Cite} from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import {csvParse} from "d3-dsv";
import {afterAll, expect, test} from "vitest";
import {z} from "zod";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {exitCodes, type Kind} from "../../src/errors.ts";
import {answer, thaw} from "./thaw.ts";

const home = mkdtempSync(join(tmpdir(), "thaw-how-long-"));
afterAll(() => rmSync(home, {recursive: true}));
const usChina = openCase("us-china", packageRoot);
const ask = (...more: string[]) => answer(["how-long", "us-china", "--no-files", ...more], {cwd: home});

const day = z.iso.date();
const share = z.number().min(0).max(1).nullable(); // null where it is not defined
const years = z.number().nonnegative().nullable();
const columns = z.array(share);
const curve = z.strictObject({
  ...{days: z.array(z.number()), share: columns, lower: columns, upper: columns, isComplete: z.boolean()}
});
const ratios = z.array(
  z.strictObject({name: z.string(), ratio: z.number(), interval: z.tuple([z.number(), z.number()]), p: z.number()})
);
const leftOut = z.array(z.strictObject({id: z.string(), reason: z.string().min(10)}));
const rests = {
  case: z.literal("us-china"),
  version: z.literal(usChina.version),
  checksum: z.literal(usChina.checksum),
  coverage: z.strictObject({from: day, to: day})
};
const durations = z.strictObject({
  ...rests,
  by: z.string().nullable(),
  comparison: z
    .union([
      z.string(),
      z.strictObject({
        reference: z.string(),
        logRank: z.strictObject({low: share, high: share}),
        ratios: z.strictObject({low: ratios, high: ratios}),
        penalised: z.boolean(),
        leftOut: z.array(z.string())
      })
    ])
    .nullable(),
  endings: z.number(),
  clusters: z.number(),
  options: z.strictObject({ended: z.string(), unit: z.string(), origin: z.string(), from: day, until: day}),
  durations: z.array(
    z.strictObject({
      level: z.string(),
      spells: z.number().positive(),
      ended: z.number(),
      otherwise: z.number(),
      censored: z.number(),
      shares: z.array(z.strictObject({years: z.number(), low: share, high: share, interval: z.tuple([share, share])})),
      median: z.strictObject({low: years, high: years}),
      curves: z.strictObject({low: curve, high: curve})
    })
  ),
  leftOut
});

test("--json is the study, with null where a figure is not defined, and the table tells the same", () => {
  const args = ["--ended", "lifted", "--by", "channel"];
  const study = durations.parse(JSON.parse(ask(...args, "--json")));
  const undefinedShares = study.durations.flatMap(({shares}) => shares).filter(({interval}) => interval[0] === null);
  expect(undefinedShares.length).toBeGreaterThan(0);
  const text = ask(...args);
  for (const {level, spells, ended, shares} of study.durations) {
    const line = text.split("\n").find((one) => one.startsWith(`${level} `))!;
    expect(line).toMatch(new RegExp(`^${level} +${spells} +${ended} `));
    for (const {low} of shares) if (low !== null && low > 0) expect(line).toContain(`${(100 * low).toFixed(0)}`);
  }
  for (const {id} of study.leftOut) expect(text).toContain(id);
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test("a window cuts observation: later entry, fewer ends, and the days are told", () => {
  const whole = durations.parse(JSON.parse(ask("--json")));
  const window = ["--from", "1989-06-05", "--until", "2001-12-11"];
  const cut = durations.parse(JSON.parse(ask(...window, "--json")));
  expect(cut.options).toMatchObject({from: "1989-06-05", until: "2001-12-11"});
  expect(cut.endings).toBeLessThan(whole.endings);
  expect(ask(...window)).toContain("from 1989-06-05 to 2001-12-11");
  const today = durations.parse(JSON.parse(ask("--until", "today", "--json")));
  expect(today.options.until).toBe(today.coverage.to);
});

test("a window in which nothing ended, and one without spells, have answers", () => {
  const none = ask("--until", "1949-03-01", "--by", "channel");
  expect(none).toMatch(/ 0 ended so, /);
  expect(none).toContain("nothing to compare");
  const early = ask("--until", "1950-06-30", "--ended", "lifted");
  expect(early).toMatch(/^all +\d+ +0 +0 % +– +– +– +not reached$/m);
  for (const text of [none, early]) expect(text).not.toMatch(/NaN|undefined/);
});

const specifications = z.strictObject({
  ...rests,
  contrast: z.strictObject({factor: z.string(), level: z.string()}),
  specifications: z
    .array(
      z.strictObject({
        ...{ended: z.string(), unit: z.string(), origin: z.string(), dates: z.string(), strata: z.string()},
        ...{n: z.number(), events: z.number(), ratio: z.number().nullable(), p: share, note: z.string()},
        interval: z.tuple([z.number().nullable(), z.number().nullable()])
      })
    )
    .length(80)
});

test("--robust takes the level with the most spells, or the one that --level names", () => {
  const level = (...more: string[]) =>
    specifications.parse(JSON.parse(ask("--robust", "--by", "channel", "--json", ...more))).contrast.level;
  expect(level()).toBe("trade");
  expect(level("--level", "arms")).toBe("arms");
  const text = ask("--robust", "--by", "channel", "--level", "arms");
  expect(text).toContain("channel arms against the rest, under 80 definitions");
  expect(text.split("\n").filter((line) => / (fewest|most) +(one|by era) /.test(line))).toHaveLength(80);
});

const states = z.strictObject({
  ...rests,
  until: day,
  measures: z.number().positive(),
  clusters: z.number().positive(),
  horizons: z.array(
    z.strictObject({
      years: z.number(),
      observed: z.number(),
      states: z.array(z.strictObject({state: z.string(), share, interval: z.tuple([share, share])})).length(4)
    })
  ),
  leftOut
});

test("--states has shares that add up to 1, up to any day", () => {
  const study = states.parse(JSON.parse(ask("--states", "--json")));
  for (const {states: own} of study.horizons) {
    expect(own.reduce((sum, one) => sum + one.share!, 0)).toBeCloseTo(1, 10);
  }
  expect(study.measures + study.leftOut.length).toBe(usChina.measures.length);
  const early = states.parse(JSON.parse(ask("--states", "--until", "1972-02-21", "--json")));
  expect(early).toMatchObject({until: "1972-02-21"});
  expect(early.measures).toBeLessThan(study.measures);
  expect(ask("--states")).toMatch(/^in force +\d+ % \(\d+–\d+\)/m);
});

const refused: readonly (readonly [string, Kind, RegExp])[] = [
  ["us-china --ended lifte", "incorrect", /^invalid --ended: lifte; did you mean lifted\?$/],
  [
    "us-china --ended repealed",
    "incorrect",
    /^invalid --ended: repealed; write one of lifted, first-easing, .*revoked$/
  ],
  ["us-china --by chanel", "incorrect", /^invalid --by: chanel; did you mean channel\?$/],
  ["us-china --unit firm", "incorrect", /^invalid --unit: firm; write one of measure, package, pair$/],
  ["us-china --robust", "incorrect", /^missing --by; --robust compares one level of a factor: type, channel, /],
  ["us-china --robust --by channel --level sea", "incorrect", /^unknown level of channel: sea; write one of trade, /],
  ["us-china --level trade --by channel", "incorrect", /^--level without --robust; add --robust$/],
  ["us-china --states --by type", "incorrect", /^--by with --states; --states takes --until alone, leave --by out$/],
  ["us-china --from 1989", "incorrect", /^invalid --from: 1989; write a day that exists as YYYY-MM-DD$/],
  ["us-china --until 1940-01-01", "incorrect", /^invalid --until: 1940-01-01; write a day after 1949-01-01$/],
  [
    "us-china --from 1990-01-01 --until 1980-01-01",
    "incorrect",
    /^invalid --until: 1980-01-01; write a day after 1990-01-01$/
  ],
  ["us-china --from 2990-01-01", "incorrect", /^invalid --from: 2990-01-01; write a day before \d{4}-\d\d-\d\d$/],
  [
    "us-china --states --until 1949-01-02",
    "incorrect",
    /^no measure in force by 1949-01-02 with steps all dated to the day; write another --until$/
  ],
  ["us-chna", "notFound", /^no case us-chna; did you mean us-china\?$/]
];

test.each(refused)("how-long %s is %s", (line, kind, message) => {
  const {code, stdout, stderr} = thaw(["how-long", ...line.split(" ")], {cwd: home});
  expect({code, stdout}).toEqual({code: exitCodes[kind], stdout: ""});
  expect(stderr.replace(/^thaw: /, "").trimEnd()).toMatch(message);
  expect(readdirSync(home).filter((name) => name.startsWith("thaw-how-long"))).toEqual([]);
});

/** A command line that writes, the folder it names itself, and its files. */
const written: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "us-china --by channel",
    "thaw-how-long-us-china-first-easing-measure-by-channel",
    ["citation.bib", "curves.csv", "curves.svg", "left-out.csv", "spells.csv"]
  ],
  [
    "us-china --robust --by ender --level order",
    "thaw-how-long-us-china-robust-ender-order",
    ["citation.bib", "specification-curve.svg", "specifications.csv"]
  ],
  [
    "us-china --states",
    "thaw-how-long-us-china-states",
    ["citation.bib", "left-out.csv", "state-shares.csv", "state-spells.csv", "states.svg"]
  ]
];

test.each(written)("how-long %s writes %s, the same twice, and over it only with --force", (line, folder, names) => {
  const cwd = mkdtempSync(join(home, "files-"));
  const args = ["how-long", ...line.split(" ")];
  const {code, stderr} = thaw(args, {cwd});
  expect(code).toBe(0);
  expect(stderr).toMatch(new RegExp(`^wrote .* to ${folder}\n$`));
  expect(readdirSync(join(cwd, folder)).sort()).toEqual(names);
  const read = () => names.map((name) => readFileSync(join(cwd, folder, name), "utf8"));
  const before = read();
  const again = thaw(args, {cwd});
  expect(again.code).toBe(exitCodes.conflict);
  expect(again.stderr).toContain(`file exists: ${folder}/`);
  expect(again.stderr).toContain("add --force");
  expect(thaw([...args, "--force"], {cwd}).code).toBe(0);
  expect(read()).toEqual(before);
  for (const [i, name] of names.entries()) {
    if (name.endsWith(".csv")) expect(csvParse(before[i]!).length).toBeGreaterThan(0);
    if (name.endsWith(".svg")) expect(before[i]).toMatch(/^<svg [^>]+>/);
  }
  const [item] = new Cite(before[names.indexOf("citation.bib")]!).data;
  expect(item).toMatchObject({note: expect.stringContaining(usChina.checksum)});
});

test("--out names the folder; a file of ours in it is a conflict before anything is written, others stay", () => {
  mkdirSync(join(home, "own"));
  writeFileSync(join(home, "own", "notes.txt"), "mine");
  writeFileSync(join(home, "own", "citation.bib"), "mine");
  const args = ["how-long", "us-china", "--out", "own"];
  expect(thaw(args, {cwd: home})).toMatchObject({code: exitCodes.conflict});
  expect(readdirSync(join(home, "own")).sort()).toEqual(["citation.bib", "notes.txt"]);
  expect(thaw([...args, "--force"], {cwd: home}).code).toBe(0);
  expect(readFileSync(join(home, "own", "notes.txt"), "utf8")).toBe("mine");
  expect(readFileSync(join(home, "own", "citation.bib"), "utf8")).not.toBe("mine");
});

test("where a folder cannot be, it says so", () => {
  writeFileSync(join(home, "plain"), "");
  const {code, stderr} = thaw(["how-long", "us-china", "--out", "plain/x"], {cwd: home});
  expect(code).toBe(exitCodes.incorrect);
  expect(stderr).toBe("thaw: cannot write plain/x: a part of the path is not a folder; name another place\n");
});

test("the spells that are written are those that were counted", () => {
  thaw(["how-long", "us-china", "--out", "counted", "--json"], {cwd: home});
  const study = durations.parse(JSON.parse(ask("--json")));
  const rows = csvParse(readFileSync(join(home, "counted", "spells.csv"), "utf8"));
  const [all] = study.durations;
  expect(rows).toHaveLength(all!.spells);
  for (const cause of ["ended", "otherwise", "censored"] as const) {
    expect(rows.filter((row) => row["cause"] === cause)).toHaveLength(all![cause]);
  }
  const excluded = csvParse(readFileSync(join(home, "counted", "left-out.csv"), "utf8"));
  expect(excluded.map(({spell, reason}) => ({id: spell, reason}))).toEqual(study.leftOut);
});

test("a case of one's own has an answer, however few its spells", () => {
  answer(["init", "my-case"], {cwd: home});
  const args = ["how-long", "my-case", "--no-files"];
  expect(answer([...args, "--by", "type"], {cwd: home})).toContain("1 spell from ");
  const states = thaw([...args, "--states"], {cwd: home}); // its one measure was eased about June 2021
  expect(states.code).toBe(exitCodes.incorrect);
  expect(states.stderr).toMatch(/^thaw: no measure in force by .* dated to the day; write another --until\n$/);
  const robust = thaw([...args, "--robust", "--by", "type"], {cwd: home});
  expect(robust).toMatchObject({code: 0, stderr: ""});
  expect(robust.stdout).toContain("No definition gives an estimate.");
});
