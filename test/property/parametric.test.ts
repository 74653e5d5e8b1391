import fc from "fast-check";
import {expect, test} from "vitest";
import {random} from "../../src/numeric/random.ts";
import {accelerated} from "../../src/stats/parametric/accelerated.ts";
import type {AcceleratedInput, TimeDistribution} from "../../src/stats/parametric/acceleratedModel.ts";
import {discreteHazard} from "../../src/stats/parametric/discreteHazard.ts";
import {failureTimesOf} from "../../src/stats/parametric/failureTimes.ts";
import {covariatePatterns, groupedPeriods, onPeriods, personPeriods} from "../../src/stats/parametric/personPeriods.ts";
import type {Covariate} from "../../src/stats/survival/coxModel.ts";
import type {Spells} from "../../src/stats/survival/spells.ts";

const OPTIMUM = 1e-8; // both sides iterate
const distributions: TimeDistribution[] = ["exponential", "weibull", "lognormal", "loglogistic"];
const distribution = fc.constantFrom(...distributions);
const seed = fc.integer({min: 1, max: 1e6});

type Drawn = Required<Spells> & {readonly covariates: readonly Covariate[]; readonly cluster: Int32Array};

/** 40 spells with delayed entry, whole weights and two covariates. */
function draw(from: number): Drawn {
  const next = random(from);
  const n = 40;
  const column = (value: () => number) => Float64Array.from({length: n}, value);
  const exit = column(() => 1 + Math.floor(12 * next()));
  return {
    entry: exit.map((t) => (next() < 0.5 ? 0 : Math.floor(next() * t))),
    exit,
    event: Uint8Array.from({length: n}, (_, i) => (next() < 0.6 || i < 2 ? 1 : 0)),
    weight: column(() => 1 + Math.floor(3 * next())),
    covariates: [
      {name: "x", values: column(() => Math.round(20 * next()) / 10)},
      {name: "treated", values: Float64Array.from({length: n}, (_, i) => (i + (next() < 0.3 ? 1 : 0)) % 2)}
    ],
    cluster: Int32Array.from({length: n}, () => Math.floor(9 * next()))
  };
}

const taken = (drawn: Drawn, rows: readonly number[]): Drawn => {
  const column = (values: Float64Array) => Float64Array.from(rows, (i) => values[i]!);
  return {
    entry: column(drawn.entry),
    exit: column(drawn.exit),
    event: Uint8Array.from(rows, (i) => drawn.event[i]!),
    weight: column(drawn.weight),
    covariates: drawn.covariates.map(({name, values}) => ({name, values: column(values)})),
    cluster: Int32Array.from(rows, (i) => drawn.cluster[i]!)
  };
};

const timesOf = ({covariates, cluster, ...spells}: Drawn): AcceleratedInput => ({
  ...failureTimesOf(spells),
  covariates,
  cluster
});

/** Of coefficients, against the standard error; of the rest, relative. */
function expectSame(
  a: {readonly coefficients: Float64Array; readonly vcov: Float64Array; readonly se: Float64Array},
  b: typeof a,
  shift = 0
): void {
  for (const [j, value] of a.coefficients.entries()) {
    expect(Math.abs(value - b.coefficients[j]! - (j === 0 ? shift : 0))).toBeLessThan(OPTIMUM * (1 + b.se[j]!));
  }
  const size = Math.max(...b.vcov.map(Math.abs));
  for (const [at, value] of a.vcov.entries()) expect(Math.abs(value - b.vcov[at]!)).toBeLessThan(OPTIMUM * size);
}

test("accelerated: a new unit of time moves the intercept by the log of its size, and nothing else", () => {
  fc.assert(
    fc.property(seed, distribution, fc.double({min: 0.01, max: 400, noNaN: true}), (from, name, unit) => {
      const drawn = draw(from);
      const scaled = {...drawn, entry: drawn.entry.map((t) => t * unit), exit: drawn.exit.map((t) => t * unit)};
      const options = {distribution: name};
      expectSame(accelerated(timesOf(scaled), options), accelerated(timesOf(drawn), options), Math.log(unit));
    }),
    {numRuns: 30}
  );
});

test("accelerated: weights are copies, the order of rows and one stratum change nothing", () => {
  fc.assert(
    fc.property(seed, distribution, (from, name) => {
      const drawn = draw(from);
      const rows = [...drawn.exit.keys()];
      const options = {distribution: name};
      const fit = accelerated(timesOf(drawn), options);
      const copies = taken(
        drawn,
        rows.flatMap((i) => new Array<number>(drawn.weight[i]!).fill(i))
      );
      expectSame(accelerated(timesOf({...copies, weight: copies.weight.map(() => 1)}), options), fit);
      expectSame(accelerated(timesOf(taken(drawn, rows.toReversed())), options), fit);
      if (name === "exponential") return;
      expectSame(accelerated({...timesOf(drawn), stratum: new Int32Array(rows.length).fill(7)}, options), fit);
    }),
    {numRuns: 30}
  );
});

test("accelerated: spells cut anywhere give the same fit", () => {
  fc.assert(
    fc.property(seed, distribution, fc.double({min: 0.5, max: 12, noNaN: true}), (from, name, at) => {
      const drawn = draw(from);
      const options = {distribution: name};
      expectSame(accelerated(timesOf(cut(drawn, at)), options), accelerated(timesOf(drawn), options));
    }),
    {numRuns: 30}
  );
});

function cut(drawn: Drawn, at: number): Drawn {
  const isCut = (i: number) => drawn.entry[i]! < at && at < drawn.exit[i]!;
  const rows = [...drawn.exit.keys()].flatMap((i) => (isCut(i) ? [i, i] : [i]));
  const pieces = taken(drawn, rows);
  for (let i = 1; i < rows.length; i++) {
    if (rows[i] !== rows[i - 1]) continue;
    pieces.exit[i - 1] = at;
    pieces.event[i - 1] = 0;
    pieces.entry[i] = at;
  }
  return pieces;
}

test("the exponential is the weibull of scale 1", () => {
  fc.assert(
    fc.property(seed, (from) => {
      const input = timesOf(draw(from));
      const exponential = accelerated(input, {distribution: "exponential"});
      expect({...accelerated(input, {distribution: "weibull", scale: 1}), distribution: "exponential"}).toEqual(
        exponential
      );
    }),
    {numRuns: 20}
  );
});

test("discrete hazards: grouped rows, cut spells, copies and order change nothing", () => {
  fc.assert(
    fc.property(
      seed,
      fc.constantFrom("logit", "cloglog"),
      fc.boolean(),
      fc.integer({min: 1, max: 11}),
      (from, link, firth, at) => {
        const drawn = draw(from);
        const options = {link, firth} as const;
        const fitted = (spells: Drawn) => {
          const rows = personPeriods(spells);
          const baseline = rows.period.map((k) => (k > 4 ? 2 : 1));
          const covariates = spells.covariates.map((covariate) => onPeriods(covariate, rows));
          return discreteHazard({...rows, covariates, baseline}, options);
        };
        const fit = fitted(drawn);
        expectSame(fitted(cut(drawn, at)), fit);
        expectSame(fitted(taken(drawn, [...drawn.exit.keys()].toReversed())), fit);
        const copies = taken(
          drawn,
          [...drawn.exit.keys()].flatMap((i) => new Array<number>(drawn.weight[i]!).fill(i))
        );
        expectSame(fitted({...copies, weight: copies.weight.map(() => 1)}), fit);
        const patterns = covariatePatterns(drawn.covariates, drawn.exit.length);
        const rows = groupedPeriods(drawn, patterns.group);
        const covariates = patterns.covariates.map((covariate) => onPeriods(covariate, rows));
        const grouped = discreteHazard(
          {...rows, covariates, baseline: rows.period.map((k) => (k > 4 ? 2 : 1))},
          options
        );
        expectSame(grouped, fit);
        expect(grouped.deviance).toBeCloseTo(fit.deviance, 8);
      }
    ),
    {numRuns: 30}
  );
});
