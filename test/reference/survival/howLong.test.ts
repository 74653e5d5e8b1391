import {expect, test} from "vitest";
import type {Case} from "../../../src/casebook/case.ts";
import type {Life} from "../../../src/sanctions/life.ts";
import {howLong} from "../../../src/studies/howLong.ts";
import {addDays, type Day, formatDay, parseDay} from "../../../src/time/day.ts";
import {event, live} from "../../unit/sanctions/make.ts";
import {largestDifference, recordParity} from "../parity.ts";
import {type RNumber, readFixture, toColumn, toNumber} from "./rFixture.ts";

const OPTIMUM = 1e-8; // both sides iterate

type Bound = {
  readonly incidence: Readonly<Record<string, Readonly<Record<"share" | "lower" | "upper", readonly RNumber[]>>>>;
  readonly logRank: RNumber;
  readonly ratio: readonly RNumber[];
  readonly lower: readonly RNumber[];
  readonly upper: readonly RNumber[];
};
type Column = "spell" | "channel" | "origin_earliest" | "origin_latest" | "cause";
type Fixture = {
  readonly compared: readonly string[];
  readonly columns: Readonly<Record<Column, readonly string[]>> &
    Readonly<Record<"cluster" | "exit_low" | "exit_high", readonly RNumber[]>>;
  readonly low: Bound;
  readonly high: Bound;
};

const {software, cases} = readFixture<Fixture>("howLong.json");
const {compared, columns, ...answers} = cases[0]!;
const coverage = {from: parseDay("1949-01-01"), to: parseDay("2025-12-31")};

/** A life with the days of a spell of the fixture; its channel stands as its type. */
function lifeOf(i: number): Life {
  const day = (of: "origin_earliest" | "origin_latest") => parseDay(columns[of][i]!);
  const between = (from: Day, to: Day | null) => `${formatDay(from)}/${to === null ? ".." : formatDay(to)}`;
  const [earliest, latest] = [day("origin_earliest"), day("origin_latest")];
  const shortest = addDays(latest, toNumber(columns.exit_low[i]!));
  const cause = columns.cause[i]!;
  const end =
    cause === "censored"
      ? between(addDays(shortest, 1), null)
      : between(shortest, addDays(earliest, toNumber(columns.exit_high[i]!)));
  return live(
    [event("imposed", between(earliest, latest)), event(cause === "otherwise" ? "superseded" : "lifted", end)],
    {
      id: columns.spell[i]!,
      type: columns.channel[i]! as Life["measure"]["type"],
      package: `package ${String(columns.cluster[i]).padStart(3, "0")}`
    },
    coverage.to
  );
}

const lives = columns.spell.map((_, i) => lifeOf(i));
const one = {coverage, eras: [], parties: []} as unknown as Case;
const study = howLong(one, lives, {ended: "lifted"}, "type");

test.each(["low", "high"] as const)("the US–China spells, %s bound: limits at the horizons", (bound) => {
  const {incidence} = answers[bound];
  const differences = Object.entries(incidence).flatMap(([level, expected]) => {
    const {curves} = study.durations.find((one) => one.level === level)!;
    const {days, share, lower, upper, isComplete} = curves[bound];
    const rows = [1, 5, 10, 20].map((years) => {
      const row = days.findLastIndex((day) => day <= 365.25 * years);
      return row === days.length - 1 && 365.25 * years > days[row]! && !isComplete ? days.length : row;
    });
    const at = (column: Float64Array, before: number) =>
      rows.map((row) => (row < 0 ? before : (column[row] ?? Number.NaN)));
    return [
      largestDifference(at(share, 0), toColumn(expected.share)),
      largestDifference(at(lower, Number.NaN), toColumn(expected.lower)),
      largestDifference(at(upper, Number.NaN), toColumn(expected.upper))
    ];
  });
  expect(differences.length).toBeGreaterThan(9);
  const largest = Math.max(...differences);
  recordParity({topic: "how-long", case: `incidence, ${bound}`, software, largest, tolerance: OPTIMUM});
});

test("what is printed is the range of the two bounds", () => {
  for (const [level, low] of Object.entries(answers.low.incidence)) {
    const high = answers.high.incidence[level]!;
    const {shares} = study.durations.find((one) => one.level === level)!;
    for (const [h, share] of shares.entries()) {
      const pair = (of: "share" | "lower" | "upper") => toColumn([low[of][h]!, high[of][h]!]);
      const expected = [
        Math.min(...pair("share")),
        Math.max(...pair("share")),
        Math.min(...pair("lower")),
        Math.max(...pair("upper"))
      ];
      expect(largestDifference([share.low, share.high, ...share.interval], expected)).toBeLessThan(OPTIMUM);
    }
  }
});

test.each(["low", "high"] as const)("the US–China spells, %s bound: log-rank test and hazard ratios", (bound) => {
  const {comparison} = study;
  if (comparison === null || typeof comparison === "string") throw new Error(`not compared: ${comparison}`);
  expect([comparison.reference, ...comparison.ratios[bound].map(({name}) => name)]).toEqual(compared);
  const expected = answers[bound];
  const ratios = comparison.ratios[bound];
  const largest = Math.max(
    largestDifference([comparison.logRank[bound]], [toNumber(expected.logRank)]),
    largestDifference(
      ratios.map(({ratio}) => ratio),
      toColumn(expected.ratio)
    ),
    largestDifference(
      ratios.map(({interval}) => interval[0]),
      toColumn(expected.lower)
    ),
    largestDifference(
      ratios.map(({interval}) => interval[1]),
      toColumn(expected.upper)
    )
  );
  recordParity({topic: "how-long", case: `comparison, ${bound}`, software, largest, tolerance: OPTIMUM});
});
