import type {Figure, ReachSector, ReachSize} from "../../../casebook/reach.ts";
import type {Verification} from "../../../sanctions/event.ts";
import type {Measure, MeasureType} from "../../../sanctions/measure.ts";
import type {Standing} from "../../../sanctions/standing.ts";

/** What a rule makes of a measure. */
export type Effect =
  /** No trade flow of the model stands for what the measure does. */
  | {readonly kind: "outside"; readonly reason: string}
  /** A wedge on what the measure reaches. */
  | {
      readonly kind: "trade";
      readonly wedge: ReachSize;
      /** Size where the case states none; null where only the case can say it. */
      readonly size: Figure | null;
      /** What a measure of this kind reaches where the case does not say; null where only the case can. */
      readonly reaches: RuleReach | null;
    };

/** Flow as the senders see it, and its share that is reached (for tariffs by sector, the points) of each sector. */
export type RuleReach = {
  readonly flow: "imports" | "exports" | "both";
  readonly shares: Readonly<Partial<Record<ReachSector, Figure>>>;
};

/** One judgement of how a kind of measure changes trade. */
export type Rule = {
  readonly id: string;
  readonly title: string;
  /** Types of measures that it reads; none where only packages use it. */
  readonly types: readonly MeasureType[];
  /** Narrows the types; a rule with subtypes goes before one without. */
  readonly subtypes?: readonly string[];
  readonly effect: Effect;
  /** Share of the effect that a standing leaves, where it is not that of `RuleTable.strength`. */
  readonly strength?: Readonly<Partial<Record<Standing, Figure>>>;
  readonly reasoning: string;
  readonly citation: string;
  /** How far what is cited has been seen to say what the reasoning takes from it; null where nothing is cited. */
  readonly verification: Verification | null;
};

export type RuleTable = {
  readonly version: string;
  /** Share of its effect that a measure has in each standing, where its dated figures do not say. */
  readonly strength: Readonly<Record<Standing, Figure>>;
  readonly rules: readonly Rule[];
};

export const just = (value: number): Figure => ({kind: "exact", value});

export const between = (low: number, likely: number, high: number): Figure => ({
  kind: "triangular",
  low,
  likely,
  high
});

/**
 * The rule that reads a measure: by type and subtype, else by type; null where none does. Where the case states sizes of
 * another kind than that rule has, the rule of the type for that kind, if there is one: fees on ships are levied under a
 * law on tariffs and are a cost.
 *
 * @param stated kinds of the sizes that the case states
 */
export function ruleFor(
  {type, subtype}: Pick<Measure, "type" | "subtype">,
  {rules}: RuleTable,
  stated: ReadonlySet<ReachSize> = new Set()
): Rule | null {
  const ofType = rules.filter(({types}) => types.includes(type));
  const usual = ofType.find(({subtypes}) => subtypes?.includes(subtype)) ?? ofType.find(isGeneral) ?? null;
  if (stated.size === 0 || (usual !== null && hasKind(usual, stated))) return usual;
  return ofType.find((rule) => isGeneral(rule) && hasKind(rule, stated)) ?? usual;
}

const isGeneral = ({subtypes}: Rule): boolean => subtypes === undefined;

const hasKind = ({effect}: Rule, kinds: ReadonlySet<ReachSize>): boolean =>
  effect.kind === "trade" && kinds.has(effect.wedge);
