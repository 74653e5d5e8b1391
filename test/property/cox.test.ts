import fc from "fast-check";
import {expect, test} from "vitest";
import {fitCox} from "../../src/stats/survival/cox.ts";
import type {CoxFit} from "../../src/stats/survival/coxModel.ts";
import {coxInputs, take, ties} from "./coxSpells.ts";

const SAME_OPTIMUM = 1e-10;

/** The largest difference between two fits, relative to standard errors, variances and the log likelihood. */
function difference(a: CoxFit, b: CoxFit): number {
  const coefficients = a.coefficients.map((c, i) => Math.abs(c - b.coefficients[i]!) / b.se[i]!);
  const errors = a.se.map((se, i) => Math.abs(se / b.se[i]! - 1));
  const fitted = Math.abs(a.logLikelihood.fitted / b.logLikelihood.fitted - 1);
  return Math.max(...coefficients, ...errors, fitted);
}

const rowsOf = (n: number) => Array.from({length: n}, (_, i) => i);

test("cutting every spell that lasts at any day changes nothing", () => {
  fc.assert(
    fc.property(coxInputs, ties, fc.integer({min: 1, max: 20}), (input, ties, day) => {
      const n = input.exit.length;
      const isCut = (i: number) => input.entry[i]! < day && day < input.exit[i]!;
      const rows = [...rowsOf(n), ...rowsOf(n).filter(isCut)];
      const cut = take(input, rows);
      rows.forEach((row, i) => {
        if (!isCut(row)) return;
        if (i < n) {
          cut.exit[i] = day;
          cut.event[i] = 0;
        } else cut.entry[i] = day;
      });
      expect(difference(fitCox(cut, {ties}), fitCox(input, {ties}))).toBeLessThan(SAME_OPTIMUM);
    })
  );
});

test("the order of rows does not matter", () => {
  fc.assert(
    fc.property(coxInputs, ties, fc.infiniteStream(fc.double({min: 0, max: 1, noNaN: true})), (input, ties, keys) => {
      const order = rowsOf(input.exit.length).map((row) => ({row, key: keys.next().value!}));
      order.sort((a, b) => a.key - b.key);
      const shuffled = take(
        input,
        order.map(({row}) => row)
      );
      expect(difference(fitCox(shuffled, {ties}), fitCox(input, {ties}))).toBeLessThan(SAME_OPTIMUM);
    })
  );
});

test("Breslow: a weight of 2 is two copies", () => {
  fc.assert(
    fc.property(coxInputs, (input) => {
      const rows = rowsOf(input.exit.length).flatMap((row) => Array<number>(input.weight[row]!).fill(row));
      const copies = take(input, rows);
      copies.weight.fill(1);
      expect(difference(fitCox(copies, {ties: "breslow"}), fitCox(input, {ties: "breslow"}))).toBeLessThan(
        SAME_OPTIMUM
      );
    })
  );
});

test("one stratum is none, and far strata change nothing but the baseline", () => {
  fc.assert(
    fc.property(coxInputs, ties, (input, ties) => {
      const {stratum: _, ...none} = input;
      const one = {...input, stratum: new Int32Array(input.exit.length).fill(-7)};
      expect(fitCox(one, {ties})).toEqual(fitCox(none, {ties}));
      const gap = 1000;
      const apart = {
        ...none,
        exit: input.exit.map((t, i) => t + gap * input.stratum[i]!),
        entry: input.entry.map((t, i) => t + gap * input.stratum[i]!)
      };
      expect(difference(fitCox(apart, {ties}), fitCox(input, {ties}))).toBeLessThan(SAME_OPTIMUM);
    })
  );
});

test("shifting a covariate leaves the fit, and scaling it scales the coefficient", () => {
  fc.assert(
    fc.property(coxInputs, ties, fc.integer({min: -1000, max: 1000}), (input, ties, shift) => {
      const [x, z] = input.covariates;
      const moved = {...input, covariates: [{name: "x", values: x!.values.map((v) => 8 * v + shift)}, z!]};
      const [before, after] = [fitCox(input, {ties}), fitCox(moved, {ties})];
      const back = {...after, coefficients: after.coefficients.slice(), se: after.se.slice()};
      back.coefficients[0]! *= 8;
      back.se[0]! *= 8;
      expect(difference(back, before)).toBeLessThan(SAME_OPTIMUM);
    })
  );
});

test("an offset is a covariate with coefficient 1", () => {
  fc.assert(
    fc.property(coxInputs, ties, (input, ties) => {
      const {offset: _, ...plain} = input;
      const [x] = input.covariates;
      const full = fitCox(plain, {ties});
      const held = input.covariates[1]!.values.map((v) => full.coefficients[1]! * v);
      const partial = fitCox({...plain, covariates: [x!], offset: held}, {ties});
      expect(Math.abs(partial.coefficients[0]! - full.coefficients[0]!) / full.se[0]!).toBeLessThan(1e-8);
      expect(partial.logLikelihood.fitted).toBeCloseTo(full.logLikelihood.fitted, 9);
    })
  );
});
