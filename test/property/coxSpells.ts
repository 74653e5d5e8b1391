import fc from "fast-check";
import {random} from "../../src/numeric/random.ts";
import type {CoxInput, CoxOptions} from "../../src/stats/survival/coxModel.ts";

export type FullInput = Required<CoxInput>;

/** Spells with ties, delayed entry, integer weights, strata, clusters and two covariates of moderate effect. */
export const coxInputs = fc
  .record({seed: fc.integer({min: 1, max: 1e6}), n: fc.integer({min: 40, max: 90})})
  .map(generate);

export const ties = fc.constantFrom("efron", "breslow") satisfies fc.Arbitrary<CoxOptions["ties"]>;

function generate({seed, n}: {seed: number; n: number}): FullInput {
  const next = random(seed);
  const column = (value: (i: number) => number) => Float64Array.from({length: n}, (_, i) => value(i));
  const x = column(() => next() - 0.5);
  const z = column(() => Math.floor(next() * 2));
  const exit = column((i) => 1 + Math.floor(-8 * Math.log(1 - next()) * Math.exp(-x[i]!)));
  return {
    exit,
    entry: column((i) => Math.floor(exit[i]! * next() * next())),
    event: Uint8Array.from({length: n}, () => (next() < 0.75 ? 1 : 0)),
    weight: column(() => 1 + Math.floor(next() * 3)),
    stratum: Int32Array.from({length: n}, () => Math.floor(next() * 2)),
    cluster: Int32Array.from({length: n}, (_, i) => i % 15),
    offset: column(() => next()),
    covariates: [
      {name: "x", values: x},
      {name: "z", values: z}
    ]
  };
}

/** The same columns with row `rows[i]` at place i; a row may come more than once. */
export function take(input: FullInput, rows: readonly number[]): FullInput {
  const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return {
    exit: pick(input.exit),
    entry: pick(input.entry),
    event: Uint8Array.from(rows, (row) => input.event[row]!),
    weight: pick(input.weight),
    stratum: Int32Array.from(rows, (row) => input.stratum[row]!),
    cluster: Int32Array.from(rows, (row) => input.cluster[row]!),
    offset: pick(input.offset),
    covariates: input.covariates.map(({name, values}) => ({name, values: pick(values)}))
  };
}
