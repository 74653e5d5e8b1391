import type {Case} from "../../casebook/case.ts";
import {standingAsOf} from "../../sanctions/asOf.ts";
import {channelOf, channels} from "../../sanctions/channel.ts";
import type {Life} from "../../sanctions/life.ts";
import {type Authority, authorityKinds, measureTypes} from "../../sanctions/measure.ts";
import {whoCanEnd} from "../../sanctions/whoCanEnd.ts";
import {formatDay} from "../../time/day.ts";
import {column, dayColumns, listCell, type Table, tableOf} from "../table.ts";

/** `measures`, one row a measure by id, with where it stands on the last day that the record covers. */
export function measureTable(record: Case, lives: readonly Life[]): Table {
  const last = formatDay(record.coverage.to);
  const rows = lives.map((life) => ({...life.measure, at: standingAsOf(life, record.coverage.to)}));
  return tableOf(
    {
      name: "measures",
      title: "Measures",
      description: "One legal measure a row.",
      primaryKey: ["measure"]
    },
    rows,
    [
      column("measure", "string", "Stable id of the measure", ({id}) => id),
      column("title", "string", "Title of the measure", ({title}) => title),
      column("type", "string", "Type of measure", ({type}) => type, {oneOf: measureTypes}),
      column("subtype", "string", "Finer type, free text", ({subtype}) => subtype),
      column("channel", "string", "GSDB channel that the measure mainly works through", channelOf, {oneOf: channels}),
      column("senders", "string", "Party ids of the senders (list)", ({senders}) => listCell(senders)),
      column("targets", "string", "Party ids of the targets (list)", ({targets}) => listCell(targets)),
      column("regime", "string", "Regime that the measure belongs to", ({regime}) => regime),
      column("objectives", "string", "GSDB objectives (list)", ({objectives}) => listCell(objectives)),
      column("scope", "string", "What the measure covers", ({scope}) => scope, {missing: "the record gives no scope"}),
      column("package", "string", "Package of measures it came in", (m) => m.package, {
        missing: "it came in no package on record"
      }),
      column("trade_share", "string", "Share of trade touched, as recorded", (m) => m.tradeShare, {
        missing: "none is recorded"
      }),
      column(
        "ender",
        "string",
        `Who must act to end it, read from its authorities of ${last}`,
        (m) => whoCanEnd(m, record.coverage.to).ender,
        {oneOf: ["statute", "order", "allies", "court"]}
      ),
      column("standing", "string", `Every standing that the dates allow on ${last} (list)`, ({at}) =>
        listCell(at.standings)
      ),
      column("certainty", "string", `Do the dates leave one state only on ${last}?`, ({at}) => at.certainty, {
        oneOf: ["certain", "possible"]
      }),
      column("status", "string", "Status as recorded, beside what the rule book derives", ({status}) => status)
    ]
  );
}

type AuthorityRow = Authority & {readonly measure: string; readonly position: number};

/** `authorities`: what each measure rests on, in the order of the record. */
export function authorityTable(lives: readonly Life[]): Table {
  const rows: AuthorityRow[] = lives.flatMap(({measure}) =>
    measure.authorities.map((authority, i) => ({...authority, measure: measure.id, position: i + 1}))
  );
  return tableOf(
    {
      name: "authorities",
      title: "Authorities",
      description: "The statutes, orders and agreements that a measure rests on.",
      primaryKey: ["measure", "position"],
      foreignKeys: [{fields: ["measure"], table: "measures", key: ["measure"]}]
    },
    rows,
    [
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("position", "integer", "Place among the authorities of the measure, from 1", ({position}) => position),
      column("cite", "string", "The authority as cited", ({cite}) => cite),
      column("kind", "string", "What it is", ({kind}) => kind, {oneOf: authorityKinds}),
      ...dayColumns<AuthorityRow>(
        "from",
        "First day on which the measure rests on it",
        ({from}) => from,
        "it holds from the start"
      ),
      ...dayColumns<AuthorityRow>("to", "First day on which it no longer does", ({to}) => to, "it holds to the end")
    ]
  );
}

/** `reviews`: the days of a year on which a measure comes up for review or runs out. */
export function reviewTable(lives: readonly Life[]): Table {
  const rows = lives.flatMap(({measure}) =>
    measure.reviews.map((review, i) => ({...review, measure: measure.id, position: i + 1}))
  );
  return tableOf(
    {
      name: "reviews",
      title: "Reviews",
      description: "Days that come round every year: a review, or an expiry unless somebody acts.",
      primaryKey: ["measure", "position"],
      foreignKeys: [{fields: ["measure"], table: "measures", key: ["measure"]}]
    },
    rows,
    [
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("position", "integer", "Place among the reviews of the measure, from 1", ({position}) => position),
      column("kind", "string", "What happens on the day", ({kind}) => kind, {oneOf: ["review", "expiry"]}),
      column("every", "string", "Month and day, MM-DD", ({every}) => every),
      column("from_year", "integer", "First year in which the day comes round", ({from}) => from, {unit: "year"}),
      column("to_year", "integer", "Last year in which the day comes round", ({to}) => to ?? null, {
        unit: "year",
        missing: "it comes round as long as the measure stands"
      }),
      column("what", "string", "What is reviewed or runs out", ({what}) => what),
      column("rule", "string", "The rule that makes it come round", ({rule}) => rule)
    ]
  );
}
