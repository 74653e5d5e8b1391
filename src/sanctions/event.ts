import type {ImpreciseDay} from "../time/impreciseDay.ts";
import type {Verb} from "./verb.ts";

/** How far an event has been checked against a source. */
export type Verification = "verified" | "partly" | "recalled";

/** How sure the record is that the event happened as written. */
export type Confidence = {readonly level: "certain" | "probable" | "uncertain"; readonly why: string};

/** What an event cites: a key of the case's sources, and where in it. */
export type Citation = {readonly source: string; readonly at?: string};

/** Four clocks. Only what is known is filled in; at least one of `announced` and `effective` is. */
export type Clocks = {
  readonly announced?: ImpreciseDay;
  /** First day on which the event binds; this clock moves the state. */
  readonly effective?: ImpreciseDay;
  readonly published?: ImpreciseDay;
  /**
   * First day on which what the event did no longer holds: after relief the measure revives on this day, after any
   * other verb the measure (or the threat) ends.
   */
  readonly expires?: ImpreciseDay;
};

export const motiveKeys = [
  "balancing",
  "economic",
  "socialisation",
  "compliance",
  "domestic",
  "humanitarian",
  "other"
] as const;

/** `other` is an ending that nobody decided then (a term that ran out, a regime that was dissolved). */
export type MotiveKey = (typeof motiveKeys)[number];

/** One coder's judgement of why relief came. Weights are in [0, 1] and sum to 1. */
export type Motive = {
  readonly coder: string;
  readonly weights: Readonly<Record<MotiveKey, number>>;
  readonly rationale: string;
  readonly source?: string;
};

/** Who acted, where it was not the sender's executive. */
export type Actor = "executive" | "legislature" | "court" | "allies";

/** A dated step in the life of one measure. */
export type Event = Clocks & {
  readonly id: string;
  readonly verb: Verb;
  readonly what: string;
  readonly instrument: string;
  /** Finer kind, free text: "threat-withdrawn", "general-licence-lapsed". */
  readonly subkind?: string;
  /** Relief of a part (a licence for some goods, three satellites, 24 points of a tariff) leaves the rest in force. */
  readonly extent?: "whole" | "part";
  /** For `extended`: does it prolong the measure or the relief? Without it, the relief when there is a hold, else the measure. */
  readonly prolongs?: "measure" | "relief";
  /** For `superseded`: the measure id that takes over, or its name where the record has none. */
  readonly by?: string;
  /**
   * For `reimposed`: the ids of the relief that it takes back, where earlier relief had run its course, as a waiver for
   * three satellites has when they are launched. Without it, the act takes back all relief before it.
   */
  readonly ends?: readonly string[];
  readonly actor?: Actor;
  /** Decides between events of one day where the verbs' own order is wrong. */
  readonly order?: number;
  readonly tags: readonly string[];
  readonly sources: readonly Citation[];
  readonly verification: Verification;
  readonly confidence: Confidence;
  readonly motives: readonly Motive[];
  /** Why the event is here although the source base has no such row, or why it is coded otherwise than there. */
  readonly note?: string;
};

/** The day that orders the event and moves the state: effective, or announced where no effect is on record. */
export function operative(event: Clocks & {readonly id: string}): ImpreciseDay {
  const day = event.effective ?? event.announced;
  if (day === undefined) throw new Error(`event ${event.id} has neither an announced nor an effective day`);
  return day;
}
