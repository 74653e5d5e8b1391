import type {Economy} from "../trade/economy.ts";
import type {Equilibrium} from "../trade/report.ts";
import {type Band, bandsOf, type Group, groupChange} from "./price/bands.ts";
import {central, type Line, type Sampler, sizeOf, type Wedge} from "./price/line.ts";
import type {FailedDraw, Pricer, PriceTask, Step} from "./price/pricer.ts";

/** What a step does to a group or a country: the change of real consumption, and its worth in the baseline's year. */
export type Cost = {
  /** Real consumption with the step ÷ without, less 1; a loss is below 0. */
  readonly change: number;
  /** Million USD a year of the baseline: `change` times its final spending. */
  readonly millionUsd: number;
  /** Of `change`, over the draws; null where none were made. */
  readonly band: Band | null;
};

export type CostRow = {
  readonly step: Step;
  /** Why the model has no equilibrium for the step at the central values, and all figures are NaN; null where it has one. */
  readonly none: string | null;
  /** In the order of the groups. */
  readonly groups: readonly Cost[];
  /** In the order of the baseline's countries. */
  readonly countries: readonly Cost[];
  /** The central answer beyond welfare, by country. */
  readonly detail: readonly CountryDetail[];
};

/** Ratios with the step ÷ without. Trade is in money, world value added held constant; NaN where a country has none. */
export type CountryDetail = {
  readonly realWageHat: number;
  readonly exportsHat: number;
  readonly importsHat: number;
  /** Published first-order terms of trade and volume of trade (Caliendo & Parro 2015), from the baseline, not from the reference. */
  readonly firstOrder: {readonly termsOfTrade: number; readonly volumeOfTrade: number};
};

const NO_DETAIL: CountryDetail = {
  ...{realWageHat: Number.NaN, exportsHat: Number.NaN, importsHat: Number.NaN},
  firstOrder: {termsOfTrade: Number.NaN, volumeOfTrade: Number.NaN}
};

/** Draws as workers hand them in: by number, null where one was not made. */
export type Draws = {
  readonly welfareHat: readonly (Float64Array | null)[];
  readonly failed: readonly FailedDraw[];
};

export type WhatItCosts = {
  readonly task: PriceTask;
  readonly countries: readonly string[];
  /** [N] final spending of the baseline, million USD */
  readonly spending: Float64Array;
  readonly groups: readonly Group[];
  readonly rows: readonly CostRow[];
  readonly draws: {readonly asked: number; readonly made: number; readonly failed: readonly FailedDraw[]};
};

const NONE: Draws = {welfareHat: [], failed: []};

/** Puts the central answer and the draws of a task together, for groups of countries and for each country. */
export function whatItCosts(
  task: PriceTask,
  {economy, priced, spending, reference}: Pricer,
  groups: readonly Group[],
  {welfareHat, failed}: Draws = NONE
): WhatItCosts {
  const {countries} = economy;
  const alone = countries.map((id, at): Group => ({id, title: id, members: [at]}));
  const made = welfareHat.filter((draw) => draw !== null);
  const bands = made.length === 0 ? null : bandsOf(made, priced.length, spending, [...groups, ...alone]);
  const from = trade(economy, reference.flow);
  const detailOf = ({flow, realWageHat, firstOrder}: Equilibrium): CountryDetail[] => {
    const to = trade(economy, flow);
    return countries.map((_, c) => ({
      realWageHat: realWageHat[c]! / reference.realWageHat[c]!,
      exportsHat: to.exports[c]! / from.exports[c]!,
      importsHat: to.imports[c]! / from.imports[c]!,
      firstOrder: {
        termsOfTrade: firstOrder.termsOfTrade.total[c]!,
        volumeOfTrade: firstOrder.volumeOfTrade.total[c]!
      }
    }));
  };
  const rows = priced.map(({step, outcome, welfareHat: hat}, row): CostRow => {
    const costs = [...groups, ...alone].map((group, at): Cost => {
      const change = groupChange(hat, spending, group);
      const worth = group.members.reduce((sum, c) => sum + spending[c]!, 0);
      return {change, millionUsd: change * worth, band: bands?.[row]?.[at] ?? null};
    });
    return {
      step,
      none: outcome.kind === "none" ? outcome.message : null,
      groups: costs.slice(0, groups.length),
      countries: costs.slice(groups.length),
      detail: outcome.kind === "none" ? countries.map(() => NO_DETAIL) : detailOf(outcome.equilibrium)
    };
  });
  return {task, countries, spending, groups, rows, draws: {asked: welfareHat.length, made: made.length, failed}};
}

/** Exports and imports [N] of all sectors, in the money of the flows. */
function trade({countries, sectors}: Economy, flow: Float64Array) {
  const [N, J] = [countries.length, sectors.length];
  const [exports, imports] = [new Float64Array(N), new Float64Array(N)];
  for (let o = 0; o < N; o++)
    for (let d = 0; d < N; d++) {
      if (o === d) continue;
      for (let s = 0; s < J; s++) {
        const value = flow[(o * N + d) * J + s]!;
        exports[o]! += value;
        imports[d]! += value;
      }
    }
  return {exports, imports};
}

/** Digits after the point that a change in per cent needs to show two that are not 0, from 2 to 4. */
export function digitsOf(change: number): number {
  const size = Math.abs(100 * change);
  return size === 0 || size >= 0.095 ? 2 : size >= 0.0095 ? 3 : 4;
}

/** One wedge of a line with its central size, as people check it. */
export type Traced = {
  readonly of: string;
  readonly title: string;
  readonly rule: string;
  readonly kind: Wedge["kind"] | "transfer";
  readonly origin: string;
  readonly destination: string;
  /** The sector; empty for a transfer. */
  readonly sector: string;
  /** A share, points of tariff or a cost; million USD for a transfer. */
  readonly size: number;
};

/**
 * Every wedge behind a step: which measure, under which rule, on which flow, of what size. Tariffs and export taxes of one
 * line on one flow add up, so they are one.
 */
export function traceOf(lines: readonly Line[], sample: Sampler = central): Traced[] {
  return lines.flatMap(({of, title, rule, wedges, transfers = []}) => {
    const traced = new Map<string, Traced>();
    for (const [at, {kind, origin, destination, sector, size}] of wedges.entries()) {
      const isAdded = kind === "tariff" || kind === "exportTax";
      const key = isAdded ? [kind, origin, destination, sector].join("|") : String(at);
      const whole = (traced.get(key)?.size ?? 0) + sizeOf(size, sample);
      traced.set(key, {of, title, rule, kind, origin, destination, sector, size: whole});
    }
    return [
      ...traced.values(),
      ...transfers.map(({from, to, size}): Traced => {
        const place = {origin: from, destination: to, sector: ""};
        return {of, title, rule, kind: "transfer", ...place, size: sizeOf(size, sample)};
      })
    ];
  });
}
