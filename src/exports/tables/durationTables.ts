import {verbOf} from "../../sanctions/life.ts";
import {factors} from "../../studies/covariates.ts";
import {DAYS_A_YEAR, type HowLong} from "../../studies/howLong.ts";
import type {Bound} from "../../studies/spellColumns.ts";
import type {Excluded, Spell} from "../../studies/spells.ts";
import {column, dayColumns, listCell, type Table, tableOf} from "../table.ts";

/** Everything that a study of durations rests on and finds: its spells, what it leaves out, and its curves. */
export const durationTables = (study: HowLong): readonly Table[] => [
  spells(study),
  leftOutTable(study.table.excluded),
  curves(study)
];

const spells = ({table}: HowLong): Table =>
  tableOf<Spell>(
    {
      name: "spells",
      title: "Spells",
      description: `At risk on (entry, exit], days since the origin; ended means ${table.options.ended}.`,
      primaryKey: ["spell"]
    },
    table.spells,
    [
      column("spell", "string", "Id of the measure, package or pair", ({id}) => id),
      column("measures", "string", "Ids of its measures (list)", ({measures}) => listCell(measures)),
      column("cluster", "string", "Spells of one cluster are not independent", ({cluster}) => cluster),
      ...dayColumns<Spell>("origin", "Day from which time runs", ({origin}) => origin),
      column("entry_low", "integer", "Entry, from the last day that the origin can be", ({entry}) => entry.low, {
        unit: "days"
      }),
      column("entry_high", "integer", "Entry, from the first day that the origin can be", ({entry}) => entry.high, {
        unit: "days"
      }),
      column("exit_low", "integer", "Fewest days that the dates allow", ({exit}) => exit.low, {unit: "days"}),
      column(
        "exit_high",
        "integer",
        "Most days that the dates allow",
        ({exit}) => (exit.high === Infinity ? null : exit.high),
        {missing: "censored", unit: "days"}
      ),
      column("cause", "string", "How the spell ended", ({cause}) => cause, {oneOf: ["ended", "otherwise", "censored"]}),
      column("verb", "string", "Verb of the step that ended it", ({end}) => (end === null ? null : verbOf(end.cause)), {
        missing: "censored"
      }),
      ...factors.map((factor) =>
        column<Spell>(factor, "string", `Factor ${factor} at the origin`, (spell) => spell.factors[factor])
      )
    ]
  );

export const leftOutTable = (excluded: readonly Excluded[]): Table =>
  tableOf<Excluded>(
    {
      name: "left-out",
      title: "Spells left out",
      description: "What has no spell, and why.",
      primaryKey: ["spell"]
    },
    excluded,
    [
      column("spell", "string", "Id of the measure, package or pair", ({id}) => id),
      column("reason", "string", "Why it has no spell", ({reason}) => reason)
    ]
  );

type CurveRow = {
  readonly level: string;
  readonly dates: Bound;
  readonly days: number;
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
};

function curves({durations}: HowLong): Table {
  const rows = durations.flatMap(({level, curves: both}) =>
    (["low", "high"] as const).flatMap((dates) => {
      const {days, share, lower, upper} = both[dates];
      return Array.from(
        days,
        (day, i): CurveRow => ({level, dates, days: day, share: share[i]!, lower: lower[i]!, upper: upper[i]!})
      );
    })
  );
  const limit = (value: number) => (Number.isNaN(value) ? null : value);
  return tableOf<CurveRow>(
    {
      name: "curves",
      title: "Cumulative incidence",
      description: "Share that has ended as asked from a day on, other endings competing (Aalen–Johansen).",
      primaryKey: ["level", "dates", "days"]
    },
    rows,
    [
      column("level", "string", "Level of the factor", ({level}) => level),
      column("dates", "string", "Fewest or most days that imprecise dates allow", ({dates}) => dates, {
        oneOf: ["low", "high"]
      }),
      column("days", "number", "Days since the origin", ({days}) => days, {unit: "days"}),
      column("years", "number", `Days over ${DAYS_A_YEAR}`, ({days}) => days / DAYS_A_YEAR, {unit: "years"}),
      column("share", "number", "Share ended, in [0, 1]", ({share}) => share),
      column("lower", "number", "Lower 95 % limit, log-log scale", ({lower}) => limit(lower), {
        missing: "the share is 0 or 1"
      }),
      column("upper", "number", "Upper 95 % limit, log-log scale", ({upper}) => limit(upper), {
        missing: "the share is 0 or 1"
      })
    ]
  );
}
