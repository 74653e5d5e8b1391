import {quantile} from "../numeric/quantile.ts";
import type {Day} from "../time/day.ts";
import {compareIds} from "./compareIds.ts";
import {acts, type Easing, easings} from "./easings.ts";
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
  /** The same in acts, as `acts` counts them: what one instrument did on one day to many measures is one act. */
  readonly acts: {
    /** Acts that granted relief. */
    readonly granted: number;
    /** Those of them of which some relief was taken back. */
    readonly takenBack: number;
    /** Acts, and clocks that struck, by which it was taken back. */
    readonly reversals: number;
  };
};

/**
 * How long relief lasts. Relief is eased, waived, suspended or lifted, of a measure that had been in force. It is
 * reversed by the next `reimposed` step of the same measure, an act or a clock, unless the act says in `ends` which
 * relief it takes back and this is not among it; `tightened` does not count, because a heavier rule elsewhere in a
 * measure need not take the relief back. A clock that is only ahead is no reversal.
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
        medianDays: quantile(Float64Array.from(reversed, ({days: [low, high]}) => (low + high) / 2).sort(), 0.5)
      };
    }),
    acts: {
      granted: acts(reliefs.map(({easing}) => easing)).length,
      takenBack: acts(reliefs.flatMap(({easing, reversal}) => (reversal === null ? [] : easing))).length,
      reversals: new Set(reliefs.flatMap(({reversal}) => (reversal === null ? [] : reversalKey(reversal)))).size
    }
  };
}

/** A clock strikes on each measure by itself, whatever set it. */
const reversalKey = ({cause: {kind, event}, when}: Step): string =>
  `${when.text}\u0000${event.instrument}\u0000${kind === "clock" ? event.id : ""}`;

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

const takesBack = ({cause, ahead, standing}: Step, {event}: Easing): boolean => {
  if (verbOf(cause) !== "reimposed" || ahead) return false;
  if (cause.kind === "clock") return standing === "inForce" || cause.event.id === event.id;
  return cause.event.ends?.includes(event.id) ?? true;
};
