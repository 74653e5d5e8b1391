import type {Case} from "../../../casebook/case.ts";
import type {Reach, ReachLevel, ReachSize, TradeReach} from "../../../casebook/reach.ts";
import type {StandingAsOf} from "../../../sanctions/asOf.ts";
import {type Day, formatDay} from "../../../time/day.ts";
import type {Factor} from "../line.ts";
import {isExactly, sizeFactors} from "./figures.ts";
import type {Rule, RuleTable} from "./rule.ts";
import {strengthOf} from "./strength.ts";

/** What a measure does on a day to one flow between its senders and targets: by its own figures, or by those of its rule. */
export type Extent = {
  /** As the senders see it. */
  readonly flow: TradeReach["flow"];
  readonly kind: ReachSize;
  readonly covers: TradeReach["covers"];
  /** Size of the wedge where everything is covered. */
  readonly size: readonly Factor[];
  /** Key of a covered share. */
  readonly keyOf: (name: string) => string;
};

/** An extent, or why there is none: because nobody knows it, or because there is nothing left to do. */
export type ExtentFound =
  | {readonly kind: "extent"; readonly extent: Extent}
  | {readonly kind: "unknown" | "idle"; readonly reason: string};

export type MeasureOnDay = {
  readonly one: Case;
  readonly at: StandingAsOf;
  readonly day: Day;
  /** As if it were in force without relief. */
  readonly full: boolean;
};

type TradeEffect = Extract<Rule["effect"], {kind: "trade"}>;

/** The extents of a measure by its own figures, or by those of the rule where the case states none. */
export function extentsOf(
  question: MeasureOnDay,
  rule: Rule,
  effect: TradeEffect,
  own: readonly Reach[],
  table: RuleTable
): ExtentFound[] {
  const trade = own.filter((reach): reach is TradeReach => "levels" in reach);
  if (trade.length > 0) return trade.map((reach) => stated(question, rule, effect, reach, table));
  const {reaches, wedge, size} = effect;
  if (own.length > 0) return [];
  if (reaches === null) return [{kind: "unknown", reason: "no figure says how much trade it reaches"}];
  const strength = question.full ? [] : strengthOf(rule, question.at, null, table);
  const extent: Extent = {
    flow: reaches.flow,
    kind: wedge,
    covers: {shares: reaches.shares, amount: null},
    size: [...sizeFactors([[`rule:${rule.id}:size`, size]]), ...strength],
    keyOf: (name) => `rule:${rule.id}:${name}`
  };
  return [{kind: "extent", extent}];
}

function stated(
  question: MeasureOnDay,
  rule: Rule,
  effect: TradeEffect,
  reach: TradeReach,
  table: RuleTable
): ExtentFound {
  const {at, day, full} = question;
  const {flow, covers, measure, basis} = reach;
  const level = levelOn(reach, day);
  const kind = level.size?.kind ?? effect.wedge;
  const value = (full ? level.full : null) ?? level.size?.value ?? effect.size;
  if (value === null) return {kind: "unknown", reason: `the case states no size, and the rule ${rule.id} has none`};
  if (isExactly(value, 0)) return {kind: "idle", reason: `nothing of its own since ${formatDay(level.from)}: ${basis}`};
  const keyOf = (name: string) => `reach:${measure}:${flow}-${name}`;
  const size = sizeFactors([
    [level.size === null ? `rule:${rule.id}:size` : keyOf(kind), value],
    [keyOf("part"), full ? null : level.part]
  ]);
  const strength = full ? [] : strengthOf(rule, at, level.from, table);
  return {kind: "extent", extent: {flow, kind, covers, size: [...size, ...strength], keyOf}};
}

/** The newest level up to a day; before the first one, the first. */
const levelOn = ({levels}: TradeReach, day: Day): ReachLevel => levels.findLast(({from}) => from <= day) ?? levels[0]!;
