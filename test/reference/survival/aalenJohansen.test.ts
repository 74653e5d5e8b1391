import {existsSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {
  type AalenJohansenOptions,
  aalenJohansen,
  type StateCurve
} from "../../../src/stats/competingRisks/aalenJohansen.ts";
import {asMultiState, CENSORED, type MultiState} from "../../../src/stats/competingRisks/multiState.ts";
import {largestDifference, recordParity} from "../parity.ts";

const SAME = 1e-10; // sums in another order; errors are square roots of a recursion, R's of sums over subjects
const SCALE = 1e-4; // differences of smaller numbers are taken relative to this

/** R has no limits where a probability of 0 has a standard error of rounding; they are 0 here. */
type Answer = Readonly<Record<string, readonly (number | null)[]>>;
const reference = JSON.parse(readFileSync(new URL("aalenJohansen.json", import.meta.url), "utf8")) as {
  readonly software: readonly [string];
  readonly multiState: Readonly<Record<string, readonly number[]>>;
  readonly competing: Readonly<Record<string, readonly number[]>>;
  readonly answers: Readonly<Record<string, Answer>>;
};

const all = (
  curves: readonly StateCurve[],
  name:
    | "time"
    | "probability"
    | "se"
    | "lower"
    | "upper"
    | "initial"
    | "atRisk"
    | "events"
    | "censored"
    | "cumulativeHazard"
    | "cumulativeHazardSe"
) => Float64Array.from(curves.flatMap((curve) => [...curve[name]]));

const present = (values: Answer[string] = []) => values.map((value) => value ?? 0);

function compare(
  name: string,
  data: MultiState,
  options: AalenJohansenOptions,
  answer: Answer,
  software: string
): void {
  const {curves} = aalenJohansen(data, {horizonError: "interpolated", ...options});
  const byState = (pick: (curve: StateCurve) => Float64Array) =>
    Float64Array.from(data.states.flatMap((_, s) => curves.map((curve) => pick(curve)[s]!)));
  const differences = [
    ...(
      [
        "time",
        "probability",
        "se",
        "lower",
        "upper",
        "initial",
        "atRisk",
        "events",
        "censored",
        "cumulativeHazard",
        "cumulativeHazardSe"
      ] as const
    )
      .filter((column) => answer[column] !== undefined)
      .map((column) => largestDifference(all(curves, column), present(answer[column]), SCALE)),
    largestDifference(
      byState(({sojourn}) => sojourn.mean),
      present(answer["mean"]),
      SCALE
    ),
    largestDifference(
      byState(({sojourn}) => sojourn.se),
      present(answer["meanSe"]),
      SCALE
    )
  ];
  recordParity({topic: "aalen-johansen", case: name, software, largest: Math.max(...differences), tolerance: SAME});
}

describe("aalenJohansen matches R's survfit", () => {
  const column = (name: string) => reference.multiState[name]!;
  const spells: MultiState = {
    states: ["well", "ill", "dead"],
    entry: Float64Array.from(column("entry")),
    exit: Float64Array.from(column("exit")),
    from: Int16Array.from(column("from"), (state) => state - 1),
    to: Int16Array.from(column("to"), (state) => (state === 0 ? CENSORED : state - 1)),
    subject: Int32Array.from(column("id"))
  };
  const weight = Float64Array.from(column("weight"));
  const cluster = Int32Array.from(column("cluster"));
  const group = Int32Array.from(column("group"));
  test.each<[string, Partial<MultiState>, AalenJohansenOptions]>([
    ["plain", {}, {horizon: 18}],
    ["weights", {weight}, {horizon: 20.5, interval: "log-log"}],
    ["clusters", {weight, cluster}, {horizon: 18, interval: "plain"}],
    ["groups", {group}, {horizon: 18, start: 4}]
  ])("several starting states, delayed entry, recovery: %s", (name, more, options) => {
    compare(name, {...spells, ...more}, options, reference.answers[name]!, reference.software[0]);
  });

  const {time, cause, weight: copies} = reference.competing;
  const risks = {exit: Float64Array.from(time!), event: Uint8Array.from(cause!)};
  test("competing risks", () => {
    const data = asMultiState(risks, ["1", "2"]);
    compare("competing", data, {horizon: 12}, reference.answers["competing"]!, reference.software[0]);
  });
  test("competing risks with weights", () => {
    const data = asMultiState({...risks, weight: Float64Array.from(copies!)}, ["1", "2"]);
    compare("competingWeights", data, {horizon: 12}, reference.answers["competingWeights"]!, reference.software[0]);
  });
});

const shared = new URL("../../../../shared/data/reference/survival/", import.meta.url);
const csv = (file: string): Record<string, string>[] => {
  const [head, ...lines] = readFileSync(new URL(file, shared), "utf8").trim().split("\n");
  const names = head!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i]!, cell])));
};
type Shared = {readonly aj: Readonly<Record<string, Readonly<Record<string, number[][]>>>>};

describe.skipIf(!existsSync(shared))("aalenJohansen matches R on mgus2", () => {
  const {aj} = existsSync(shared)
    ? (JSON.parse(readFileSync(new URL("expected.json", shared), "utf8")) as Shared)
    : {aj: {}};
  const answerOf = (name: string): Answer => {
    const of = aj[name]!;
    const flat = (key: string) => of[key]!.flat();
    return {
      time: flat("time"),
      probability: flat("pstate"),
      se: flat("std.err"),
      lower: flat("lower"),
      upper: flat("upper"),
      atRisk: flat("n.risk"),
      events: flat("n.event"),
      cumulativeHazard: flat("cumhaz"),
      mean: of["sojourn"]!.map((row) => row[2]!),
      meanSe: of["sojourn"]!.map((row) => row[3]!)
    };
  };
  test("competing risks", () => {
    const rows = csv("real_mgus2_cr.csv");
    const exit = Float64Array.from(rows, ({etime}) => Number(etime));
    const event = Uint8Array.from(rows, ({event}) => Number(event));
    compare("mgus2_cr", asMultiState({exit, event}, ["pcm", "death"]), {}, answerOf("mgus2_cr"), "R survival 3.8.6");
  });
  test("illness and death", () => {
    const rows = csv("real_mgus2_ms.csv");
    const state = (value: string | undefined) => (value === "0" ? CENSORED : Number(value));
    const data: MultiState = {
      states: ["(s0)", "pcm", "death"],
      entry: Float64Array.from(rows, ({tstart}) => Number(tstart)),
      exit: Float64Array.from(rows, ({tstop}) => Number(tstop)),
      to: Int16Array.from(rows, ({state: to}) => state(to)),
      subject: Int32Array.from(rows, ({id}) => Number(id))
    };
    compare("mgus2_illness_death", data, {}, answerOf("mgus2_illness_death"), "R survival 3.8.6");
    expect(aalenJohansen(data).transitions).toEqual([
      {from: 0, to: 1},
      {from: 0, to: 2},
      {from: 1, to: 2}
    ]);
  });
});
