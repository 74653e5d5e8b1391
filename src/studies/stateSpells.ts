import type {Case} from "../casebook/case.ts";
import {isDated, type Life, type Step} from "../sanctions/life.ts";
import {isOpen, type Standing, stateOf} from "../sanctions/standing.ts";
import {CENSORED, type MultiState} from "../stats/competingRisks/multiState.ts";
import type {Day} from "../time/day.ts";
import type {Excluded} from "./spells.ts";

/** Where a measure that has come into force stands; held is waived or suspended as a whole. */
export const measureStates = ["in force", "eased", "held", "ended"] as const;
export type MeasureState = (typeof measureStates)[number];

/** A stay of a measure in one state over (entry, exit], in days since it came into force; `to` is null where it still stands. */
export type StateSpell = {
  readonly id: string;
  readonly cluster: string;
  readonly entry: number;
  readonly exit: number;
  readonly from: MeasureState;
  readonly to: MeasureState | null;
};

export type StateTable = {
  /** By measure, then by time. */
  readonly spells: readonly StateSpell[];
  readonly excluded: readonly Excluded[];
  readonly until: Day;
};

/**
 * The stays of measures in states, from the day on which each came into force to the last day of observation. An ended
 * measure is followed on: it may be imposed again. A state that lasted no whole day is passed over, so a measure that was
 * imposed and waived on one day starts as held.
 *
 * Left out with a reason: what was never in force by `until`, what came into force on that day or may have, and what has a
 * change of state that is not dated to the day. Its two bounds would not bound a share: a later easing raises the share in
 * force and lowers another.
 */
export function stateSpellsOf(one: Pick<Case, "coverage">, lives: readonly Life[], last?: Day): StateTable {
  const until = Math.min(last ?? one.coverage.to, one.coverage.to) as Day;
  const spells: StateSpell[] = [];
  const excluded: Excluded[] = [];
  for (const life of lives.toSorted((a, b) => (a.measure.id < b.measure.id ? -1 : 1))) {
    const own = staysOf(life, until);
    if ("reason" in own) excluded.push({id: life.measure.id, reason: own.reason});
    else spells.push(...own);
  }
  return {spells, excluded, until};
}

/** The columns that `aalenJohansen` takes; measures of one package are a cluster. */
export function stateColumns(spells: readonly StateSpell[]): MultiState {
  const code = (state: MeasureState | null) => (state === null ? CENSORED : measureStates.indexOf(state));
  const numbers = (names: readonly string[]) => {
    const places = new Map([...new Set(names)].map((name, i) => [name, i]));
    return Int32Array.from(names, (name) => places.get(name)!);
  };
  return {
    states: measureStates,
    entry: Float64Array.from(spells, ({entry}) => entry),
    exit: Float64Array.from(spells, ({exit}) => exit),
    from: Int16Array.from(spells, ({from}) => code(from)),
    to: Int16Array.from(spells, ({to}) => code(to)),
    subject: numbers(spells.map(({id}) => id)),
    cluster: numbers(spells.map(({cluster}) => cluster))
  };
}

export const NEVER = "never in force by the last day of observation";
export const UNDATED = "a step that counts is not dated to the day";

/** The steps of a life from the first in force on, as far as they may have come by a day. */
export function stepsInForce({steps}: Life, until: Day): readonly Step[] {
  const begun = steps.findIndex(({standing}) => isOpen(standing));
  return begun < 0 ? [] : steps.slice(begun).filter(({when}) => when.earliest <= until);
}

function staysOf(life: Life, until: Day): StateSpell[] | {readonly reason: string} {
  const {id} = life.measure;
  const cluster = life.measure.package ?? id;
  const changes = stepsInForce(life, until).filter(
    ({standing}, i, all) => i === 0 || measureState(standing) !== measureState(all[i - 1]!.standing)
  );
  const [first] = changes;
  if (first === undefined) return {reason: NEVER};
  if (!changes.every(isDated)) return {reason: UNDATED};
  const origin = first.when.earliest;
  if (origin >= until) return {reason: "came into force on the last day of observation"};
  const stands = new Map(changes.map(({standing, when}) => [when.earliest - origin, measureState(standing)]));
  const turns = [...stands].filter(([, state], i, all) => i === 0 || state !== all[i - 1]![1]);
  return turns
    .map(([entry, from], i): StateSpell => {
      const [exit, to] = turns[i + 1] ?? [until - origin, null];
      return {id, cluster, entry, exit, from, to};
    })
    .filter(({entry, exit}) => exit > entry);
}

const measureState = (standing: Standing): MeasureState => {
  const state = stateOf(standing);
  if (state === "suspended") return "held";
  if (state === "ended") return "ended";
  return standing === "eased" ? "eased" : "in force";
};
