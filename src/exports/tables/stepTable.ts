import {type Life, type Step, verbOf} from "../../sanctions/life.ts";
import {standings, stateOf} from "../../sanctions/standing.ts";
import {verbs} from "../../sanctions/verb.ts";
import {column, dayColumns, type Table, tableOf} from "../table.ts";

type StepRow = Step & {readonly measure: string; readonly position: number};

/**
 * `steps`, the lives that the rule book derives from the events: acts, and clocks that struck. `when` keeps the EDTF
 * of the record; its bounds are narrower where a neighbouring step narrows them.
 */
export function stepTable(lives: readonly Life[]): Table {
  const rows = lives.flatMap(({measure, steps}) =>
    steps.map((step, i): StepRow => ({...step, measure: measure.id, position: i + 1}))
  );
  return tableOf<StepRow>(
    {
      name: "steps",
      title: "Steps of derived lives",
      description: "From `when` on, the measure stands at `standing`. Derived from events by the rule book.",
      primaryKey: ["measure", "position"],
      foreignKeys: [
        {fields: ["measure"], table: "measures", key: ["measure"]},
        {fields: ["measure", "event"], table: "events", key: ["measure", "event"]}
      ]
    },
    rows,
    [
      column("measure", "string", "Id of the measure", ({measure}) => measure),
      column("position", "integer", "Place in the life, from 1", ({position}) => position),
      column("cause", "string", "An act, or a clock that an act had set", ({cause}) => cause.kind, {
        oneOf: ["act", "clock"]
      }),
      column("event", "string", "Id of the act, or of the act that set the clock", ({cause}) => cause.event.id),
      column("verb", "string", "What happened", ({cause}) => verbOf(cause), {oneOf: verbs}),
      ...dayColumns<StepRow>("when", "Day from which the standing holds", ({when}) => when),
      column("standing", "string", "Where the measure stands", ({standing}) => standing, {oneOf: standings}),
      column("state", "string", "State of the rule book", ({standing}) => stateOf(standing), {
        oneOf: ["notYet", "threatened", "inForce", "suspended", "ended"]
      }),
      column("ahead", "boolean", "Is it a clock beyond the last day that the record covers?", ({ahead}) => ahead)
    ]
  );
}
