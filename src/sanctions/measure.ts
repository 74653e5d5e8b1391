import type {ImpreciseDay} from "../time/impreciseDay.ts";
import type {Event} from "./event.ts";

export const measureTypes = [
  "trade-embargo",
  "export-control",
  "import-restriction",
  "arms-embargo",
  "asset-freeze",
  "blocking-sdn",
  "financial",
  "secondary-sanctions",
  "investment-ban",
  "development-aid",
  "trade-finance",
  "mfn-ntr-denial",
  "tariff",
  "transport-shipping",
  "travel-visa",
  "multilateral-lending",
  "nuclear-cooperation",
  "diplomatic",
  "procurement-ban",
  "services-ban",
  "scientific-cooperation",
  "trade-status"
] as const;

export type MeasureType = (typeof measureTypes)[number];

export const objectives = [
  "policy_change",
  "destab_regime",
  "territorial_conflict",
  "prevent_war",
  "terrorism",
  "end_war",
  "human_rights",
  "democracy",
  "other"
] as const;

/** The nine objectives of the GSDB. */
export type Objective = (typeof objectives)[number];

export const authorityKinds = [
  "statute",
  "delegation",
  "order",
  "regulation",
  "agreement",
  "resolution",
  "judgment"
] as const;

/**
 * What a measure rests on. `statute` commands the measure itself; `delegation` is a statute that lets the executive
 * impose and end it (TWEA, IEEPA, AECA); `agreement` and `resolution` need others to agree.
 */
export type AuthorityKind = (typeof authorityKinds)[number];

/** An authority of a measure. It holds on [from, to); without a bound, from the start or to the end of the measure. */
export type Authority = {
  readonly cite: string;
  readonly kind: AuthorityKind;
  readonly from?: ImpreciseDay;
  readonly to?: ImpreciseDay;
};

/** A day that comes round every year: an emergency that lapses unless continued, a waiver to be renewed. */
export type Review = {
  readonly kind: "review" | "expiry";
  /** `MM-DD` */
  readonly every: string;
  /** First and last year in which the day came or comes round; open when the measure is. */
  readonly from: number;
  readonly to?: number;
  readonly what: string;
  readonly rule: string;
};

/** One legal measure with its life inside. Events are in any order; the rule book orders them. */
export type Measure = {
  readonly id: string;
  readonly title: string;
  readonly type: MeasureType;
  readonly subtype: string;
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  readonly regime: string;
  readonly authorities: readonly Authority[];
  readonly objectives: readonly Objective[];
  readonly scope: string | null;
  readonly package: string | null;
  readonly tradeShare: string | null;
  /** What the source base says of the measure at the end of its coverage; kept beside what the rule book derives. */
  readonly status: string;
  readonly reviews: readonly Review[];
  readonly life: readonly Event[];
};
