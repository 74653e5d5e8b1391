import type {Day} from "../time/day.ts";
import {compareIds} from "./compareIds.ts";
import {type Easing, easings} from "./easings.ts";
import {type Life, type Step, verbOf} from "./life.ts";
import {isOpen} from "./standing.ts";
import {isPartialRelief, type Verb} from "./verb.ts";

/** One grant of relief and what became of it. */
export type Relief = {
  readonly easing: Easing;
  /** The first later step that took it back, or null while it stands or when the measure ended another way. */
  readonly reversal: Step | null;
  /** [fewest, most] days from relief to reversal, or to `until` where it was not reversed. */
  readonly days: readonly [number, number];
};

export type Durability = {
  readonly reliefs: readonly Relief[];
  readonly byVerb: readonly {
    readonly verb: Verb;
    readonly n: number;
    readonly reversed: number;
    /** Share reversed by `until`; NaN when n is 0. It says nothing about relief that is still young. */
    readonly share: number;
    /** Median days to reversal among the reversed (midpoint of the bounds); NaN when none was. */
    readonly medianDays: number;
  }[];
};

/**
 * How long relief lasts. Relief is eased, waived, suspended or lifted, of a measure that had been in force. It is
 * reversed by the next `reimposed` step of the same measure, an act or a clock; `tightened` does not count, because a
 * heavier rule elsewhere in a measure need not take the relief back. A clock that is only ahead is no reversal.
 * Relief granted after `until` is left out; relief that a later relief replaces keeps its own row.
 */
export function durability(lives: readonly Life[], until: Day): Durability {
  const reliefs = lives.toSorted((a, b) => compareIds(a.measure, b.measure)).flatMap((life) => reliefsOf(life, until));
  const verbs: Verb[] = ["eased", "waived", "suspended", "lifted"];
  return {
    reliefs,
    byVerb: verbs.map((verb) => {
      const own = reliefs.filter(({easing}) => easing.verb === verb);
      const reversed = own.filter(({reversal}) => reversal !== null);
      return {
        verb,
        n: own.length,
        reversed: reversed.length,
        share: reversed.length / own.length,
        medianDays: median(reversed.map(({days: [low, high]}) => (low + high) / 2))
      };
    })
  };
}

function reliefsOf(life: Life, until: Day): Relief[] {
  return easings([life])
    .filter(
      ({verb, step}) =>
        (isPartialRelief(verb) && isOpen(step.standing)) || (verb === "lifted" && step.standing === "lifted")
    )
    .filter(({when}) => when.earliest <= until)
    .map((easing) => {
      const at = life.steps.indexOf(easing.step);
      const reversal = life.steps.slice(at + 1).find((step) => takesBack(step, easing)) ?? null;
      const counted = reversal !== null && reversal.when.earliest <= until ? reversal : null;
      const end = counted?.when ?? {earliest: until, latest: until};
      return {
        easing,
        reversal: counted,
        days: [Math.max(0, end.earliest - easing.when.latest), Math.max(0, end.latest - easing.when.earliest)]
      };
    });
}

function median(values: number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const mid = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[mid]! : (sorted[mid - 1]! + sorted[mid]!) / 2;
}

const takesBack = ({cause, ahead, standing}: Step, easing: Easing) =>
  verbOf(cause) === "reimposed" &&
  !ahead &&
  (cause.kind === "act" || standing === "inForce" || cause.event.id === easing.event.id);
