import type {Verb} from "../../../src/sanctions/verb.ts";

/** An event of the fact base that the US–China case was built from. */
export type Fact = {
  readonly id: string;
  readonly measure_id: string;
  readonly kind: string;
  readonly subkind: string | null;
  /** EDTF, qualifier included. */
  readonly date: string;
  readonly effective_date: string | null;
  readonly what_changed: string;
  readonly legal_instrument: string;
  /** `key` is null where the base cites something that is not in its list of sources. */
  readonly citations: readonly {readonly key: string | null; readonly title: string}[];
  readonly verification: string;
  readonly confidence: string;
  readonly confidence_why: string;
  readonly context_tags: readonly string[];
  readonly motive?: {
    readonly weights: Readonly<
      Record<"balancing" | "economic" | "socialisation" | "compliance" | "humanitarian_other", number>
    >;
    readonly rationale: string;
    readonly source_key: string | null;
  };
};

export type FactMeasure = {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly subtype: string;
  readonly senders: readonly string[];
  readonly targets: readonly string[];
  readonly regime: string;
  readonly legal_authorities: readonly string[];
  readonly objectives: readonly string[];
  readonly scope_notes: string | null;
  readonly package: string | null;
  readonly trade_share: string | null;
  readonly status_end_2025: string;
  readonly event_ids: readonly string[];
};

/** The verbs that a kind of the fact base may have become without a finding. */
export const verbsOfKind = (kind: string): readonly string[] => (kind === "suspended_waived" ? [] : [kind]);

/** Reads the verb, subkind and extent that a finding gives an event: "waived (of a part)", "lifted (threat-withdrawn)". */
export function findingWords(is: string): {readonly verb: Verb; readonly subkind?: string; readonly extent: string} {
  const match = /^([a-z]+)(?: \((.+)\))?$/.exec(is);
  if (match === null) throw new Error(`the finding does not start with a verb: ${is}`);
  const part = match[2] === "of a part";
  return {
    verb: match[1] as Verb,
    extent: part ? "part" : "whole",
    ...(match[2] === undefined || part ? {} : {subkind: match[2]})
  };
}
