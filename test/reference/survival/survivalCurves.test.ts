import {csvParse} from "d3-dsv";
import {describe, expect, test} from "vitest";
import type {Interval} from "../../../src/stats/survival/confidenceLimits.ts";
import {kaplanMeier, kaplanMeierByGroup} from "../../../src/stats/survival/kaplanMeier.ts";
import {nelsonAalenByGroup} from "../../../src/stats/survival/nelsonAalen.ts";
import {restrictedMean} from "../../../src/stats/survival/restrictedMean.ts";
import type {GroupCurve} from "../../../src/stats/survival/survivalCurve.ts";
import {survivalQuantiles} from "../../../src/stats/survival/survivalQuantiles.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {hasShared, type RNumber, readFixture, readShared, toColumn, toNumber} from "./rFixture.ts";

const SAME_ARITHMETIC = 1e-12;
const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.9];

type Column = readonly RNumber[];
type Case = {
  readonly entry: readonly number[] | null;
  readonly exit: readonly number[];
  readonly event: readonly number[];
  readonly weight: readonly number[] | null;
  readonly group: readonly number[];
  readonly cluster: readonly number[] | null;
  readonly stype: 1 | 2;
  readonly ctype: 1 | 2;
  readonly interval: Exclude<Interval, "arcsine"> | "arcsin";
  readonly level: number;
  readonly expected: {
    readonly rows: readonly number[];
    readonly quantiles: {readonly quantile: Column; readonly lower: Column; readonly upper: Column};
    readonly mean: {readonly mean: Column; readonly se: Column};
    readonly meanToTau: {readonly mean: Column; readonly se: Column};
    readonly tau: number;
    readonly logse: boolean;
  } & Record<(typeof COLUMNS)[number] | "stdErr", Column>;
};

const COLUMNS = [
  "time",
  "atRisk",
  "events",
  "censored",
  "survival",
  "cumulativeHazard",
  "cumulativeHazardSe",
  "lower",
  "upper"
] as const;

/** One column of all groups, one after another, as survfit has it. */
const stack = (curves: readonly GroupCurve[], column: (typeof COLUMNS)[number] | "se"): Float64Array =>
  Float64Array.from(curves.flatMap((curve) => [...curve[column]]));

const {software, cases} = readFixture<Case>("survivalCurves.json");

const curvesOf = (c: Case): readonly GroupCurve[] => {
  const spells = {
    exit: Float64Array.from(c.exit),
    event: Uint8Array.from(c.event),
    ...(c.entry && {entry: Float64Array.from(c.entry)}),
    ...(c.weight && {weight: Float64Array.from(c.weight)})
  };
  const options = {
    level: c.level,
    interval: c.interval === "arcsin" ? "arcsine" : c.interval,
    ...(c.cluster && {cluster: Int32Array.from(c.cluster)})
  } as const;
  const group = Int32Array.from(c.group);
  if (c.stype === 1) return kaplanMeierByGroup(spells, group, options);
  return nelsonAalenByGroup(spells, group, {...options, ties: c.ctype === 1 ? "nelson-aalen" : "fleming-harrington"});
};

describe.each(cases.map((c, k) => [k + 1, c] as const))("survfit, case %i", (k, c) => {
  const {expected} = c;
  const curves = curvesOf(c);
  const isJackknife = curves[0]!.variance === "jackknife";
  // R's product does not reach 0 under weights that are not whole: where ours is 0, R's rounding is not compared.
  const ended = stack(curves, "survival").map((S) => (S === 0 ? 1 : 0));
  const alive = (values: Float64Array) => values.map((value, row) => (ended[row] === 1 && isJackknife ? 0 : value));
  // R takes the jackknife error of exp(−H) for one of S when it makes limits; ours is of log S.
  const hasLimits = !(isJackknife && c.stype === 2);

  test("rows, estimates and limits", () => {
    expect(curves.map(({time}) => time.length)).toEqual(expected.rows);
    const differences = COLUMNS.filter((name) => hasLimits || (name !== "lower" && name !== "upper")).map((name) =>
      largestDifference(alive(stack(curves, name)), alive(toColumn(expected[name])))
    );
    const survival = toColumn(expected.survival);
    const isRelative = !isJackknife || c.stype === 2;
    const se = toColumn(expected.stdErr).map((value, row) => (isRelative ? value * survival[row]! : value));
    const largest = Math.max(...differences, largestDifference(alive(stack(curves, "se")), alive(se)));
    recordParity({topic: "survival-curves", case: `random ${k}`, software, largest, tolerance: SAME_ARITHMETIC});
  });

  test.runIf(hasLimits && !(isJackknife && ended.includes(1)))("quantiles and their limits", () => {
    for (const name of ["quantile", "lower", "upper"] as const) {
      const ours = curves.flatMap((curve) => [...survivalQuantiles(curve, PROBABILITIES)[name]]);
      expect(largestDifference(ours, toColumn(expected.quantiles[name]))).toBeLessThan(SAME_ARITHMETIC);
    }
  });

  test.runIf(c.stype === 1)("restricted means", () => {
    const last = Math.max(...toColumn(expected.time));
    for (const [until, {mean, se}] of [
      [last, expected.mean],
      [expected.tau, expected.meanToTau]
    ] as const) {
      const ours = curves.map((curve) => restrictedMean(curve, until));
      const difference = Math.max(
        largestDifference(
          Float64Array.from(ours, (m) => m.mean),
          toColumn(mean)
        ),
        largestDifference(
          Float64Array.from(ours, (m) => m.se),
          toColumn(se)
        )
      );
      expect(difference).toBeLessThan(SAME_ARITHMETIC);
    }
  });
});

describe.runIf(hasShared)("survfit 3.8.6 on published data", () => {
  const km = hasShared ? JSON.parse(readShared("expected.json")).km : {};
  const columns = (file: string) => csvParse(readShared(file));
  const published = {
    lung_all: {file: "real_lung.csv", by: null, interval: "log"},
    lung_sex_log: {file: "real_lung.csv", by: "sex", interval: "log"},
    lung_sex_loglog: {file: "real_lung.csv", by: "sex", interval: "log-log"},
    lung_sex_plain: {file: "real_lung.csv", by: "sex", interval: "plain"},
    heart_tv: {file: "real_heart.csv", by: "transplant", interval: "log"},
    aml: {file: "real_aml.csv", by: "x", interval: "log"}
  } as const;
  test.each(Object.entries(published))("%s", (name, {file, by, interval}) => {
    const rows = columns(file);
    const levels = by === null ? [] : [...new Set(rows.map((row) => row[by]!))].sort();
    const group = Int32Array.from(rows, (row) => (by === null ? 0 : levels.indexOf(row[by]!)));
    const number = (column: string) => Float64Array.from(rows, (row) => Number(row[column]));
    const isCounting = file === "real_heart.csv";
    const status = number(isCounting ? "event" : "status");
    const event = Uint8Array.from(status, (value) => (file === "real_lung.csv" ? value - 1 : value));
    const spells = isCounting ? {entry: number("start"), exit: number("stop"), event} : {exit: number("time"), event};
    const curves = kaplanMeierByGroup(spells, group, {interval});
    const expected = km[name];
    const survival = toColumn(expected.surv);
    const relative = toColumn(expected["std.err_of_cumhaz"]).map((value, row) => value * survival[row]!);
    const pairs = [
      ["time", expected.time],
      ["atRisk", expected["n.risk"]],
      ["events", expected["n.event"]],
      ["censored", expected["n.censor"]],
      ["survival", expected.surv],
      ["se", [...relative].map((value) => (Number.isNaN(value) ? null : value))],
      ["cumulativeHazard", expected.cumhaz],
      ["cumulativeHazardSe", expected["std.chaz"]],
      ["lower", expected.lower],
      ["upper", expected.upper]
    ] as const;
    let largest = Math.max(
      ...pairs.map(([column, values]) => largestDifference(stack(curves, column), toColumn(values)))
    );
    for (const which of ["quantile", "lower", "upper"] as const) {
      const ours = curves.flatMap((curve) => [...survivalQuantiles(curve)[which]]);
      largest = Math.max(largest, largestDifference(ours, toColumn(expected.quantiles[which].flat())));
    }
    if (by === null) {
      const {mean, se} = restrictedMean(kaplanMeier(spells));
      const theirs = [expected.rmst.rmean, expected.rmst["se(rmean)"]].map(toNumber);
      largest = Math.max(largest, largestDifference([mean, se], theirs));
    }
    recordParity({
      topic: "survival-curves",
      case: name,
      software: "R 4.2.2 survival 3.8.6",
      largest,
      tolerance: SAME_ARITHMETIC
    });
  });
});
