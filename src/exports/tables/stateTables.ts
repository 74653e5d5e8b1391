import type {StateShares} from "../../studies/stateShares.ts";
import {measureStates, type StateSpell} from "../../studies/stateSpells.ts";
import {column, type Table, tableOf} from "../table.ts";
import {leftOutTable} from "./durationTables.ts";

/** What a study of states rests on and finds: the stays in each state, what is left out, and the shares over time. */
export const stateTables = (study: StateShares): readonly Table[] => [
  stays(study),
  leftOutTable(study.table.excluded),
  shares(study)
];

const stays = ({table}: StateShares): Table =>
  tableOf<StateSpell>(
    {
      name: "state-spells",
      title: "Stays in states",
      description: "A measure stands in a state on (entry, exit], days since it came into force.",
      primaryKey: ["measure", "entry"]
    },
    table.spells,
    [
      column("measure", "string", "Id of the measure", ({id}) => id),
      column("cluster", "string", "Measures of one cluster are not independent", ({cluster}) => cluster),
      column("entry", "integer", "Days on which it came into the state", ({entry}) => entry, {unit: "days"}),
      column("exit", "integer", "Days on which it left it, or was last observed", ({exit}) => exit, {unit: "days"}),
      column("from", "string", "The state", ({from}) => from, {oneOf: measureStates}),
      column("to", "string", "The next state", ({to}) => to, {oneOf: measureStates, missing: "not seen to leave"})
    ]
  );

type ShareRow = {readonly days: number; readonly state: string; readonly share: number};

function shares({curve: {days, share}}: StateShares): Table {
  const rows = Array.from(days).flatMap((day, row) =>
    measureStates.map((state, s): ShareRow => ({days: day, state, share: share[row * measureStates.length + s]!}))
  );
  return tableOf<ShareRow>(
    {
      name: "state-shares",
      title: "Shares of states",
      description: "Share of measures in each state from a day on (Aalen–Johansen); those of a day add up to 1.",
      primaryKey: ["days", "state"]
    },
    rows,
    [
      column("days", "number", "Days since coming into force", ({days}) => days, {unit: "days"}),
      column("state", "string", "The state", ({state}) => state, {oneOf: measureStates}),
      column("share", "number", "Share of measures, in [0, 1]", ({share}) => share)
    ]
  );
}
