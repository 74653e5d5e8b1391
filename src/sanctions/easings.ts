import type {ImpreciseDay} from "../time/impreciseDay.ts";
import {type Event, type MotiveKey, motiveKeys} from "./event.ts";
import type {Life, Step} from "./life.ts";
import type {Measure} from "./measure.ts";
import {type TimelineEntry, timeline} from "./timeline.ts";
import {isEasing, type Verb} from "./verb.ts";

/** One act of easing on one measure. A clock that ran out by itself is not an act and is not here. */
export type Easing = {
  readonly measure: Measure;
  readonly event: Event;
  readonly verb: Verb;
  readonly when: ImpreciseDay;
  readonly step: Step;
};

/** Every easing on record, oldest first: eased, waived, suspended, lifted, expired, annulled. */
export function easings(lives: readonly Life[]): Easing[] {
  return timeline(lives).flatMap((entry) => {
    const easing = easingOf(entry);
    return easing === undefined ? [] : [easing];
  });
}

function easingOf({life, step, verb, when}: TimelineEntry): Easing | undefined {
  if (step.cause.kind !== "act" || !isEasing(verb)) return undefined;
  return {measure: life.measure, event: step.cause.event, verb, when, step};
}

/** The way out of one measure: its easings in order, with days since it was first in force. */
export type EasingPath = {
  readonly life: Life;
  readonly inForceSince: ImpreciseDay | null;
  readonly easings: readonly {readonly easing: Easing; readonly daysAfter: readonly [number, number] | null}[];
};

/** `daysAfter` is [fewest, most] that the dates allow; null for relief of a mere threat. */
export function easingPath(life: Life): EasingPath {
  const first = life.steps.find(({standing}) => standing === "inForce");
  return {
    life,
    inForceSince: first?.when ?? null,
    easings: easings([life]).map((easing) => ({
      easing,
      daysAfter:
        first === undefined || easing.step.when.latest < first.when.earliest
          ? null
          : [Math.max(0, easing.when.earliest - first.when.latest), easing.when.latest - first.when.earliest]
    }))
  };
}

/** Easings of one day by one instrument, across measures: what happened once is counted once. */
export type Act = {readonly when: ImpreciseDay; readonly instrument: string; readonly easings: readonly Easing[]};

/**
 * Groups easings into acts. Two easings are one act when they share the day as written and the instrument as written;
 * an act that each measure cites in its own words stays apart, so the count is an upper bound on acts.
 */
export function acts(list: readonly Easing[]): Act[] {
  const groups = new Map<string, Easing[]>();
  for (const easing of list) {
    const key = `${easing.when.text}\u0000${easing.event.instrument}`;
    groups.set(key, [...(groups.get(key) ?? []), easing]);
  }
  return [...groups.values()].map((group) => ({
    when: group[0]!.when,
    instrument: group[0]!.event.instrument,
    easings: group
  }));
}

export type MeanMotives = {
  readonly coder: string;
  /** Easings that the coder weighed. */
  readonly n: number;
  /** Unweighted mean over those easings; NaN when n is 0. */
  readonly mean: Readonly<Record<MotiveKey, number>>;
};

/** Mean motive weights of a list of easings by one coder. Easings that the coder left uncoded are not counted. */
export function meanMotives(list: readonly Easing[], coder: string): MeanMotives {
  const weights = list.flatMap(({event}) => event.motives.filter((m) => m.coder === coder).map((m) => m.weights));
  const mean = Object.fromEntries(
    motiveKeys.map((key) => [key, weights.reduce((sum, w) => sum + w[key], 0) / weights.length])
  ) as Record<MotiveKey, number>;
  return {coder, n: weights.length, mean};
}
