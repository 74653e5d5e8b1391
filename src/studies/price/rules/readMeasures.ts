import type {Case} from "../../../casebook/case.ts";
import type {Reach, ReachSize} from "../../../casebook/reach.ts";
import {asOf, type StandingAsOf, standingAsOf} from "../../../sanctions/asOf.ts";
import type {Life} from "../../../sanctions/life.ts";
import type {Measure} from "../../../sanctions/measure.ts";
import {isLive, standingWord} from "../../../sanctions/standing.ts";
import type {Day} from "../../../time/day.ts";
import type {Economy} from "../../../trade/economy.ts";
import type {Line} from "../line.ts";
import {type ExtentFound, extentsOf, type MeasureOnDay} from "./extent.ts";
import {frozenAssets} from "./frozenAssets.ts";
import {pairsOf} from "./parties.ts";
import {type Rule, ruleFor} from "./rule.ts";
import {RULE_TABLE} from "./ruleTable.ts";
import {mayBeInForce} from "./strength.ts";
import {wedgesOf} from "./wedges.ts";

/** What the rules make of one measure on one day. */
export type MeasureReading = {
  readonly measure: Measure;
  readonly standing: StandingAsOf;
  /** The rule that reads it; null where the table has none. */
  readonly rule: Rule | null;
  /**
   * `priced`: a line. `outside`: no trade flow stands for what it does. `unknown`: it changes trade and nobody can say by
   * how much, or the baseline has no place for it. `idle`: suspended, waived or only threatened on the day, or overtaken
   * by another measure.
   */
  readonly outcome:
    | {readonly kind: "priced"; readonly line: Line}
    | {readonly kind: "outside" | "unknown" | "idle"; readonly reason: string};
  /** Parties and sectors of the measure that have no place in the baseline and are not priced. */
  readonly left: readonly string[];
};

/** Every measure that is in force, suspended or threatened on the day, perhaps or certainly, by id. */
export function readMeasures(one: Case, lives: readonly Life[], day: Day, economy: Economy): readonly MeasureReading[] {
  return asOf(lives, day)
    .filter(({standings}) => standings.some(isLive))
    .map((at) => read({one, at, day, full: false}, economy));
}

/** A measure as if it were in force in full on the day, without the relief that runs. */
export function fullStrength(one: Case, life: Life, day: Day, economy: Economy): MeasureReading {
  return read({one, at: standingAsOf(life, day), day, full: true}, economy);
}

type Answer = Pick<MeasureReading, "outcome" | "left">;

function read(question: MeasureOnDay, economy: Economy): MeasureReading {
  const {at} = question;
  const {measure} = at.life;
  const rule = ruleFor(measure, RULE_TABLE, statedKinds(question.one, measure.id));
  return {measure, standing: at, rule, ...answer(question, rule, economy)};
}

/** Kinds of the sizes that the case states for a measure. */
const statedKinds = ({reaches}: Case, measure: string): Set<ReachSize> =>
  new Set(
    reaches.flatMap((reach) =>
      reach.measure === measure && "levels" in reach ? reach.levels.flatMap(({size}) => size?.kind ?? []) : []
    )
  );

function answer(question: MeasureOnDay, rule: Rule | null, economy: Economy): Answer {
  const {one, at, full} = question;
  const {measure} = at.life;
  if (rule === null) return unpriced("unknown", `no rule reads ${measure.type}`);
  if (rule.effect.kind === "outside") return unpriced("outside", rule.effect.reason);
  if (!full && !mayBeInForce(at)) return unpriced("idle", at.standings.map(standingWord).join(" or "));
  const own = one.reaches.filter((reach) => reach.measure === measure.id);
  const unknown = own.find((reach) => reach.flow === "unknown");
  if (unknown !== undefined) return unpriced("unknown", unknown.why);
  return priced(question, rule, own, extentsOf(question, rule, rule.effect, own, RULE_TABLE), economy);
}

const unpriced = (kind: "outside" | "unknown" | "idle", reason: string, left: readonly string[] = []): Answer => ({
  outcome: {kind, reason},
  left
});

function priced(
  {one, at, day}: MeasureOnDay,
  rule: Rule,
  own: readonly Reach[],
  found: readonly ExtentFound[],
  economy: Economy
): Answer {
  const {id, title, senders, targets} = at.life.measure;
  const {pairs, left: parties} = pairsOf(senders, targets, one, economy, day);
  const extents = found.flatMap((each) => (each.kind === "extent" ? [each.extent] : []));
  const placed = extents.map((extent) => wedgesOf(extent, pairs, one, economy));
  const wedges = placed.flatMap((each) => each.wedges);
  const transfers = frozenAssets(own, pairs);
  const left = [...new Set([...parties, ...placed.flatMap((each) => each.left)])];
  if (wedges.length + transfers.length > 0) {
    const line: Line = {of: id, title, rule: rule.id, wedges, ...(transfers.length > 0 && {transfers})};
    return {outcome: {kind: "priced", line}, left};
  }
  const [first] = found;
  if (first !== undefined && first.kind !== "extent") return unpriced(first.kind, first.reason, left);
  return unpriced("unknown", left.join("; "), left);
}
