import type {Case} from "../casebook/case.ts";
import type {Life, Step} from "../sanctions/life.ts";
import type {Day} from "../time/day.ts";
import type {ImpreciseDay} from "../time/impreciseDay.ts";
import {type Factors, factorsOf} from "./covariates.ts";
import {type Ending, endOf} from "./ended.ts";

/** What has a spell: a measure; a package of measures that came together; all measures of a sender against a target. */
export const units = ["measure", "package", "pair"] as const;
export type Unit = (typeof units)[number];

export type SpellOptions = {
  readonly ended: Ending;
  readonly unit?: Unit;
  /** Whether time runs from the first day in force, or from the first threat of what later came into force. */
  readonly origin?: "in-force" | "threat";
  /** First day of observation: spells that began before it enter late. The start of the record when left out. */
  readonly from?: Day;
  /** Last day of observation; the end of the record when left out, and never after it. */
  readonly until?: Day;
};

/**
 * One spell: days since its origin, at risk on (entry, exit]. The record's [from, to) becomes (entry, exit] here and
 * nowhere else. `low` and `high` are the fewest and the most days that the dates allow; they are equal when both ends of
 * the spell are known to the day, and `high` is Infinity for a spell that had not ended.
 */
export type Spell = {
  readonly id: string;
  readonly measures: readonly string[];
  /** Spells of one package share acts and are not independent. */
  readonly cluster: string;
  readonly origin: ImpreciseDay;
  readonly entry: number;
  readonly exit: {readonly low: number; readonly high: number};
  readonly cause: "ended" | "otherwise" | "censored";
  /** The step that ended it, whatever the cause; null when it had not ended. */
  readonly end: Step | null;
  readonly factors: Factors;
};

export type Excluded = {readonly id: string; readonly reason: string};

export type SpellTable = {
  readonly spells: readonly Spell[];
  readonly excluded: readonly Excluded[];
  readonly options: Required<SpellOptions>;
};

/**
 * The spells of a case. A spell begins with the first step that puts the measure in force, and ends as `ended` says, or
 * otherwise (by another ending, a competing cause), or not by `until`. A package or a pair begins with its first measure;
 * under `first-easing` and `any-relief` its first relief ends it, under the other endings the end of its last measure.
 * Its factors are those of its first measure.
 *
 * Left out with a reason: what was never in force, what may have begun only after `until`, what had ended before `from`,
 * and what ended on the day on which it began.
 */
export function spellsOf(one: Case, lives: readonly Life[], given: SpellOptions): SpellTable {
  const options = {
    unit: "measure",
    origin: "in-force",
    from: one.coverage.from,
    until: one.coverage.to,
    ...given
  } as const;
  const until = Math.min(options.until, one.coverage.to) as Day;
  const settled = {...options, until};
  const excluded: Excluded[] = [];
  const runs = lives.flatMap((life) => {
    const run = runOf(life, settled, one);
    if ("reason" in run) excluded.push({id: life.measure.id, reason: run.reason});
    return "reason" in run ? [] : [run];
  });
  const spells = group(runs, settled.unit, one).flatMap(({id, members}) => {
    const spell = spellOf(id, members, settled);
    if ("reason" in spell) excluded.push({id, reason: spell.reason});
    return "reason" in spell ? [] : [spell];
  });
  return {
    spells: spells.sort((a, b) => (a.id < b.id ? -1 : 1)),
    excluded: excluded.sort((a, b) => (a.id < b.id ? -1 : 1)),
    options: settled
  };
}

/** One measure in force: when it began, and the step that ended it, if any did by the last day. */
type Run = {
  readonly life: Life;
  readonly origin: ImpreciseDay;
  readonly end: {readonly step: Step; readonly as: "ended" | "otherwise"} | null;
  readonly factors: Factors;
};

function runOf(life: Life, {ended, origin, until}: Required<SpellOptions>, one: Case): Run | {readonly reason: string} {
  const begun = life.steps.findIndex(({standing}) => standing === "inForce" || standing === "eased");
  const first = life.steps[begun];
  if (first === undefined) return {reason: "never in force"};
  if (first.when.latest > until) return {reason: "began after the last day of observation, or may have"};
  const start = origin === "threat" ? life.steps[0]! : first;
  const ending = life.steps.slice(begun + 1).find((step) => endOf(step, ended) !== null);
  const known = ending !== undefined && ending.when.earliest <= until;
  return {
    life,
    origin: start.when,
    end: known ? {step: ending, as: endOf(ending, ended)!} : null,
    factors: factorsOf(life, start.when, one)
  };
}

function group(runs: readonly Run[], unit: Unit, one: Case): {readonly id: string; readonly members: readonly Run[]}[] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    for (const id of unitsOf(run.life, unit, one)) groups.set(id, [...(groups.get(id) ?? []), run]);
  }
  return [...groups].map(([id, members]) => ({id, members}));
}

function unitsOf({measure}: Life, unit: Unit, {parties}: Case): readonly string[] {
  if (unit === "measure") return [measure.id];
  if (unit === "package") return [measure.package ?? measure.id];
  const state = (id: string): string => {
    const of = parties.find((party) => party.id === id)?.of;
    return of === undefined ? id : state(of);
  };
  const targets = [...new Set(measure.targets.map(state))];
  return measure.senders.flatMap((sender) => targets.map((target) => `${sender} → ${target}`));
}

function spellOf(
  id: string,
  members: readonly Run[],
  options: Required<SpellOptions>
): Spell | {readonly reason: string} {
  const first = members.reduce((a, b) => (b.origin.nominal < a.origin.nominal ? b : a));
  const {origin} = first;
  const end = endOfAll(members, options);
  const censored = end === null || end.step.when.latest > options.until;
  const low = (end === null ? options.until : Math.min(end.step.when.earliest, options.until)) - origin.latest;
  const high = censored ? Infinity : end.step.when.latest - origin.earliest;
  const entry = Math.max(0, options.from - origin.earliest);
  if (high <= 0) return {reason: "ended on the day on which it began"};
  if (high <= entry) return {reason: "ended before the first day of observation"};
  if (censored && low <= entry)
    return {reason: "its dates do not say whether it outlasted its first day under observation"};
  return {
    id,
    measures: members.map(({life}) => life.measure.id).sort(),
    cluster: first.life.measure.package ?? first.life.measure.id,
    origin,
    entry,
    exit: {low: Math.max(low, entry), high},
    cause: censored ? "censored" : end.as,
    end: end?.step ?? null,
    factors: first.factors
  };
}

/** The first relief of any member, or, where the ending is an end, the last end once every member has one. */
function endOfAll(members: readonly Run[], {ended}: Required<SpellOptions>): Run["end"] {
  const ends = members.flatMap(({end}) => end ?? []);
  const byDay = (a: {readonly step: Step}, b: {readonly step: Step}) => a.step.when.nominal - b.step.when.nominal;
  if (ended === "first-easing" || ended === "any-relief") {
    const relief = ends.filter(({as}) => as === "ended").sort(byDay)[0];
    if (relief !== undefined) return relief;
  }
  return ends.length < members.length ? null : (ends.sort(byDay).at(-1) ?? null);
}
