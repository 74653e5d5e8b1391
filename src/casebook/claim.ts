import type {Standing} from "../sanctions/standing.ts";
import type {Verb} from "../sanctions/verb.ts";

export type Verdict = "supported" | "imprecise" | "contradicted" | "not checkable";

/** Which events a query looks at. Every field narrows; days are inclusive EDTF bounds on the operative day. */
export type EventFilter = {
  readonly measures?: readonly string[];
  readonly packages?: readonly string[];
  readonly types?: readonly string[];
  readonly subtypes?: readonly string[];
  readonly senders?: readonly string[];
  readonly verbs?: readonly Verb[];
  readonly tags?: readonly string[];
  readonly ids?: readonly string[];
  readonly from?: string;
  readonly to?: string;
};

/** A number drawn from the record or from the trade series. */
export type Quantity =
  | {readonly kind: "count"; readonly events: EventFilter; readonly of?: "events" | "measures"}
  | {
      readonly kind: "measures";
      readonly on: string;
      readonly standing: readonly Standing[];
      readonly where?: Omit<EventFilter, "verbs" | "from" | "to" | "tags" | "ids">;
      /** Of these, only measures that stand at one of `then.standing` on `then.on`. */
      readonly then?: {readonly on: string; readonly standing: readonly Standing[]};
    }
  | {readonly kind: "yearsBetween"; readonly first: EventFilter; readonly last: EventFilter}
  | {readonly kind: "day"; readonly pick: "first" | "last"; readonly events: EventFilter}
  | {readonly kind: "trade"; readonly column: string; readonly year: number}
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
  | {readonly kind: "motive"; readonly keys: readonly string[]; readonly coder: string; readonly events: EventFilter}
  | {readonly kind: "topMotive"; readonly key: string; readonly coder: string; readonly events: EventFilter}
  | {readonly kind: "net"; readonly from: string; readonly to: string}
  | {readonly kind: "stops"; readonly within: number; readonly tags?: readonly string[]}
  | {readonly kind: "ratio"; readonly of: Quantity; readonly to: Quantity}
  | {readonly kind: "sum"; readonly of: readonly Quantity[]}
  | {readonly kind: "number"; readonly value: number};

/** A test on a quantity. Days compare as days; `about` allows `within` (a share of the value) either way. */
export type Test = {
  readonly name: string;
  readonly value: Quantity;
  readonly is: "equal" | "atLeast" | "atMost" | "about" | "before" | "onOrAfter";
  readonly to: number | string;
  readonly within?: number;
};

/**
 * How a claim is decided. `query`: the tests run over the record; the claim gets `verdict.holds` when all hold and
 * `verdict.fails` otherwise. `hand`: a person judged, and says why no query can.
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
};
