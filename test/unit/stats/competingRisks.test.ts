import {describe, expect, test} from "vitest";
import {aalenJohansen} from "../../../src/stats/competingRisks/aalenJohansen.ts";
import {fitCauseSpecific} from "../../../src/stats/competingRisks/causeSpecific.ts";
import {cumulativeIncidence} from "../../../src/stats/competingRisks/cumulativeIncidence.ts";
import {fitFineGray} from "../../../src/stats/competingRisks/fineGray.ts";
import type {FineGrayInput, FineGrayOptions} from "../../../src/stats/competingRisks/fineGrayModel.ts";
import {grayTest} from "../../../src/stats/competingRisks/grayTest.ts";
import {asMultiState, CENSORED, type MultiState} from "../../../src/stats/competingRisks/multiState.ts";

const spells = (
  rows: readonly (readonly [subject: number, entry: number, exit: number, from: number, to: number])[]
) => ({
  states: ["well", "ill", "dead"],
  subject: Int32Array.from(rows, ([subject]) => subject),
  entry: Float64Array.from(rows, ([, entry]) => entry),
  exit: Float64Array.from(rows, ([, , exit]) => exit),
  from: Int16Array.from(rows, ([, , , from]) => from),
  to: Int16Array.from(rows, ([, , , , to]) => to)
});

describe("aalenJohansen refuses", () => {
  test.each<[string, MultiState, string]>([
    [
      "an overlap",
      spells([
        [7, 0, 10, 0, 1],
        [7, 5, 12, 1, 2]
      ]),
      "survival/subject-overlap"
    ],
    [
      "a gap",
      spells([
        [7, 0, 10, 0, 1],
        [7, 11, 12, 1, 2]
      ]),
      "survival/subject-gap"
    ],
    [
      "a jump between states",
      spells([
        [7, 0, 10, 0, 1],
        [7, 10, 12, 0, 2]
      ]),
      "survival/subject-state"
    ]
  ])("%s, and names the subject and its rows", (_, data, code) => {
    expect(() => aalenJohansen(data)).toThrow(
      expect.objectContaining({code, message: expect.stringMatching(/subject 7.*rows? 1 and|subject 7.*after row 1/)})
    );
  });
  test("a state that has no name", () => {
    expect(() => aalenJohansen(spells([[1, 0, 2, 0, 3]]))).toThrow(
      expect.objectContaining({code: "survival/unknown-state"})
    );
  });
  test("starting probabilities that do not add up", () => {
    expect(() => aalenJohansen(spells([[1, 0, 2, 0, 1]]), {initial: Float64Array.of(0.5, 0.2, 0)})).toThrow(
      expect.objectContaining({code: "survival/initial"})
    );
  });
  test("a start at which a group has nobody", () => {
    const data = {
      ...spells([
        [1, 0, 2, 0, 1],
        [2, 3, 9, 1, 2],
        [3, 0, 9, 0, 1]
      ]),
      group: Int32Array.of(1, 2, 1)
    };
    expect(() => aalenJohansen(data, {start: 1})).toThrow(expect.objectContaining({code: "survival/none-at-start"}));
  });
});

test("a curve without transitions stays where it starts", () => {
  const {curves, transitions} = aalenJohansen(spells([[1, 0, 4, 0, CENSORED]]));
  expect(transitions).toEqual([]);
  expect([...curves[0]!.probability]).toEqual([1, 0, 0]);
  expect([...curves[0]!.sojourn.mean]).toEqual([4, 0, 0]);
  expect([...curves[0]!.sojourn.se]).toEqual([0, 0, 0]);
});

test("the error of a mean time at a time between two of the curve lies between theirs, or is that of the last", () => {
  const data = asMultiState({exit: Float64Array.of(1, 2, 4, 6), event: Uint8Array.of(1, 2, 1, 0)}, ["1", "2"]);
  const se = (horizon: number, horizonError: "exact" | "interpolated") =>
    aalenJohansen(data, {horizon, horizonError}).curves[0]!.sojourn.se[1]!;
  expect(se(3, "interpolated")).toBeCloseTo((se(2, "exact") + se(4, "exact")) / 2, 14);
  expect(se(9, "interpolated")).toBe(se(6, "exact"));
  expect(se(9, "exact")).toBeGreaterThan(se(6, "exact"));
});

const x = {name: "x", values: Float64Array.of(0.1, 0.5, -0.3, 1.2, 0.7, -0.9)};
const risks: FineGrayInput = {
  exit: Float64Array.of(1, 2, 3, 4, 5, 6),
  event: Uint8Array.of(1, 2, 0, 1, 2, 1),
  covariates: [x]
};

describe("fitFineGray refuses", () => {
  test.each<[string, Partial<FineGrayInput>, FineGrayOptions, string]>([
    ["a cause without events", {}, {cause: 3}, "survival/no-events"],
    ["one cluster", {cluster: new Int32Array(6)}, {}, "survival/one-cluster"],
    [
      "a covariate that is not finite",
      {covariates: [{...x, values: x.values.with(2, Number.NaN)}]},
      {},
      "survival/not-finite"
    ],
    ["a covariate twice", {covariates: [x, {...x, name: "again"}]}, {}, "survival/collinear"],
    [
      "Fine and Gray's variance with Efron's ties",
      {},
      {convention: "crr", ties: "efron"},
      "survival/fine-gray-variance"
    ],
    [
      "Fine and Gray's variance with delayed entry",
      {entry: Float64Array.of(0, 0, 1.5, 1.5, 2, 0)},
      {convention: "crr"},
      "survival/fine-gray-variance"
    ],
    [
      "a spell after a subject's event",
      {entry: Float64Array.of(0, 1, 0, 0, 0, 0), subject: Int32Array.of(1, 1, 2, 3, 4, 5)},
      {},
      "survival/subject-goes-on"
    ]
  ])("%s", (_, more, options, code) => {
    expect(() => fitFineGray({...risks, ...more}, options)).toThrow(expect.objectContaining({code}));
  });

  test("a covariate that separates, and names it", () => {
    const values = Float64Array.of(9, 1, 1, 8, 1, 7);
    const separated = {...risks, event: Uint8Array.of(1, 2, 0, 1, 2, 1), covariates: [{name: "fine", values}]};
    expect(() => fitFineGray(separated)).toThrow(
      expect.objectContaining({code: "survival/separation", message: expect.stringContaining("fine")})
    );
  });
});

test("weights for delayed entry are refused where all who are present enter after a competing event", () => {
  const gap = {
    exit: Float64Array.of(2, 3, 8, 9, 10),
    entry: Float64Array.of(0, 0, 5, 6, 6),
    event: Uint8Array.of(2, 1, 1, 2, 1),
    covariates: [{name: "x", values: Float64Array.of(0.3, 0.1, 0.7, 0.2, 0.5)}]
  };
  expect(() => fitFineGray(gap)).toThrow(expect.objectContaining({code: "survival/entry-gap", kind: "unsupported"}));
});

describe("Gray's test and cuminc's variance refuse", () => {
  const {exit, event} = risks;
  test.each([
    ["entry", {exit, event, entry: new Float64Array(6)}, "survival/gray-entry"],
    ["weights", {exit, event, weight: new Float64Array(6).fill(2)}, "survival/gray-weights"],
    ["no events", {exit, event: new Uint8Array(6)}, "survival/all-censored"]
  ])("%s", (_, input, code) => {
    expect(() => cumulativeIncidence(input)).toThrow(expect.objectContaining({code}));
  });
  test("one group", () => {
    expect(() => grayTest({exit, event})).toThrow(expect.objectContaining({code: "survival/one-group"}));
  });
});

test("cause-specific fits need an event of some cause", () => {
  expect(() => fitCauseSpecific({...risks, event: new Uint8Array(6)})).toThrow(
    expect.objectContaining({code: "survival/no-events"})
  );
});
