import {join} from "node:path";
import {expect, test} from "vitest";
import {z} from "zod";
import {openBaseline} from "../../src/casebook/baselines.ts";
import {packageRoot} from "../../src/casebook/node.ts";
import {isRounded, prices, tableOf} from "./prices.ts";
import {answer} from "./thaw.ts";

const GRAIN = 0.1; // million USD: losses are rounded to 1e-9 of spending, 75 million million in all

const ask = (...args: readonly string[]) => answer(["price", ...args, "--draws", "0", "--no-files"]);
const read = <T>(schema: z.ZodType<T>, ...args: readonly string[]): T =>
  schema.parse(JSON.parse(ask(...args, "--json")));
const printed = (row: readonly string[], at: number, value: number) =>
  expect([row[at], isRounded(row[at]!, value)]).toEqual([row[at], true]);

const near = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThan(GRAIN);

const figures = z.array(z.number());
const codes = z.array(z.string());
const worth = z.looseObject({kind: z.enum(["ratio", "free", "harmless"])});

const coalitions = prices.extend({
  coalition: z.strictObject({
    rows: z.array(
      z.strictObject({
        step: z.strictObject({id: z.string(), title: z.string()}),
        members: codes,
        joined: z.string().nullable(),
        outcome: z.strictObject({
          kind: z.literal("solved"),
          welfareHat: figures,
          losses: z.strictObject({
            ...{target: z.number(), members: z.number(), outsiders: z.number(), world: z.number()},
            byMember: figures
          }),
          marginal: z.strictObject({damage: z.number(), pays: z.number(), worth}).loose().nullable(),
          isTargetAlone: z.boolean()
        })
      })
    ),
    notes: codes
  }),
  transfers: z.strictObject({
    kind: z.literal("equal"),
    ...{received: figures, welfareHat: figures, change: z.number(), gap: z.number(), iterations: z.int()}
  })
});

test("--coalition: each row adds to the one before, the table tells the JSON, and transfers make burdens equal", () => {
  const args = ["us-china", "--coalition", "--members", "JPN,NLD,KOR"];
  const {coalition, transfers, steps} = read(coalitions, ...args);
  const text = ask(...args);
  const {rows} = tableOf(text, "Members join one by one.");
  expect(coalition.rows.map(({members}) => members.length)).toEqual([1, 2, 3, 4]);
  expect(
    coalition.rows
      .slice(1)
      .map(({joined}) => joined)
      .sort()
  ).toEqual(["JPN", "KOR", "NLD"]);
  for (const [at, {outcome, step}] of coalition.rows.entries()) {
    const {target, members, outsiders, world, byMember} = outcome.losses;
    near(members + target + outsiders, world);
    near(
      byMember.reduce((a, b) => a + b, 0),
      members
    );
    for (const [cell, value] of [
      [3, target],
      [4, members],
      [5, outsiders]
    ] as const)
      printed(rows[at]!, cell, -value / 1000);
    const priced = steps.find(({id}) => id === step.id)!.countries.find(({country}) => country === "CHN")!;
    near(priced.millionUsd!, -target);
    if (outcome.marginal === null) continue;
    const {damage} = outcome.marginal;
    near(damage, target - coalition.rows[at - 1]!.outcome.losses.target);
    printed(rows[at]!, 6, -damage / 1000);
  }
  expect(coalition.rows[0]!.outcome.marginal).toBeNull();
  const {countries} = openBaseline("wiod2014-44x14", packageRoot).economy;
  const total = transfers.received.reduce((a, b) => a + b, 0);
  expect(Math.abs(total)).toBeLessThan(1); // million USD: what one receives another pays
  for (const code of ["USA", "JPN", "NLD", "KOR"])
    expect(transfers.welfareHat[countries.indexOf(code)]! - 1).toBeCloseTo(transfers.change, 7);
  expect(text).toContain("Sharing the burden among 4 members");
});

test("--coalition of 40 takes less than 10 seconds", () => {
  const {countries} = openBaseline("wiod2014-44x14", packageRoot).economy;
  const others = countries.filter((code) => !["USA", "CHN", "ROW"].includes(code)).slice(0, 39);
  const start = performance.now();
  const {rows} = tableOf(ask("us-china", "--coalition", "--members", others.join()), "Members join one by one.");
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(rows.map(([n]) => n)).toEqual(Array.from({length: 40}, (_, at) => String(at + 1)));
});

test("--order given lets members join as they are named", () => {
  const text = ask("us-china", "--coalition", "--members", "NLD,JPN", "--order", "given", "--step", "chips-half");
  expect(tableOf(text, "Members join one by one.").rows.map(([, joins]) => joins)).toEqual(["USA", "NLD", "JPN"]);
  expect(text.split("\n")[0]).toContain("Export controls on half of machinery and electronics");
});

const choice = z.enum(["comply", "defy", "either"]);
const profile = z.looseObject({choices: z.array(choice), complying: codes});
const switches = z.strictObject({
  kind: z.literal("switches"),
  ...{at: z.number().positive(), below: choice, above: choice, switches: z.literal(1)}
});
const games = prices.extend({
  game: z.strictObject({
    ...{players: codes, notes: codes},
    unthreatened: z.looseObject({kind: z.literal("solved")}),
    profiles: z.array(profile),
    equilibria: z.array(z.strictObject({profile, threats: z.array(z.looseObject({country: z.string()}))})),
    tables: z.array(
      z.strictObject({
        ...{country: z.string(), dominant: choice.nullable()},
        rows: z.array(
          z.strictObject({othersComplying: codes, ifComplies: z.number(), ifDefies: z.number(), best: choice})
        )
      })
    ),
    searches: z.unknown()
  }),
  switching: z.array(
    z.strictObject({
      country: z.string(),
      exposure: z.number().positive(),
      byCut: switches,
      byExposure: switches.nullable()
    })
  )
});

test("--game: a third country switches where the threat grows, and where its exposure does", () => {
  const args = [join("examples", "scenarios", "secondary-iran.yaml"), "--game"];
  const {switching, draws, game} = read(games, ...args, "--exposure");
  expect(draws.asked).toBe(0);
  const equilibrium = game.equilibria[0]!.profile.complying;
  for (const {country, exposure, byCut, byExposure} of switching) {
    expect([byCut.below, byCut.above]).toEqual(["defy", "comply"]);
    expect([byExposure!.below, byExposure!.above]).toEqual(["comply", "defy"]); // more trade with the target to lose
    expect(equilibrium.includes(country)).toBe(exposure < byExposure!.at);
  }
  const {at} = switching.find(({country}) => country === "TUR")!.byCut;
  const complies = (cut: number) => {
    const [first] = read(games, ...args, "--cut-off", String(cut)).game.equilibria;
    return first!.profile.complying.includes("TUR");
  };
  expect([complies(0.95 * at), complies(1.05 * at)]).toEqual([false, true]);
  expect(ask(...args)).toMatch(new RegExp(`^TUR .* below ${(100 * at).toFixed(2)} %, it complies above`, "m"));
});

test("--game: every choice of every player is told, and an equilibrium is one that nobody leaves", () => {
  const text = ask("us-china", "--game", "--third", "IND,KOR,JPN", "--comply", "50%", "--cut-off", "0.75");
  expect(text).toContain("IND, KOR, JPN 50 % or 75 %");
  const {rows} = tableOf(text, "United States and China: who complies");
  expect(rows).toHaveLength(3 * 4);
  const [, found] = /^(\d+) equilibri(?:um|a) in pure strategies, of 8 profiles$/m.exec(text)!;
  const {rows: equilibria} = tableOf(text, `${found} equilibri`);
  expect(equilibria).toHaveLength(Number(found));
  expect(equilibria.length).toBeGreaterThan(0);
  for (const [comply = ""] of equilibria)
    for (const [country = "", others, complying, cutOff, better] of rows) {
      const rest = comply.split(", ").filter((one) => one !== country && one !== "nobody");
      if (others !== (rest.join(", ") || "nobody")) continue;
      expect([country, better]).toEqual([country, comply.split(", ").includes(country) ? "comply" : "defy"]);
      const [gain, loss] = [complying, cutOff].map((printed) => Number(printed!.replace("−", "-")));
      expect(gain! > loss!).toBe(better === "comply");
    }
});

const frontiers = prices.extend({
  frontier: z.strictObject({
    rows: z.array(
      z.strictObject({
        packages: codes,
        step: z.strictObject({id: z.string(), title: z.string()}),
        ...{damage: z.number(), cost: z.number(), worth, beyondSum: z.number().nullable()},
        standing: z.discriminatedUnion("kind", [
          z.strictObject({kind: z.literal("frontier"), ties: codes}),
          z.strictObject({kind: z.literal("dominated"), by: z.string()})
        ])
      })
    ),
    unsolved: z.array(z.strictObject({step: z.unknown(), message: z.string()})),
    leftOut: z.strictObject({contradictory: z.number(), same: z.number()}),
    search: z.enum(["single", "all", "greedy"])
  }),
  shareOfDrawsOnFrontier: z.record(z.string(), z.number().nullable())
});

test("--frontier: nothing on it is beaten, what is off it is, and the table tells the JSON", () => {
  const args = [join("examples", "scenarios", "embargo.yaml"), "--frontier"];
  const {frontier} = read(frontiers, ...args);
  const {rows} = tableOf(ask(...args), "4 packages, each alone.");
  expect(rows).toHaveLength(frontier.rows.length);
  const beats = (a: {damage: number; cost: number}, b: {damage: number; cost: number}) =>
    a.damage >= b.damage && a.cost <= b.cost && (a.damage > b.damage || a.cost < b.cost);
  for (const one of frontier.rows) {
    const isBeaten = frontier.rows.some((other) => beats(other, one));
    expect([one.step.id, one.standing.kind === "dominated"]).toEqual([one.step.id, isBeaten]);
    const row = rows.find(([name]) => name === (one.packages.join(" + ") || "nothing"))!;
    printed(row, 1, -one.cost / 1000);
    printed(row, 2, -one.damage / 1000);
    expect(row.at(-1)).toMatch(isBeaten ? /^no: [a-z-]+ is better$/ : /^yes$/);
  }
  expect(frontier.rows.map(({standing}) => standing.kind)).toContain("dominated");
});
