import type {Case} from "../casebook/case.ts";
import {isDated, type Life, type Step, verbOf} from "../sanctions/life.ts";
import type {Day} from "../time/day.ts";
import {type Factors, factorsOf} from "./covariates.ts";
import {type Ending, endOf} from "./ended.ts";
import {causeCodes} from "./spellColumns.ts";
import type {Excluded, Spell} from "./spells.ts";
import {NEVER, stepsInForce, UNDATED} from "./stateSpells.ts";

/** One of a measure's spells: at risk on (entry, exit], days since the measure first came into force. */
export type RecurrentSpell = {
  readonly id: string;
  readonly cluster: string;
  /** 1 for the spell that the measure began with, one more for each re-imposition that opens another. */
  readonly number: number;
  readonly entry: number;
  readonly exit: number;
  readonly cause: Spell["cause"];
  /** As they stood when this spell began. */
  readonly factors: Factors;
};

export type RecurrentTable = {
  /** By measure, then by number. */
  readonly spells: readonly RecurrentSpell[];
  readonly excluded: readonly Excluded[];
  readonly until: Day;
};

/**
 * Every spell of every measure: after one has ended, as asked or otherwise, the next re-imposition that puts the measure
 * in force opens another. In between the measure is not at risk. Under `first-easing` taking relief back opens a spell, and
 * relief in between ends none. A spell of no whole day has a number and no row.
 *
 * Left out with a reason: what was never in force by `until`, and what has a step that begins or ends a spell and is not
 * dated to the day.
 */
export function recurrentSpellsOf(
  one: Case,
  lives: readonly Life[],
  {ended, until: last}: {readonly ended: Ending; readonly until?: Day}
): RecurrentTable {
  const until = Math.min(last ?? one.coverage.to, one.coverage.to) as Day;
  const spells: RecurrentSpell[] = [];
  const excluded: Excluded[] = [];
  for (const life of lives.toSorted((a, b) => (a.measure.id < b.measure.id ? -1 : 1))) {
    const {id} = life.measure;
    const runs = runsOf(stepsInForce(life, until), ended);
    if (runs.length === 0) excluded.push({id, reason: NEVER});
    else if (!runs.flatMap(({opens, ends}) => [opens, ends ?? opens]).every(isDated)) {
      excluded.push({id, reason: UNDATED});
    } else spells.push(...rowsOf(life, runs, ended, one, until));
  }
  return {spells, excluded, until};
}

/** `total` counts from the day on which the measure first came into force, `gap` from the day on which each spell began. */
export type RecurrentClock = "total" | "gap";

/**
 * Columns [n] for Cox regressions. Andersen & Gill: the total clock. Prentice, Williams & Peterson: either clock, with
 * `number` as stratum. `cluster` is the package, which holds all spells of its measures.
 */
export function recurrentColumns(spells: readonly RecurrentSpell[], clock: RecurrentClock) {
  const clusters = [...new Set(spells.map(({cluster}) => cluster))].sort();
  const shift = ({entry}: RecurrentSpell) => (clock === "gap" ? entry : 0);
  return {
    entry: Float64Array.from(spells, (spell) => spell.entry - shift(spell)),
    exit: Float64Array.from(spells, (spell) => spell.exit - shift(spell)),
    /** As in `SpellColumns`: 0 censored, 1 ended, 2 otherwise. */
    event: Uint8Array.from(spells, ({cause}) => causeCodes[cause]),
    number: Int32Array.from(spells, ({number}) => number),
    cluster: Int32Array.from(spells, ({cluster}) => clusters.indexOf(cluster))
  };
}

type Run = {readonly opens: Step; readonly ends: Step | null};

function runsOf(steps: readonly Step[], ended: Ending): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last !== undefined && last.ends === null) {
      if (endOf(step, ended) !== null) runs[runs.length - 1] = {...last, ends: step};
    } else if (isInForce(step) && (last === undefined || verbOf(step.cause) === "reimposed")) {
      runs.push({opens: step, ends: null});
    }
  }
  return runs;
}

const isInForce = ({standing}: Step): boolean => standing === "inForce" || standing === "eased";

function rowsOf(life: Life, runs: readonly Run[], ended: Ending, one: Case, until: Day): RecurrentSpell[] {
  const {id} = life.measure;
  const origin = runs[0]!.opens.when.earliest;
  return runs
    .map(
      ({opens, ends}, i): RecurrentSpell => ({
        id,
        cluster: life.measure.package ?? id,
        number: i + 1,
        entry: opens.when.earliest - origin,
        exit: (ends?.when.earliest ?? until) - origin,
        cause: ends === null ? "censored" : endOf(ends, ended)!,
        factors: factorsOf(life, opens.when, one)
      })
    )
    .filter(({entry, exit}) => exit > entry);
}
