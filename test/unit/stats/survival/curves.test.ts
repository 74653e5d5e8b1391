import {expect, test} from "vitest";
import {kaplanMeier, kaplanMeierByGroup} from "../../../../src/stats/survival/kaplanMeier.ts";
import {nelsonAalen} from "../../../../src/stats/survival/nelsonAalen.ts";
import {restrictedMean} from "../../../../src/stats/survival/restrictedMean.ts";
import {survivalQuantiles} from "../../../../src/stats/survival/survivalQuantiles.ts";

const floats = (...values: number[]) => Float64Array.from(values);
const three = {exit: floats(1, 2, 3), event: Uint8Array.of(1, 0, 1)};

test("an input that cannot be a curve is refused by code, with the row", () => {
  expect(() => kaplanMeier({exit: floats(), event: new Uint8Array()})).toThrow(
    expect.objectContaining({code: "survival/no-spells"})
  );
  expect(() => kaplanMeier({...three, entry: floats(0, 2, 0)})).toThrow(
    expect.objectContaining({code: "survival/exit-not-after-entry", message: expect.stringContaining("row 2")})
  );
  expect(() => kaplanMeier(three, {level: 95})).toThrow(expect.objectContaining({code: "survival/level-outside"}));
  expect(() => kaplanMeierByGroup(three, Int32Array.of(1))).toThrow(
    expect.objectContaining({code: "survival/columns-differ", message: expect.stringContaining("group")})
  );
  expect(() => survivalQuantiles(kaplanMeier(three), [50])).toThrow(
    expect.objectContaining({code: "survival/probability-outside"})
  );
  expect(() => restrictedMean(kaplanMeier(three), 0)).toThrow(
    expect.objectContaining({code: "survival/horizon-not-after-origin"})
  );
});

test("a subject at risk twice at one time is refused by name", () => {
  const overlapping = {entry: floats(0, 1), exit: floats(2, 3), event: Uint8Array.of(0, 1)};
  expect(() => kaplanMeier(overlapping, {subject: Int32Array.of(4, 4)})).toThrow(
    expect.objectContaining({code: "survival/subject-overlaps", message: expect.stringContaining("subject 4")})
  );
});

test("a subject that leaves and comes back later was censored when it left", () => {
  const entry = floats(0, 3, 0);
  const curve = kaplanMeier(
    {entry, exit: floats(2, 5, 6), event: Uint8Array.of(0, 1, 0)},
    {subject: Int32Array.of(1, 1, 2)}
  );
  expect([[...curve.time], [...curve.censored], [...curve.atRisk]]).toEqual([
    [2, 5, 6],
    [1, 0, 1],
    [2, 2, 1]
  ]);
});

test("spells that are all censored have a curve that stays at 1", () => {
  const curve = kaplanMeier({exit: three.exit, event: new Uint8Array(3)});
  expect([...curve.survival, ...curve.se, ...curve.lower, ...curve.upper]).toEqual([
    ...[1, 1, 1],
    ...[0, 0, 0],
    ...[1, 1, 1],
    ...[1, 1, 1]
  ]);
});

test("the jackknife is on with a cluster, a weight that is not whole, or a subject that ends twice, unless it is told off", () => {
  const again = {entry: floats(0, 1, 0), exit: floats(1, 2, 3), event: Uint8Array.of(1, 1, 0)};
  const subject = Int32Array.of(1, 1, 2);
  const half = {...three, weight: floats(1, 1.5, 1)};
  expect(kaplanMeier(three).variance).toBe("model");
  expect(kaplanMeier(three, {cluster: Int32Array.of(1, 1, 2)}).variance).toBe("jackknife");
  expect(kaplanMeier(again, {subject}).variance).toBe("jackknife");
  expect(kaplanMeier(half).variance).toBe("jackknife");
  expect(kaplanMeier(half, {robust: false}).variance).toBe("model");
});

test("every cause is an event", () => {
  const causes = {exit: three.exit, event: Uint8Array.of(2, 0, 1)};
  expect(kaplanMeier(causes)).toEqual(kaplanMeier(three));
});

test("the jackknife keeps its digits when a first, light spell is alone at risk", () => {
  // The first row moves the hazard by 1; all later clusters enter after it.
  const n = 2000;
  const entry = Float64Array.from({length: n}, (_, i) => (i === 0 ? 0 : 1));
  const exit = Float64Array.from({length: n}, (_, i) => (i === 0 ? 1 : 1 + i));
  const event = new Uint8Array(n).fill(1);
  const weight = new Float64Array(n).fill(1);
  weight[0] = 1e-6;
  const late = (column: Float64Array) => column.slice(1);
  const all = nelsonAalen({entry, exit, event, weight}, {robust: true});
  const rest = nelsonAalen({entry: late(entry), exit: late(exit), event: event.slice(1)}, {robust: true});
  expect(all.cumulativeHazardSe[0]).toBeLessThan(1e-15);
  for (const row of [1, 500, 1500]) {
    expect(all.cumulativeHazardSe[row]! / rest.cumulativeHazardSe[row - 1]! - 1).toBeCloseTo(0, 11);
  }
});
