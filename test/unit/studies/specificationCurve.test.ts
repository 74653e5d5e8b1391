import {expect, test} from "vitest";
import {fitCox} from "../../../src/stats/survival/cox.ts";
import {endings} from "../../../src/studies/ended.ts";
import {
  type Contrast,
  type Specification,
  type SpecificationResult,
  specificationCurve,
  specifications
} from "../../../src/studies/specificationCurve.ts";
import {spellColumns} from "../../../src/studies/spellColumns.ts";
import {spellsOf} from "../../../src/studies/spells.ts";
import {addDays} from "../../../src/time/day.ts";
import {lasting, one, START, type Turn} from "./lifetimes.ts";

const contrast: Contrast = {factor: "type", level: "tariff"};

/** Lives of two types; visas are never lifted, so that every contrast of lifting is separated. */
const lives = Array.from({length: 24}, (_, i) => {
  const isTariff = i % 2 === 0;
  const turns: Turn[] = [
    ...(i % 3 === 0 ? [["eased", 40 + 31 * i, i % 4] as const] : []),
    ...(i % 5 === 0 ? [["suspended", 900 + 17 * i] as const] : []),
    ...(i % 4 < 2 ? [[isTariff ? "lifted" : "expired", 1500 + 97 * ((7 * i) % 24), i % 3] as const] : [])
  ];
  const rest = {type: isTariff ? "tariff" : "travel-visa", package: i % 6 < 2 ? `p${i % 6}` : null} as const;
  return lasting(`m${String(i).padStart(2, "0")}`, turns, rest, 800 * i);
});
const results = specificationCurve(one, lives, contrast);

const keyOf = ({ended, unit, origin, dates, strata}: Specification) => [ended, unit, origin, dates, strata].join(" ");

test("there are eighty definitions, each once, and each has its result", () => {
  expect(specifications).toHaveLength(80);
  expect(new Set(specifications.map(keyOf)).size).toBe(80);
  expect(results.map(keyOf).sort()).toEqual(specifications.map(keyOf).sort());
});

test("results stand from the lowest ratio to the highest, those without one last", () => {
  const ratios = results.map(({ratio}) => ratio);
  const estimated = ratios.filter((ratio) => !Number.isNaN(ratio));
  expect(estimated).toEqual([...estimated].sort((a, b) => a - b));
  expect(ratios.slice(0, estimated.length)).toEqual(estimated);
});

/** The spells of a definition, and whether each of them is at the level. */
function spellsUnder({ended, unit, origin, dates}: Specification) {
  const {spells} = spellsOf(one, lives, {ended, unit, origin});
  const {entry, exit, event} = spellColumns(spells, dates);
  const isLevel = spells.map(({factors}) => factors.type === "tariff");
  return {entry, exit, event: event.map((code) => Number(code === 1)), isLevel};
}

test("Firth's penalty is used where one side has no ending, and nowhere else", () => {
  const penalised = results.filter(({note}) => note === "penalised");
  const oneSided = results.filter((result) => {
    const {event, isLevel} = spellsUnder(result);
    const sides = [true, false].map((side) => event.some((code, i) => code === 1 && isLevel[i] === side));
    return sides.includes(false);
  });
  expect(penalised.length).toBeGreaterThan(0);
  expect(penalised.length).toBeLessThan(80);
  expect(penalised.map(keyOf)).toEqual(oneSided.map(keyOf));
});

test("a plain row is the Cox model of its spells, and counts them", () => {
  const plain = results.filter(({strata, note, unit}) => strata === "none" && note === "" && unit === "measure");
  expect(plain.length).toBeGreaterThan(0);
  for (const result of plain) {
    const {isLevel, ...spells} = spellsUnder(result);
    const {coefficients} = fitCox({...spells, covariates: [{name: "x", values: Float64Array.from(isLevel, Number)}]});
    expect(result.ratio).toBe(Math.exp(coefficients[0]!));
    expect([result.n, result.events]).toEqual([isLevel.length, spells.event.filter((code) => code === 1).length]);
  }
});

const figures = ({n, events, ratio, interval, p}: SpecificationResult) => ({n, events, ratio, interval, p});

test("definitions that say the same of these lives give the same figures", () => {
  // No court annulled anything and no threat came first: revoked is lifted, and the origins are one.
  const of = (wanted: Partial<Specification>) =>
    specifications
      .filter((one) => Object.entries(wanted).every(([key, value]) => one[key as keyof Specification] === value))
      .map((one) => figures(results.find((result) => keyOf(result) === keyOf(one))!));
  expect(of({ended: "revoked"})).toEqual(of({ended: "lifted"}));
  expect(of({origin: "threat"})).toEqual(of({origin: "in-force"}));
});

test("the order of lives does not matter", () => {
  expect(specificationCurve(one, lives.toReversed(), contrast)).toEqual(results);
});

test("the other level's ratio is the inverse", () => {
  const inverse = specificationCurve(one, lives, {factor: "type", level: "travel-visa"});
  for (const result of results) {
    const other = inverse.find((one) => keyOf(one) === keyOf(result))!;
    expect(other.ratio * result.ratio).toBeCloseTo(1, 8);
  }
});

test("a level that all spells have, or none has, gives no estimate and says why, in the fixed order", () => {
  for (const level of ["US", "1"]) {
    const none = specificationCurve(one, lives, {factor: "senders", level});
    expect(none.map(keyOf)).toEqual(specifications.map(keyOf));
    for (const {ratio, interval, p, note} of none) {
      expect([ratio, ...interval, p]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
      expect(note).toMatch(/^(constant|collinear|covariate)/);
    }
  }
});

test("a window in which nothing ended gives no estimate, and a window without spells none either", () => {
  for (const until of [addDays(START, 3), addDays(START, -1)]) {
    const none = specificationCurve(one, lives, contrast, {until});
    expect(none).toHaveLength(80);
    expect(none.every(({ratio, note}) => Number.isNaN(ratio) && note !== "")).toBe(true);
    expect(new Set(endings.map((ended) => none.filter((one) => one.ended === ended).length))).toEqual(new Set([16]));
  }
});
