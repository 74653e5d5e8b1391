import {type Event, motiveKeys} from "../../sanctions/event.ts";
import {inOrder, type Life} from "../../sanctions/life.ts";
import {isRelief, verbs} from "../../sanctions/verb.ts";
import {column, dayColumns, type ForeignKey, listCell, type Table, tableOf} from "../table.ts";

type EventRow = Event & {readonly measure: string; readonly position: number};

const eventRows = (lives: readonly Life[]): EventRow[] =>
  lives.flatMap(({measure}) =>
    inOrder(measure.life).map((event, i) => ({...event, measure: measure.id, position: i + 1}))
  );

const extentOf = ({verb, extent}: Event): string | null => extent ?? (isRelief(verb) ? "whole" : null);

const endsOf = ({ends}: Event): string | null => (ends === undefined ? null : listCell(ends));

const toEvent: ForeignKey = {fields: ["measure", "event"], table: "events", key: ["measure", "event"]};

/** `events`, the acts on record: by measure id, then in the order in which the rule book reads them. */
export function eventTable(lives: readonly Life[]): Table {
  return tableOf(
    {
      name: "events",
      title: "Events",
      description: "One act on record a row: a dated step that somebody took in the life of a measure.",
      primaryKey: ["measure", "event"],
      foreignKeys: [{fields: ["measure"], table: "measures", key: ["measure"]}]
    },
    eventRows(lives),
    [
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("event", "string", "Stable id of the event", ({id}) => id),
      column("position", "integer", "Place in the life of the measure, from 1", ({position}) => position),
      column("verb", "string", "What the act does", ({verb}) => verb, {oneOf: verbs}),
      ...dayColumns<EventRow>("announced", "Day announced", (e) => e.announced, "no announcement is on record"),
      ...dayColumns<EventRow>(
        "effective",
        "First day on which the event binds",
        (e) => e.effective,
        "no day of effect is on record"
      ),
      ...dayColumns<EventRow>("published", "Day published", (e) => e.published, "no publication is on record"),
      ...dayColumns<EventRow>(
        "expires",
        "First day on which what the event did no longer holds",
        (e) => e.expires,
        "the event sets no clock"
      ),
      column("what", "string", "What changed, in one sentence", ({what}) => what),
      column("instrument", "string", "The legal instrument, as printed", ({instrument}) => instrument),
      column("subkind", "string", "Finer kind of event", (e) => e.subkind ?? null, {missing: "the verb says it all"}),
      column("extent", "string", "Does the relief cover the whole measure or a part?", extentOf, {
        oneOf: ["whole", "part"],
        missing: "the event is not relief"
      }),
      column("prolongs", "string", "What an extension prolongs", (e) => e.prolongs ?? null, {
        oneOf: ["measure", "relief"],
        missing: "not an extension, or left to the rule book"
      }),
      column("ends", "string", "Ids of the relief that a re-imposition takes back (list)", endsOf, {
        missing: "no re-imposition, or it takes back whatever relief stands"
      }),
      column("superseded_by", "string", "Measure id or name of what takes over", (e) => e.by ?? null, {
        missing: "nothing takes over"
      }),
      column("actor", "string", "Who acted", (e) => e.actor ?? "executive", {
        oneOf: ["executive", "legislature", "court", "allies"]
      }),
      column("tags", "string", "Tags (list)", ({tags}) => listCell(tags), {missing: "no tag"}),
      column("verification", "string", "How far checked against a source", ({verification}) => verification, {
        oneOf: ["verified", "partly", "recalled"]
      }),
      column("confidence", "string", "How sure it is that it happened as written", (e) => e.confidence.level, {
        oneOf: ["certain", "probable", "uncertain"]
      }),
      column("confidence_why", "string", "Why that sure", (e) => e.confidence.why),
      column("note", "string", "Why it is coded so", (e) => e.note ?? null, {missing: "no note"})
    ]
  );
}

/** `citations`: which sources an event cites, and where in them. */
export function citationTable(lives: readonly Life[]): Table {
  const rows = eventRows(lives).flatMap(({measure, id, sources}) =>
    sources.map((citation, i) => ({...citation, measure, event: id, position: i + 1}))
  );
  return tableOf(
    {
      name: "citations",
      title: "Citations",
      description: "One source cited by one event a row.",
      primaryKey: ["measure", "event", "position"],
      foreignKeys: [toEvent, {fields: ["source"], table: "sources", key: ["source"]}]
    },
    rows,
    [
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("event", "string", "Id of the event", ({event}) => event),
      column("position", "integer", "Place among the sources of the event, from 1", ({position}) => position),
      column("source", "string", "Id of the source", ({source}) => source),
      column("at", "string", "Where in the source", ({at}) => at ?? null, {missing: "the record gives no place"})
    ]
  );
}

/** `motives`: one row per event, coder and motive. Every coder has seven rows an event, also where a weight is 0. */
export function motiveTable(lives: readonly Life[]): Table {
  const rows = eventRows(lives).flatMap(({measure, id, motives}) =>
    motives.flatMap(({coder, weights, rationale, source}) =>
      motiveKeys.map((motive) => ({measure, event: id, coder, motive, weight: weights[motive], rationale, source}))
    )
  );
  return tableOf(
    {
      name: "motives",
      title: "Motives",
      description: "Why relief came, as judged by named coders. The weights of one coder for one event sum to 1.",
      primaryKey: ["measure", "event", "coder", "motive"],
      foreignKeys: [
        toEvent,
        {fields: ["coder"], table: "coders", key: ["coder"]},
        {fields: ["source"], table: "sources", key: ["source"]}
      ]
    },
    rows,
    [
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("event", "string", "Id of the event", ({event}) => event),
      column("coder", "string", "Id of the coder", ({coder}) => coder),
      column("motive", "string", "Motive", ({motive}) => motive, {oneOf: motiveKeys}),
      column("weight", "number", "Weight of the motive, 0 to 1", ({weight}) => weight, {unit: "share"}),
      column("rationale", "string", "Why the coder judges so", ({rationale}) => rationale),
      column("source", "string", "Id of the source of the judgement", ({source}) => source ?? null, {
        missing: "the judgement cites none"
      })
    ]
  );
}
