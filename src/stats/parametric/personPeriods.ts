import {incorrect} from "../../errors.ts";
import type {Covariate} from "../survival/coxModel.ts";
import {requireSpells, type Spells} from "../survival/spells.ts";

/**
 * Person-periods as columns: a row for each period in which a spell was at risk, or for each period of a group of equal
 * spells.
 */
export type PersonPeriods = {
  /** [rows] The row of the spell, or the group. */
  readonly of: Int32Array;
  /** [rows] 1, 2, …; period k is ((k − 1) · length, k · length]. */
  readonly period: Int32Array;
  /** [rows] Sum of the weights of those at risk. */
  readonly atRisk: Float64Array;
  /** [rows] Sum of the weights of those whose event came in the period. */
  readonly events: Float64Array;
};

type Periods = {readonly first: Int32Array; readonly last: Int32Array};

/**
 * Cuts spells into person-periods. A spell (entry, exit] is at risk in every period that it touches, and its event comes in
 * the last; one censored within a period counts as having passed it. A spell cut at the end of a period gives the same rows.
 *
 * @param spells in any order; not modified
 * @param length of a period in the unit of the spells, > 0; 1 when left out, for times that count periods already
 * @returns rows in the order of the spells, and of the periods within a spell
 * @throws incorrect what `requireSpells` throws, and `survival/many-causes`, `survival/entry-before-origin`,
 *   `survival/period-not-positive`
 */
export function personPeriods(spells: Spells, length = 1): PersonPeriods {
  const {first, last} = periodsOf(spells, length);
  const {event, weight} = spells;
  const n = first.length;
  let rows = 0;
  for (let i = 0; i < n; i++) rows += last[i]! - first[i]! + 1;
  const of = new Int32Array(rows);
  const period = new Int32Array(rows);
  const atRisk = new Float64Array(rows);
  const events = new Float64Array(rows);
  for (let i = 0, row = 0; i < n; i++) {
    const w = weight?.[i] ?? 1;
    for (let k = first[i]!; k <= last[i]!; k++, row++) {
      of[row] = i;
      period[row] = k;
      atRisk[row] = w;
      if (k === last[i]! && event[i] === 1) events[row] = w;
    }
  }
  return {of, period, atRisk, events};
}

/**
 * The person-periods of groups of equal spells, counted without making a row for each spell: time and memory grow with
 * the spells and with groups times periods, not with person-periods. The likelihood is that of `personPeriods`.
 *
 * @param group [n] ≥ 0: which spells have the same covariates, as `covariatePatterns` gives it
 * @returns rows in the order of the groups, and of the periods within a group; periods with nobody at risk are left out
 */
export function groupedPeriods(spells: Spells, group: Int32Array, length = 1): PersonPeriods {
  const {first, last} = periodsOf(spells, length);
  const {event, weight} = spells;
  const n = first.length;
  const groups = group.reduce((most, g) => Math.max(most, g), 0) + 1;
  const width = last.reduce((most, k) => Math.max(most, k), 0) + 1; // one more, for those who leave after the last
  const people = new Int32Array(groups * width);
  const risk = new Float64Array(groups * width);
  const ended = new Float64Array(groups * width);
  for (let i = 0; i < n; i++) {
    const w = weight?.[i] ?? 1;
    const base = group[i]! * width - 1;
    people[base + first[i]!]!++;
    people[base + last[i]! + 1]!--;
    risk[base + first[i]!]! += w;
    risk[base + last[i]! + 1]! -= w;
    if (event[i] === 1) ended[base + last[i]!]! += w;
  }
  for (let at = 1; at < people.length; at++) {
    if (at % width === 0) continue;
    people[at]! += people[at - 1]!;
    risk[at]! += risk[at - 1]!;
  }
  const rows = Int32Array.from(people.keys().filter((at) => people[at]! > 0));
  return {
    of: rows.map((at) => Math.floor(at / width)),
    period: rows.map((at) => (at % width) + 1),
    atRisk: Float64Array.from(rows, (at) => Math.max(risk[at]!, ended[at]!)), // a running sum of weights rounds
    events: Float64Array.from(rows, (at) => ended[at]!)
  };
}

function periodsOf(spells: Spells, length: number): Periods {
  requireSpells(spells);
  if (!(length > 0 && length < Infinity)) {
    throw incorrect("survival/period-not-positive", `period not positive: ${length}; give a length above 0`);
  }
  const {entry, exit, event} = spells;
  for (let i = 0; i < exit.length; i++) {
    if (event[i]! > 1) {
      throw incorrect(
        "survival/many-causes",
        `event neither 0 nor 1: ${event[i]} in row ${i + 1}; code one cause 1 and the others 0`
      );
    }
    const start = entry?.[i] ?? 0;
    if (start < 0 || exit[i]! <= 0) {
      throw incorrect(
        "survival/entry-before-origin",
        `spell before the origin: (${start}, ${exit[i]}] in row ${i + 1}; periods are counted from 0`
      );
    }
  }
  return {
    first: Int32Array.from(exit, (_, i) => Math.floor((entry?.[i] ?? 0) / length) + 1),
    last: Int32Array.from(exit, (time) => Math.ceil(time / length))
  };
}

/** The values of a column of the spells, or of the groups, on the rows of person-periods. */
export function onPeriods({name, values}: Covariate, {of}: PersonPeriods): Covariate {
  const expanded = new Float64Array(of.length);
  for (let row = 0; row < of.length; row++) expanded[row] = values[of[row]!]!;
  return {name, values: expanded};
}

/** Which spells have equal covariates, and the covariates of each such group. */
export function covariatePatterns(
  covariates: readonly Covariate[],
  n: number
): {readonly group: Int32Array; readonly covariates: readonly Covariate[]} {
  let group = new Int32Array(n);
  for (const {values} of covariates) {
    const places = new Map<number, Map<number, number>>();
    let count = 0;
    group = group.map((before, i) => {
      const inside = places.get(before) ?? new Map<number, number>();
      places.set(before, inside);
      const place = inside.get(values[i]!) ?? count++;
      inside.set(values[i]!, place);
      return place;
    });
  }
  const example = new Int32Array(group.reduce((most, g) => Math.max(most, g), 0) + 1);
  for (let i = n - 1; i >= 0; i--) example[group[i]!] = i;
  return {
    group,
    covariates: covariates.map(({name, values}) => ({name, values: Float64Array.from(example, (i) => values[i]!)}))
  };
}

/** Powers 1 … degree of the period, for a baseline that is a polynomial in it. */
export const periodPolynomial = ({period}: PersonPeriods, degree: number): Covariate[] =>
  Array.from({length: degree}, (_, d) => ({
    name: d === 0 ? "period" : `period^${d + 1}`,
    values: Float64Array.from(period, (k) => k ** (d + 1))
  }));

/** The log of the period, for a baseline that rises or falls as its power. */
export const logPeriod = ({period}: PersonPeriods): Covariate => ({
  name: "log(period)",
  values: Float64Array.from(period, Math.log)
});
