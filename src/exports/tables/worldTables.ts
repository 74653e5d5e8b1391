import type {Case} from "../../casebook/case.ts";
import {column, type ForeignKey, type Table, tableOf} from "../table.ts";

/** `trade_columns`: whose figures each published column holds, which way the goods flow, and where they are from. */
export function tradeColumnTable({trade}: Case): Table {
  return tableOf(
    {
      name: "trade_columns",
      title: "Columns of trade figures",
      description: "One published column of annual goods trade a row.",
      primaryKey: ["column"],
      foreignKeys: [...partyKeys, {fields: ["source"], table: "sources", key: ["source"]}]
    },
    trade?.columns ?? [],
    [
      column("column", "string", "Stable id of the column", ({id}) => id),
      column("title", "string", "Title", ({title}) => title),
      column("reporter", "string", "Party whose statistics they are", ({reporter}) => reporter),
      column("origin", "string", "Party that the goods come from", ({origin}) => origin),
      column("destination", "string", "Party that the goods go to", ({destination}) => destination),
      column("valuation", "string", "Basis of the value: fas, fob, customs, cif or bop", ({valuation}) => valuation),
      column("source", "string", "Id of the source", ({source}) => source),
      column("verification", "string", "How far checked against the source", ({verification}) => verification, {
        oneOf: ["verified", "partly", "recalled"]
      }),
      column("provenance", "string", "Where the figures are from", ({provenance}) => provenance)
    ]
  );
}

/** `trade`, long: one row a column and year, also where the column has no figure. Empty where the case has no series. */
export function tradeTable({trade}: Case): Table {
  const rows = (trade?.columns ?? []).flatMap((series) =>
    (trade?.years ?? []).map((year, i) => ({...series, year, value: series.values[i] ?? null}))
  );
  return tableOf(
    {
      name: "trade",
      title: "Trade",
      description: "Annual goods trade by source, side by side.",
      primaryKey: ["column", "year"],
      foreignKeys: [{fields: ["column"], table: "trade_columns", key: ["column"]}, ...partyKeys]
    },
    rows,
    [
      column("column", "string", "Id of the published column", ({id}) => id),
      column("year", "integer", "Calendar year", ({year}) => year, {unit: "year"}),
      column("reporter", "string", "Party whose statistics they are", ({reporter}) => reporter),
      column("origin", "string", "Party that the goods come from", ({origin}) => origin),
      column("destination", "string", "Party that the goods go to", ({destination}) => destination),
      column("value", "number", "Value of the flow", ({value}) => value, {
        unit: "million current USD",
        missing: "the column has no figure for the year; never zero trade"
      })
    ]
  );
}

const partyKeys: readonly ForeignKey[] = ["reporter", "origin", "destination"].map((field) => ({
  fields: [field],
  table: "parties",
  key: ["party"]
}));

export function partyTable({parties}: Case): Table {
  return tableOf(
    {
      name: "parties",
      title: "Parties",
      description: "States, areas, bodies, firms, persons and groups that the record names.",
      primaryKey: ["party"],
      foreignKeys: [{fields: ["part_of"], table: "parties", key: ["party"]}]
    },
    parties,
    [
      column("party", "string", "Stable id of the party", ({id}) => id),
      column("name", "string", "Name", ({name}) => name),
      column("kind", "string", "What it is", ({kind}) => kind, {
        oneOf: ["state", "area", "body", "company", "person", "group"]
      }),
      column("iso2", "string", "ISO 3166-1 alpha-2", ({iso2}) => iso2 ?? null, {missing: "it has none"}),
      column("iso3", "string", "ISO 3166-1 alpha-3", ({iso3}) => iso3 ?? null, {missing: "it has none"}),
      column("cow", "integer", "Correlates of War code", ({cow}) => cow ?? null, {missing: "it has none"}),
      column("gw", "integer", "Gleditsch–Ward code", ({gw}) => gw ?? null, {missing: "it has none"}),
      column("part_of", "string", "Party it belongs to or acts from", (party) => party.of ?? null, {missing: "none"})
    ]
  );
}

export function eraTable({eras}: Case): Table {
  return tableOf(
    {
      name: "eras",
      title: "Eras",
      description: "Named stretches of the relationship, each [from, to): the day `to` is outside.",
      primaryKey: ["era"]
    },
    eras,
    [
      column("era", "string", "Stable id of the era", ({id}) => id),
      column("title", "string", "Title", ({title}) => title),
      column("from", "date", "First day", ({from}) => from),
      column("to", "date", "Day on which the era is over", ({to}) => to, {missing: "the era is open"})
    ]
  );
}
