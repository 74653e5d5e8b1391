import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openBaseline} from "../../src/casebook/baselines.ts";
import {openCase, packageRoot} from "../../src/casebook/node.ts";
import {ownBaseline, writeFolder} from "./ownBaseline.ts";
import {isRounded, type Price, prices, tableOf} from "./prices.ts";
import {answer} from "./thaw.ts";

const ROUNDING = 1e-14; // of all spending: sums of at most 78 products
const STOCKS = 0.001; // stocks that fall are no final demand in the model: mining in Japan and Taiwan

const home = mkdtempSync(join(tmpdir(), "thaw-price-"));
afterAll(() => rmSync(home, {recursive: true}));
const scenarios = join("examples", "scenarios");
const ask = (...args: readonly string[]) => answer(["price", ...args, "--no-files"]);
const json = (...args: readonly string[]): Price => prices.parse(JSON.parse(ask(...args, "--json")));
const plain = ["--draws", "0"];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Final spending by country, million USD: what stands between the two figures of its largest change. */
function spendingOf({steps}: Price): ReadonlyMap<string, number> {
  const all = steps.flatMap(({countries}) => countries).sort((a, b) => Math.abs(a.change!) - Math.abs(b.change!));
  return new Map(all.map(({country, change, millionUsd}) => [country, millionUsd! / change!]));
}

/** Every figure of both tables is the rounded figure of the JSON, and nothing is missing. */
function expectSameFigures(text: string, {steps, draws}: Price): void {
  const changes = tableOf(text, "Change of real consumption");
  const billions = tableOf(text, "The same in billion US dollars");
  expect(changes.head.slice(1)).toEqual(steps[0]!.groups.map(({title}) => title));
  for (const [at, {title, groups}] of steps.entries()) {
    const [name, ...cells] = changes.rows[at]!;
    expect(name).toBe(title);
    for (const [g, {change, band}] of groups.entries()) {
      const figures = cells[g]!.split(/ [(]| to |[)]/).filter((one) => one !== "");
      const wanted = draws.made === 0 ? [change] : [change, band!.low, band!.high];
      expect(figures).toHaveLength(wanted.length);
      for (const [i, figure] of figures.entries())
        expect([figure, isRounded(figure, 100 * wanted[i]!)]).toEqual([figure, true]);
    }
    const [, ...sums] = billions.rows[at]!;
    for (const [g, {millionUsd}] of groups.entries())
      expect([sums[g], isRounded(sums[g]!, millionUsd! / 1000)]).toEqual([sums[g], true]);
  }
  expect(changes.rows).toHaveLength(steps.length);
  expect(billions.rows).toHaveLength(steps.length);
  expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
}

/** The world is the sum of its countries, and its change theirs weighted by the baseline's spending. */
function expectWorldIsSum(price: Price): void {
  const {countries, sectors, finalDemand} = openBaseline(price.baseline.name, packageRoot).economy;
  const spending = spendingOf(price);
  const demandOf = (c: number) => sum([...finalDemand.subarray(c * sectors.length, (c + 1) * sectors.length)]);
  if (price.closure.kind === "worldShare")
    // another closure moves deficits, and with them what is spent
    for (const [c, code] of countries.entries())
      expect(Math.abs(spending.get(code)! / demandOf(c) - 1)).toBeLessThan(STOCKS);
  const all = sum([...spending.values()]);
  for (const step of price.steps) {
    expect(step.countries.map(({country}) => country)).toEqual(countries);
    const {change, millionUsd} = step.groups.find(({id}) => id === "world")!;
    const sums = [
      change! * all,
      sum(step.countries.map((one) => one.change! * spending.get(one.country)!)),
      sum(step.countries.map((one) => one.millionUsd!)),
      sum(step.groups.filter(({id}) => id !== "world").map((one) => one.millionUsd!)) // every country is in one group
    ];
    for (const one of sums) expect(Math.abs(one - millionUsd!)).toBeLessThan(ROUNDING * all);
  }
}

/** What stands, the ladder, and every example of a scenario. */
const asked = ["", "--ladder", ...readdirSync(scenarios).map((file) => join(scenarios, file))];

test.each(asked)("thaw price %s: the table tells the JSON, the world is the sum of its countries", (what) => {
  const args = what.endsWith(".yaml") ? [what] : ["us-china", ...what.split(" ").filter((word) => word !== "")];
  const answered = json(...args, "--draws", "2");
  expectSameFigures(ask(...args, "--draws", "2"), answered);
  expectWorldIsSum(answered);
  expect(answered.draws).toEqual({asked: 2, made: 2, failed: []});
});

const ladder = ["us-china", "--ladder", "--trace", ...plain];
let price: Price;
let text: string;
beforeAll(() => {
  [price, text] = [json(...ladder), ask(...ladder)];
});

test("without draws there are no bands, and what a result rests on is told", () => {
  expectSameFigures(text, price);
  expect(text).not.toContain("(seed ");
  for (const {groups, countries} of price.steps)
    for (const {band} of [...groups, ...countries]) expect(band).toBeNull();
  const {name, year, source, licence, how, checksum} = price.baseline;
  for (const part of [name, String(year), source, licence, how, checksum]) expect(text).toContain(part);
  expect(text).toContain(`version ${price.ruleTable}`);
});

test("each measure that is read is told: priced, outside, idle, or listed as of unknown size", () => {
  const ids = openCase("us-china", packageRoot).measures.map(({id}) => id);
  for (const {measure} of price.readings) expect(ids).toContain(measure);
  const of = (kind: string) => price.readings.filter(({outcome}) => outcome === kind).map(({measure}) => measure);
  expect(of("priced").sort()).toEqual([...price.reference.measures].sort());
  expect(text).toContain(`Of ${price.readings.length} measures on ${price.day}: ${of("priced").length} priced`);
  for (const id of of("unknown")) expect(text).toContain(id);
});

test("--trace names a measure, a flow of the baseline and a rule of the rule table for every wedge", () => {
  const page = readFileSync(join(packageRoot, "docs", "methods", "rule-table.md"), "utf8");
  const rules = [...page.matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
  const {countries, sectors} = openBaseline(price.baseline.name, packageRoot).economy;
  for (const {measures, trace} of [price.reference, ...price.steps]) {
    expect([...new Set(trace!.map(({of}) => of))].sort()).toEqual([...measures].sort());
    for (const {of, rule, origin, destination, sector, size} of trace!) {
      expect(rules).toContain(rule);
      expect(text).toMatch(new RegExp(`^${of} +${rule} +${origin} → ${destination} `, "m"));
      expect(countries).toContain(origin);
      expect(countries).toContain(destination);
      expect(sectors).toContain(sector);
      expect(size).toBeGreaterThan(0);
    }
  }
  const embargo = price.steps.at(-1)!.trace!.filter(({of}) => of === "embargo");
  expect(embargo.map(({kind, size}) => [kind, size])).toEqual(Array(2 * sectors.length).fill(["closed", 1])); // both ways
});

test("third countries have columns of their own, and what is left is all others", () => {
  const third = json("us-china", "--third", "JP, DEU", ...plain);
  expect(third.steps[0]!.groups.map(({title}) => title)).toEqual([
    ...["United States", "China", "Japan", "Germany", "All others", "World"]
  ]);
  expectWorldIsSum(third);
});

test("a day outside the record is answered, and the answer says so", () => {
  expect(ask("us-china", "--day", "1948-01-01", ...plain)).toContain(
    "The record starts on 1949-01-01; it knows nothing about 1948-01-01."
  );
});

test("a step without an equilibrium has no figures, and says why", () => {
  writeFolder(join(home, "two"), ownBaseline("USA", "CHN"));
  const all = "{from: CN, to: US, amount: 1000000000}"; // more than there is
  const head = "title: T\nbaseline: two\nsenders: [US]\ntargets: [CN]\n";
  writeFileSync(join(home, "all.yaml"), `${head}steps: [{id: all, title: All, transfer: [${all}]}]\n`);
  const args = [join(home, "all.yaml"), ...plain];
  const [step] = json(...args).steps;
  expect(step!.none).toMatch(/^no equilibrium/);
  for (const {change, millionUsd} of [...step!.groups, ...step!.countries])
    expect([change, millionUsd]).toEqual([null, null]);
  const said = ask(...args);
  expect(said).toContain(`\nAll: ${step!.none}\n`);
  expect(said).not.toContain("NaN");
});
