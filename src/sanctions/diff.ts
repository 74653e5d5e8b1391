import {incorrect} from "../errors.ts";
import {addDays, type Day, formatDay} from "../time/day.ts";
import {newestStep, type StandingAsOf, standingAsOf} from "./asOf.ts";
import {compareIds} from "./compareIds.ts";
import type {Life, Step} from "./life.ts";
import type {Standing} from "./standing.ts";
import {outspans} from "./timeline.ts";

/** What is different about one measure between two days. */
export type Change = {
  readonly life: Life;
  readonly before: StandingAsOf;
  readonly after: StandingAsOf;
  /** Steps in (from, to], certain or possible, oldest first. */
  readonly steps: readonly Step[];
  readonly kind: ChangeKind;
  /** Is there a step that the record places better than before, between or after the two days? */
  readonly placed: boolean;
};

export type ChangeKind = "new" | "ended" | "cameAndWent" | "heavier" | "lighter" | "unchanged";

/** Burden of a standing, for telling heavier from lighter; only the order means anything. */
const burden = {
  notYet: 0,
  lifted: 0,
  expired: 0,
  annulled: 0,
  superseded: 0,
  withdrawn: 0,
  threatened: 1,
  waived: 2,
  suspended: 2,
  eased: 3,
  inForce: 4
} as const;

/**
 * The difference between two days, measure by measure, by id. Measures with no step between them are left out, so from
 * a day to itself there are none. Where dates are imprecise the newest standing that is possible on each day is compared.
 * @throws incorrect `sanctions/from-after-to`
 */
export function diff(lives: readonly Life[], from: Day, to: Day): Change[] {
  requireInOrder(from, to);
  return lives
    .map((life) => changeOf(life, from, to))
    .filter(({steps}) => steps.length > 0)
    .sort((a, b) => compareIds(a.life.measure, b.life.measure));
}

/** @throws incorrect `sanctions/from-after-to` */
export function requireInOrder(from: Day, to: Day): void {
  if (from <= to) return;
  throw incorrect(
    "sanctions/from-after-to",
    `from is after to: ${formatDay(from)} and ${formatDay(to)}; write the earlier day first`
  );
}

function changeOf(life: Life, from: Day, to: Day): Change {
  const before = standingAsOf(life, from);
  const after = standingAsOf(life, to);
  const steps = life.steps.filter(({when}) => from < to && when.latest > from && when.earliest <= to);
  const placed = steps.some(({when}) => !outspans(when, addDays(from, 1), to));
  return {life, before, after, steps, kind: kindOf(before, after, steps), placed};
}

function kindOf(before: StandingAsOf, after: StandingAsOf, between: readonly Step[]): ChangeKind {
  const [was, is] = [newest(before), newest(after)];
  const [a, b] = [burden[was], burden[is]];
  if (a === 0 && b === 0) return between.some(({standing}) => burden[standing] > 0) ? "cameAndWent" : "unchanged";
  if (a === 0) return "new";
  if (b === 0) return "ended";
  return b > a ? "heavier" : b < a ? "lighter" : "unchanged";
}

/** The newest standing that is possible: of the newest step that may have come, not of the last one named. */
const newest = (at: StandingAsOf): Standing => newestStep(at)?.standing ?? "notYet";
