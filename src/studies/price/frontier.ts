import {incorrect} from "../../errors.ts";
import {checkDistinct, placesOf} from "./adopted.ts";
import type {StudyOptions} from "./coalition.ts";
import {combining} from "./combining.ts";
import type {Line} from "./line.ts";
import type {Pricer, Step} from "./pricer.ts";
import {compareWorth, lossOf, type Worth, worthOf} from "./worth.ts";

/** Measures that are taken together. */
export type Package = {readonly id: string; readonly title: string; readonly lines: readonly Line[]};

export type FrontierSpec = {
  /** Whose losses are the damage. */
  readonly targets: readonly string[];
  /** Whose losses are the own cost. */
  readonly senders: readonly string[];
  /** What holds with or without any package: the lines of the reference. */
  readonly base: readonly Line[];
  readonly packages: readonly Package[];
  /** `single` packages alone, or their `combinations` too. */
  readonly mode: "single" | "combinations";
};

/** A combination and what it does; million USD a year of the baseline beside the reference, below 0 is a gain. */
export type FrontierPoint = {
  /** Ids; none is doing nothing. */
  readonly packages: readonly string[];
  readonly step: Step;
  /** What the targets lose. */
  readonly damage: number;
  /** What the senders lose. */
  readonly cost: number;
};

/**
 * Where a combination stands. On the frontier none does at least as much damage at no more cost and better in one of the
 * two; combinations with equal figures tie and are there together.
 */
export type Standing =
  | {readonly kind: "frontier"; readonly ties: readonly string[]}
  /** Id of the step on the frontier that does most damage at no more cost. */
  | {readonly kind: "dominated"; readonly by: string};

export type FrontierRow = FrontierPoint & {
  readonly worth: Worth;
  readonly standing: Standing;
  /**
   * Damage less the sum of what its packages do alone, likewise cost: effects are not additive. null for a single one,
   * and where one of them has no equilibrium.
   */
  readonly beyondSum: {readonly damage: number; readonly cost: number} | null;
};

export type Frontier = {
  /** By cost, then damage; doing nothing is one of them. */
  readonly rows: readonly FrontierRow[];
  /** Combinations whose world has no equilibrium. */
  readonly unsolved: readonly {readonly step: Step; readonly message: string}[];
  /** Combinations that are no world of their own: of packages that contradict each other, or the same as a smaller one. */
  readonly leftOut: {readonly contradictory: number; readonly same: number};
  /** `single`; `all` combinations; or `greedy`: package by package the best next one, with all that was tried. */
  readonly search: "single" | "all" | "greedy";
};

/** Packages up to which every combination is solved. */
export const MOST_PACKAGES = 12;

/** Worlds that `frontier` solves at most. */
export const frontierWorlds = ({mode, packages: {length}}: FrontierSpec): number =>
  mode === "single" ? 1 + length : length <= MOST_PACKAGES ? 2 ** length : 1 + (length * (length + 1)) / 2;

/**
 * Packages by what they do to the targets and what they cost the senders, and which of them no other is better than in
 * both. Every combination that is a world of its own is solved as one (`combining`). With more than `MOST_PACKAGES` packages, combinations grow by
 * the package of the best `Worth` next, and the frontier is that of what was tried.
 *
 * @throws incorrect `studies/country-place`, `studies/country-twice`, `studies/package-twice`, and what `shockOf` throws
 * @see docs/methods/frontier.md
 */
export function frontier(pricer: Pricer, spec: FrontierSpec, {draw, progress}: StudyOptions = {}): Frontier {
  const {packages, targets, senders, mode} = spec;
  checkDistinct(pricer.economy, [...targets, ...senders]);
  for (const [i, {id}] of packages.entries())
    if (packages.findIndex((other) => other.id === id) < i)
      throw incorrect("studies/package-twice", `two packages are called ${id}; give each its own id`);
  const worlds = pricer.worlds(draw);
  const all = frontierWorlds(spec);
  const points: FrontierPoint[] = [];
  const unsolved: {step: Step; message: string}[] = [];
  const {linesOf, isContradictory, worldOf} = combining(packages);
  const met = new Set<string>();
  const leftOut = {contradictory: 0, same: 0};
  const isMet = (chosen: readonly Package[]) => met.has(worldOf(chosen));
  const solve = (chosen: readonly Package[]): FrontierPoint | null => {
    const why = chosen.length < 2 ? null : isContradictory(chosen) ? "contradictory" : isMet(chosen) ? "same" : null;
    if (why !== null) {
      leftOut[why]++;
      return null;
    }
    met.add(worldOf(chosen));
    const step = combination(spec, chosen, linesOf(chosen));
    const outcome = worlds(step.lines);
    const point = outcome.kind === "solved" ? pointOf(pricer, spec, idsOf(chosen), step, outcome.welfareHat) : null;
    if (point !== null) points.push(point);
    else if (outcome.kind === "none") unsolved.push({step, message: outcome.message});
    progress?.(points.length + unsolved.length, all);
    return point;
  };
  const search = mode === "single" ? "single" : packages.length <= MOST_PACKAGES ? "all" : "greedy";
  if (search === "greedy") growGreedily(packages, solve);
  else for (const chosen of search === "all" ? subsets(packages) : [[], ...packages.map((one) => [one])]) solve(chosen);
  return {rows: rowsOf(points), unsolved, leftOut, search};
}

/** The points on the frontier, the first of those that tie, and every single package as steps of a task, so that draws give them bands. */
export function frontierSteps({rows}: Frontier): Step[] {
  const earlier = new Set<string>();
  return rows.flatMap(({packages, standing, step}) => {
    earlier.add(step.id);
    const isFirst = standing.kind === "frontier" && !standing.ties.some((id) => earlier.has(id));
    return packages.length === 1 || (packages.length > 0 && isFirst) ? [step] : [];
  });
}

/**
 * How often each step stands on the frontier of the steps and doing nothing, over the draws in which all were solved.
 *
 * @param welfareHat [draws] arrays [steps × N] as `Pricer.draw` returns them
 * @returns [steps] shares; NaN without such a draw
 */
export function frontierShares(
  {economy, spending}: Pick<Pricer, "economy" | "spending">,
  {targets, senders}: Pick<FrontierSpec, "targets" | "senders">,
  steps: readonly Step[],
  welfareHat: readonly Float64Array[]
): Float64Array {
  const N = spending.length;
  const times = new Float64Array(steps.length);
  const nothing: FrontierPoint = {packages: [], step: {id: NOTHING, title: "", lines: []}, damage: 0, cost: 0};
  let draws = 0;
  for (const hats of welfareHat) {
    if (hats.some(Number.isNaN)) continue;
    draws++;
    const points = steps.map((step, at) =>
      pointOf({economy, spending}, {targets, senders}, [step.id], step, hats.subarray(at * N, (at + 1) * N))
    );
    const standing = standings([nothing, ...points]);
    for (const [at, step] of steps.entries()) if (standing.get(step.id)!.kind === "frontier") times[at]!++;
  }
  return times.map((count) => count / draws);
}

const NOTHING = "nothing";

const idsOf = (packages: readonly Package[]): string[] => packages.map(({id}) => id);

function combination({base}: FrontierSpec, chosen: readonly Package[], lines: readonly Line[]): Step {
  return {
    id: idsOf(chosen).join("+") || NOTHING,
    title: chosen.map(({title}) => title).join(" + ") || "nothing new",
    lines: [...new Set([...base, ...lines])]
  };
}

function pointOf(
  {economy, spending}: Pick<Pricer, "economy" | "spending">,
  {targets, senders}: Pick<FrontierSpec, "targets" | "senders">,
  packages: readonly string[],
  step: Step,
  welfareHat: Float64Array
): FrontierPoint {
  const lost = (names: readonly string[]) => lossOf(spending, placesOf(economy, names), welfareHat);
  return {packages, step, damage: lost(targets), cost: lost(senders)};
}

/** Smaller ones first. */
const subsets = (packages: readonly Package[]): Package[][] =>
  Array.from({length: 2 ** packages.length}, (_, number) => packages.filter((_, i) => (number >> i) & 1)).toSorted(
    (a, b) => a.length - b.length
  );

function growGreedily(packages: readonly Package[], solve: (chosen: readonly Package[]) => FrontierPoint | null): void {
  let here = solve([]);
  let chosen: readonly Package[] = [];
  let left = packages.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  while (left.length > 0) {
    const tried = left.flatMap((one) => {
      const point = solve([...chosen, one]);
      if (point === null) return [];
      return [{one, point, worth: worthOf(point.damage - (here?.damage ?? 0), point.cost - (here?.cost ?? 0))}];
    });
    const best = tried.toSorted((a, b) => compareWorth(a.worth, b.worth))[0];
    if (best === undefined) return;
    here = best.point;
    chosen = [...chosen, best.one];
    left = left.filter((one) => one !== best.one);
  }
}

function rowsOf(points: readonly FrontierPoint[]): FrontierRow[] {
  const single = new Map(points.flatMap((point) => (point.packages.length === 1 ? [[point.packages[0]!, point]] : [])));
  const standing = standings(points);
  return points.toSorted(byCost).map((point): FrontierRow => {
    const {packages, damage, cost, step} = point;
    const alone = packages.flatMap((id) => single.get(id) ?? []);
    const sum = (of: "damage" | "cost") => alone.reduce((total, one) => total + one[of], 0);
    const isSum = packages.length > 1 && alone.length === packages.length;
    return {
      ...point,
      worth: worthOf(damage, cost),
      standing: standing.get(step.id)!,
      beyondSum: isSum ? {damage: damage - sum("damage"), cost: cost - sum("cost")} : null
    };
  });
}

/** Cheapest first; of equal cost the most damaging; of equal figures the smaller combination, then by id. */
const byCost = (a: FrontierPoint, b: FrontierPoint): number =>
  a.cost - b.cost || b.damage - a.damage || a.packages.length - b.packages.length || (a.step.id < b.step.id ? -1 : 1);

/** Standing by id of the step: going up in cost, a point is on the frontier where it does more damage than all before it. */
export function standings(points: readonly FrontierPoint[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  let best: FrontierPoint | undefined;
  let ties: FrontierPoint[] = [];
  const close = () => {
    for (const {step} of ties)
      found.set(step.id, {kind: "frontier", ties: ties.flatMap((tie) => (tie.step === step ? [] : [tie.step.id]))});
  };
  for (const point of points.toSorted(byCost)) {
    if (best === undefined || point.damage > best.damage) {
      close();
      best = point;
      ties = [point];
    } else if (point.damage === best.damage && point.cost === best.cost) ties.push(point);
    else found.set(point.step.id, {kind: "dominated", by: best.step.id});
  }
  close();
  return found;
}
