import {describe, expect, test} from "vitest";
import {DAYS_A_YEAR, FEWEST_ENDINGS, howLong} from "../../../src/studies/howLong.ts";
import {addDays} from "../../../src/time/day.ts";
import {coverage, lasting, one, START} from "./lifetimes.ts";

const ROUNDING = 1e-12; // sums and products of the same shares in another order
const lifted = {ended: "lifted"} as const;
const YEAR = Math.ceil(DAYS_A_YEAR);

describe("without other endings and censoring", () => {
  const days = [100, 100, 300, 400, 900, 2000, 2500, 4000, 7000];
  const [all] = howLong(
    one,
    days.map((day, i) => lasting(`m${i}`, [["lifted", day]])),
    lifted
  ).durations;

  test("the share is the share of spells that were no longer", () => {
    const {days: at, share, isComplete} = all!.curves.low;
    expect([...at]).toEqual([...new Set(days)]);
    for (const [row, day] of at.entries()) {
      expect(share[row]).toBeCloseTo(days.filter((one) => one <= day).length / days.length, 12);
    }
    expect(isComplete).toBe(true);
    for (const {years, low, high} of all!.shares) {
      expect(low).toBeCloseTo(days.filter((day) => day <= years * DAYS_A_YEAR).length / days.length, 12);
      expect(high).toBe(low);
    }
  });

  test("limits are left out where the share is 0 or 1, and only there", () => {
    const {share, lower, upper} = all!.curves.low;
    for (const [row, value] of share.entries()) {
      const isWhole = value > 1 - ROUNDING;
      expect([Number.isNaN(lower[row]!), Number.isNaN(upper[row]!)]).toEqual([isWhole, isWhole]);
    }
  });
});

test.each(Array.from({length: 40}, (_, i) => i + 2))("half of %i spells have ended when the middle one has", (n) => {
  const lives = Array.from({length: n}, (_, i) => lasting(`m${i}`, [["lifted", 100 * (i + 1)]]));
  const {median} = howLong(one, lives, lifted).durations[0]!;
  const middle = (100 * Math.ceil(n / 2)) / DAYS_A_YEAR;
  expect(median).toEqual({low: middle, high: middle});
});

test("all that end on one day for different causes are all that ever end, whatever the fractions round to", () => {
  for (let n = 2; n <= 40; n++) {
    const lives = Array.from({length: n}, (_, i) =>
      lasting(`m${String(i).padStart(2, "0")}`, [[i % 3 === 0 ? "lifted" : "superseded", 50]])
    );
    const {curves, shares} = howLong(one, lives, lifted).durations[0]!;
    expect(curves.low.isComplete).toBe(true);
    expect(shares[3]!.low).toBeCloseTo(Math.ceil(n / 3) / n, 12);
  }
});

test("other endings compete: they take a share that the ending asked for cannot have", () => {
  const lives = [
    lasting("a", [["superseded", 100]]),
    lasting("b", [["lifted", 200]]),
    lasting("c", [["lifted", 300]]),
    lasting("d", [["annulled", 400]])
  ];
  const study = howLong(one, lives, lifted);
  const [all] = study.durations;
  expect(all).toMatchObject({spells: 4, ended: 2, otherwise: 2, censored: 0});
  expect([...all!.curves.low.share]).toEqual([0, 0.25, 0.5, 0.5]);
  expect(all!.median).toEqual({low: 300 / DAYS_A_YEAR, high: 300 / DAYS_A_YEAR});
  expect(study).toMatchObject({endings: 2, clusters: 4, comparison: null, by: null});
});

test("nothing is said beyond the last day that was observed, unless every spell has ended", () => {
  const until = addDays(START, 2 * YEAR);
  const lives = [lasting("a", [["lifted", 100]]), lasting("b", [])];
  const shares = (more: typeof lives) => howLong(one, more, {...lifted, until}).durations[0]!.shares;
  expect(shares(lives).map(({low}) => low)).toEqual([0.5, Number.NaN, Number.NaN, Number.NaN]);
  expect(shares(lives.slice(0, 1)).map(({low}) => low)).toEqual([1, 1, 1, 1]);
  expect(shares(lives.slice(1)).map(({low}) => low)).toEqual([0, Number.NaN, Number.NaN, Number.NaN]);
});

test("half is not reached where it is not reached, and is at least as late as the earlier of the bounds", () => {
  const never = howLong(one, [lasting("a", [["lifted", 100]]), lasting("b", []), lasting("c", [])], lifted);
  expect(never.durations[0]!.median).toEqual({low: Number.NaN, high: Number.NaN});
  const rough = howLong(one, [lasting("a", [["lifted", 100, 50]]), lasting("b", [["lifted", 400, 20]])], lifted);
  expect(rough.durations[0]!.median).toEqual({low: 100 / DAYS_A_YEAR, high: 150 / DAYS_A_YEAR});
  // Under the most days the censoring at day 120 comes before the end, and half of nobody else is left.
  const doubtful = howLong(
    one,
    [lasting("a", [["lifted", 100, 50]]), lasting("b", [], {}, coverage.to - START - 120)],
    lifted
  );
  expect(doubtful.durations[0]!.median).toEqual({low: 100 / DAYS_A_YEAR, high: 150 / DAYS_A_YEAR});
});

test("one package has no jackknife and still has limits", () => {
  const lives = [10, 20, 30, 40].map((day, i) => lasting(`m${i}`, [["lifted", day]], {package: "p"}));
  const [all] = howLong(one, lives, lifted).durations;
  expect([...all!.curves.low.share]).toEqual([0.25, 0.5, 0.75, 1]);
  expect(all!.curves.low.lower[1]).toBeGreaterThan(0);
  expect(all!.curves.low.upper[1]).toBeLessThan(1);
});

describe("levels", () => {
  const trade = [50, 150, 250, 350, 450, 550].map((day, i) => lasting(`t${i}`, [["lifted", day]], {type: "tariff"}));
  const arms = [100, 700, 900, 1100, 1300].map((day, i) => lasting(`a${i}`, [["lifted", day]], {type: "arms-embargo"}));
  const few = [lasting("v", [["lifted", 5]], {type: "travel-visa"})];

  test("stand in the order of their spells, each with its own counts", () => {
    const {durations} = howLong(one, [...few, ...arms, ...trade], lifted, "type");
    expect(durations.map(({level, spells, ended}) => [level, spells, ended])).toEqual([
      ["tariff", 6, 6],
      ["arms-embargo", 5, 5],
      ["travel-visa", 1, 1]
    ]);
    const alone = howLong(one, arms, lifted).durations[0]!;
    expect(durations[1]).toEqual({...alone, level: "arms-embargo"});
  });

  test("are compared with the level of most spells, and a level too small is named", () => {
    const {comparison} = howLong(one, [...few, ...arms, ...trade], lifted, "type");
    if (comparison === null || typeof comparison === "string") throw new Error(`not compared: ${comparison}`);
    expect(comparison).toMatchObject({reference: "tariff", leftOut: ["travel-visa"], penalised: false});
    expect(comparison.ratios.low.map(({name}) => name)).toEqual(["arms-embargo"]);
    expect(comparison.ratios.low[0]!.ratio).toBeLessThan(1);
    expect(comparison.ratios.high).toEqual(comparison.ratios.low);
  });

  test("that never overlap in their endings are compared under Firth's penalty", () => {
    const late = [1100, 1200, 1300, 1400, 1500].map((day, i) =>
      lasting(`l${i}`, [["lifted", day]], {type: "travel-visa"})
    );
    const {comparison} = howLong(one, [...trade, ...late], lifted, "type");
    if (comparison === null || typeof comparison === "string") throw new Error(`not compared: ${comparison}`);
    expect(comparison.penalised).toBe(true);
    expect(comparison.ratios.low[0]!.ratio).toBeGreaterThan(0);
    expect(comparison.ratios.low[0]!.ratio).toBeLessThan(0.2);
  });

  test("are not compared where fewer than two are large enough, and the message says so", () => {
    const open = arms.map(({measure}, i) =>
      lasting(measure.id, i < FEWEST_ENDINGS - 1 ? [["lifted", 9]] : [], {type: "arms-embargo"})
    );
    expect(howLong(one, [...open, ...trade], lifted, "type").comparison).toBe(
      "fewer than two levels have 5 spells and 2 endings; nothing to compare"
    );
  });
});

test("a window in which nothing had ended has shares of 0 and no limits", () => {
  const lives = [lasting("a", [["lifted", 5000]]), lasting("b", [])];
  const study = howLong(one, lives, {...lifted, until: addDays(START, 4000)}, "type");
  expect(study.endings).toBe(0);
  expect(study.durations[0]).toMatchObject({ended: 0, censored: 2, median: {low: Number.NaN, high: Number.NaN}});
  expect(study.durations[0]!.shares.slice(0, 3)).toEqual(
    [1, 5, 10].map((years) => ({years, low: 0, high: 0, interval: [Number.NaN, Number.NaN]}))
  );
});

test("a window without spells has no durations, and nothing to compare", () => {
  const study = howLong(one, [lasting("a", [], {}, 5000)], {...lifted, until: addDays(START, 10)}, "type");
  expect(study).toMatchObject({
    durations: [],
    endings: 0,
    clusters: 0,
    comparison: expect.stringMatching(/^fewer than/)
  });
});
