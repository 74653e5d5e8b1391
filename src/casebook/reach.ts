import type {Uncertain} from "../numeric/uncertain.ts";
import type {Citation, Verification} from "../sanctions/event.ts";
import type {Day} from "../time/day.ts";
import {goodsSectors, serviceSectors} from "../trade/sectors.ts";

/** What a case says a measure reaches: a sector, or every sector of goods or of services that is not named beside it. */
export const reachSectors = [...goodsSectors, ...serviceSectors, "goods", "services"] as const;
export type ReachSector = (typeof reachSectors)[number];

/** What a size is of: points on the tariff, the share that may not be traded, a real cost ad valorem. */
export const reachSizes = ["tariff", "closed", "cost"] as const;
export type ReachSize = (typeof reachSizes)[number];

/** A number of a case or a rule: known, or with a band. */
export type Figure = Extract<Uncertain, {kind: "exact" | "triangular"}>;

/** What holds from a day on, until the next level. Without a size the rule of the measure brings one. */
export type ReachLevel = {
  readonly from: Day;
  readonly size: {readonly kind: ReachSize; readonly value: Figure} | null;
  /** The size without the relief that runs: what the law says. */
  readonly full: Figure | null;
  /** Share of what the measure covers that it still reaches; relief for some goods is here. */
  readonly part: Figure | null;
};

/** Trade that a measure reaches, between its senders and its targets. */
export type TradeReach = {
  readonly measure: string;
  /** As the senders see it. */
  readonly flow: "imports" | "exports" | "both";
  readonly covers: {
    /** Share of the flow of each sector. */
    readonly shares: Readonly<Partial<Record<ReachSector, Figure>>>;
    /** Million current USD of goods, and the year of trade in which they were counted. */
    readonly amount: {readonly million: Figure; readonly year: number} | null;
  };
  /** Oldest first, at least one. */
  readonly levels: readonly ReachLevel[];
} & Basis;

/** Assets that a measure freezes: million current USD. */
export type AssetReach = {readonly measure: string; readonly flow: "assets"; readonly million: Figure} & Basis;

/** A measure with an effect on trade of which nobody can say how large it is, and why. */
export type UnknownReach = {readonly measure: string; readonly flow: "unknown"; readonly why: string};

/** Where the figures are from, and how they were made. */
type Basis = {
  readonly basis: string;
  readonly sources: readonly Citation[];
  readonly verification: Verification;
};

/** How much trade or money a measure reaches, as a fact of the case. */
export type Reach = TradeReach | AssetReach | UnknownReach;
