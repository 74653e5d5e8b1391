import type {Equilibrium} from "../../trade/report.ts";
import {checkDistinct, placesOf, tradeBetween} from "./adopted.ts";
import type {Line} from "./line.ts";
import type {Outcome, Pricer, Step, Worlds} from "./pricer.ts";
import {compareWorth, lossOf, type Worth, worthOf} from "./worth.ts";

/** A country and what it does to the targets once it is a member: see `adopted` for the sender's lines in its place. */
export type Joiner = {readonly country: string; readonly lines: readonly Line[]};

/**
 * Who joins next: as listed; who trades most with the targets in the baseline; or who adds most damage to them per
 * unit of own cost, given who has joined already. Ties go by code.
 */
export type JoiningOrder = "given" | "trade" | "damagePerCost";

export type CoalitionSpec = {
  /** Their losses count together. */
  readonly targets: readonly string[];
  /** What holds whoever joins: the lines of the task's reference, and the sender's measures that stand anyway. */
  readonly base: readonly Line[];
  /** Members from the start. */
  readonly founders: readonly Joiner[];
  readonly candidates: readonly Joiner[];
  readonly order: JoiningOrder;
};

/** Million USD a year of the baseline, beside the reference; below 0 is a gain. */
export type CoalitionLosses = {
  /** Of all targets. */
  readonly target: number;
  readonly members: number;
  /** All that are neither member nor target. */
  readonly outsiders: number;
  readonly world: number;
  /** In the order of `CoalitionRow.members`. */
  readonly byMember: readonly number[];
};

/** What the last member to join changes. Million USD, against the row before. */
export type Marginal = {
  /** Further loss of the targets. */
  readonly damage: number;
  /** Further loss of the one who joins, over what it lost as an outsider. */
  readonly pays: number;
  /** Further loss of those who were members before, together; below 0 where its joining relieves them. */
  readonly earlier: number;
  readonly worth: Worth;
};

export type CoalitionRow = {
  readonly step: Step;
  /** In the order of joining. */
  readonly members: readonly string[];
  /** Who joined last; null in the row of the founders. */
  readonly joined: string | null;
  readonly outcome:
    | {
        readonly kind: "solved";
        readonly welfareHat: Float64Array;
        readonly losses: CoalitionLosses;
        /** null in the first row, and after a row without equilibrium. */
        readonly marginal: Marginal | null;
        /** Whether the targets trade with nobody but each other. */
        readonly isTargetAlone: boolean;
      }
    | {readonly kind: "none"; readonly message: string};
};

export type Coalition = {
  /** One for the founders and one for each that joins. */
  readonly rows: readonly CoalitionRow[];
  /** The same coalition with the order that was found: give it with a draw to keep the rows the same. */
  readonly ordered: CoalitionSpec;
  readonly notes: readonly string[];
};

export type StudyOptions = {
  /** Which draw; the central values when absent. */
  readonly draw?: number;
  /** Told after each world that is solved. */
  readonly progress?: (done: number, all: number) => void;
};

/** Worlds that `coalition` solves at most. */
export const coalitionWorlds = ({candidates: {length}, order}: CoalitionSpec): number =>
  order === "damagePerCost" ? 1 + (length * (length + 1)) / 2 : 1 + length;

/**
 * What a coalition costs its members, its targets and others as members join. A row whose world has no equilibrium says
 * why and the rows after it go on.
 *
 * @throws incorrect `studies/country-place`, `studies/country-twice`, and what `shockOf` throws
 * @see docs/methods/coalitions.md
 */
export function coalition(pricer: Pricer, spec: CoalitionSpec, {draw, progress}: StudyOptions = {}): Coalition {
  const {targets, founders, candidates} = spec;
  checkDistinct(pricer.economy, [...targets, ...founders.map(nameOf), ...candidates.map(nameOf)]);
  const all = coalitionWorlds(spec);
  const worlds = pricer.worlds(draw);
  let done = 0;
  const counted: Worlds = (lines) => {
    const outcome = worlds(lines);
    progress?.(++done, all);
    return outcome;
  };
  const rows: CoalitionRow[] = [];
  const steps = order(pricer, spec, counted);
  const notes: string[] = [];
  for (const {members, step, outcome} of steps) {
    const before = rows.at(-1);
    const row = rowOf(pricer, targets, members, step, outcome, before);
    if (outcome.kind === "solved") notes.push(...aloneNotes(targets, row, before, outcome.equilibrium, pricer));
    rows.push(row);
  }
  const joined = steps.slice(1).map(({members}) => members.at(-1)!);
  return {rows, ordered: {...spec, candidates: joined, order: "given"}, notes};
}

/** The rows as steps of a task, so that draws give them bands; those without an equilibrium are left out. */
export const coalitionSteps = ({rows}: Coalition): Step[] =>
  rows.filter(({outcome}) => outcome.kind === "solved").map(({step}) => step);

const nameOf = ({country}: Joiner): string => country;
const byName = (a: Joiner, b: Joiner): number => (a.country < b.country ? -1 : 1);

type Solved = {readonly members: readonly Joiner[]; readonly step: Step; readonly outcome: Outcome};

/** The coalition after each joining, solved, from the founders on. */
function order(pricer: Pricer, spec: CoalitionSpec, worlds: Worlds): Solved[] {
  const solve = (members: readonly Joiner[]): Solved => {
    const step = stepOf(spec, members);
    return {members, step, outcome: worlds(step.lines)};
  };
  const steps = [solve(spec.founders)];
  if (spec.order !== "damagePerCost") {
    for (const joiner of sorted(pricer, spec)) steps.push(solve([...steps.at(-1)!.members, joiner]));
    return steps;
  }
  let left = spec.candidates.toSorted(byName);
  while (left.length > 0) {
    const here = steps.at(-1)!;
    const tried = left.map((joiner) => solve([...here.members, joiner]));
    const next = tried.reduce((best, one) =>
      compareJoining(pricer, spec.targets, here.outcome, best, one) <= 0 ? best : one
    );
    steps.push(next);
    left = left.filter((joiner) => joiner !== next.members.at(-1));
  }
  return steps;
}

function sorted({economy}: Pricer, {order, candidates, targets}: CoalitionSpec): readonly Joiner[] {
  if (order === "given") return candidates;
  const trade = new Map(candidates.map(({country}) => [country, tradeBetween(economy, [country], targets)]));
  return candidates.toSorted((a, b) => trade.get(b.country)! - trade.get(a.country)! || byName(a, b));
}

/** Sorts who is best to join first; a coalition without an equilibrium last. */
function compareJoining(pricer: Pricer, targets: readonly string[], here: Outcome, a: Solved, b: Solved): number {
  if (a.outcome.kind === "none" || b.outcome.kind === "none")
    return Number(a.outcome.kind === "none") - Number(b.outcome.kind === "none");
  const before = here.kind === "solved" ? here.welfareHat : undefined;
  const worth = ({members, outcome}: Solved) => {
    const {welfareHat} = outcome as Extract<Outcome, {kind: "solved"}>;
    const lost = (names: readonly string[]) =>
      lossOf(pricer.spending, placesOf(pricer.economy, names), welfareHat, before);
    return worthOf(lost(targets), lost([members.at(-1)!.country]));
  };
  return compareWorth(worth(a), worth(b));
}

function stepOf({base, founders}: CoalitionSpec, members: readonly Joiner[]): Step {
  const last = members.length > founders.length ? members.at(-1)!.country : null;
  return {
    id: last === null ? "founders" : `with-${last}`,
    title: last === null ? members.map(nameOf).join(", ") || "nobody" : `and ${last}`,
    lines: [...base, ...members.flatMap(({lines}) => lines)]
  };
}

function rowOf(
  {economy, spending}: Pricer,
  targets: readonly string[],
  joiners: readonly Joiner[],
  step: Step,
  outcome: Outcome,
  before: CoalitionRow | undefined
): CoalitionRow {
  const members = joiners.map(nameOf);
  const joined = before === undefined ? null : members.at(-1)!;
  if (outcome.kind === "none") return {step, members, joined, outcome};
  const {welfareHat, equilibrium} = outcome;
  const [places, pressed] = [placesOf(economy, members), placesOf(economy, targets)];
  const everyone = economy.countries.map((_, c) => c);
  const lost = (group: readonly number[], from?: Float64Array) => lossOf(spending, group, welfareHat, from);
  const losses: CoalitionLosses = {
    target: lost(pressed),
    members: lost(places),
    outsiders: lost(everyone.filter((c) => !pressed.includes(c) && !places.includes(c))),
    world: lost(everyone),
    byMember: places.map((c) => lost([c]))
  };
  const marginalFrom = (from: Float64Array): Marginal => {
    const [damage, pays] = [lost(pressed, from), lost(places.slice(-1), from)];
    return {damage, pays, earlier: lost(places.slice(0, -1), from), worth: worthOf(damage, pays)};
  };
  const marginal = before?.outcome.kind === "solved" ? marginalFrom(before.outcome.welfareHat) : null;
  const isTargetAlone = !areTrading(economy.countries.length, equilibrium, pressed);
  return {step, members, joined, outcome: {kind: "solved", welfareHat, losses, marginal, isTargetAlone}};
}

/** Does any of the countries trade with one that is none of them? */
function areTrading(N: number, {flow}: Equilibrium, countries: readonly number[]): boolean {
  const J = flow.length / (N * N);
  return flow.some((value, at) => {
    const [o, d] = [Math.floor(at / (J * N)), Math.floor(at / J) % N];
    return value > 0 && countries.includes(o) !== countries.includes(d);
  });
}

const SMALL = 1e-4; // of spending; a balance that falls away and is no larger than this is not worth a note

/** Targets that trade with nobody else can no longer lend or borrow: their imbalance falls away at once, which is no effect of trade. */
function aloneNotes(
  targets: readonly string[],
  {joined, outcome}: CoalitionRow,
  before: CoalitionRow | undefined,
  {deficit}: Equilibrium,
  {economy, spending, reference}: Pricer
): string[] {
  if (outcome.kind === "none" || !outcome.isTargetAlone) return [];
  if (before?.outcome.kind === "solved" && before.outcome.isTargetAlone) return [];
  const places = placesOf(economy, targets);
  const sum = (of: Float64Array) => places.reduce((total, c) => total + of[c]!, 0);
  const [gone, spent] = [sum(reference.deficit) - sum(deficit), sum(spending)];
  if (Math.abs(gone) <= SMALL * spent) return [];
  const [name, effect] = gone < 0 ? ["surplus", "raises"] : ["deficit", "lowers"];
  const share = ((100 * Math.abs(gone)) / spent).toFixed(1);
  const [trade, whose] = targets.length === 1 ? ["trades with nobody", "its"] : ["trade with nobody else", "their"];
  return [
    `${joined === null ? "with the founders" : `once ${joined} has joined`} ${targets.join(", ")} ${trade}, so ${whose} trade ${name} falls away, which ${effect} ${whose} spending by ${share} %; the closure balanced has no such jump`
  ];
}
