import type {CostRow, WhatItCosts} from "../../studies/whatItCosts.ts";
import {type Traced, traceOf} from "../../studies/whatItCosts.ts";
import {type ColumnOf, column, type Table, tableOf} from "../table.ts";

type Row = {
  readonly row: CostRow;
  readonly id: string;
  readonly title: string;
  readonly cost: CostRow["groups"][number];
};

/**
 * What steps cost as tables: by group, by country (ready for a map: ISO 3166-1 alpha-3 codes and names of regions), and
 * every wedge behind each step with its measure and rule.
 */
export function priceTables(study: WhatItCosts): Table[] {
  const {rows, groups, countries, task} = study;
  const worlds = [task.reference, ...rows.map(({step}) => step)];
  return [
    tableOf<Row>(
      {
        name: "costs",
        title: "What each step costs",
        description: `Change of real consumption by step and group, against ${task.reference.title}.`,
        primaryKey: ["step", "group"]
      },
      rows.flatMap((row) => row.groups.map((cost, at) => ({row, cost, id: groups[at]!.id, title: groups[at]!.title}))),
      [
        ...stepColumns,
        column("group", "string", "Id of the group", ({id}) => id),
        column("group_title", "string", "The group in words", ({title}) => title),
        ...figures
      ]
    ),
    tableOf<Row & {readonly at: number}>(
      {
        name: "countries",
        title: "What each step costs, by country",
        description: `Change of real consumption by step and country or area of the baseline, against ${task.reference.title}.`,
        primaryKey: ["step", "country"]
      },
      rows.flatMap((row) =>
        row.countries.map((cost, at) => ({row, cost, at, id: countries[at]!, title: countries[at]!}))
      ),
      [
        ...stepColumns,
        column("country", "string", "ISO 3166-1 alpha-3, or the name of a region of the baseline", ({id}) => id),
        ...figures,
        column(
          "real_wage",
          "number",
          "Real wage, with the step ÷ without",
          ({row, at}) => known(row.detail[at]!.realWageHat),
          unsolved
        ),
        column(
          "exports",
          "number",
          "Exports in money, with the step ÷ without",
          ({row, at}) => known(row.detail[at]!.exportsHat),
          {
            missing: "no exports in the baseline, or no equilibrium for the step"
          }
        ),
        column(
          "imports",
          "number",
          "Imports in money, with the step ÷ without",
          ({row, at}) => known(row.detail[at]!.importsHat),
          {
            missing: "no imports in the baseline, or no equilibrium for the step"
          }
        )
      ]
    ),
    tableOf<Traced & {readonly step: string; readonly place: number}>(
      {
        name: "trace",
        title: "What the figures rest on",
        description:
          "Every wedge of every world, the reference included, at its central size: which measure, under which rule, on which flow.",
        primaryKey: ["step", "place"]
      },
      worlds.flatMap(({id, lines}) => traceOf(lines).map((traced, place) => ({...traced, step: id, place: place + 1}))),
      [
        column("step", "string", "Id of the step", ({step}) => step),
        column("place", "integer", "Place in the step, from 1", ({place}) => place),
        column("of", "string", "Id of the measure, or name of the entry of a scenario", ({of}) => of),
        column("title", "string", "What it is", ({title}) => title),
        column("rule", "string", "Id of the rule that says so", ({rule}) => rule),
        column("kind", "string", "What happens to the flow", ({kind}) => kind, {
          oneOf: ["closed", "cost", "tariff", "exportTax", "transfer"]
        }),
        column("origin", "string", "Where the goods come from", ({origin}) => origin),
        column("destination", "string", "Where they go", ({destination}) => destination),
        column("sector", "string", "Sector of the baseline", ({sector}) => (sector === "" ? null : sector), {
          missing: "a transfer has none"
        }),
        column(
          "size",
          "number",
          "Share closed, points of tariff, cost ad valorem; million USD of a transfer",
          ({size}) => size
        )
      ]
    )
  ];
}

const stepColumns: readonly ColumnOf<Row>[] = [
  column("step", "string", "Id of the step", ({row}) => row.step.id),
  column("step_title", "string", "The step in words", ({row}) => row.step.title)
];

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

const undrawn = {missing: "no draws were made, or none has an equilibrium"};
const unsolved = {missing: "the model has no equilibrium for the step"};

const figures: readonly ColumnOf<Row>[] = [
  column("change", "number", "Real consumption with the step ÷ without, less 1", ({cost}) => known(cost.change), {
    unit: "1",
    ...unsolved
  }),
  column("change_low", "number", "Lower limit of the band", ({cost}) => known(cost.band?.low ?? Number.NaN), undrawn),
  column("change_high", "number", "Upper limit of the band", ({cost}) => known(cost.band?.high ?? Number.NaN), undrawn),
  column("draws", "integer", "Draws that the band rests on", ({cost}) => cost.band?.draws ?? 0),
  column(
    "million_usd",
    "number",
    "The change in million USD a year of the baseline",
    ({cost}) => known(cost.millionUsd),
    {
      unit: "million USD",
      ...unsolved
    }
  )
];
