import {expect, test} from "vitest";
import {triangular} from "../../../../src/numeric/uncertain.ts";
import {band, bandsOf, groupChange} from "../../../../src/studies/price/bands.ts";
import {drawer, pricer} from "../../../../src/studies/price/pricer.ts";
import {traceOf, whatItCosts} from "../../../../src/studies/whatItCosts.ts";
import {economy, line, step, task} from "./worlds.ts";

const tariff = line("tariff", "tariff", ["C1", "C2", "S1"], triangular(0, 0.1, 0.4));
const embargo = line("embargo", "closed", ["C2", "C1", "S0"], 1);
const asked = task(step("now", tariff), [step("lift"), step("same", tariff), step("embargo", tariff, embargo)]);
const solved = pricer(asked, economy);
const N = economy.countries.length;
const SOLVER = 1e-9; // residuals are 1e-10

test("a step that is the reference changes nothing, and a price and its reverse are reciprocal", () => {
  const [lift, same] = solved.priced;
  for (const hat of same!.welfareHat) expect(Math.abs(hat - 1)).toBeLessThan(SOLVER);
  const back = pricer(task(step("lift"), [step("now", tariff)]), economy).priced[0]!;
  for (const [c, hat] of back.welfareHat.entries()) expect(hat * lift!.welfareHat[c]!).toBeCloseTo(1, 9);
});

test("what the baseline already has is not priced again", () => {
  const {priced} = pricer(task(step("now", tariff), [step("same", tariff)], [tariff]), economy);
  for (const hat of priced[0]!.welfareHat) expect(Math.abs(hat - 1)).toBeLessThan(SOLVER);
});

test("a draw depends on seed and number alone", () => {
  expect(solved.draw(5)).toEqual(pricer(asked, economy).draw(5));
  expect(solved.draw(5)).not.toEqual(solved.draw(6));
  expect(pricer({...asked, seed: 8}, economy).draw(5)).not.toEqual(solved.draw(5));
  const reversed = pricer({...asked, steps: asked.steps.toReversed()}, economy).draw(5);
  expect(reversed.welfareHat.subarray(0, N)).toEqual(solved.draw(5).welfareHat.subarray(2 * N));
});

test("a draw that has no equilibrium is listed with its step, and its row is NaN", () => {
  // Every draw of `alone` closes what C0 does not make itself: S1 has no source left there.
  const closed = economy.countries
    .slice(1)
    .map((origin) => line(origin, "closed", [origin, "C0", "S1"], triangular(0, 0, 5)));
  const {draw} = pricer(task(step("now"), [step("alone", ...closed), step("lift")]), economy);
  const draws = Array.from({length: 20}, (_, number) => draw(number));
  const failed = draws.filter((one) => one.failed.length > 0);
  expect(failed.length).toBeGreaterThan(0);
  for (const {failed: list, welfareHat} of failed) {
    expect(list[0]).toMatchObject({step: "alone", message: expect.stringContaining("no source left for S1 in C0")});
    expect([...welfareHat.subarray(0, N)].every(Number.isNaN)).toBe(true);
    for (const hat of welfareHat.subarray(N)) expect(Math.abs(hat - 1)).toBeLessThan(SOLVER);
  }
});

test("a size outside what the model takes fails the draw and not the run, and at the centre it is refused", () => {
  const flow = ["C1", "C2", "S1"] as const;
  const subsidy = line("subsidy", "tariff", flow, triangular(-3, -0.1, 0));
  const two = task(step("now"), [step("subsidised", subsidy), step("lift")]);
  const {draw, worlds} = pricer(two, economy);
  const draws = Array.from({length: 40}, (_, number) => draw(number));
  const failed = draws.filter((one) => one.failed[0]?.message.startsWith("invalid wedge from C1 to C2 in S1: "));
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.length).toBeLessThan(draws.length);
  for (const {failed: list, welfareHat} of failed) {
    expect(list).toEqual([{...list[0], step: "subsidised"}]);
    expect([...welfareHat.subarray(0, N)].every(Number.isNaN)).toBe(true);
    for (const hat of welfareHat.subarray(N)) expect(Math.abs(hat - 1)).toBeLessThan(SOLVER);
    expect(worlds(list[0]!.draw)(two.steps[0]!.lines)).toEqual({kind: "none", message: list[0]!.message});
  }
  const sure = line("subsidy", "tariff", flow, -2);
  expect(() => pricer(task(step("now"), [step("gift", sure)]), economy)).toThrow(
    expect.objectContaining({code: "trade/shock-value"})
  );
});

test("a draw in which the baseline is wholly closed, and the step is not, fails and not the run", () => {
  const half = line("old", "closed", ["C1", "C2", "S1"], triangular(0.2, 0.5, 1.5));
  const {draw} = pricer(task(step("lifted"), [step("open")], [half]), economy);
  const failed = Array.from({length: 50}, (_, number) => draw(number)).flatMap((one) => one.failed);
  expect(failed.length).toBeGreaterThan(0);
  expect(failed[0]).toMatchObject({step: "lifted", message: expect.stringContaining("S1 from C1 to C2 is closed")});
});

test("draws without the central answer are those with it, also of a task that has no central answer", () => {
  const make = drawer(asked, economy);
  for (const number of [0, 5]) expect(make(number)).toEqual(solved.draw(number));
  const none = economy.countries.map((origin) => line(origin, "closed", [origin, "C0", "S1"], triangular(0, 1, 1)));
  const {reference} = task(step("alone", ...none), []);
  expect(() => drawer({...asked, reference}, economy)).not.toThrow();
});

test("a band is the quantiles of the draws that count", () => {
  const values = Float64Array.from({length: 101}, (_, i) => 100 - i);
  expect(band(values)).toEqual({low: expect.closeTo(2.5, 12), median: 50, high: 97.5, draws: 101});
  expect(band(Float64Array.of(3, Number.NaN, 1), 0.5)).toEqual({low: 1.5, median: 2, high: 2.5, draws: 2});
  expect(band(new Float64Array(0))).toMatchObject({low: Number.NaN, draws: 0});
});

test("a group weighs its members by what they spend", () => {
  const hat = Float64Array.of(0.9, 1.1, 1, 1);
  expect(groupChange(hat, Float64Array.of(3, 1, 9, 9), {id: "g", title: "g", members: [0, 1]})).toBeCloseTo(-0.05, 14);
});

test("the study has a row for each step, bands from its draws, and every wedge traced", () => {
  const groups = [{id: "world", title: "world", members: [0, 1, 2, 3]}];
  const draws = {welfareHat: [solved.draw(0).welfareHat, null, solved.draw(1).welfareHat], failed: []};
  const study = whatItCosts(asked, solved, groups, draws);
  expect(study.draws).toEqual({asked: 3, made: 2, failed: []});
  expect(study.rows.map(({step: {id}}) => id)).toEqual(["lift", "same", "embargo"]);
  const bands = bandsOf([draws.welfareHat[0]!, draws.welfareHat[2]!], 3, solved.spending, groups);
  for (const [row, {groups: costs, countries, detail}] of study.rows.entries()) {
    expect(costs[0]!.band).toEqual(bands[row]![0]);
    const sum = countries.reduce((total, {millionUsd}) => total + millionUsd, 0);
    expect(costs[0]!.millionUsd).toBeCloseTo(sum, 6);
    for (const [c, {realWageHat}] of detail.entries()) {
      const {outcome} = solved.priced[row]!;
      if (outcome.kind === "none") throw new Error(outcome.message);
      expect(realWageHat).toBe(outcome.equilibrium.realWageHat[c]! / solved.reference.realWageHat[c]!);
    }
  }
  expect(study.rows[2]!.detail[2]!.exportsHat).toBeLessThan(1);
  expect(traceOf(study.rows[2]!.step.lines)).toEqual([
    {
      ...{of: "tariff", title: "tariff", rule: "scenario", kind: "tariff"},
      ...{origin: "C1", destination: "C2", sector: "S1", size: 0.1}
    },
    {
      ...{of: "embargo", title: "embargo", rule: "scenario", kind: "closed"},
      ...{origin: "C2", destination: "C1", sector: "S0", size: 1}
    }
  ]);
  expect(whatItCosts(asked, solved, groups).rows[0]!.groups[0]!.band).toBeNull();
});

test("tariffs of one line on one flow are traced as one, closures each", () => {
  const flow = ["C0", "C1", "S0"] as const;
  const wedges = [
    ...line("t", "tariff", flow, 0.25).wedges,
    ...line("t", "tariff", flow, -0.1).wedges,
    ...line("t", "closed", flow, 0.5).wedges,
    ...line("t", "closed", flow, 0.2).wedges
  ];
  const traced = traceOf([{of: "t", title: "t", rule: "scenario", wedges}]);
  expect(traced.map(({kind, size}) => [kind, size])).toEqual([
    ["tariff", 0.15],
    ["closed", 0.5],
    ["closed", 0.2]
  ]);
});
