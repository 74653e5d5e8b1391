import type {MotiveKey} from "../sanctions/event.ts";
import type {Standing} from "../sanctions/standing.ts";
import type {Verb} from "../sanctions/verb.ts";

export type Verdict = "supported" | "imprecise" | "contradicted" | "not checkable";

/** Which measures a query looks at. Every field narrows; within a field any of the names will do. */
export type MeasureFilter = {
  readonly measures?: readonly string[];
  readonly packages?: readonly string[];
  readonly types?: readonly string[];
  readonly subtypes?: readonly string[];
  readonly senders?: readonly string[];
};

/** Which events a query looks at. `from` and `to` are inclusive EDTF bounds on the operative day. */
export type EventFilter = MeasureFilter & {
  readonly verbs?: readonly Verb[];
  readonly tags?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Only easings in which this coder gives this motive strictly the largest weight. */
  readonly topMotive?: {readonly key: MotiveKey; readonly coder: string};
};

/** A day, and standings of which a measure must have one on it. */
export type StandingOn = {readonly on: string; readonly standing: readonly Standing[]};

/** A number or a day drawn from the record, its sources or its trade series. docs/methods/claims.md describes each. */
export type Quantity =
  | {readonly kind: "count"; readonly events: EventFilter; readonly of?: "events" | "measures"}
  | {readonly kind: "day"; readonly pick: "first" | "last"; readonly events: EventFilter; readonly clock?: "announced"}
  | {
      readonly kind: "between";
      readonly first: EventFilter;
      readonly last: EventFilter;
      readonly unit: "days" | "years";
    }
  | ({readonly kind: "measures"; readonly where?: MeasureFilter; readonly also?: StandingOn} & StandingOn)
  | ({readonly kind: "share"; readonly where?: MeasureFilter; readonly also: StandingOn} & StandingOn)
  | {readonly kind: "net"; readonly events: Omit<EventFilter, "verbs" | "topMotive">}
  | {readonly kind: "stops"; readonly within: number; readonly events?: Omit<EventFilter, "verbs">}
  | {readonly kind: "motive"; readonly keys: readonly MotiveKey[]; readonly coder: string; readonly events: EventFilter}
  | {readonly kind: "issued"; readonly source: string}
  | {readonly kind: "trade"; readonly column: string; readonly year: number}
  | {
      readonly kind: "columns";
      readonly origin: string;
      readonly destination: string;
      readonly year: number;
      /** Million USD, both included; without them every column that has a figure counts. */
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | {
      readonly kind: "tradeYears";
      readonly columns: readonly string[];
      readonly from: number;
      readonly to: number;
      readonly where: "falls" | "rises";
    }
  | {
      readonly kind: "balanceYears";
      readonly plus: string;
      readonly minus: string;
      readonly from: number;
      readonly to: number;
      readonly where: "positive" | "notPositive";
    }
  | {readonly kind: "sum"; readonly of: readonly Quantity[]}
  | {readonly kind: "difference"; readonly of: Quantity; readonly less: Quantity}
  | {readonly kind: "ratio"; readonly of: Quantity; readonly to: Quantity};

/** What a quantity must be. `about` allows `within`, in the quantity's own unit, either way; `in` is a day in an EDTF date. */
export type Relation =
  | {readonly is: "equal" | "atLeast" | "atMost"; readonly to: number}
  | {readonly is: "about"; readonly to: number; readonly within: number}
  | {readonly is: "in" | "before" | "onOrAfter"; readonly to: string};

/** `bound` takes the lowest value that the record's dates allow, or the highest, instead of all of them. */
export type Test = {readonly name: string; readonly value: Quantity; readonly bound?: "low" | "high"} & Relation;

/**
 * How a claim is decided. `query`: the tests run over the record; the claim gets `holds` when all hold and `fails`
 * otherwise. `hand`: a person judged, and says why no query can.
 */
export type Method =
  | {readonly kind: "query"; readonly tests: readonly Test[]; readonly holds: Verdict; readonly fails: Verdict}
  | {readonly kind: "hand"; readonly by: string; readonly why: string};

export type Claim = {
  readonly id: string;
  /** At most 25 words. */
  readonly quote: string;
  readonly paraphrase: string;
  readonly kind: "date" | "figure" | "count" | "causal" | "forecast";
  /** The verdict on record; a query that gives another fails the run. */
  readonly verdict: Verdict;
  readonly limits?: string;
  readonly evidence: string;
  readonly measures: readonly string[];
  readonly sources: readonly string[];
  readonly method: Method;
  /** Tests on what `evidence` states. They do not decide the verdict; one that no longer holds fails the run. */
  readonly quoted?: readonly Test[];
};
