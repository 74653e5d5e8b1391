import type {Case} from "../casebook/case.ts";
import {compareText} from "../sanctions/compareIds.ts";
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

/** The fewest and the most days that the dates allow. */
export type Days = {readonly low: number; readonly high: number};

/**
 * One spell: days since its origin, at risk on (entry, exit]. The record's [from, to) becomes (entry, exit] here and
 * nowhere else. `low` counts from the last day that the origin can be and `high` from the first, at entry as at exit; they
 * are equal when both ends of the spell are known to the day. `exit.high` is Infinity for a spell that had not ended.
 */
export type Spell = {
  readonly id: string;
  readonly measures: readonly string[];
  /** Spells of one package share acts and are not independent. */
  readonly cluster: string;
  readonly origin: ImpreciseDay;
  readonly entry: Days;
  readonly exit: Days;
  readonly cause: "ended" | "otherwise" | "censored";
  /** The step that ended it, whatever the cause; null when it is censored. */
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
 * Its factors are those of its first measure, by nominal day and id.
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

type Bounds = Pick<ImpreciseDay, "earliest" | "latest">;
type End = {readonly step: Step; readonly as: "ended" | "otherwise"};

/** One measure in force: when it began, and the step that ended it, if any may have by the last day. */
type Run = {
  readonly life: Life;
  readonly origin: ImpreciseDay;
  readonly end: End | null;
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
  const first = members.toSorted((a, b) => a.origin.nominal - b.origin.nominal || compareText(idOf(a), idOf(b)))[0]!;
  const origin = {
    ...first.origin,
    ...extremes(
      members.map((member) => member.origin),
      Math.min
    )
  };
  const end = endOfAll(members, options);
  const {from, until} = options;
  const censored = end === null || end.when.latest > until;
  const lastDay = end === null ? until : end.when.earliest - (censored ? 1 : 0);
  const low = lastDay - origin.latest;
  const high = censored ? Infinity : end.when.latest - origin.earliest;
  const entry = {low: Math.max(0, from - origin.latest), high: Math.max(0, from - origin.earliest)};
  if (high <= 0) return {reason: "ended on the day on which it began"};
  if (high <= entry.high) return {reason: "ended before the first day of observation"};
  if (censored && low <= entry.high) {
    return {reason: "its dates do not say whether it outlasted its first day under observation"};
  }
  return {
    id,
    measures: members.map(idOf).sort(),
    cluster: first.life.measure.package ?? idOf(first),
    origin,
    entry,
    exit: {low: Math.max(low, entry.low), high},
    cause: censored ? "censored" : end.as,
    end: censored ? null : end.step,
    factors: first.factors
  };
}

const idOf = ({life}: Run): string => life.measure.id;

/** The first, or the last, of some days, each known within bounds. */
const extremes = (days: readonly Bounds[], pick: typeof Math.min): Bounds => ({
  earliest: pick(...days.map(({earliest}) => earliest)) as Day,
  latest: pick(...days.map(({latest}) => latest)) as Day
});

/**
 * The first relief of any member, or, where the ending is an end, the last end once every member has one. Of steps of one
 * day one that ends as asked decides.
 */
function endOfAll(members: readonly Run[], {ended}: Required<SpellOptions>): (End & {readonly when: Bounds}) | null {
  const ends = members
    .flatMap(({life, end}) => (end === null ? [] : [{...end, id: life.measure.id}]))
    .sort(
      (a, b) =>
        a.step.when.nominal - b.step.when.nominal ||
        Number(a.as === "ended") - Number(b.as === "ended") ||
        compareText(a.id, b.id)
    );
  const reliefs = ends.filter(({as}) => as === "ended");
  const [steps, pick] =
    (ended === "first-easing" || ended === "any-relief") && reliefs.length > 0
      ? [reliefs, Math.min]
      : [ends.length < members.length ? [] : ends, Math.max];
  const decides = steps.at(pick === Math.min ? 0 : -1);
  if (decides === undefined) return null;
  return {
    ...decides,
    when: extremes(
      steps.map(({step}) => step.when),
      pick
    )
  };
}
